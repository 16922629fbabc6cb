"""The drift between any two specs, pages, or folders of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from .. import pipeline
from ..build import plan_specs
from ..errors import UnusableInput
from ..ingest import find_document, read_page
from ..ingest.bundle import bundle
from ..merge import merge
from ..pipeline import Planned, Progress
from ..provider import adhoc
from ..repair import parse
from ..spec.edits import rebase
from ..swagger import published_at, read_as_3_0
from ..values import Change, Page, Spec
from .compare import compare, require_openapi
from .layers import Client, layered
from .lines import lines_of
from .report import Report
from .upstream import Options

PACKAGE: Final = "package"
PAGES: Final = (*pipeline.SUFFIXES, ".htm", ".md")


@frozen
class Side:
    """What a path holds: its documents as one spec, as they are."""

    path: Path
    files: tuple[Path, ...]
    spec: Spec
    lost: tuple[str, ...]


def drift_between(old: Path, new: Path, options: Options, progress: Progress) -> Report:
    """Compare two paths. Raises UnusableInput, with the reason, for what cannot be compared."""
    before, after = (_side(path, which, progress) for path, which in ((old, "old"), (new, "new")))
    report = Report(
        f"{old.name} -> {new.name}", str(old), str(new), profile=options.profile, notes=(*before.lost, *after.lost)
    )
    if options.layers == ("wire",):
        with progress.stage("compare"):
            changes = compare(before.spec, after.spec, profile=options.profile, today=options.today)
        return evolve(
            report, changes=tuple(changes), locations=_locations(after, changes), specs=(before.spec, after.spec)
        )
    planned = [plan_specs(side.files, PACKAGE, progress) for side in (before, after)]
    client = planned[0].described.provider.client
    planned[1] = pipeline.plan(
        evolve(planned[1].described, provider=evolve(planned[1].described.provider, client=client)), progress
    )
    with progress.stage("compare"):
        specs = [one.described.spec for one in planned]
        changes = compare(specs[0], specs[1], profile=options.profile, today=options.today)
    with tempfile.TemporaryDirectory() as space:
        clients = [
            _written(one, Path(space) / side, progress) for one, side in zip(planned, ("old", "new"), strict=True)
        ]
        with progress.stage("client"):
            found = layered(changes, clients[0], clients[1], options.layers, (), options.cache)
    return evolve(
        report,
        changes=found.changes,
        specs=(specs[0], specs[1]),
        notes=(*report.notes, f"client: {found.notes[0]}", *found.notes[1:]),
    )


def _written(planned: Planned, folder: Path, progress: Progress) -> Client:
    folder.mkdir()
    pipeline.write(planned, folder, progress)
    return Client.of(planned, folder / PACKAGE)


def _side(path: Path, which: str, progress: Progress) -> Side:
    """The documents at a path, references to other files drawn in. In a folder, what is no document is passed over."""
    if path.is_dir():
        files = tuple(one for one in sorted(path.iterdir()) if one.is_file() and one.suffix in PAGES)
        if not files:
            raise UnusableInput(f"{path}: no page in this folder; a page ends in one of {', '.join(PAGES)}.")
    elif path.exists():
        files = (path,)
    else:
        raise UnusableInput(f"{path}: no such file or folder, and no provider of that name in specs/.")
    try:
        named = adhoc.adhoc_files(files)
        pages, _ = adhoc.adhoc_pages(named)
        whole, _ = bundle(pipeline.read_documents(pages, progress), named)
        with progress.stage("merge"):
            documents = [read_as_3_0(document) for document in whole]
        for document in documents:
            require_openapi(document.data, which)
    except UnusableInput as error:
        raise UnusableInput(f"the {which} side, {path}, cannot be compared: {error}") from None
    used = tuple(named[name] for name in pages)
    spec = documents[0].data if len(documents) == 1 else merge(documents, keep_both=True)[0]
    lost = tuple(f"{which}: {note.key}: {note.what}" for document in documents for note in document.notes)
    return Side(path, used, spec, lost)


def _locations(side: Side, changes: Iterable[Change]) -> dict[str, tuple[str, int]]:
    """Lines in the new document, where it is one file."""
    if len(side.files) != 1:
        return {}
    page: Page = read_page(side.files[0])
    fragment = find_document(page)
    origins = published_at(parse(fragment, page.name).data)
    at = {
        pointer: rebase(pointer, origins)
        for pointer in (change.pointer or change.old_pointer or "" for change in changes)
    }
    found = lines_of(fragment.text, at.values())
    return {pointer: (str(side.files[0]), found[old] + fragment.line - 1) for pointer, old in at.items()}
