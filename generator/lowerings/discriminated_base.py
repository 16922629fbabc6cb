"""A base object with a discriminator stands for the objects that inherit from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..naming.words import class_name, digest, pascal
from ..spec.schemas import schema_roots
from ..values import Spec
from ._parts import PREFIX, ref_name
from ._walk import Notes, Schema, components, map_schemas, replace, with_components

UNIONS: Final = ("oneOf", "anyOf", "$ref")


def discriminated_base(spec: Spec, notes: Notes) -> Spec:
    """Read a use of a base with `discriminator` as a union of its heirs and itself.

    `Pet` with `discriminator: {propertyName: kind}` and `Cat: {allOf: [Pet, ...]}` is how inheritance is
    written since Swagger 2; a response of `Pet` is to decode to a `Cat`. An heir with heirs of its own is
    told from them by the same property.
    """
    schemas = components(spec)
    marks = {name: schema["discriminator"] for name, schema in schemas.items() if _is_base(schema)}
    if not marks:
        return spec
    heirs = _children(schemas)
    for name in sorted(marks):
        for heir in sorted(_descendants(name, heirs)) if heirs.get(name) else ():
            if "discriminator" not in schemas[heir] and not any(key in schemas[heir] for key in UNIONS):
                marks.setdefault(heir, marks[name])
    bases = list(marks)
    unions = {name: _any_name(name, schemas) for name in sorted(bases) if heirs.get(name)}
    spec = map_schemas(spec, [lambda pointer, schema, _: _redirected(schema, unions)], notes)
    spec = replace(spec, dict(_whole(spec, unions)))
    schemas = dict(components(spec))
    for name, union in unions.items():
        base = schemas[name]
        schemas[name] = {key: value for key, value in base.items() if key not in ("discriminator", "x-nullable")}
        members = [*sorted(_descendants(name, heirs)), name]
        null = {"x-nullable": True} if base.get("x-nullable") is True else {}
        schemas[union] = {
            **({"description": base["description"]} if "description" in base else {}), **null,
            "oneOf": [{"$ref": PREFIX + _escaped(member)} for member in members],
            "discriminator": base.get("discriminator") or _of_members(marks[name], members),
        }  # fmt: skip
    return with_components(spec, schemas)


def _whole(spec: Spec, unions: dict[str, str]) -> Iterator[tuple[str, Schema]]:
    """The schemas of answers, bodies and parameters that are a base: no other schema has them as a part."""
    for root in schema_roots(spec):
        moved = _moved(root.schema, unions)
        if moved is not root.schema and not root.pointer.startswith("/components/schemas/"):
            yield root.pointer, moved


def _is_base(schema: Any) -> bool:
    return isinstance(schema.get("discriminator"), dict) and not any(key in schema for key in UNIONS)


def _children(schemas: dict[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        for part in schema.get("allOf", ()):
            if (parent := ref_name(part)) is not None and parent != name:
                found.setdefault(parent, []).append(name)
    return found


def _descendants(name: str, heirs: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    stack = list(heirs[name])
    while stack:
        if (child := stack.pop()) not in found and child != name:
            found.add(child)
            stack.extend(heirs.get(child, ()))
    return found


def _redirected(schema: Schema, unions: dict[str, str]) -> Schema:
    """A use of a base becomes one of its union; members of `allOf` go on inheriting from the base."""
    new = schema
    for key in ("properties", "items", "additionalProperties", "oneOf"):
        value = schema.get(key)
        if isinstance(value, dict):
            moved: Any = (
                _moved(value, unions) if key != "properties" else {n: _moved(v, unions) for n, v in value.items()}
            )
            changed = moved is not value and moved != value
        elif isinstance(value, list):
            moved = [_moved(member, unions) for member in value]
            changed = moved != value
        else:
            continue
        if changed:
            new = {**new, key: moved}
    return new


def _moved(use: Any, unions: dict[str, str]) -> Any:
    name = ref_name(use)
    return {**use, "$ref": PREFIX + unions[name]} if name in unions else use


def _of_members(discriminator: dict[str, Any], members: list[str]) -> dict[str, Any]:
    """The discriminator of a base, as far as it leads to these: below an heir its siblings have no place."""
    mapping = discriminator.get("mapping")
    if not isinstance(mapping, dict):
        return discriminator
    kept = {
        value: target
        for value, target in mapping.items()
        if not isinstance(target, str) or (ref_name({"$ref": target}) or target) in members
    }
    return discriminator if len(kept) == len(mapping) else {**discriminator, "mapping": kept}


def _any_name(name: str, schemas: dict[str, Any]) -> str:
    union = class_name("Any " + pascal(name))
    return union if union not in schemas else class_name(f"{union} {digest(name).upper()}")


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
