"""Old callers against a new package: the examples, and a script that uses every method of the old one.

mypy reads them; nothing is run. What the checker says of the new package counts only where it does not say it
of the old one too.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence, Set
from pathlib import Path
from typing import Final

from attrs import frozen

from ..errors import UnusableInput
from .script import Script, write_script

_SAID: Final = re.compile(r"(?P<file>[^:\n]+)\.py:(?P<line>\d+): error: (?P<text>.*?)(?:  \[(?P<code>[a-z-]+)\])?")
_SECONDS: Final = 300


@frozen
class Broken:
    """Something that an old caller says and the new package does not take. `symbol` is empty in an example."""

    symbol: str
    place: str
    text: str


def broken_callers(old: Path, new: Path, examples: Sequence[Path] = (), cache: Path | None = None) -> list[Broken]:
    """What no longer type-checks when the package in `old` is replaced by the one in `new`.

    `cache` is a folder in which the checker keeps what it knows of the standard library.
    Raises UnusableInput where the checker cannot run.
    """
    script = write_script(old)
    said = _check(script, new, examples, cache)
    if said:
        known = set(_check(script, old, examples, cache, only={name for name, _, _ in said}))
        said = [one for one in said if one not in known]
    found: dict[Broken, None] = {}
    for name, line, text in said:
        symbol = script.symbols.get((name, line), "")
        place = "a script that uses every method" if name in script.modules else f"examples/{name}.py:{line}"
        found[Broken(symbol, place, text.replace("Async", ""))] = None
    return list(found)


def _check(
    script: Script, package: Path, examples: Sequence[Path], cache: Path | None, only: Set[str] | None = None
) -> list[tuple[str, int, str]]:
    """The checker's errors in the script and the examples, as (module, line, text)."""
    with tempfile.TemporaryDirectory() as space:
        folder = Path(space)
        shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__"))
        for path in examples:
            shutil.copyfile(path, folder / path.name)
        for name, text in script.modules.items():
            (folder / f"{name}.py").write_text(text, encoding="utf-8")
        names = sorted(path.name for path in folder.glob("*.py") if only is None or path.stem in only)
        output = _mypy(folder, names, cache)
    return [(found["file"], int(found["line"]), found["text"]) for found in map(_SAID.fullmatch, output) if found]


def _mypy(folder: Path, names: list[str], cache: Path | None) -> list[str]:
    command = [
        sys.executable, "-m", "mypy", "--config-file=", "--scripts-are-modules", "--follow-imports=silent",
        "--check-untyped-defs", "--no-color-output", "--no-error-summary", "--hide-error-context",
        f"--cache-dir={cache or os.devnull}", *names,
    ]  # fmt: skip
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MYPY", "PYTHONPATH"))}
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnusableInput(f"the type check of old callers was not done after {_SECONDS} s; leave it out.") from None
    if done.returncode not in (0, 1) or "No module named mypy" in done.stderr:
        last = (done.stderr or done.stdout).strip().rpartition("\n")[2]
        raise UnusableInput(f"old callers cannot be type-checked: {last}\nInstall mypy, or take --layers wire,surface.")
    return done.stdout.splitlines()
