"""The drift of a provider: what its documents are upstream now against what is committed here.

Upstream goes through the whole pipeline in a folder that is thrown away; the old side is the committed spec
and package, not the committed pages, so that a toolchain that would build something else shows too.
"""

from __future__ import annotations

import datetime
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from .. import output, pipeline
from ..build import Root
from ..console import counted
from ..errors import GeneratorError, UnusableInput
from ..fetch import Fetched, fetch_provider, read_lock
from ..fetch.download import Limits
from ..fetch.witnesses import pages_upstream
from ..ingest import find_document, read_page
from ..overlay import read_overlay
from ..pipeline import Described, Planned, Progress
from ..provenance import NAME as PROVENANCE
from ..provider.settings import Provider
from ..repair import parse
from ..spec.openapi import operations
from ..values import Change, Spec
from .accept import accept, read_acceptances
from .compare import LEVELS, compare
from .layers import IDS, Client, felt, layered
from .lines import lines_of
from .report import Report
from .version import NextVersion, next_version

STALE_NOTES: Final = ("name-stale", "operation-gone")
DOCUMENTATION: Final = "client-documentation-changed"
_VARIABLE: Final = re.compile(r"\{[^/{}]*\}")
NOT_SURFACE: Final = (PROVENANCE, "CHANGELOG.md", "surface.txt")


@frozen
class Options:
    """What to compare, and how. `cache` is where the type checker keeps what it knows.

    `unless_stale` leaves the package alone where a fix is stale: nothing can be taken over then.
    """

    layers: tuple[str, ...]
    profile: str
    today: datetime.date
    limits: Limits | None = None
    cache: Path | None = None
    unless_stale: bool = False


@frozen
class Drift:
    """The report, and what was fetched for it."""

    report: Report
    fetched: tuple[Fetched, ...]
    rebuilt: bool


def drift_provider(root: Root, provider: Provider, options: Options, progress: Progress) -> Drift:
    """Fetch the documents of a provider and tell what moved.

    Documents that contradict each other, or no longer go with the settings, are reported as stale.
    Raises Unreachable where a document cannot be had.
    """
    with progress.stage("fetch"):
        fetched = tuple(fetch_provider(provider, today=options.today, limits=options.limits))
    try:
        described = pipeline.describe(provider, pages_upstream(provider, fetched), progress, tolerant=True)
    except UnusableInput as error:
        file = f"specs/{provider.name}/openapi.yaml"
        notes = tuple(one.line for one in fetched)
        return Drift(Report(provider.name, file, file, stale=(str(error),), notes=notes), fetched, rebuilt=False)
    committed = _committed(provider)
    with progress.stage("compare"):
        wire = compare(
            committed, described.spec, profile=options.profile, today=options.today,
            levels={name: level for name, level in provider.levels.items() if name not in IDS},
        )  # fmt: skip
    found = _client_side(root, described, committed, wire, options, progress)
    lock = read_lock(provider.folder)
    where = f"{provider.name}/lock.json"
    told = _levelled(found.changes, provider.levels)
    marked, ended = accept(told, read_acceptances(lock["accepted"], where), options.today)
    stale = [*found.stale, *(f"{where}: {line}" for line in ended)]
    report = Report(
        name=provider.name,
        old=f"specs/{provider.name}/openapi.yaml",
        new=f"specs/{provider.name}/openapi.yaml",
        changes=tuple(marked),
        profile=options.profile,
        stale=tuple(stale),
        notes=tuple(_notes(provider, fetched, lock["documents"], described, marked, stale, found.notes)),
        next_version=_next_version(provider, marked, found.surface) if marked or found.surface else None,
        locations=_locations(provider, marked),
        specs=(committed, described.spec),
    )
    return Drift(report, fetched, found.rebuilt)


def _next_version(provider: Provider, changes: Sequence[Change], surface: Sequence[str]) -> NextVersion:
    return next_version(provider.version, [change for change in changes if change.id != DOCUMENTATION], surface)


@frozen
class _Found:
    changes: tuple[Change, ...]
    surface: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    rebuilt: bool = False


def _client_side(
    root: Root, described: Described, committed: Spec, wire: Sequence[Change], options: Options, progress: Progress
) -> _Found:
    """What the change does to the package; where none can be made any more, that is a stale setting."""
    provider = described.provider
    try:
        planned = pipeline.plan(described, progress)
    except UnusableInput as error:
        early = (f"overlay.yaml:{one.action.place.line}: {one.why}" for one in described.stale)
        return _Found(tuple(wire), stale=(*early, *_losses(described), str(error)))
    stale = tuple(_stale(planned))
    project = root.generated / provider.name
    package = project / provider.package
    if options.layers == ("wire",) or not package.is_dir() or (stale and options.unless_stale):
        return _Found(tuple(wire), stale=stale)
    with tempfile.TemporaryDirectory() as space:
        new = Path(space) / "new"
        new.mkdir()
        try:
            pipeline.write(planned, new, progress)
        except GeneratorError as error:
            return _Found(tuple(wire), stale=(*stale, str(error)))
        moved = _moved(new, project, provider)
        if not moved:
            unmoved = tuple(felt(change) for change in wire)
            return _Found(unmoved, stale=stale, notes=("client: no file of the package changes",))
        old_plan = pipeline.plan(evolve(described, spec=committed, applied=(), notes=(), stale=()), progress)
        with progress.stage("client"):
            examples = sorted((provider.folder / "examples").glob("*.py"))
            result = layered(
                wire, Client.of(old_plan, package), Client.of(planned, new / provider.package),
                options.layers, examples, options.cache,
            )  # fmt: skip
    changes = result.changes or (_internals(moved),)
    notes = (f"client: {counted(len(moved), 'file')}, {result.notes[0]}", *result.notes[1:])
    return _Found(changes, result.surface, notes, stale, rebuilt=True)


