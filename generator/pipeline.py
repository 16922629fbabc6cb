"""The stages in their order: pages in, a Spec and a verified package out, in a folder that is not yet in place."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from attrs import field, frozen

from .errors import GeneratorError, UnusableInput
from .ingest import find_document, read_page
from .lower import lower
from .merge import merge
from .normalise import normalise
from .overlay import Stale, apply_overlay, read_overlay
from .provider.settings import Provider, Source
from .reconcile import reconcile
from .repair import parse
from .surface import Surface, surface
from .surface.client_config import webhook_classes
from .swagger import read_as_3_0
from .values import Applied, Document, Note, Page, Spec

SUFFIXES: Final = (".json", ".yaml", ".yml", ".txt", ".html")

ABOUT: Final = frozenset((
    "openapi", "swagger", "$self", "jsonSchemaDialect", "info", "servers", "tags", "security", "externalDocs",
    "host", "basePath", "schemes", "consumes", "produces",
))  # fmt: skip
"""Fields that say something about an API, and none of it."""

INFORMATION: Final = frozenset({"other-media-type", "schema-not-read", "webhook-left-out", "callback-left-out"})
"""Codes of notes that name what a client has another way, or was never promised: not losses."""


@frozen
class Progress:
    """What each stage took, in seconds; `tell` is called as one begins."""

    tell: Callable[[str], object] = lambda stage: None
    seconds: dict[str, float] = field(factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self.tell(name)
        start = time.perf_counter()
        try:
            yield
        except (RecursionError, MemoryError) as error:
            raise UnusableInput(
                f"{name}: the document is nested or grown beyond what can be read ({type(error).__name__})."
            ) from error
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


@frozen
class Described:
    """A provider's documents as one correct OpenAPI document, and what was done and lost on the way."""

    provider: Provider
    pages: tuple[Page, ...]
    documents: tuple[Document, ...]
    spec: Spec
    applied: tuple[Applied, ...]
    notes: tuple[Note, ...]
    stale: tuple[Stale, ...] = ()


@frozen
class Planned:
    """The client that a described provider gets; `notes` are all that the stages named."""

    described: Described
    lowered: Spec
    surface: Surface
    notes: tuple[Note, ...]


def pages_of(provider: Provider, source: Path | None = None) -> dict[str, list[Page]]:
    """The pages of each document: those committed, or those of another folder.

    There a document is in `<name>.json|yaml|yml|txt|html`, or in several witnesses `<name>.1.txt`...
    Raises UnusableInput where a document has no page.
    """
    folder = source or provider.folder / "source"
    found: dict[str, list[Page]] = {}
    for document in provider.documents:
        paths = _witnesses(folder, document) if source else [folder / name for name in document.sources]
        if not paths:
            known = ", ".join(f"{document.name}{suffix}" for suffix in SUFFIXES)
            raise UnusableInput(f"{folder}: no page of the document {document.name!r}: put it there as one of {known}.")
        missing = next((path for path in paths if not path.exists()), None)
        if missing is not None and not source:
            how = f"fetch {provider.name}`, or put it there by hand" if document.url else "build` once it is there"
            raise UnusableInput(f"{missing}: no page of {document.name!r} yet; run `python -m generator {how}.")
        found[document.name] = [read_page(path) for path in paths]
    return found


def _witnesses(folder: Path, document: Source) -> list[Path]:
    if not folder.is_dir():
        raise UnusableInput(f"{folder}: no such folder of pages.")
    names = {f"{document.name}{suffix}" for suffix in SUFFIXES}
    whole = [path for path in sorted(folder.iterdir()) if path.name in names]
    numbered = []
    for path in sorted(folder.iterdir()):
        name, _, number = path.stem.rpartition(".")
        if path.suffix in SUFFIXES and name == document.name and number.isdigit():
            numbered.append(path)
    return whole + numbered


def read_documents(pages: dict[str, list[Page]], progress: Progress) -> list[Document]:
    """Ingest, repair and reconcile: one Document for each name, whatever its witnesses."""
    documents = []
    for name, witnesses in pages.items():
        with progress.stage("ingest"):
            fragments = [find_document(page) for page in witnesses]
        with progress.stage("repair"):
            parsed = [parse(fragment, name) for fragment in fragments]
        with progress.stage("reconcile"):
            documents.append(reconcile(parsed) if len(parsed) > 1 else parsed[0])
        if all(key in ABOUT or key.startswith("x-") for key in documents[-1].data):
            raise UnusableInput(
                f"{' and '.join(page.name for page in witnesses)}: the document describes nothing: it has no paths, "
                "components or webhooks. Fetch the page again."
            )
    return documents


