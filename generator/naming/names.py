"""Names of models: from the reviewed table, and good automatic ones where it is silent.

A name depends on the schema and where it stands, never on the order of documents or keys. Where two
schemas would share a name, both get a longer one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import field, frozen

from ..spec.openapi import get, unescape
from ..values import Note, Spec
from .hints import child_hint, owner_hint, second_hint
from .shapes import Shapes
from .use_path import find_use, wrapper
from .words import class_name, digest, pascal, snake, words

NOT_A_NAME: Final = frozenset({
    "string", "int", "integer", "float", "number", "numeric", "boolean", "bool", "object", "array", "list", "map",
    "any", "null", "data", "response", "request", "body", "result", "item", "items", "schema", "inlineresponse",
    "inlineobject", "root", "model", "type", "value", "output", "input", "payload", "success", "ok", "default",
})  # fmt: skip
"""Titles that say what a schema is technically; as a class name they tell a reader nothing."""


@frozen
class Table:
    """The reviewed table against a document: `components` and `inline` map what stands there to its name."""

    uses: Mapping[str, str]
    components: dict[str, str]
    inline: dict[str, str]
    notes: tuple[Note, ...]
    shapes: Shapes
    spec: Spec = field(repr=False)

    def same(self, one: str, other: str) -> bool:
        """Whether two components say the same."""
        shapes = self.shapes.components
        return one in shapes and other in shapes and shapes[one].core == shapes[other].core

    def plain(self, name: str) -> bool:
        """Whether a component is no class: `uuid` and `timestamp` may well say the same."""
        return not is_named_kind(self.spec["components"]["schemas"][name])


def read_table(spec: Spec, names: Mapping[str, str]) -> Table:
    """Where each entry of the table leads. One that leads nowhere, or to no class, is stale: a note."""
    components: dict[str, str] = {}
    inline: dict[str, str] = {}
    notes: list[Note] = []
    for name, use in names.items():
        found = find_use(spec, use)
        if found is None or not is_named_kind(found.schema):
            what = "leads nowhere" if found is None else "leads to no object or enum"
            notes.append(Note("normalise", "name-stale", f"names/{name}", f"{use} {what}: correct or delete the entry"))
            continue
        tokens = found.pointer.split("/")
        is_component = tokens[1:3] == ["components", "schemas"] and len(tokens) == 4
        held, key = (components, unescape(tokens[3])) if is_component else (inline, found.pointer)
        if key in held:
            what = f"{use} leads to what the table calls {held[key]} already: delete one of the entries"
            notes.append(Note("normalise", "name-stale", f"names/{name}", what))
        else:
            held[key] = name
    return Table(names, components, inline, tuple(notes), Shapes.of(spec), spec)


def is_named_kind(schema: Any) -> bool:
    """Whether a schema is to be a component with a name: an object with properties, an enum, a composition."""
    if not isinstance(schema, dict) or "$ref" in schema:
        return False
    if schema.get("properties"):
        return schema.get("type", "object") in ("object", ["object", "null"], ["null", "object"], ["object"])
    values = schema.get("enum")
    if isinstance(values, list) and schema.get("type") != "boolean":
        return any(isinstance(value, str | int | float) and not isinstance(value, bool) for value in values)
    parts = schema.get("allOf")
    return isinstance(parts, list) and sum(_adds(part) for part in parts) > 1


def _adds(part: Any) -> bool:
    """Whether a member of `allOf` contributes more than docs and required names."""
    return isinstance(part, dict) and any(key in part for key in ("$ref", "properties", "allOf", "oneOf", "anyOf"))


@frozen
class Wanted:
    """A schema that needs a name: its number, where it stands, what holds it, and its title."""

    core: int
    pointer: str
    owner: str | None
    step: str
    schema: Mapping[str, Any]


_CANDIDATES: Final = 5


def choose(spec: Spec, wanted: Iterable[Wanted], taken: Iterable[str], owners: Mapping[str, str]) -> dict[int, str]:
    """A name for each, distinct from each other and from those taken. `owners`: names of holders by pointer.

    Each has a few candidates, the best first; a candidate that two of them want, or that is taken, is out
    for both. So the outcome does not depend on the order they come in.
    """
    pending = {each.core: _candidates(spec, each, owners) for each in wanted}
    used = {_key(name) for name in taken}
    chosen: dict[int, str] = {}
    for rank in range(_CANDIDATES):
        proposed = {core: names[rank] for core, names in pending.items() if core not in chosen and names[rank]}
        counts = Counter(_key(name) for name in proposed.values())
        for core, name in proposed.items():
            if counts[_key(name)] == 1 and _key(name) not in used:
                chosen[core] = name
        used.update(_key(name) for name in proposed.values())
    return chosen


def _candidates(spec: Spec, each: Wanted, owners: Mapping[str, str]) -> tuple[str, ...]:
    """Title, place, place with what else a member has, with the operation's path, and with a mark of its own."""
    place = _place(spec, each, owners, by_path=False)
    full = _place(spec, each, owners, by_path=True)
    more = second_hint(each.schema) if each.pointer.split("/")[-2] in ("oneOf", "anyOf") else ""
    return (
        _title(each.schema),
        class_name(place),
        class_name(place + more) if more else "",
        class_name(full),
        class_name(f"{full} {digest(each.pointer, 8).upper()}"),
    )


def _place(spec: Spec, each: Wanted, owners: Mapping[str, str], by_path: bool) -> str:
    if each.owner is None or each.owner not in owners:
        root, steps = _root(each.pointer)
        return _descend(spec, owner_hint(spec, root, by_path), steps, each)
    return _descend(spec, owners[each.owner], each.step, each)


def _root(pointer: str) -> tuple[str, str]:
    """The pointer of the outermost schema, and the steps from there."""
    tokens = pointer.split("/")
    size = (
        4
        if tokens[1:3] == ["components", "schemas"]
        else (tokens.index("schema") + 1 if "schema" in tokens else len(tokens))
    )
    return "/".join(tokens[:size]), "".join("/" + token for token in tokens[size:])


def _descend(spec: Spec, hint: str, steps: str, each: Wanted) -> str:
    """The hint after each step of a pointer; steps are grouped by keyword, names are not keywords.

    What may be null is called as if it might not: the one member of a union beside null adds nothing. Below a
    component its name is taken, though.
    """
    tokens = steps.split("/")[1:]
    at = each.pointer[: len(each.pointer) - len(steps)]
    index = 0
    free = at.startswith("/paths/") and each.owner is None
    while index < len(tokens):
        size = 1 if tokens[index] in ("items", "additionalProperties") else 2
        group = tokens[index : index + size]
        index += size
        holder, at = at, "/".join((at, *group))
        if group[0] == "allOf" or (free and group[0] in ("oneOf", "anyOf") and wrapper(get(spec, holder))):
            continue
        free = True
        last = index >= len(tokens)
        hint = child_hint(hint, "".join("/" + token for token in group), dict(each.schema) if last else {})
    return hint


def _title(schema: Mapping[str, Any]) -> str:
    """The title where a person would take it for a name, else nothing."""
    title = schema.get("title")
    if not isinstance(title, str) or not 2 < len(title) <= 40 or len(words(title)) > 5:
        return ""
    name = pascal(title)
    return "" if snake(name).replace("_", "") in NOT_A_NAME or not name.isidentifier() else class_name(name)


def _key(name: str) -> str:
    return snake(name).replace("_", "").casefold()
