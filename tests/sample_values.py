"""Values that fit a schema of an OpenAPI document as published, to decode with the package made from it.

Written against the published document and not against what the toolchain makes of it: the two must agree.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final
from urllib.parse import unquote

from attrs import frozen

from generator.spec.openapi import resolve, split, step

DEPTH: Final = 6
"""How deep a value goes; below it, objects and arrays are empty."""

STRINGS: Final = {
    "date-time": "2024-02-03T04:05:06Z", "date": "2024-02-03", "uuid": "4d1ba0c0-7a5a-4d0a-9f53-0c1e8c5c2f11",
    "uri": "https://example.com/x", "email": "a@example.com", "byte": "YWJj", "binary": "abc",
}  # fmt: skip

TYPES: Final = ("array", "object", "integer", "number", "boolean", "string", "null")
LIMITS: Final = {"required", "title", "description", "not", "minItems", "maxItems", "minLength", "maxLength", "pattern"}
"""What narrows a value without saying its type."""


@frozen
class Sampler:
    """Makes values over one document; `pick` chooses the member of each union."""

    document: dict[str, Any]
    pick: int = 0

    def value(self, schema: Any, depth: int = 0, inside: tuple[int, ...] = ()) -> Any:
        """A value of the schema. Where the schema says nothing of use, a text.

        `inside` are the schemas that it is a part of: a union whose members are made of it adds nothing to them.
        """
        found = self.found(schema)
        if not isinstance(found, dict):
            return "anything"
        if id(found) in inside:
            return {}
        inside = (*inside, id(found))
        if "const" in found:
            return found["const"]
        values = [each for each in found.get("enum") or () if each is not None]
        if values and isinstance(found["enum"], list):
            return values[self.pick % len(values)]
        if isinstance(found.get("allOf"), list) and found["allOf"]:
            return self._all_of(found, depth, inside)
        for key in ("oneOf", "anyOf"):
            members = found.get(key)
            if isinstance(members, list) and members and "properties" not in found:
                real = [each for each in members if not _is_null(self.found(each)) and not _only_requires(each)]
                if real:
                    return self.value(real[self.pick % len(real)], depth, inside)
        return self._of_type(found, depth)

    def found(self, schema: Any) -> Any:
        """The schema, or what its references lead to."""
        for way in (_itself, _plain_reference, _named_reference, self._identified):
            node = way(schema)
            if node is not None and not (node is schema and _is_odd(schema)):
                try:
                    found = resolve(self.document, node)
                except (KeyError, TypeError):
                    continue
                return found or self._beside(_plain_reference(schema)) or found
        return schema if _is_odd(schema) else None

    def _beside(self, schema: Any) -> Any:
        """What a reference to an empty schema that a bundler made leads to by the `$ref` that stands beside it."""
        node: Any = self.document
        ways: list[tuple[Any, list[str]]] = []
        tokens = split(schema["$ref"][1:]) if isinstance(schema, dict) else []
        for index, token in enumerate(tokens):
            ways += [(node, tokens[index:])] if isinstance(node, dict) and "$ref" in node else []
            try:
                node = step(node, token)
            except KeyError:
                break
        for start, rest in ways:
            with suppress(KeyError):
                node = resolve(self.document, {"$ref": start["$ref"]})
                for token in rest:
                    node = step(node, token)
                return node
        return None

    def _identified(self, schema: Any) -> Any:
        """The component that a schema names by an anchor, an `$id`, or as its type."""
        if not isinstance(schema, dict):
            return None
        ref = schema.get("$ref", schema.get("$dynamicRef"))
        for section in self._sections():
            for each in section.values():
                if isinstance(each, dict) and ref is not None:
                    if ref in (each.get("$id"), *(f"#{each.get(key)}" for key in ("$anchor", "$dynamicAnchor"))):
                        return each
            if isinstance(schema.get("type"), str) and schema["type"] in section:
                return section[schema["type"]]
        return None

    def _sections(self) -> list[dict[str, Any]]:
        own = (self.document.get("components") or {}).get("schemas")
        return [each for each in (own, self.document.get("definitions")) if isinstance(each, dict)]

    def _all_of(self, schema: dict[str, Any], depth: int, inside: tuple[int, ...]) -> Any:
        rest = {key: each for key, each in schema.items() if key != "allOf"}
        parts = [self.value(each, depth, inside) for each in schema["allOf"] if self.says(each)]
        if self.says(rest):
            parts.append(self.value(rest, depth, inside))
        objects = [part for part in parts if isinstance(part, dict)]
        if not objects:
            return parts[-1] if parts else "anything"
        merged: dict[str, Any] = {}
        for part in objects:
            merged.update(part)
        return merged

    def _of_type(self, schema: dict[str, Any], depth: int) -> Any:
        kind = _type(schema)
        if kind == "array":
            items = schema.get("items") or {key: each for key, each in schema.items() if key == "properties"}
            return [self.value(items, depth + 1)] if depth < DEPTH else []
        if kind == "object":
            return self._object(schema, depth)
        if kind == "integer":
            return 7
        if kind == "number":
            return 7.5
        if kind == "boolean":
            return True
        return STRINGS.get(str(schema.get("format")), "text")

    def _object(self, schema: dict[str, Any], depth: int) -> Any:
        if depth >= DEPTH:
            return {}
        properties = schema.get("properties")
        made: dict[str, Any] = {}
        for name, each in (properties if isinstance(properties, dict) else {}).items():
            made[str(name)] = self.value(each, depth + 1)
        more = schema.get("additionalProperties")
        if not made and isinstance(more, dict) and more:
            made["some key"] = self.value(more, depth + 1)
        return made

    def says(self, schema: Any, depth: int = 0) -> bool:
        """Whether the schema names a type at all: one that does not may be typed `Any`."""
        found = self.found(schema)
        if not isinstance(found, dict) or depth > DEPTH:
            return False
        if _type(found) or found.get("enum") or "const" in found:
            return True
        if any(self.says(each, depth + 1) for each in _list(found, "allOf")):
            return True
        for key in ("oneOf", "anyOf"):
            members = [
                each for each in _list(found, key) if not _is_null(self.found(each)) and not _only_requires(each)
            ]
            if members and all(self.says(each, depth + 1) for each in members):
                return True
        return False


def _itself(schema: Any) -> Any:
    return schema


def _plain_reference(schema: Any) -> Any:
    """The schema with its `$ref` free of percent-encoding, as a URI fragment may have it."""
    ref = schema.get("$ref") if isinstance(schema, dict) else None
    return {"$ref": unquote(ref)} if isinstance(ref, str) else None


def _is_odd(schema: Any) -> bool:
    """Whether a schema names another in a way of its own."""
    if not isinstance(schema, dict) or "$ref" in schema:
        return False
    kind = schema.get("type")
    return "ref" in schema or "$dynamicRef" in schema or (isinstance(kind, str) and kind not in TYPES)


def _named_reference(schema: Any) -> Any:
    """The component that the last part of a reference names: the one to hand where the whole leads nowhere."""
    ref = schema.get("$ref", schema.get("ref")) if isinstance(schema, dict) else None
    return {"$ref": f"#/components/schemas/{ref.rpartition('/')[2]}"} if isinstance(ref, str) else None


def _list(schema: dict[str, Any], key: str) -> list[Any]:
    value = schema.get(key)
    return value if isinstance(value, list) else []


def _type(schema: dict[str, Any]) -> str:
    named = schema.get("type")
    kinds = [
        each for each in (named if isinstance(named, list) else [named]) if isinstance(each, str) and each != "null"
    ]
    kinds = [each for each in kinds if each in TYPES and each != "null"]
    if kinds:
        return kinds[0] if len(kinds) == 1 else ""
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    return "array" if "items" in schema else ""


def _is_null(schema: Any) -> bool:
    return isinstance(schema, dict) and (
        schema.get("type") == "null" or schema.get("enum") == [None] or schema == {"nullable": True}
    )


def _only_requires(schema: Any) -> bool:
    return isinstance(schema, dict) and not set(schema) - LIMITS
