"""`make types`: mypy strict over the toolchain, the runtime and the packages; pyright strict over the packages."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".mypy_cache"
AT_ONCE = 2


@frozen
class Check:
    """One run of a type checker: what it looks at, where it runs, and the command."""

    name: str
    folder: Path
    command: list[str]

    def run(self) -> int:
        """Run it, and say how it went in one block, since others run beside it."""
        started = perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", *self.command], cwd=self.folder, check=False, capture_output=True, text=True
        )
        print(f"{self.name} ({perf_counter() - started:.0f} s)\n{done.stdout}{done.stderr}".rstrip(), flush=True)
        return done.returncode


def checks() -> list[Check]:
    """Every check, the longest first. Each has a cache of its own: two at once would wait for one."""
    found = [
        Check("pyright: runtime and packages", ROOT, ["pyright"]),
        Check("mypy: generator and runtime", ROOT, ["mypy", "--cache-dir", str(CACHE / "toolchain")]),
    ]
    for project in sorted((ROOT / "generated").glob("*/pyproject.toml")):
        package = next(path.parent.name for path in project.parent.glob("*/py.typed"))
        examples = sorted((ROOT / "specs" / project.parent.name / "examples").glob("*.py"))
        options = ["--strict", "--scripts-are-modules", "--cache-dir", str(CACHE / project.parent.name)]
        found.append(Check(f"mypy: {package}", project.parent, ["mypy", *options, package, *map(str, examples)]))
    return found


def main() -> int:
    """Run them all; the exit code is the worst."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return max(pool.map(Check.run, checks()))


if __name__ == "__main__":
    sys.exit(main())
