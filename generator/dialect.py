"""The lowered dialect, checked: what `lower` promises to the renderer.

The picture of it is in ARCHITECTURE.md. Used by the tests, and by the pipeline before it renders: what does
not fit is a defect of a lowering, not of the document.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from typing import Any, Final

from .lowerings._parts import PREFIX, is_shape, ref_name, scalar_type
from .lowerings.class_names import RESERVED
from .lowerings.python_names import MEMBERS
from .naming.identifiers import module_name
from .spec.openapi import join, methods
from .values import Spec

OPERATION_KEYS: Final = frozenset({
    "operationId", "summary", "description", "tags", "deprecated", "externalDocs", "parameters", "requestBody",
    "responses", "security", "servers",
})  # fmt: skip
_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")


def assert_dialect(spec: Spec) -> list[str]:
    """The pointers of a lowered document that do not fit the dialect, each with the reason; none is right."""
    return list(_Check(spec).document())


class _Check:
    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.schemas: dict[str, Any] = spec["components"]["schemas"]

    def document(self) -> Iterator[str]:
        for key in ("webhooks", "x-keep"):
            if key in self.spec:
                yield f"/{key}: must be gone"
        yield from self.components()
        ids: set[str] = set()
        for path, item in self.spec["paths"].items():
            known = {below.split("/")[1] for below, _, _ in methods(item)}
            for key in item.keys() - known:
                yield f"{join('/paths', path, key)}: no method"
            for below, _, operation in methods(item):
                pointer = join("/paths", path) + below
                if operation["operationId"] in ids:
                    yield f"{pointer}: operationId taken twice"
                ids.add(operation["operationId"])
                yield from self.operation(pointer, path, operation)

    def components(self) -> Iterator[str]:
        modules: dict[str, str] = {}
        for name, schema in self.schemas.items():
            pointer = join("/components/schemas", name)
            if not name.isidentifier() or keyword.iskeyword(name) or (not name[0].isupper() and name[0].isascii()):
                yield f"{pointer}: no class name"
            if name in RESERVED or len(name.encode()) > 90:
                yield f"{pointer}: reserved or too long"
            for module in (module_name(name), name.casefold()):
                if modules.setdefault(module, name) != name:
                    yield f"{pointer}: shares a module with {modules[module]}"
            if "x-alias" in schema:
                yield from self.use(pointer, {key: value for key, value in schema.items() if key != "x-alias"})
            elif "enum" in schema:
                yield from self.enum(pointer, schema)
            else:
                yield from self.model(pointer, schema)

    def enum(self, pointer: str, schema: dict[str, Any]) -> Iterator[str]:
        values, names = schema["enum"], schema.get("x-enum-varnames", [])
        extra = {key for key in schema if is_shape(key)} - {"type", "enum"}
        if extra:
            yield f"{pointer}: an enum has no {sorted(extra)}"
        if not values or any(scalar_type(value) is None for value in values):
            yield f"{pointer}/enum: values must be scalars"
        kinds = {scalar_type(value) for value in values}
        kind = schema.get("type")
        if kind is not None and not kinds <= ({"number", "integer"} if kind == "number" else {kind}):
            yield f"{pointer}/enum: values of another type"
        if len({(type(value), value) for value in values}) < len(values):
            yield f"{pointer}/enum: a value stands twice"
        fine = all(
            re.fullmatch(r"[^\W\d_]\w*", name) and name == name.upper() and not keyword.iskeyword(name)
            for name in names
        )
        if len(names) != len(values) or len(set(names)) < len(names) or not fine:
            yield f"{pointer}/x-enum-varnames: {names}"

    def model(self, pointer: str, schema: dict[str, Any]) -> Iterator[str]:
        extra = {key for key in schema if is_shape(key)} - {"type", "properties", "required", "additionalProperties"}
        if schema.get("type") != "object" or not isinstance(schema.get("properties"), dict) or extra:
            yield f"{pointer}: neither model, enum nor alias {sorted(extra)}"
            return
        if "x-nullable" in schema:
            yield f"{pointer}/x-nullable: is said at uses"
        if set(schema.get("required", ())) - set(schema["properties"]):
            yield f"{pointer}/required: names no property"
        names: set[str] = set()
        for wire, use in schema["properties"].items():
            at = join(pointer, "properties", wire)
            name = use.get("x-python-name", "")
            if not name.isidentifier() or keyword.iskeyword(name) or name in MEMBERS or name[0] == "_" or name in names:
                yield f"{at}/x-python-name: {name!r}"
            names.add(name)
            yield from self.use(at, use)
        rest = schema.get("additionalProperties")
        if isinstance(rest, dict):
            yield from self.use(join(pointer, "additionalProperties"), rest)
        elif not isinstance(rest, bool):
            yield f"{pointer}/additionalProperties: must be said"

    def use(self, pointer: str, use: Any, member: bool = False) -> Iterator[str]:
        if not isinstance(use, dict):
            yield f"{pointer}: no schema"
            return
        keys = {key for key in use if is_shape(key)}
        if use.get("x-nullable", True) is not True or (member and "x-nullable" in use):
            yield f"{pointer}/x-nullable"
        if "$ref" in use:
            if keys != {"$ref"} or ref_name(use) not in self.schemas:
                yield f"{pointer}/$ref: {use['$ref']} {sorted(keys)}"
        elif "oneOf" in use:
            yield from self.union(pointer, use, keys, member)
        elif "const" in use:
            if keys != {"const", "type"} or scalar_type(use["const"]) != use["type"]:
                yield f"{pointer}/const"
        elif use.get("type") == "array":
            yield from [] if keys == {"type", "items"} else [f"{pointer}: array with {sorted(keys)}"]
            yield from self.use(f"{pointer}/items", use.get("items"))
        elif use.get("type") == "object":
            rest = use.get("additionalProperties")
            yield from [] if keys == {"type", "additionalProperties"} else [f"{pointer}: map with {sorted(keys)}"]
            yield from [] if rest is True else self.use(f"{pointer}/additionalProperties", rest)
        elif keys and (
            not keys <= {"type", "format"} or use.get("type") not in ("string", "integer", "number", "boolean")
        ):
            yield f"{pointer}: {sorted(keys)}"

    def union(self, pointer: str, use: dict[str, Any], keys: set[str], member: bool) -> Iterator[str]:
        if not keys <= {"oneOf", "discriminator"} or len(use["oneOf"]) < 2 or member:
            yield f"{pointer}/oneOf: {sorted(keys)}"
        for index, each in enumerate(use["oneOf"]):
            yield from self.use(join(pointer, "oneOf", index), each, member=True)
        mark = use.get("discriminator")
        if mark is not None:
            members = {ref_name(member) for member in use.get("oneOf", ())}
            known = all(name in self.schemas and name in members for name in mark["mapping"].values())
            if set(mark) != {"propertyName", "mapping"} or not mark["mapping"] or not known:
                yield f"{pointer}/discriminator"

    def operation(self, pointer: str, path: str, operation: dict[str, Any]) -> Iterator[str]:
        extra = {key for key in operation if key not in OPERATION_KEYS and not key.startswith("x-")}
        if extra:
            yield f"{pointer}: {sorted(extra)}"
        names: set[str] = set()
        for index, node in enumerate(operation["parameters"]):
            at = join(pointer, "parameters", index)
            name = node["x-python-name"]
            if not name.isidentifier() or keyword.iskeyword(name) or name in names:
                yield f"{at}/x-python-name: {name!r}"
            names.add(name)
            if node["in"] == "path" and (not node["required"] or "x-nullable" in node["schema"]):
                yield f"{at}: a path parameter is required and not null"
            if {"style", "explode", "required", "schema"} - set(node):
                yield f"{at}: incomplete"
            yield from self.use(f"{at}/schema", node["schema"])
        body = operation.get("requestBody")
        if body is not None:
            yield from self.content(f"{pointer}/requestBody", body)
        for status, response in operation["responses"].items():
            if not _STATUS.fullmatch(status):
                yield join(pointer, "responses", status)
            yield from self.content(join(pointer, "responses", status), response)
        if not isinstance(operation.get("security"), list):
            yield f"{pointer}/security"

    def content(self, pointer: str, node: dict[str, Any]) -> Iterator[str]:
        for media, value in node["content"].items():
            at = join(pointer, "content", media)
            if set(value) - {"schema", "encoding"}:
                yield f"{at}: {sorted(value)}"
            yield from self.use(f"{at}/schema", value["schema"])


__all__ = ["PREFIX", "assert_dialect"]
