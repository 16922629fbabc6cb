"""`build --check` when nothing has changed."""

from __future__ import annotations

from ..claims import Claim, Outcome
from ..measure import child, spread
from ..place import PROJECT
from .build import copied_tree

ROUNDS = 7
SECONDS = 0.4
TOUCHED = (
    "generated/leonardo/leonardo_client/_client.py", "generated/scenario/README.md", "specs/leonardo/openapi.yaml",
    "specs/scenario/provider.yaml",
)  # fmt: skip


def run() -> Outcome:
    """After one whole check has passed; a byte changed anywhere must then be noticed."""
    tree = copied_tree()
    command = [PROJECT, "-m", "generator", "build", "--check"]
    child(command[:-1], tree)
    child(command, tree)
    for name in TOUCHED:
        path = tree / name
        before = path.read_bytes()
        path.write_bytes(before + b"#")
        try:
            child(command, tree)
        except RuntimeError:
            pass
        else:
            assert name.endswith("provider.yaml"), f"{name}: a changed byte was not noticed"
        path.write_bytes(before)
    child(command, tree)
    walls = [child(command, tree).wall for _ in range(ROUNDS)]
    return Outcome(
        "Check",
        f"a byte added to {', '.join(TOUCHED[:3])} was noticed",
        (Claim("`build --check`, nothing changed", "at most", SECONDS, walls, "s", tried=TRIED),),
        {"build --check, whole process": {"ours": f"{spread(walls)[1]:.2f} s"}},
    )  # fmt: skip


TRIED = "Already in: no stage is imported; what is left is the interpreter, and hashing every file of both trees and of the toolchain."
