"""Bodies, responses and headers as the walk compares them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..spec import openapi
from ..spec.openapi import mapping
from .catalogue import Direction
from .operations import Operation, media_name
from .record import Record
from .side import Side
from .view import At


def compare_body(record: Record, old: Operation, new: Operation, direction: Direction) -> None:
    before, after = (_follow(record, side, one) for side, one in ((record.old, old), (record.new, new)))
    if before is None and after is None:
        return
    if before is None or after is None:
        required = after is not None and after[0].get("required") is True
        name = "removed" if after is None else "added-required" if required else "added-optional"
        at = (before or ({}, old.pointer))[1], (after or ({}, new.pointer))[1]
        record.say(f"request-body-{name}", new.key, *at, where="body", direction="request")
        return
    was, is_now = (one[0].get("required") is True for one in (before, after))
    if was != is_now:
        name = "request-body-became-required" if is_now else "request-body-became-optional"
        record.say(name, new.key, before[1], after[1], old=was, new=is_now, where="body", direction="request")
    _content(record, before, after, new.key, direction, "body")


def _follow(record: Record, side: Side, operation: Operation) -> tuple[dict[str, Any], str] | None:
    if operation.node.get("requestBody") is None:
        return None
    node, pointer = side.follow(operation.node["requestBody"], openapi.join(operation.pointer, "requestBody"))
    return (node, pointer) if isinstance(node, dict) else None


def compare_payload(record: Record, old: Operation, new: Operation) -> None:
    """The body of a webhook or callback: it flows to the caller, as a response does."""
    before, after = (_follow(record, side, one) for side, one in ((record.old, old), (record.new, new)))
    if before is None or after is None:
        if before is not after:
            at = (before or ({}, old.pointer))[1], (after or ({}, new.pointer))[1]
            name = "webhook-body-added" if before is None else "webhook-body-removed"
            record.say(name, new.key, *at, where="body", direction="response")
        return
    was, is_now = (one[0].get("required") is True for one in (before, after))
    if was != is_now:
        name = "webhook-body-became-required" if is_now else "webhook-body-became-optional"
        record.say(name, new.key, before[1], after[1], old=was, new=is_now, where="body", direction="response")
    _content(record, before, after, new.key, "response", "body")


def compare_responses(record: Record, old: Operation, new: Operation) -> None:
    before, after = mapping(old.node, "responses"), mapping(new.node, "responses")
    had, has = ({str(status).upper(): status for status in one} for one in (before, after))
    for status in [*had, *(status for status in has if status not in had)]:
        at = [
            openapi.join(one.pointer, "responses", str(names.get(status, status)))
            for one, names in ((old, had), (new, has))
        ]
        if status in had and status in has:
            pair = record.old.follow(before[had[status]], at[0]), record.new.follow(after[has[status]], at[1])
            if isinstance(pair[0][0], dict) and isinstance(pair[1][0], dict):
                _content(record, *pair, new.key, "response", status.lower())
                _headers(record, *pair, new.key, status.lower())
        elif status[:1].isdigit():
            what = "removed" if status in had else "added"
            success = "success" if status.startswith("2") else "non-success"
            record.say(
                f"response-{success}-status-{what}",
                new.key,
                *at,
                about=status,
                where=status,
                direction="response",
            )


def _headers(record: Record, old: At, new: At, operation: str, status: str) -> None:
    before, after = ({name.lower(): (name, node) for name, node in mapping(one[0], "headers").items()
                      if isinstance(name, str)} for one in (old, new))  # fmt: skip
    for name in [*before, *(name for name in after if name not in before)]:
        if name == "content-type":
            continue
        ends = [
            side.follow(names[name][1], openapi.join(at[1], "headers", names[name][0])) if name in names else None
            for side, at, names in ((record.old, old, before), (record.new, new, after))
        ]
        _header(record, name, ends[0], ends[1], (old[1], new[1]), operation, status)


def _header(
    record: Record,
    name: str,
    old: At | None,
    new: At | None,
    above: tuple[str, str],
    operation: str,
    status: str,
) -> None:
    where = f"{status} header {name}"
    required = [end is not None and isinstance(end[0], dict) and end[0].get("required") is True for end in (old, new)]
    at = old[1] if old else above[0], new[1] if new else above[1]
    if old is None or new is None:
        need = "required" if required[0] else "optional"
        what = "response-header-added" if old is None else f"{need}-response-header-removed"
        record.say(what, operation, *at, about=name, where=where, direction="response")
        return
    if required[0] != required[1]:
        what = "response-header-became-required" if required[1] else "response-header-became-optional"
        record.say(what, operation, *at, about=name, where=where, direction="response")
    if isinstance(old[0], dict) and isinstance(new[0], dict) and "schema" in old[0] and "schema" in new[0]:
        schemas = [(end[0]["schema"], openapi.join(end[1], "schema")) for end in (old, new)]
        record.root(schemas[0], schemas[1], operation, "response", "header", where, untyped=True)


def _content(record: Record, old: At, new: At, operation: str, direction: Direction, where: str) -> None:
    before, after = (
        {media_name(name): (name, node) for name, node in mapping(one[0], "content").items() if isinstance(name, str)}
        for one in (old, new)
    )
    pairs = _media_pairs(list(before), list(after))
    prefix = "request-body-media-type" if direction == "request" else "response-media-type"

    def say(name: str, was: str | None, is_now: str | None) -> None:
        record.say(
            name, operation, old[1], new[1], old=was, new=is_now, about=is_now or was or "", where=where,
            direction=direction,
        )  # fmt: skip

    for name in before:
        if name not in pairs:
            say(f"{prefix}-removed", before[name][0], None)
    for name in after:
        if name not in pairs.values():
            say(f"{prefix}-added", None, after[name][0])
    for was, is_now in pairs.items():
        if was != is_now:
            say(_media_renamed(prefix, was, is_now), was, is_now)
        ends = [
            (end[1], openapi.join(at[1], "content", end[0])) for end, at in ((before[was], old), (after[is_now], new))
        ]
        _media(record, ends[0], ends[1], operation, direction, where, is_now)


def _media(record: Record, old: At, new: At, operation: str, direction: Direction, where: str, media: str) -> None:
    if not isinstance(old[0], dict) or not isinstance(new[0], dict):
        return
    label = f"{where} {media}" if media != "application/json" else where
    encodings = [_wire_encoding(end[0]) for end in (old, new)]
    if direction == "request" and encodings[0] != encodings[1]:
        record.say("request-body-encoding-changed", operation, old[1], new[1], where=label, direction="request")
    schemas = [(end[0]["schema"], openapi.join(end[1], "schema")) if "schema" in end[0] else None for end in (old, new)]
    if schemas[0] is not None and schemas[1] is not None:
        text = not ("json" in media or "xml" in media)
        record.root(schemas[0], schemas[1], operation, direction, "body", label, untyped=text, xml="xml" in media)
    elif schemas[0] is not schemas[1] and media not in ("application/octet-stream", "*/*"):
        what = "added" if schemas[0] is None else "removed"
        record.say(
            f"{direction}-body-media-type-schema-{what}", operation, old[1], new[1], about=media, where=label,
            direction=direction,
        )  # fmt: skip


def _media_pairs(old: list[str], new: list[str]) -> dict[str, str]:
    """Old media types to new: the same, then the same but for parameters, then one that contains the other."""
    pairs = {name: name for name in old if name in new}
    tests: tuple[Callable[[str, str], bool], ...] = (
        lambda one, other: one.partition(";")[0] == other.partition(";")[0],
        lambda one, other: _holds(one, other) or _holds(other, one),
    )
    for test in tests:
        for name in old:
            rest = [other for other in new if other not in pairs.values() and name not in pairs and test(name, other)]
            if rest:
                pairs[name] = rest[0]
    return pairs


def _holds(wide: str, narrow: str) -> bool:
    kind, _, sub = wide.partition(";")[0].partition("/")
    return sub == "*" and (kind == "*" or narrow.startswith(kind + "/"))


def _media_renamed(prefix: str, was: str, is_now: str) -> str:
    if was.partition(";")[0] == is_now.partition(";")[0]:
        return f"{prefix}-name-changed"
    if prefix.startswith("request"):
        return f"{prefix}-name-changed" if _holds(is_now, was) else f"{prefix}-removed"
    return f"{prefix}-name-generalized" if _holds(is_now, was) else f"{prefix}-name-specialized"


def _wire_encoding(media: dict[str, Any]) -> dict[str, dict[str, Any]]:
    keys = ("contentType", "style", "explode", "allowReserved")
    return {
        str(name): {key: node[key] for key in keys if key in node}
        for name, node in mapping(media, "encoding").items()
        if isinstance(node, dict) and any(key in node for key in keys)
    }
