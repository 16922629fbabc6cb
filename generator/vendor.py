"""The `vendor` command: a package copied into another project, and whether the copy is still what it was.

The package imports itself relatively and needs attrs and httpx2 only, so it works under any name.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from . import output
from .errors import UnusableInput
from .provenance import NAME, sha256
from .provider.settings import Provider

BESIDE = ("LICENSE", NAME)
_SHOWN = 5
"""Edited files that the refusal names."""


def vendor(generated: Path, provider: Provider, destination: Path, *, force: bool = False) -> bool:
    """Copy the package to be the folder `destination`; False when it is there already.

    Raises UnusableInput where `destination` holds anything that is not an older copy, or, without `force`, a copy
    that somebody edited.
    """
    if destination.is_symlink() and not destination.exists():
        raise UnusableInput(f"{destination} is a link that leads nowhere: name a folder that is new or empty.")
    has_more = not destination.is_dir() or any(destination.iterdir())
    if destination.exists() and not (destination / NAME).is_file() and has_more:
        raise UnusableInput(
            f"{destination} holds something else than a copy of {provider.package}: name a folder that is new or empty."
        )
    project = _project(generated, provider)
    if (destination / NAME).is_file() and not force:
        edited = list(_edited(destination, _record(destination)[0]))
        if edited:
            raise UnusableInput(
                f"{destination} was edited since it was vendored ({_listed(edited)}): undo that, or --force to lose it."
            )
    with output.workspace(destination.parent) as space:
        new = space / "new"
        shutil.copytree(project / provider.package, new, ignore=shutil.ignore_patterns("__pycache__"))
        for name in BESIDE:
            shutil.copyfile(project / name, new / name)
        return output.replace_folder(new, destination)


def _listed(edited: list[str]) -> str:
    more = [f"{len(edited) - _SHOWN} more"] if len(edited) > _SHOWN else []
    return "; ".join([*edited[:_SHOWN], *more])


def check(generated: Path, provider: Provider, destination: Path) -> list[str]:
    """What differs in a copy: edited, missing or added files, and whether it is behind. Empty when all is well."""
    recorded, version = _record(destination)
    differences = list(_edited(destination, recorded))
    current = json.loads((_project(generated, provider) / NAME).read_text(encoding="utf-8"))
    if _package_files(current["files"], provider.package) != recorded:
        differences.append(f"behind: version {version}, here is {current['version']}; run vendor again")
    return differences


def _record(destination: Path) -> tuple[dict[str, str], str]:
    """What a copy says of itself: the hashes of its files, and its version."""
    try:
        record = json.loads((destination / NAME).read_text(encoding="utf-8"))
        return _package_files(record["files"], record["package"]), str(record["version"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UnusableInput(f"{destination}: no readable {NAME}; this is no vendored copy of a package.") from None


def _edited(destination: Path, recorded: dict[str, str]) -> Iterator[str]:
    found = {name: sha256(data) for name, data in output.files(destination).items() if name not in BESIDE}
    for name in sorted(recorded.keys() | found.keys()):
        if name not in found:
            yield f"missing: {name}"
        elif name not in recorded:
            yield f"added: {name}"
        elif found[name] != recorded[name]:
            yield f"edited: {name}"


def _package_files(hashes: dict[str, str], package: str) -> dict[str, str]:
    prefix = f"{package}/"
    return {name[len(prefix) :]: digest for name, digest in hashes.items() if name.startswith(prefix)}


def _project(generated: Path, provider: Provider) -> Path:
    project = generated / provider.name
    if not (project / NAME).is_file():
        raise UnusableInput(f"{provider.name}: no package in {project}; run `make regenerate` first.")
    return project
