"""Request bodies and answers: what Swagger 2 says in parameters, `consumes` and `produces`, as content by media type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from .lists import Value, written
from .schemas import FILE, schema_of, value_of
from .words import FORM, MULTIPART, form

JSON: Final = "application/json"
ANY: Final = "*/*"
"""What an answer has where nothing says what is produced: 2.0 has no default, and converters write this."""
Lost = Callable[[str, Value], dict[str, Any]]
"""Names what a value lost, at an index, and gives the fields that tell a caller."""


def media_types(*said: Any) -> list[str]:
    """The first of `consumes` (or `produces`) that is there: of the operation, else of the document."""
    listed = next((each for each in said if each is not None), None)
    listed = [listed] if isinstance(listed, str) else listed
    found = [each.strip() for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
    return list(dict.fromkeys(each for each in found if each))


def is_json(media: str) -> bool:
    return "json" in media.lower() or "*" in media


def whole_body(parameter: dict[str, Any], consumes: Sequence[str]) -> dict[str, Any]:
    """The request body of a parameter `in: body`."""
    schema = value_of(parameter)
    media = {"schema": schema} if schema or "schema" in parameter else {}
    examples = parameter.get("x-examples")
    body: dict[str, Any] = {key: parameter[key] for key in ("description",) if key in parameter}
    body |= {key: value for key, value in parameter.items() if key.startswith("x-") and key not in _EXAMPLES}
    content = {each: _shown(media, parameter, examples, each) for each in consumes or (JSON,)}
    return {**body, "required": parameter.get("required") is True, "content": content}


_EXAMPLES: Final = ("x-example", "x-examples", "x-nullable")


def _shown(media: dict[str, Any], parameter: dict[str, Any], examples: Any, name: str) -> dict[str, Any]:
    if isinstance(examples, dict) and name in examples:
        return {**media, "example": examples[name]}
    return {**media, "example": parameter["x-example"]} if "x-example" in parameter else media


def form_body(fields: Sequence[tuple[dict[str, Any], Value]], consumes: Sequence[str]) -> dict[str, Any]:
    """The request body of parameters `in: formData`: multipart where there is a file or the operation says so."""
    listed: list[dict[str, Any]] = []
    encoding: dict[str, Any] = {}
    for parameter, value in fields:
        schema = value.schema
        if "x-example" in parameter and schema:
            schema = {"example": parameter["x-example"], **schema}
        said: dict[str, Any] = {key: parameter[key] for key in ("name", "required", "description") if key in parameter}
        if value.text:
            said["description"] = sentence(said.get("description"), value.text)
        listed.append({**said, "schema": schema} if schema else said)
        if not value.style.get("explode", True) and not _of_files(schema):
            encoding[str(parameter.get("name"))] = dict(value.style)
    schema, files = form(listed)
    types = [each for each in consumes if each.lower().startswith((MULTIPART, *(() if files else (FORM,))))]
    media = {"schema": schema} | ({"encoding": encoding} if encoding else {})
    default = MULTIPART if files else FORM
    return {"required": "required" in schema, "content": dict.fromkeys(types or (default,), media)}


def _of_files(schema: dict[str, Any]) -> bool:
    items = schema.get("items")
    return isinstance(items, dict) and items.get("format") == FILE["format"]


def sentence(description: Any, text: str) -> str:
    """A description with one sentence more."""
    return f"{description.rstrip()} {text}" if isinstance(description, str) and description.strip() else text


def response_of(response: dict[str, Any], produces: Sequence[str], sends: bool) -> dict[str, Any]:
    """An answer with its schema under the media types that are produced.

    Without a schema nothing is sent, by the standard; but an operation that itself says that it produces an image, an
    archive or a text `sends` one.
    """
    new = {key: value for key, value in response.items() if key not in ("schema", "examples", "headers")}
    if isinstance(headers := response.get("headers"), dict):
        new["headers"] = {name: header_of(each) for name, each in headers.items()}
    if "content" in new:
        return new
    schema = response.get("schema")
    found = response.get("examples")
    examples = found if isinstance(found, dict) and all("/" in name for name in found) else {}
    if isinstance(schema, dict):
        types = list(produces) or list(examples) or [ANY]
        media = {"schema": schema_of(schema)}
        new["content"] = {each: _with_example(media, examples, each) for each in types}
    elif examples:
        new["content"] = {each: {"example": value} for each, value in examples.items()}
    elif sends and produces and not any(map(is_json, produces)):
        new["content"] = {each: {"schema": _raw(each)} for each in produces}
    return new


def _with_example(media: dict[str, Any], examples: dict[str, Any], name: str) -> dict[str, Any]:
    return {**media, "example": examples[name]} if name in examples else media


def _raw(media: str) -> dict[str, Any]:
    text = media.lower().startswith("text/") or "xml" in media.lower()
    return {"type": "string"} if text else dict(FILE)


def header_of(header: Any) -> Any:
    """A header of an answer; lists in headers have commas, whatever else is said."""
    if not isinstance(header, dict) or "$ref" in header:
        return header
    value = written(header, "header")
    named = {key: header[key] for key in header if key in ("description",) or key.startswith("x-")}
    named = {key: value for key, value in named.items() if key not in _EXAMPLES}
    named |= {key: header[key] for key in ("required", "deprecated", "content") if key in header}
    return {**named, "schema": value.schema} if value.schema else named
