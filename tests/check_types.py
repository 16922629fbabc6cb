"""`make types`: mypy strict over the toolchain, the runtime and the packages; pyright strict over the packages.

The packages are checked together with their examples and with a script that calls every method (typed_script.py).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

from attrs import frozen

from .client_calls import FILES
from .typed_script import script

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


def main() -> int:
    """Run every check; the exit code is the worst."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        return max(pool.map(Check.run, checks(Path(folder))))


def checks(folder: Path) -> list[Check]:
    """Every check, the longest first. The scripts that users would write are put into `folder`.

    Each mypy has a cache of its own, since two at once would wait for one, and has it below the root: a
    package holds nothing but what the build put there.
    """
    scripts = {name: write_scripts(name, folder / name) for name in FILES}
    found = [
        Check("pyright: runtime and packages", ROOT, ["pyright"]),
        Check("mypy: generator and runtime", ROOT, ["mypy", "--cache-dir", str(CACHE / "toolchain")]),
        Check("pyright: users' scripts", ROOT, ["pyright", "--project", str(write_project(folder))]),
    ]
    for name, paths in scripts.items():
        options = ["--strict", "--cache-dir", str(CACHE / name), FILES[name]["package"], *map(str, paths)]
        found.append(Check(f"mypy: {name} and its users' scripts", ROOT / "generated" / name, ["mypy", *options]))
    return found


def write_scripts(name: str, folder: Path) -> list[Path]:
    """The examples of a provider, and the script that calls every method."""
    folder.mkdir()
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "specs" / name / "examples").glob("*.py")}
    texts["every_method.py"] = script(name)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.py"))


def write_project(folder: Path) -> Path:
    """Settings by which pyright checks the scripts as a user's strict project would."""
    path = folder / "pyrightconfig.json"
    settings = {
        "include": ["."], "typeCheckingMode": "strict", "pythonVersion": "3.11", "venvPath": str(ROOT), "venv": ".venv",
        "extraPaths": [str(ROOT / "generated" / name) for name in FILES],
    }  # fmt: skip
    path.write_text(json.dumps(settings), encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
