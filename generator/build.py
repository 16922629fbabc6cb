"""The `build` command: from pages to files in place, or to a list of what differs."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from . import changelog, freshness, output, pipeline
from .console import counted
from .errors import UnusableInput
from .ingest.bundle import bundle
from .pipeline import Account, Planned, Progress
from .provenance import NAME as PROVENANCE
from .provenance import built_from
from .provider import adhoc, load_provider
from .provider.settings import Provider
from .report import explanations, headline, report

SPEC_FILES: Final = ("openapi.yaml", "edits.json")
CUT: Final = "document-cut"
KEPT: Final = ("CHANGELOG.md",)
"""Files of a package's project that stay: the build only begins them."""


@frozen
class Root:
    """The project's folders."""

    path: Path

    @property
    def specs(self) -> Path:
        return self.path / "specs"

    @property
    def generated(self) -> Path:
        return self.path / "generated"

    def providers(self, names: Sequence[str] = ()) -> list[Provider]:
        """The providers named, or all. Raises UnusableInput for a name that has no folder."""
        known = sorted(path.parent.name for path in self.specs.glob("*/provider.yaml"))
        if not known:
            raise UnusableInput(
                f"{self.specs}: no provider there; run it in the project's folder, or name that by --root."
            )
        for name in names:
            if name not in known:
                raise UnusableInput(f"{name}: no such provider; there are {', '.join(known)} in specs/.")
        return [load_provider(self.specs / name) for name in (names or known)]


@frozen
class Outcome:
    """What one build came to: its exit code, in a word, in a line, the lines that explain it, the data of `--report`."""

    name: str
    code: int
    result: str
    headline: str
    lines: list[str]
    report: dict[str, Any]


Tell = Callable[[str], object]


def build_provider(root: Root, provider: Provider, tell: Tell, source: Path | None, out: Path | None) -> Outcome:
    """Build one provider and put it in place: in the tree, or all of it in `out`."""
    return build_providers(root, [provider], tell, source=source, out=out)[0]


def build_providers(
    root: Root,
    providers: Sequence[Provider],
    tell: Tell,
    begin: Tell = lambda name: None,
    source: Path | None = None,
    out: Path | None = None,
) -> list[Outcome]:
    """Build providers and put them in place, all of them once the last one is whole; with `out`, one of them there."""
    if out is not None:
        (provider,) = providers
        begin(provider.name)
        progress = Progress(tell)
        return [_finish(_plan(root, provider, source, progress), progress, out, surface_root=root.path)]
    made: list[tuple[Planned, Progress]] = []
    pairs: list[tuple[Path, Path]] = []
    with contextlib.ExitStack() as stack:
        stack.enter_context(output.locked(root.generated, *(provider.folder for provider in providers)))
        for provider in providers:
            begin(provider.name)
            progress = Progress(tell)
            planned = _plan(root, provider, source, progress)
            new = stack.enter_context(output.workspace(root.generated)) / "new"
            _write(planned, new, progress, root.path)
            beside = stack.enter_context(output.workspace(provider.folder))
            pairs += _installation(root, provider, new, beside)
            made.append((planned, progress))
        changed = output.install(pairs)
    return [
        _outcome(planned, progress, "written" if _is_of(root, planned, changed) else "nothing changed")
        for planned, progress in made
    ]


def check_provider(
    root: Root, provider: Provider, tell: Tell, source: Path | None, begin: Tell = lambda name: None
) -> Outcome:
    """Whether what is committed is what the sources give; exit 1 with the names of the files where not."""
    begin(provider.name)
    if source is None and freshness.is_fresh(root.path, provider.folder):
        said = f"{provider.name}: up to date (nothing that decides the output has changed)"
        return Outcome(provider.name, 0, "up to date", said, [], {})
    progress = Progress(tell)
    planned = _plan(root, provider, source, progress)
    with tempfile.TemporaryDirectory() as space:
        new = Path(space) / "new"
        _write(planned, new, progress, root.path)
        differences = _differences(new, provider, root.generated / provider.name)
    moved = f"not up to date: {counted(len(differences), 'file')}" if differences else "up to date"
    outcome = _outcome(planned, progress, moved)
    if differences:
        named = [f"  differs: {name}" for name in differences[:40]]
        return evolve(outcome, code=1, lines=[*outcome.lines, *named, "  run `make regenerate` and commit"])
    if source is None and outcome.code == 0:
        freshness.remember(root.path, provider.folder)
    return outcome


def build_specs(files: Sequence[Path], package: str, out: Path, tell: Tell) -> Outcome:
    """Build a package from documents that have no provider folder."""
    progress = Progress(tell)
    return _finish(plan_specs(files, package, progress), progress, out, surface_root=None)


