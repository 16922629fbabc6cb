"""What a method gives back: one result for each documented success, and the annotation of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import evolve

from ..lowerings._parts import is_shape
from ..spec.media_types import is_json_lines
from ..spec.openapi import OperationAt
from .client_values import Result
from .media import result_kind, result_rank
from .python_types import Types, says_only_null, split_union

_FIXED: Final = {"text": "str", "bytes": "bytes", "none": "None"}
_EMPTY: Final = ("204", "205")
"""Statuses whose answer has no body (RFC 9110), although some documents give it a schema."""


_FRAME: Final = frozenset(("event", "data", "id", "retry", "comment"))
"""The fields of a server-sent event."""


def results(types: Types, at: OperationAt) -> tuple[Result, ...]:
    """The successes of an operation; where none is documented, what it calls the default.

    HEAD has the headers of an answer, never its body (RFC 9110): there is no JSON to read, whatever the document says.
    """
    responses = at.operation.get("responses", {})
    found = _without_empty([_result(types, status, responses[status]) for status in _successes(responses)])
    if at.method == "head":
        found = [Result(result.status, "", "none", None) if result.kind == "json" else result for result in found]
    if len({result.kind == "events" for result in found if result.kind != "none"}) > 1:
        # A stream is opened before its status is known: beside a plain answer it is a method of its own.
        found = [result for result in found if result.kind != "events"]
    return tuple(found)


def streamed(types: Types, at: OperationAt) -> tuple[Result, ...]:
    """The streams of events that the successes of an operation may be instead of what its method reads."""
    whole = results(types, at)
    if at.method == "head" or all(result.kind in ("events", "none") for result in whole):
        return ()
    responses = at.operation.get("responses", {})
    media = {status: chosen_stream(responses[status]) for status in _successes(responses)}
    found = [_read(types, status, responses[status], name) for status, name in media.items() if name is not None]
    empty = [result for result in whole if result.kind == "none"]
    return tuple(sorted((*found, *empty), key=lambda result: result.status)) if found else ()


def _successes(responses: dict[str, Any]) -> list[str]:
    """The statuses that count as success; where none is documented, what it calls the default."""
    found = sorted(status for status in responses if status.startswith("2")) or _without_success(responses)
    return [status for status in found if status in responses]


def _without_success(responses: dict[str, Any]) -> list[str]:
    """The default counts as success unless a redirection is what is documented: then it is the error."""
    return [] if any(status.startswith("3") for status in responses) else ["default"]


def _without_empty(found: list[Result]) -> list[Result]:
    """A schema of a 204 counts where it is all there is: such a server may answer 200 with it."""
    alone = all(result.status in _EMPTY for result in found)
    return [
        result if result.status not in _EMPTY
        else evolve(result, bare=True) if alone and result.use
        else Result(result.status, "", "none", None)
        for result in found
    ]  # fmt: skip


def _result(types: Types, status: str, response: dict[str, Any]) -> Result:
    media = chosen_result(response)
    if media is None:
        return Result(status, "", "none", None)
    return _read(types, status, response, media)


def _read(types: Types, status: str, response: dict[str, Any], media: str) -> Result:
    use = response["content"][media].get("schema", {})
    if says_only_null(use):
        return Result(status, "", "none", None)
    kind = result_kind(media, use)
    if kind != "events":
        return Result(status, media, kind, use)
    return Result(status, media, kind, use, frame="lines" if is_json_lines(media) else _frame(types, use))


def _frame(types: Types, use: dict[str, Any]) -> str:
    """Whether the schema of a stream is that of a whole event, and what its `data` is then.

    `{event: {const: "thread.created"}, data: {$ref: Thread}}` is how OpenAI types its events, and how OpenAPI 3.2
    does it; most others give the schema of the data alone.
    """
    found = list(_models(types, use))
    data = [model["properties"]["data"] for model in found if "data" in model["properties"]]
    framed = all(len(model["properties"]) > 1 and model["properties"].keys() <= _FRAME for model in found)
    if not framed or not data or not any(model["properties"].keys() - {"data", "id"} for model in found):
        return ""
    return "text" if all(each.get("type") == "string" for each in data) else "json"


def _models(types: Types, use: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The models that a use may be; one without properties for what is no model."""
    for member in types.members(use):
        target = types.target(member) or member
        yield target if "properties" in target else {"properties": {}}


def chosen_result(response: dict[str, Any]) -> str | None:
    """The media type that the method reads, or None for an answer without content."""
    content = response.get("content") or {}
    return min(content, key=lambda media: result_rank(media, content[media].get("schema", {})), default=None)


def chosen_stream(response: dict[str, Any]) -> str | None:
    """The media type of the stream of events that an answer may be, or None."""
    content = response.get("content") or {}
    found = [media for media in content if result_kind(media, content[media].get("schema", {})) == "events"]
    return min(found, key=lambda media: result_rank(media, content[media].get("schema", {})), default=None)


def distinct(uses: Iterable[dict[str, Any] | None]) -> Iterator[dict[str, Any]]:
    """The uses that mean different types."""
    seen: list[dict[str, Any]] = []
    for use in uses:
        if use is None:
            continue
        bare = {key: value for key, value in use.items() if key not in ("description", "title", "example")}
        if bare not in seen:
            seen.append(bare)
            yield use


def is_typed(annotation: str, uses: Iterable[dict[str, Any]]) -> bool:
    """Whether a result with this annotation has a type, or the spec says that it has none."""
    return annotation != "Any" or not any(is_shape(key) for use in uses for key in use)


def returns(types: Types, found: Iterable[Result], unwrapped: dict[str, Any] | None = None) -> str:
    """The annotation of the results; `unwrapped` is what stands for the use of those in an envelope.

    A stream without content (204) is one without events.
    """
    found = list(found)
    if any(result.kind == "events" for result in found):
        return f"EventStream[{event(types, found)}]"
    parts: list[str] = []
    for result in found:
        use = result.use or {}
        if result.kind == "json":
            texts = split_union(types.annotation(use if unwrapped is None else unwrapped))
        else:
            texts = [_FIXED[result.kind]]
        if result.kind == "json" and result.bare:
            texts = [*texts, "None"]
        parts += [text for text in texts if text not in parts]
    return _union(parts)


def event(types: Types, found: Iterable[Result]) -> str:
    """The annotation of what a stream gives."""
    parts: list[str] = []
    for result in found:
        if result.kind == "events":
            parts += [text for text in split_union(types.annotation(result.use or {})) if text not in parts]
    return _union(parts)


def _union(parts: list[str]) -> str:
    if set(parts) <= {"Any", "None"}:
        return "Any" if "Any" in parts else "None"
    return " | ".join(sorted(parts, key=lambda part: (part == "None", part == "Any")))
