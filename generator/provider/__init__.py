"""The settings of one provider: `specs/<provider>/provider.yaml`, written by hand, read strictly.

    title: Pictures               # of the API; replaces the titles of the documents
    package: pictures_client      # import name of the package
    client: Pictures              # class names: Pictures, AsyncPictures, PicturesError
    env: PICTURES                 # PICTURES_API_KEY, PICTURES_BASE_URL, PICTURES_LOG
    version: 0.1.0                # of the package
    documents:                    # in any order
      - {name: elements, url: https://..., sources: [elements.1.txt, elements.2.txt]}
    operations:                   # operation -> resource.method; `result` is the envelope property to unwrap
      GET /elements/{id}: {method: elements.get, result: user_loras_by_pk}
    names:                        # class name -> a place where a caller meets it (a use path)
      Element: GET /elements 200 /loras/[]
    waiters:                      # jobs; `status` is below the result, `id` below the result of `create`
      - {resource: generations, method: wait, poll: GET /generations/{id}, status: /status,
         success: [COMPLETE], failure: [FAILED], interval: 2, growth: 1.5, max_interval: 20, jitter: 0.2,
         create: POST /generations, id: /generationId}
    paginators:
      GET /generations/user/{userId}: {style: offset, offset: offset, limit: limit, page_size: 10}
      GET /models: {style: cursor, cursor: pageToken, next: /nextPageToken, limit: pageSize, page_size: 100}
    webhooks: {scheme: bearer, header: Authorization, type: /type, data: /data/object,
               events: {image_generation.complete: Generation}}
    limits: {per_minute: 2000, create_per_minute: 100, concurrent: 10}
    levels: {change-id: info}     # drift: levels that differ from the table
    accept:                       # losses that are known, each with its reason
      - {note: document-cut models#/components, reason: ...}

A use path is `METHOD /path PLACE [POINTER]`; PLACE is `body`, a status, `query.NAME`, `path.NAME` or
`header.NAME`; the steps of POINTER are property names, escaped as in a JSON Pointer, `[]` for the items of an
array, `{}` for the values of a map, `|N` for a member of a union. References and `allOf` are no steps.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit

from .handwritten import Table, read_table
from .settings import Accept, Method, Paginator, Provider, Source, Waiter, Webhooks

OPERATION: Final = re.compile(r"[A-Z][A-Z0-9_-]* /\S*")
USE_PATH: Final = re.compile(r"[A-Z][A-Z0-9_-]* /\S* (body|default|[1-5](\d\d|XX)|(query|path|header)\.\S+)( /.*)?")
CLASS: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
MODULE: Final = re.compile(r"[a-z][a-z0-9_]*")
POINTER: Final = re.compile(r"(/[^/\s]+)+")

LIMITS: Final = ("per_minute", "create_per_minute", "concurrent")
LEVELS: Final = ("breaking", "risky", "info", "none")


def load_provider(folder: Path) -> Provider:
    """Read the settings of a provider. Raises UnusableInput with file and line for the first mistake."""
    table = read_table(folder / "provider.yaml")
    table.allow(
        "title", "package", "client", "env", "version", "documents", "operations", "names", "waiters",
        "paginators", "webhooks", "limits", "levels", "accept",
    )  # fmt: skip
    operations = dict(_operations(table))
    return Provider(
        folder=folder,
        title=table.text("title"),
        package=_identifier(table, "package"),
        client=_match(table, "client", CLASS, "a class name such as PetStore"),
        env=_match(table, "env", re.compile(r"[A-Z][A-Z0-9_]*"), "an upper-case word such as PET_STORE"),
        version=_match(table, "version", re.compile(r"\d+\.\d+\.\d+"), "a version such as 0.1.0, in quotes"),
        documents=tuple(_documents(table)),
        operations=operations,
        names=dict(_names(table)),
        waiters=tuple(_waiter(entry, operations) for entry in table.tables("waiters")) if "waiters" in table else (),
        paginators=dict(_paginators(table, operations)),
        webhooks=_webhooks(table.table("webhooks")) if "webhooks" in table else None,
        limits=dict(_limits(table)),
        levels=dict(_levels(table)),
        accept=tuple(_accept(table)),
    )


def _match(table: Table, key: str, pattern: re.Pattern[str], what: str) -> str:
    if key not in table:
        raise table.error(None, f"{key} is missing: {what}")
    value = table.text(key)
    if not pattern.fullmatch(value):
        raise table.error(key, f"{value!r} is not {what}")
    return value


def _identifier(table: Table, key: str) -> str:
    value = _match(table, key, MODULE, "a Python name in lower case such as petstore_client")
    if keyword.iskeyword(value):
        raise table.error(key, f"{value!r} is a keyword of Python")
    return value


def _section(table: Table, key: str) -> Iterator[tuple[str, Table]]:
    """(key, mapping) of each entry of an optional section."""
    if key in table:
        section = table.table(key)
        for name in section.keys():  # noqa: SIM118 -- a method that checks, not a dict's
            yield name, section.table(name)


def _documents(table: Table) -> Iterator[Source]:
    seen: set[str] = set()
    for entry in table.tables("documents"):
        entry.allow("name", "url", "sources")
        name = _match(entry, "name", re.compile(r"[a-z0-9][a-z0-9_-]*"), "a plain lower-case name")
        if name in seen:
            raise entry.error("name", f"{name!r} is named twice: a second copy goes into `sources`")
        seen.add(name)
        for source in entry.texts("sources"):
            if PurePosixPath(source).name != source or "\\" in source:
                raise entry.error("sources", f"{source!r} must be the name of a file in source/, without a path")
        url = entry.text("url") if "url" in entry else None
        if url is not None and not _is_address(url):
            raise entry.error("url", f"{url!r} is no https address")
        yield Source(name, url, entry.texts("sources"))
    if not seen:
        raise table.error("documents", "must name at least one document")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # half an IPv6 address: `https://[x`
        return False
    return parts.scheme in ("https", "http") and bool(parts.netloc)


def _operations(table: Table) -> Iterator[tuple[str, Method]]:
    seen: dict[str, str] = {}
    for key, entry in _section(table, "operations"):
        if not OPERATION.fullmatch(key):
            raise entry.error(None, f"{key!r} is no operation such as GET /elements/{{id}}")
        entry.allow("method", "result")
        resource, _, name = _match(
            entry, "method", re.compile(rf"({MODULE.pattern}\.)+{MODULE.pattern}"), "resource.method"
        ).rpartition(".")
        if any(keyword.iskeyword(part) for part in (*resource.split("."), name)):
            raise entry.error("method", f"{resource}.{name} has a keyword of Python in it")
        if other := seen.get(f"{resource}.{name}"):
            raise entry.error("method", f"{resource}.{name} is the name of {other} already")
        seen[f"{resource}.{name}"] = key
        yield key, Method(resource, name, entry.text("result") if "result" in entry else None)


def _names(table: Table) -> Iterator[tuple[str, str]]:
    if "names" not in table:
        return
    section = table.table("names")
    uses: dict[str, str] = {}
    for name in section.keys():  # noqa: SIM118 -- a method that checks, not a dict's
        use = section.text(name)
        if not CLASS.fullmatch(name) or keyword.iskeyword(name):
            raise section.error(name, "is not a class name in PascalCase")
        if not USE_PATH.fullmatch(use):
            raise section.error(name, f"{use!r} is no use path such as GET /elements 200 /loras/[]")
        if use in uses:
            raise section.error(name, f"{use!r} is named {uses[use]} already")
        uses[use] = name
        yield name, use


def _waiter(entry: Table, operations: Mapping[str, Any]) -> Waiter:
    entry.allow(
        "resource", "method", "poll", "status", "success", "failure", "interval", "growth", "max_interval",
        "jitter", "timeout", "create", "id",
    )  # fmt: skip
    if ("create" in entry) != ("id" in entry):
        raise entry.error(None, "`create` and `id` go together")
    waiter = Waiter(
        resource=_match(entry, "resource", re.compile(rf"{MODULE.pattern}(\.{MODULE.pattern})*"), "a resource"),
        method=_identifier(entry, "method"),
        poll=_operation(entry, "poll", operations),
        status=_match(entry, "status", POINTER, "a pointer such as /status"),
        success=entry.texts("success"),
        failure=entry.texts("failure"),
        interval=entry.number("interval"),
        growth=entry.number("growth", 1.5),
        max_interval=entry.number("max_interval", 30),
        jitter=entry.number("jitter", 0.2),
        timeout=entry.number("timeout", 600),
        create=_operation(entry, "create", operations) if "create" in entry else None,
        id=_match(entry, "id", POINTER, "a pointer such as /generationId") if "id" in entry else None,
    )
    if waiter.growth < 1 or waiter.jitter > 1 or waiter.max_interval < waiter.interval:
        raise entry.error(None, "growth is at least 1, jitter at most 1, max_interval at least interval")
    return waiter


def _operation(entry: Table, key: str, operations: Mapping[str, Any]) -> str:
    value = entry.text(key)
    if value not in operations:
        raise entry.error(key, f"{value!r} is not among `operations`")
    return value


def _paginators(table: Table, operations: Mapping[str, Any]) -> Iterator[tuple[str, Paginator]]:
    needed = {"offset": ("offset",), "page": ("page",), "cursor": ("cursor", "next")}
    for key, entry in _section(table, "paginators"):
        if key not in operations:
            raise entry.error(None, f"{key!r} is not among `operations`")
        style: Any = entry.text("style")
        if style not in needed:
            raise entry.error("style", f"{style!r} is not one of {', '.join(needed)}")
        entry.allow("style", "limit", "page_size", *needed[style])
        size = entry.number("page_size")
        if not isinstance(size, int):
            raise entry.error("page_size", "must be a whole number")
        parts = {part: entry.text(part) for part in needed[style]}
        if "next" in parts:
            parts["next"] = _match(entry, "next", POINTER, "a pointer such as /nextPageToken")
        yield key, Paginator(style, entry.text("limit"), size, **parts)


def _webhooks(entry: Table) -> Webhooks:
    entry.allow("scheme", "header", "type", "data", "events")
    if entry.text("scheme") != "bearer":
        raise entry.error("scheme", "only bearer is known")
    events = entry.table("events")
    found = {event: events.text(event) for event in events.keys()}  # noqa: SIM118 -- a method that checks
    for event, what in found.items():
        if not CLASS.fullmatch(what) and not USE_PATH.fullmatch(what):
            raise events.error(event, f"{what!r} is neither a class name nor a use path")
    data = _match(entry, "data", POINTER, "a pointer such as /data/object") if "data" in entry else None
    return Webhooks("bearer", entry.text("header"), _match(entry, "type", POINTER, "a pointer"), data, found)


def _limits(table: Table) -> Iterator[tuple[str, float]]:
    if "limits" in table:
        section = table.table("limits")
        section.allow(*LIMITS)
        for name in section.keys():  # noqa: SIM118 -- a method that checks, not a dict's
            yield name, section.number(name)


def _levels(table: Table) -> Iterator[tuple[str, str]]:
    if "levels" in table:
        section = table.table("levels")
        for name in section.keys():  # noqa: SIM118 -- a method that checks, not a dict's
            if section.text(name) not in LEVELS:
                raise section.error(name, f"must be one of {', '.join(LEVELS)}")
            yield name, section.text(name)


def _accept(table: Table) -> Iterator[Accept]:
    if "accept" not in table:
        return
    for entry in table.tables("accept"):
        entry.allow("note", "reason")
        if " " not in entry.text("note"):
            raise entry.error("note", "must be the code of a note and where, as the build prints it")
        yield Accept(entry.text("note"), entry.text("reason"), entry.place("note").line)
