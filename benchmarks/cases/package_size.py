"""The lines of Python in the package, beside stock's for the same operations."""

from __future__ import annotations

import ast

from ..claims import Claim, Outcome, same
from ..place import PLAIN, SITE, STOCK, lines

HALF = 0.5
RUNTIME = "_runtime"
OPERATIONS = 14


def run() -> Outcome:
    """Both hold all fourteen operations; ours each in a sync and an async method, and the runtime once."""
    resources = [path for path in (SITE / PLAIN / "resources").glob("*.py") if path.stem != "__init__"]
    sent = [name for path in resources for name in _operations(path.read_text(encoding="utf-8"))]
    api = [path for path in (SITE / STOCK / "api").rglob("*.py") if path.stem != "__init__"]
    same("operations", len(sent), len(api), OPERATIONS)
    ours, runtime, stock = lines(SITE / PLAIN), lines(SITE / PLAIN / RUNTIME), lines(SITE / STOCK)
    return Outcome(
        "Size",
        f"each package has all {OPERATIONS} operations; nothing of ours defines a function at module level for an endpoint",
        (
            Claim("lines generated from the spec, of stock's", "at most", HALF, [(ours - runtime) / stock]),
            Claim("lines of the whole package with its runtime, of stock's", "at most", HALF, [ours / stock], tried=TRIED),
        ),
        {"lines": {"ours, generated": str(ours - runtime), "ours, runtime": str(runtime), "stock": str(stock)}},
    )  # fmt: skip


def _operations(text: str) -> list[str]:
    """The `Operation` constants of a module; raises where a function stands beside the classes."""
    found = []
    for node in ast.parse(text).body:
        assert not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef), node.name
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call) and isinstance(node.target, ast.Name):
            if isinstance(node.value.func, ast.Name) and node.value.func.id == "Operation":
                found.append(node.target.id)
    return found


TRIED = (
    "The runtime (retries, paging, waiting, uploads, downloads, webhooks, limits: none of it in stock) is 5,700 lines, "
    "once, whatever the number of operations, and for fourteen of them it outweighs what is generated. What grows with "
    "the API is two fifths of stock's. Tried: nothing; a smaller runtime would do less."
)
