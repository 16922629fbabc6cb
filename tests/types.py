"""`make types`: mypy strict over the toolchain, the runtime and the packages; pyright strict over the packages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def commands() -> list[tuple[Path, list[str]]]:
    """Every check: where it runs, and what."""
    mypy = [sys.executable, "-m", "mypy", "--strict"]
    found = [(ROOT, [sys.executable, "-m", "mypy"])]
    for project in sorted((ROOT / "generated").glob("*/pyproject.toml")):
        package = next(path.parent.name for path in project.parent.glob("*/py.typed"))
        examples = ROOT / "specs" / project.parent.name / "examples"
        scripts = [str(path) for path in sorted(examples.glob("*.py"))]
        found.append((project.parent, [*mypy, "--scripts-are-modules", package, *scripts]))
    found.append((ROOT, [sys.executable, "-m", "pyright"]))
    return found


def main() -> int:
    """Run them all; the exit code is the worst."""
    return max(subprocess.run(command, cwd=folder, check=False).returncode for folder, command in commands())


if __name__ == "__main__":
    sys.exit(main())
