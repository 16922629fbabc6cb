"""Whether a build would change anything, told by hashes alone; and what need not be worked out again.

`build --check` runs before every commit; where the pages, the settings, the toolchain and every committed
byte are what they were when a whole check passed, they say so in a fraction of its time. What was seen
last is remembered outside the committed tree, under build/. This module imports none of the stages, whose
import alone takes longer than the hashes do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from .output import files, replace_file
from .provenance import inputs, sha256

FOLDER: Final = "build"


def all_fresh(root: Path, names: Sequence[str]) -> list[str]:
    """The providers named (or all), if nothing has changed in any of them; else none."""
    known = sorted(path.parent.name for path in (root / "specs").glob("*/provider.yaml"))
    wanted = list(names) or known
    fresh = all(name in known and is_fresh(root, root / "specs" / name) for name in wanted)
    return wanted if fresh else []


def is_fresh(root: Path, folder: Path) -> bool:
    """Whether all hashes of a provider's folder and package are those of the last check that passed."""
    return bool(_read(_memory(root, folder)) == _state(root, folder))


def remember(root: Path, folder: Path) -> None:
    """Record the present state as one that a whole check found right."""
    _write(_memory(root, folder), _state(root, folder))


def surface_text(root: Path, package: Path) -> str:
    """The surface of a package: the one worked out last, where no byte of it and of what reads it has changed."""
    reader = sha256((Path(__file__).parent / "drift" / "surface.py").read_bytes())
    key = {name: sha256(data) for name, data in files(package).items()} | {"": f"{reader} {version('griffelib')}"}
    memory = root / FOLDER / f"surface-{package.name}.json"
    seen = _read(memory)
    if isinstance(seen, dict) and seen.get("key") == key and isinstance(seen.get("text"), str):
        return str(seen["text"])
    from .drift.surface import dump_surface

    text = dump_surface(package)
    _write(memory, {"key": key, "text": text})
    return text


def _memory(root: Path, folder: Path) -> Path:
    return root / FOLDER / f"check-{folder.name}.json"


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _write(path: Path, data: Any) -> None:
    """A tree that cannot be written does without."""
    try:
        replace_file(path, json.dumps(data, indent=1) + "\n")
    except OSError:
        return


def _state(root: Path, folder: Path) -> dict[str, dict[str, str]]:
    outputs = {name: sha256(data) for name, data in files(root / "generated" / folder.name).items()}
    settings = {f"specs/{name}": sha256(data) for name, data in files(folder).items()}
    return {"inputs": inputs(folder, {}) | settings, "outputs": outputs}