def plan_specs(files: Sequence[Path], package: str, progress: Progress) -> Planned:
    """The client of documents that have no provider folder."""
    with tempfile.TemporaryDirectory() as folder:
        named_files = adhoc.adhoc_files(files)
        pages, parts = adhoc.adhoc_pages(named_files)
        provider = adhoc.adhoc_provider(package, pages, Path(folder) / package)
        documents, drawn_in = bundle(pipeline.read_documents(pages, progress), named_files)
        for name, error in parts.items():
            if named_files[name].resolve() not in drawn_in:
                raise error
        described = pipeline.describe_documents(provider, pages, documents, progress, keep_both=True)
        title = str(described.spec.get("info", {}).get("title") or package)
        named = evolve(provider, title=title, client=adhoc.client_name(described.spec, package))
        return pipeline.plan(evolve(described, provider=named), progress)


def _plan(root: Root, provider: Provider, source: Path | None, progress: Progress) -> Planned:
    described = pipeline.describe(provider, pipeline.pages_of(provider, source), progress)
    planned = pipeline.plan(described, progress)
    _refuse_new_cuts(planned, built_from(root.generated / provider.name))
    return planned


def _refuse_new_cuts(planned: Planned, known: frozenset[str]) -> None:
    """Raise UnusableInput for a page that is new, cut, and took something with it that nobody has reviewed.

    It would replace a package that was built from a better one. `known` are the hashes of the pages of that one.
    """
    described = planned.described
    pages = {page.name: page.sha256 for page in described.pages}
    witnesses = {document.name: document.witnesses for document in described.documents}
    for note in pipeline.account(planned).losses if known else ():
        document = note.where.partition("#")[0]
        if note.code == CUT and any(pages.get(name) not in known for name in witnesses.get(document, ())):
            raise UnusableInput(
                f"{note.what}. What is committed was built from a better page: fetch this one again, or accept "
                f"{note.key!r} in provider.yaml with a reason."
            )


def _write(planned: Planned, new: Path, progress: Progress, surface_root: Path | None) -> None:
    new.mkdir(parents=True)
    pipeline.write(planned, new, progress, surface_root=surface_root)


def _finish(planned: Planned, progress: Progress, out: Path, *, surface_root: Path | None) -> Outcome:
    """Everything into one folder; what else is in it stays. Raises UnusableInput where that would be overwritten."""
    with output.locked(out), output.workspace(out) as space:
        _write(planned, space / "new", progress, surface_root)
        package = planned.described.provider.package
        new = space / "new"
        _keep(planned.described.provider, out, new)
        alone = [path.name for path in sorted(new.iterdir()) if path.is_file()]
        theirs = [name for name in (package, *alone) if (out / name).exists()]
        if theirs and not (out / PROVENANCE).is_file():
            raise UnusableInput(
                f"{out} holds {theirs[0]}, which is not from a build: give --out a folder that is new or has a build in it."
            )
        changed = output.install([(new / name, out / name) for name in (package, *alone)])
    return _outcome(planned, progress, "written" if changed else "nothing changed")


def _installation(root: Root, provider: Provider, new: Path, beside: Path) -> list[tuple[Path, Path]]:
    """What goes where of a provider's build: the package, and the two files that explain it."""
    target = root.generated / provider.name
    _keep(provider, target, new)
    for name in SPEC_FILES:
        shutil.move(new / name, beside / name)
    return [(new, target), *((beside / name, provider.folder / name) for name in SPEC_FILES)]


def _keep(provider: Provider, target: Path, new: Path) -> None:
    """What grows from version to version: as it stands in `target`, or begun."""
    (new / changelog.NAME).write_text(changelog.first(provider.version), encoding="utf-8")
    for name in KEPT:
        if (target / name).is_file():
            shutil.copyfile(target / name, new / name)


def _is_of(root: Root, planned: Planned, changed: Sequence[Path]) -> bool:
    provider = planned.described.provider
    return any(path == root.generated / provider.name or path.parent == provider.folder for path in changed)


def _differences(new: Path, provider: Provider, target: Path) -> list[str]:
    fresh, committed = output.files(new), output.files(target)
    for name in SPEC_FILES:
        path = provider.folder / name
        if path.is_file():
            committed[name] = path.read_bytes()
    for name in KEPT:
        committed.pop(name, None)
    return sorted(name for name in fresh.keys() | committed.keys() if fresh.get(name) != committed.get(name))


def _outcome(planned: Planned, progress: Progress, changed: str) -> Outcome:
    found: Account = pipeline.account(planned)
    said, lines = headline(planned, found, progress, changed), explanations(found)
    name = planned.described.provider.name
    return Outcome(name, found.exit_code, changed, said, lines, report(planned, found, progress))
