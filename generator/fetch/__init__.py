"""The published documents into `source/`, and what was fetched into `lock.json`.

A lock holds, for each document, its URL, the hashes of the bytes and of what they say, ETag, date and size;
and the drift findings that a person accepted (generator/drift/accept.py). Everything is fetched before
anything is written: one document that cannot be had leaves all as they were.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from ..errors import Unreachable, UnusableInput
from ..ingest import find_document, read_page, read_text_page
from ..output import replace_file
from ..provider.settings import Provider, Source
from ..repair import parse
from ..spec.openapi import leads, references
from ..values import Document, Page, Spec
from .download import Downloaded, Limits, download

State: TypeAlias = Literal["unchanged", "reformatted", "changed", "new"]

LOCK: Final = "lock.json"


@frozen
class Fetched:
    """One document as it is upstream now. `page` is the committed one where the server says it is the same.

    `state` is `reformatted` where other bytes say the same. `entry` is its part of the lock.
    """

    source: Source
    state: State
    page: Page
    entry: dict[str, Any]
    content: bytes
    redirects: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """For the report: the name, the hashes, and where it was redirected."""
        via = "".join(f" -> {hop}" for hop in self.redirects)
        return f"{self.source.name}  {self.state}  {self.entry['canonical_sha256'][:8]}{via}"


def read_lock(folder: Path) -> dict[str, Any]:
    """The lock of a provider; empty where there is none yet. Raises UnusableInput for one that is broken."""
    path = folder / LOCK
    if not path.is_file():
        return {"documents": {}, "accepted": []}
    try:
        lock = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise UnusableInput(f"{path} cannot be read ({error}); restore it from version control.") from None
    if not isinstance(lock, dict) or not isinstance(lock.get("documents", {}), dict):
        raise UnusableInput(f"{path} is not a lock file; restore it from version control.")
    return {**lock, "documents": lock.get("documents", {}), "accepted": lock.get("accepted", [])}


def canonical_sha256(data: Spec) -> str:
    """The hash of what a document says, whatever its spacing, the order of its keys, JSON or YAML."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fetch_provider(
    provider: Provider, *, today: datetime.date, limits: Limits | None = None, only: Iterable[str] = ()
) -> list[Fetched]:
    """Every document of a provider, into memory; `only` names some of them.

    Raises Unreachable that names each document that cannot be had, and what to try.
    """
    lock = read_lock(provider.folder)["documents"]
    wanted = set(only)
    fetched: list[Fetched] = []
    problems: list[str] = []
    for source in provider.documents:
        if source.url is None or (wanted and source.name not in wanted):
            continue
        try:
            entry = lock.get(source.name)
            fetched.append(_fetch(provider.folder, source, entry if isinstance(entry, dict) else {}, today, limits))
        except Unreachable as error:
            problems.append(str(error))
    if problems:
        raise Unreachable("\n".join(problems))
    return fetched


def _fetch(folder: Path, source: Source, entry: dict[str, Any], today: datetime.date, limits: Limits | None) -> Fetched:
    assert source.url is not None
    path = folder / "source" / source.sources[0]
    old = path.read_bytes() if path.is_file() else None
    intact = old is not None and hashlib.sha256(old).hexdigest() == entry.get("raw_sha256")
    answer = download(source.name, source.url, conditions=_conditions(source, entry, intact), limits=limits)
    if answer.content is None:
        if old is None or not intact:
            raise Unreachable(f"{source.name}: {source.url} answered 304 to a request that did not ask; try again.")
        return Fetched(source, "unchanged", read_text_page(path.name, old, source.url), entry, old, answer.redirects)
    page, document = _document(source, path.name, answer)
    data, known = document.data, _committed(path.name, old)
    before = None if known is None else known.data
    broken = None if known is None or old is None else _what_broke(known, old, document, answer.content)
    if broken is not None:
        raise Unreachable(
            f"{source.name}: {answer.url} serves a broken copy: {broken}\n"
            "Try again later, or look whether the document moved.\nThe copy in source/ is as it was."
        )
    if before is not None and not _is_same_api(before, data):
        raise Unreachable(
            f"{source.name}: {answer.url} now serves another document, {_title(data)!r} instead of "
            f"{_title(before)!r}; look for the new URL and set it in provider.yaml.\nThe copy in source/ is as it was."
        )
    fresh = _entry(source, page, data, answer.content, today)
    fresh |= {"etag": answer.etag, "last_modified": answer.last_modified}
    state = _state(fresh, old, before)
    if state == "unchanged":
        fresh["date"] = entry.get("date", fresh["date"])
    return Fetched(source, state, page, fresh, answer.content, answer.redirects)


