"""Whether a build would change anything, told by hashes alone.

`build --check` runs before every commit; where the pages, the settings, the toolchain and every committed
byte are what they were when a whole check passed, they say so in a fraction of its time. What was seen
last is remembered outside the committed tree, under build/.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from .output import files, replace_file
from .provenance import inputs, sha256
from .provider.settings import Provider

FOLDER: Final = "build"


def is_fresh(root: Path, provider: Provider) -> bool:
    """Whether all hashes are those of the last check that passed."""
    try:
        seen = json.loads(_memory(root, provider).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(seen == _state(root, provider))


def remember(root: Path, provider: Provider) -> None:
    """Record the present state as one that a whole check found right. A tree that cannot be written does without."""
    try:
        replace_file(_memory(root, provider), json.dumps(_state(root, provider), indent=1) + "\n")
    except OSError:
        return


def _memory(root: Path, provider: Provider) -> Path:
    return root / FOLDER / f"check-{provider.name}.json"


def _state(root: Path, provider: Provider) -> dict[str, dict[str, str]]:
    pages = {path.name: path.read_bytes() for path in sorted((provider.folder / "source").glob("*")) if path.is_file()}
    outputs = {name: sha256(data) for name, data in files(root / "generated" / provider.name).items()}
    for name in ("openapi.yaml", "edits.json"):
        path = provider.folder / name
        outputs[f"spec/{name}"] = sha256(path.read_bytes()) if path.is_file() else ""
    return {"inputs": inputs(provider.folder, pages), "outputs": outputs}