def describe(
    provider: Provider, pages: dict[str, list[Page]], progress: Progress, *, tolerant: bool = False
) -> Described:
    """From pages to the normalised spec; `tolerant` names overlay actions that fail as stale."""
    documents = read_documents(pages, progress)
    return describe_documents(provider, pages, documents, progress, keep_both=False, tolerant=tolerant)


def describe_documents(
    provider: Provider,
    pages: dict[str, list[Page]],
    documents: Sequence[Document],
    progress: Progress,
    *,
    keep_both: bool,
    tolerant: bool = False,
) -> Described:
    """From documents to the normalised spec."""
    with progress.stage("merge"):
        documents = [read_as_3_0(document) for document in documents]
        spec, merge_notes = merge(documents, keep_both=keep_both)
        notes: Sequence[Note] = [*(note for document in documents for note in document.notes), *merge_notes]
    applied: tuple[Applied, ...] = ()
    stale: tuple[Stale, ...] = ()
    overlay = provider.folder / "overlay.yaml"
    if overlay.is_file():
        with progress.stage("overlay"):
            result = apply_overlay(spec, read_overlay(overlay), notes, tolerant=tolerant)
            spec, applied, notes, stale = result.spec, tuple(result.applied), result.notes, tuple(result.stale)
    with progress.stage("normalise"):
        normal = normalise(spec, provider.names)
    every = tuple(page for witnesses in pages.values() for page in witnesses)
    return Described(
        provider, every, tuple(documents), normal.spec, (*applied, *normal.applied), (*notes, *normal.notes), stale
    )


def plan(described: Described, progress: Progress) -> Planned:
    """Lower the spec and lay out the client."""
    with progress.stage("lower"):
        lowered, notes = lower(described.spec, webhook_classes(described.provider).values())
        client = surface(lowered, described.provider)
    return Planned(described, lowered, client, (*described.notes, *notes, *client.notes))


@frozen
class Account:
    """The notes of a build, sorted: `losses` are neither accepted nor mere information."""

    losses: tuple[Note, ...]
    accepted: tuple[Note, ...]
    information: tuple[Note, ...]
    stale: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        return 1 if self.losses or self.stale else 0


def account(planned: Planned) -> Account:
    """Hold the notes against what provider.yaml accepts; an `accept` that matches nothing is stale."""
    provider = planned.described.provider
    wanted = {entry.note for entry in provider.accept}
    keys = {note.key for note in planned.notes}
    stale = [f"overlay.yaml:{stale.action.place.line}: {stale.why}" for stale in planned.described.stale]
    stale += [
        f"provider.yaml:{entry.line}: the accepted note {entry.note!r} is gone; delete the entry"
        for entry in provider.accept if entry.note not in keys
    ]  # fmt: skip
    left = [note for note in planned.notes if note.key not in wanted]
    return Account(
        losses=tuple(note for note in left if note.code not in INFORMATION),
        accepted=tuple(note for note in planned.notes if note.key in wanted),
        information=tuple(note for note in left if note.code in INFORMATION),
        stale=tuple(stale),
    )


def write(planned: Planned, out: Path, progress: Progress, *, surface_root: Path | None = None) -> None:
    """Render the spec and the package into the empty folder `out`, and verify them.

    With `surface_root`, the project's folder, the public surface is written beside the package, for whoever
    reviews what a change does to it.
    """
    from .provenance import provenance
    from .render import render
    from .verify import verify
    from .write_spec import write_edits, write_spec

    described = planned.described
    with progress.stage("render"):
        render(planned.lowered, planned.surface, out)
    with progress.stage("verify"):
        verify(described.spec, planned, out)
    with progress.stage("write"):
        if surface_root is not None:
            from .freshness import surface_text

            text = surface_text(surface_root, out / described.provider.package)
            (out / "surface.txt").write_text(text, encoding="utf-8")
        (out / "openapi.yaml").write_text(write_spec(described.spec, list(described.applied)), encoding="utf-8")
        (out / "edits.json").write_text(write_edits(list(described.applied)), encoding="utf-8")
        (out / "PROVENANCE.json").write_text(provenance(described, out), encoding="utf-8")


__all__ = [
    "Account", "Described", "GeneratorError", "Planned", "Progress", "account", "describe", "describe_documents", "pages_of", "plan",
    "read_documents", "write",
]  # fmt: skip
