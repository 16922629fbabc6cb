"""Taking over what upstream has now: pages, lock, spec, package, surface, version and changelog in one go.

All or nothing: what stood there is put back when any step fails. The tree has to be clean before, so that
the difference afterwards is the drift and nothing else.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import evolve, frozen

from .. import changelog, output
from ..build import Root, build_provider
from ..errors import UnusableInput
from ..fetch import read_lock, write_accepted, write_fetched
from ..fetch.witnesses import drop_outdated
from ..pipeline import Progress
from ..provider import load_provider
from ..provider.revise import revised
from ..provider.settings import Provider
from .accept import Acceptance, read_acceptances
from .compare import LEVELS
from .upstream import Drift, Options, drift_provider


@frozen
class Adopted:
    """What became of one provider."""

    code: int
    lines: tuple[str, ...]


def require_clean(root: Path) -> None:
    """Raise UnusableInput unless the project is under version control with nothing uncommitted."""
    command = ["git", "-C", str(root), "status", "--porcelain", "--", "."]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnusableInput(f"git cannot tell whether {root} is clean ({error}); nothing was changed.") from None
    if done.returncode:
        raise UnusableInput(f"git cannot tell whether {root} is clean: {done.stderr.strip()}\nNothing was changed.")
    dirty = done.stdout.splitlines()
    if dirty:
        shown = "\n".join(f"  {line}" for line in dirty[:5])
        raise UnusableInput(f"the tree is not clean; commit or put away what is changed, then run it again:\n{shown}")


def adopt(root: Root, provider: Provider, options: Options, progress: Progress) -> Adopted:
    """Take over the documents of a provider, unless something has to be mended by hand before.

    Raises Unreachable, UnusableInput or IncompletePackage with everything as it was.
    """
    drift = drift_provider(root, provider, evolve(options, unless_stale=True), progress)
    in_the_way = [line for line in drift.report.stale if not line.startswith(f"{provider.name}/lock.json: ")]
    if in_the_way:
        return Adopted(
            3,
            (
                f"{provider.name}: nothing was changed; mend this in specs/{provider.name}/ first, and commit:",
                *(f"  {line}" for line in in_the_way),
            ),
        )
    if not drift.rebuilt and all(one.state == "unchanged" for one in drift.fetched):
        return Adopted(0, (f"{provider.name}: nothing to take over",))
    with _all_or_nothing(provider.folder, root.generated / provider.name):
        lines = tuple(_take(root, provider, drift, options.today, progress))
    return Adopted(0, lines)


def _take(root: Root, provider: Provider, drift: Drift, today: datetime.date, progress: Progress) -> Iterator[str]:
    report = drift.report
    version = report.next_version.version if report.next_version and drift.rebuilt else None
    settings = provider.folder / "provider.yaml"
    output.replace_file(settings, revised(settings.read_text(encoding="utf-8"), version=version))
    write_fetched(provider, drift.fetched)
    for line in drop_outdated(provider, drift.fetched):
        yield f"  {line}"
    if read_lock(provider.folder)["accepted"]:
        write_accepted(provider.folder, [])
        yield "  the accepted findings are taken over with the rest; lock.json lists none any more"
    fresh = load_provider(provider.folder)
    outcome = build_provider(root, fresh, progress.tell, None, None)
    if outcome.code:
        raise UnusableInput("\n".join([outcome.headline, *outcome.lines]))
    if version is not None:
        path = root.generated / provider.name / changelog.NAME
        named = [one.source.name for one in drift.fetched if one.state != "unchanged"]
        told = path.read_text(encoding="utf-8")
        changes = [pair for group in report.folded().values() for pair in group]
        changes.sort(key=lambda pair: LEVELS.index(pair[0].level))
        path.write_text(changelog.added(told, version, today, changes, documents=named), encoding="utf-8")
    yield f"{provider.name}: " + (f"version {version}, {_reason(drift)}" if version else "the package stays as it is")


def _reason(drift: Drift) -> str:
    return drift.report.next_version.reason if drift.report.next_version else ""


@contextmanager
def _all_or_nothing(*folders: Path) -> Iterator[None]:
    """Put the folders back as they were when the work inside fails."""
    before = {folder: output.files(folder) for folder in folders}
    try:
        yield
    except BaseException:
        for folder, files in before.items():
            now = output.files(folder)
            for name in now.keys() - files.keys():
                (folder / name).unlink()
            for name, data in files.items():
                if now.get(name) != data:
                    (folder / name).parent.mkdir(parents=True, exist_ok=True)
                    (folder / name).write_bytes(data)
            if not files:
                shutil.rmtree(folder, ignore_errors=True)
        raise


def let_pass(provider: Provider, fingerprint: str, reason: str, expires: datetime.date, found: str) -> str:
    """Enter a finding among the accepted ones of lock.json; `found` is its id. Returns what to print."""
    where = f"{provider.name}/lock.json"
    entries = read_acceptances(read_lock(provider.folder)["accepted"], where)
    kept = [entry for entry in entries if entry.fingerprint != fingerprint]
    added = [*kept, Acceptance(fingerprint, found, reason, expires)]
    write_accepted(provider.folder, [entry.as_data() for entry in sorted(added, key=lambda one: one.fingerprint)])
    return f"{where}: {found} {fingerprint} passes until {expires}: {reason}"
