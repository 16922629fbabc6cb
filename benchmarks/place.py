"""Where things are, and the copies of the packages that are measured."""

from __future__ import annotations

import compileall
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from .measure import child

ROOT: Final = Path(__file__).resolve().parent.parent
WORK: Final = ROOT / "build" / "bench"
SITE: Final = WORK / "site"
PROJECT: Final = ROOT / ".venv" / "bin" / "python"
"""The environment of the toolchain; the peers have this one."""

PLAIN: Final = "leonardo_client"
FAST: Final = "leonardo_client_fast"
STOCK: Final = "stock_client"
EXTRAS: Final = ("orjson", "msgspec")


def set_up() -> None:
    """Fresh compiled copies of our package, of it once more for the extra, and of the stock client."""
    shutil.rmtree(SITE, ignore_errors=True)
    SITE.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__", ".*")
    for name in (PLAIN, FAST):
        shutil.copytree(ROOT / "generated" / "leonardo" / PLAIN, SITE / name, ignore=ignore)
    child([PROJECT, "-m", "benchmarks.stock", ROOT / "specs" / "leonardo" / "openapi.yaml", SITE / STOCK], ROOT)
    compileall.compile_dir(SITE, quiet=2)
    sys.path.insert(0, str(SITE))
    with without_extras():
        import leonardo_client._runtime.answers  # noqa: F401
    import leonardo_client_fast._runtime.answers  # noqa: F401


@contextmanager
def without_extras() -> Iterator[None]:
    """What is imported here finds no orjson and no msgspec, as with a plain install."""
    hidden = {name: sys.modules.pop(name, None) for name in EXTRAS}
    sys.modules.update(dict.fromkeys(EXTRAS))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name, module in hidden.items():
            sys.modules.pop(name)
            if module is not None:
                sys.modules[name] = module


NO_EXTRAS: Final = "import sys; sys.modules.update(orjson=None, msgspec=None); "
"""The same for the code of a child process."""


def lines(folder: Path, *, without: str = "") -> int:
    """The lines of Python below a folder, those of one sub-folder left out."""
    paths = [path for path in folder.rglob("*.py") if not without or without not in path.relative_to(folder).parts]
    return sum(path.read_bytes().count(b"\n") for path in paths)