def _internals(moved: Sequence[str]) -> Change:
    text = f"documentation or internals only, {counted(len(moved), 'file')}: {', '.join(moved[:3])}"
    return Change(DOCUMENTATION, "info", "", "", "none", text)


def _committed(provider: Provider) -> Spec:
    path = provider.folder / "openapi.yaml"
    if not path.is_file():
        raise UnusableInput(f"{provider.name}: there is no {path.name} to compare with; run `make regenerate` first.")
    return parse(find_document(read_page(path)), provider.name).data


def _moved(new: Path, project: Path, provider: Provider) -> list[str]:
    """The files of the project that would be written otherwise, the spec and what is about other files left out."""
    before, after = output.files(project), output.files(new)
    own = (*NOT_SURFACE, "openapi.yaml", "edits.json")
    names = [name for name in sorted(before.keys() | after.keys()) if name not in own]
    return [name for name in names if before.get(name) != after.get(name)]


def _stale(planned: Planned) -> Iterator[str]:
    """Fixes that no longer apply, and losses that nobody has looked at."""
    yield from pipeline.account(planned).stale
    named = planned.described.provider.operations
    unnamed = [at.key for at in operations(planned.described.spec) if at.key not in named]
    for note in planned.notes:
        if note.code in STALE_NOTES:
            yield f"provider.yaml: {note.where}: {note.what}{_perhaps(note.where, unnamed)}"
    yield from _losses(evolve(planned.described, notes=planned.notes))


def _perhaps(key: str, unnamed: Sequence[str]) -> str:
    """What an operation that went may be called now, among those that provider.yaml does not name."""
    method, _, path = key.partition(" ")
    same = [one for one in unnamed if one.partition(" ")[0] == method]
    without = {one: _VARIABLE.sub("{}", one) for one in same}
    near = [one for one in same if without[one] == _VARIABLE.sub("{}", key)] or get_close_matches(key, same, 1, 0.7)
    return f"; is it {near[0]} now?" if path and near else ""


def _losses(described: Described) -> Iterator[str]:
    known = {entry.note for entry in described.provider.accept}
    for note in described.notes:
        if note.key not in known and note.code not in (*pipeline.INFORMATION, *STALE_NOTES):
            yield f"{note.key}: {note.what} (accept it in provider.yaml, or mend it in overlay.yaml)"


def _levelled(changes: Iterable[Change], levels: Mapping[str, str]) -> Iterator[Change]:
    """The further layers' findings at the levels that provider.yaml gives them."""
    for change in changes:
        said = levels.get(change.id) if change.id in IDS else change.level
        level = next((known for known in LEVELS if known == said), change.level if said is None else None)
        if level is not None:
            yield evolve(change, level=level)


def _notes(
    provider: Provider, fetched: Sequence[Fetched], lock: Mapping[str, Mapping[str, str]], described: Described,
    changes: Sequence[Change], stale: Sequence[str], client: Sequence[str],
) -> Iterator[str]:  # fmt: skip
    """The lines below the summary: the documents, the overlay, the client, and what to do."""
    states = Counter("unchanged" if one.state == "unchanged" else "changed" for one in fetched)
    yield f"{counted(len(provider.documents), 'document')}, {states['changed']} changed, 0 unreachable"
    keys = {document.name: {at.key for at in operations(document.data)} for document in described.documents}
    for one in fetched:
        if one.state != "unchanged":
            old = str(lock.get(one.source.name, {}).get("canonical_sha256", ""))[:8] or "new"
            hashes = f"{old} -> {one.entry['canonical_sha256'][:8]}"
            here = Counter(change.level for change in changes if change.operation in keys.get(one.source.name, ()))
            said = ", ".join(f"{here[level]} {level}" for level in ("breaking", "risky", "info") if here[level])
            yield f"{one.source.name}  {hashes}  {said or one.state}"
        for hop in one.redirects:
            yield f"  {one.source.name} is redirected to {hop}"
    overlay = provider.folder / "overlay.yaml"
    actions = len(read_overlay(overlay).actions) if overlay.is_file() else 0
    outdated = len(described.stale)
    yield f"overlay: {actions} actions, {outdated} stale; settings: {len(stale) - outdated} stale"
    yield from client
    if stale:
        yield "mend what is stale, commit, then: make drift-accept"
    elif changes or states["changed"]:
        yield "accept: make drift-accept"
        if any(change.level == "breaking" and change.accepted is None for change in changes):
            accept_one = f"python -m generator accept {provider.name} --finding FINGERPRINT --reason WHY --expires DATE"
            yield f"let one pass: {accept_one} (fingerprints: --format json)"


def _locations(provider: Provider, changes: Sequence[Change]) -> dict[str, tuple[str, int]]:
    """Lines of the committed spec, for reports that point into files; what is new is shown where it will be held."""
    text = (provider.folder / "openapi.yaml").read_text(encoding="utf-8")
    wanted = {change.pointer or change.old_pointer or "": change.old_pointer or change.pointer for change in changes}
    lines = lines_of(text, wanted.values())
    return {key: (f"specs/{provider.name}/openapi.yaml", lines[pointer]) for key, pointer in wanted.items()}
