"""`build` of both providers, warm, whole process, beside stock openapi-python-client on the same specs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..claims import Chart, Claim, Outcome, same
from ..measure import Child, child, interleave, ratios, spread
from ..place import PROJECT, ROOT, WORK

ROUNDS = 5
SECONDS = 1.5
OF_STOCK = 1.2


def run() -> Outcome:
    """In a copy of the tree, so that what is committed stays; the stock client gets both specs, in two processes."""
    tree = copied_tree()
    child([PROJECT, "-m", "generator", "build"], tree)
    first = _files(tree / "generated")
    child([PROJECT, "-m", "generator", "build"], tree)
    same("two builds", _files(tree / "generated"), first)
    walls: dict[str, list[float]] = {"ours": [], "stock": []}
    stock = _stock_specs()

    def ours() -> float:
        done = child([PROJECT, "-m", "generator", "build"], tree)
        walls["ours"].append(done.wall)
        return done.cpu

    def theirs() -> float:
        done = [_stock(spec) for spec in stock]
        walls["stock"].append(sum(one.wall for one in done))
        return sum(one.cpu for one in done)

    times = interleave({"ours": ours, "stock": theirs}, ROUNDS)
    return Outcome(
        "Build",
        "a second build writes what the first wrote, byte for byte",
        (
            Claim("`build` of both providers, warm", "at most", SECONDS, walls["ours"], "s", tried=TRIED),
            Claim("`build` of both providers, of stock on their specs", "at most", OF_STOCK, ratios(times, "ours", "stock"), tried=TRIED),
        ),
        {
            "build, whole process": {name: f"{spread(values)[1]:.2f} s" for name, values in walls.items()},
            "build, processor": {name: f"{spread(values)[1]:.2f} s" for name, values in times.items()},
        },
        (Chart("build", "Build of both providers", "seconds", {"build": {n: spread(v)[1] for n, v in walls.items()}}),),
    )  # fmt: skip


def copied_tree() -> Path:
    """The toolchain and what it reads and writes, copied."""
    tree = WORK / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    for name in ("generator", "templates", "specs", "generated"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
    return tree


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in paths
        if not any(part == "__pycache__" or part.endswith("_cache") for part in path.parts)
    }  # fmt: skip


def _stock_specs() -> list[Path]:
    """Both specs as stock can read them."""
    made = []
    code = "import sys; from pathlib import Path; from benchmarks import stock; stock.write(Path(sys.argv[1]), Path(sys.argv[2]))"
    for spec in sorted((ROOT / "specs").glob("*/openapi.yaml")):
        made.append(WORK / f"stock-{spec.parent.name}.yaml")
        child([PROJECT, "-c", code, spec, made[-1]], ROOT)
    return made


def _stock(spec: Path) -> Child:
    beside = PROJECT.parent
    out = WORK / "stock-out" / spec.stem
    command = [beside / "openapi-python-client", "generate", "--path", spec, "--output-path", out]
    path = f"{beside}{os.pathsep}{os.environ['PATH']}"
    return child([*command, "--meta", "none", "--overwrite"], WORK, PATH=path)


TRIED = (
    "A third is imports (openapi-python-client brings pydantic), a quarter rendering with ruff, the rest even. Tried and "
    "kept: the surface read again only after a change, no collector, settings and overlays by libyaml, a descent of "
    "JSONPath that makes nodes only for what has the name, shapes of schemas only where one needs a name, httpx and "
    "soupsieve not imported, the runtime formatted once. Tried and left: pydantic's `defer_build` (as slow); a process for "
    "each provider (a tenth less by the clock, as one of them is two thirds of the work, and a build that is killed would "
    "leave one behind). On a busy machine the seconds by the clock say little; the ratio to stock stands."
)
