"""How the lists of Swagger 2 are written: what `collectionFormat` says as style and explode."""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

from .schemas import is_list, value_of
from .words import STYLES

_SEPARATORS: Final = {"ssv": "spaces", "tsv": "tabs", "pipes": "pipes"}
_CHOICE: Final = ("query", "formdata", "form")
"""Where 3.0 has a choice of separators; elsewhere lists have commas."""


@frozen
class Value:
    """The schema of a parameter, how it is written, and what 3.0 has no words for; `text` says that to a caller."""

    schema: dict[str, Any]
    style: dict[str, Any]
    lost: str = ""
    text: str = ""


def written(parameter: dict[str, Any], place: str) -> Value:
    """The value of a parameter that is no body.

    2.0 writes lists with commas where it says nothing, 3.0 as `ids=1&ids=2`: so it is always said. Where 3.0 has no
    style, the value is the text that the server reads, joined by the caller.
    """
    schema = value_of(parameter)
    if not is_list(schema):
        return Value(schema, {})
    said = _format(parameter) or _format(parameter.get("schema"))
    if said in _SEPARATORS and (said not in STYLES or place not in _CHOICE):
        text = f"Values separated by {_SEPARATORS[said]}."
        kept: dict[str, Any] = {key: schema[key] for key in ("nullable", "title", "description") if key in schema}
        return Value({"type": "string", **kept}, {}, f"lists separated by {_SEPARATORS[said]} in {place}", text)
    lost, text = "", ""
    if is_list(schema.get("items")):
        inner = _SEPARATORS.get(_format(_items(parameter)), "commas")
        lost, text = "lists in lists", f"Each item is a list of values separated by {inner}."
        schema = {**schema, "items": {"type": "string"}}
    if place not in _CHOICE:
        return Value(schema, {}, lost, text)
    style, explode = STYLES.get(said, STYLES["csv"])
    return Value(schema, {"style": style, "explode": explode}, lost, text)


def _format(node: Any) -> str:
    said = node.get("collectionFormat") if isinstance(node, dict) else None
    return said.strip().lower() if isinstance(said, str) else ""


def _items(parameter: dict[str, Any]) -> Any:
    own = parameter.get("schema")
    return parameter.get("items", own.get("items") if isinstance(own, dict) else None)