def recorded(provider: Provider, today: datetime.date) -> list[Fetched]:
    """The committed pages as if fetched, for the lock: of documents without a URL, or put in source/ by hand.

    Raises UnusableInput for a page that is not there or holds no document.
    """
    lock = read_lock(provider.folder)["documents"]
    found: list[Fetched] = []
    for source in provider.documents:
        path = provider.folder / "source" / source.sources[0]
        page, content = read_page(path), path.read_bytes()
        entry = _entry(source, page, parse(find_document(page), source.name).data, content, today)
        before = lock.get(source.name)
        known = isinstance(before, dict) and before.get("raw_sha256") == entry["raw_sha256"]
        if isinstance(before, dict) and known and before.get("url") == source.url:
            entry |= {key: before[key] for key in ("etag", "last_modified", "date") if key in before}
        found.append(Fetched(source, "unchanged", page, entry, content))
    return found


def _conditions(source: Source, entry: dict[str, Any], intact: bool) -> dict[str, str]:
    if not intact or entry.get("url") != source.url:
        return {}
    named = (("If-None-Match", "etag"), ("If-Modified-Since", "last_modified"))
    return {header: entry[key] for header, key in named if isinstance(entry.get(key), str)}


def _document(source: Source, name: str, answer: Downloaded) -> tuple[Page, Document]:
    assert answer.content is not None
    try:
        page = read_text_page(name, answer.content, source.url)
        return page, parse(find_document(page), source.name)
    except UnusableInput as error:
        raise Unreachable(
            f"{source.name}: {answer.url} answers, but not with an API description: {error}\n"
            "Open the URL in a browser and look for the new one.\nThe copy in source/ is as it was."
        ) from None


def _committed(name: str, content: bytes | None) -> Document | None:
    if content is None:
        return None
    try:
        return parse(find_document(read_text_page(name, content)), name)
    except UnusableInput:
        return None


def _what_broke(known: Document, old: bytes, document: Document, content: bytes) -> str | None:
    """What a document lost on its way here, which its copy in source/ has; None for a whole one.

    A YAML document that was cut between two lines shows by being the beginning of the copy, and by what it refers
    to and does not have.
    """
    lost = next((note.what for note in document.notes if note.code not in {one.code for one in known.notes}), None)
    if lost is None and old.startswith(content):
        gone = next(
            (ref for _, ref in references(document.data) if leads(known.data, ref) > leads(document.data, ref)), None
        )
        lost = gone and f"it ends early, and {gone!r} leads to nothing in it"
    return lost


def _is_same_api(old: Spec, new: Spec) -> bool:
    """Whether two documents describe one API: the title stayed, or a path did."""
    paths = [spec.get("paths") for spec in (old, new)]
    shared = isinstance(paths[0], dict) and isinstance(paths[1], dict) and bool(paths[0].keys() & paths[1].keys())
    return shared or _title(old) == _title(new)


def _title(spec: Spec) -> str:
    info = spec.get("info")
    return str(info.get("title", "")) if isinstance(info, dict) else ""


def _entry(source: Source, page: Page, data: Spec, content: bytes, today: datetime.date) -> dict[str, Any]:
    info = data.get("info")
    paths = data.get("paths")
    return {
        "url": source.url,
        "file": source.sources[0],
        "raw_sha256": page.sha256,
        "canonical_sha256": canonical_sha256(data),
        "etag": None,
        "last_modified": None,
        "date": today.isoformat(),
        "bytes": len(content),
        "version": str(info.get("version", "")) if isinstance(info, dict) else "",
        "paths": len(paths) if isinstance(paths, dict) else 0,
    }


def _state(fresh: dict[str, Any], old: bytes | None, before: Spec | None) -> State:
    if old is None:
        return "new"
    if hashlib.sha256(old).hexdigest() == fresh["raw_sha256"]:
        return "unchanged"
    same = before is not None and canonical_sha256(before) == fresh["canonical_sha256"]
    return "reformatted" if same else "changed"


def write_fetched(provider: Provider, fetched: Iterable[Fetched]) -> list[Path]:
    """Put the pages into `source/` and their entries into the lock; returns the files that are other than before.

    Each file is written whole and then put in place, the lock last.
    """
    lock = read_lock(provider.folder)
    before = _lock_text(lock)
    written: list[Path] = []
    for one in fetched:
        lock["documents"][one.source.name] = one.entry
        path = provider.folder / "source" / one.source.sources[0]
        if one.state != "unchanged":
            replace_file(path, one.content)
            written.append(path)
    path = provider.folder / LOCK
    if _lock_text(lock) != before or not path.is_file():
        replace_file(path, _lock_text(lock))
        written.append(path)
    return written


def write_accepted(folder: Path, entries: list[dict[str, str]]) -> None:
    """Set the accepted findings of a lock; what was fetched stays."""
    replace_file(folder / LOCK, _lock_text({**read_lock(folder), "accepted": entries}))


def _lock_text(lock: dict[str, Any]) -> str:
    ordered = {**lock, "documents": dict(sorted(lock["documents"].items()))}
    return json.dumps(ordered, indent=2, ensure_ascii=False) + "\n"
