"""One schema as the wire sees it: references followed, wrappers of one taken off, null said in one way.

Two documents that say the same in different words have equal views: `$ref` and the inlined schema,
`allOf` of one and its member, `nullable: true` (3.0) and `type: [.., "null"]` or `anyOf` with null (3.1),
`exclusiveMinimum: true` and its number. Descriptions, titles and examples are not in a view.
"""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias

from attrs import define, field

from .. import openapi

At: TypeAlias = tuple[Any, str]
"""A raw node and the JSON Pointer it stands at."""

ANNOTATIONS: Final = frozenset({
    "title", "description", "example", "examples", "externalDocs", "$comment", "$id", "$schema", "$anchor",
    "$defs", "definitions", "$vocabulary", "$dynamicAnchor", "summary",
})  # fmt: skip
_EXTENSIONS: Final = frozenset({"x-extensible-enum", "x-stability-level", "x-sunset"})

SINGLE: Final = {
    "items": "items", "additionalProperties": "additional-properties", "not": "not", "if": "if", "then": "then",
    "else": "else", "contains": "contains", "propertyNames": "property-names",
    "unevaluatedItems": "unevaluated-items", "unevaluatedProperties": "unevaluated-properties",
    "contentSchema": "content-schema",
}  # fmt: skip
"""Keywords that hold one schema, and what the table calls them."""

_BOUNDS: Final = {
    "maximum": "max", "minimum": "min", "exclusiveMaximum": "exclusive-max", "exclusiveMinimum": "exclusive-min",
    "maxLength": "max-length", "minLength": "min-length", "maxItems": "max-items", "minItems": "min-items",
    "maxProperties": "max-properties", "minProperties": "min-properties", "maxContains": "max-contains",
    "minContains": "min-contains",
}  # fmt: skip


@define(slots=True, eq=False)
class View:
    """The normal form of a schema. `keys` holds the scalar keywords that bear on the wire, by their name."""

    raw: Any
    pointer: str
    types: tuple[str, ...] = ()
    nullable: bool = False
    enum: dict[str, Any] | None = None
    keys: dict[str, Any] = field(factory=dict)
    bounds: dict[str, float] = field(factory=dict)
    required: frozenset[str] = frozenset()
    properties: dict[str, At] = field(factory=dict)
    single: dict[str, At] = field(factory=dict)
    patterns: dict[str, At] = field(factory=dict)
    dependents: dict[str, At] = field(factory=dict)
    prefix: list[At] = field(factory=list)
    unions: dict[str, list[At]] = field(factory=dict)
    all_of: list[At] = field(factory=list)

    @property
    def is_any(self) -> bool:
        """Whether nothing is asked of a value."""
        return not (
            self.types or self.enum is not None or self.keys or self.bounds or self.required or self.properties
            or self.single or self.patterns or self.dependents or self.prefix or self.unions or self.all_of
        )  # fmt: skip

    @property
    def label(self) -> str | None:
        """What a reader calls it: the component's name, else its title."""
        head, _, name = self.pointer.rpartition("/")
        if head == "/components/schemas":
            return openapi.unescape(name)
        title = self.raw.get("title") if isinstance(self.raw, dict) else None
        return title if isinstance(title, str) else None


def key(value: Any) -> str:
    """A JSON value as text that is equal exactly when the values are: `1` is `1.0`, `true` is not `1`."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, dict | list):
        return json.dumps(_plain(value), sort_keys=True, default=str)
    return json.dumps(value, default=str)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def bears(name: Any) -> bool:
    """Whether a keyword bears on the wire."""
    if not isinstance(name, str) or name in ANNOTATIONS:
        return False
    return not name.startswith("x-") or name in _EXTENSIONS


def absorb(view: View, node: dict[str, Any], pointer: str) -> None:
    """Take over what the layer says and the ones outside it did not."""
    _absorb_scalars(view, node)
    _absorb_bounds(view, node)
    required = node.get("required")
    if isinstance(required, list):
        view.required |= {name for name in required if isinstance(name, str)}
    for keyword, into in (
        ("properties", view.properties), ("patternProperties", view.patterns),
        ("dependentSchemas", view.dependents),
    ):  # fmt: skip
        children = node.get(keyword)
        if isinstance(children, dict):
            for name, child in children.items():
                if isinstance(child, dict | bool):
                    into.setdefault(str(name), (child, openapi.join(pointer, keyword, str(name))))
    for keyword in SINGLE:
        child = node.get(keyword)
        if isinstance(child, dict | bool) and keyword not in view.single and not _says_nothing(keyword, child):
            view.single[keyword] = (child, openapi.join(pointer, keyword))
    for keyword in ("prefixItems", "items"):
        children = node.get(keyword)
        if isinstance(children, list) and not view.prefix:
            view.prefix = [(child, openapi.join(pointer, keyword, at)) for at, child in enumerate(children)]


def _says_nothing(keyword: str, child: Any) -> bool:
    """`items: {}` and `additionalProperties: true` are what holds without them."""
    if keyword in ("items", "additionalProperties"):
        return child is True or (isinstance(child, dict) and not any(bears(name) for name in child))
    return False


def _absorb_scalars(view: View, node: dict[str, Any]) -> None:
    kind = node.get("type")
    if not view.types:
        kinds = kind if isinstance(kind, list) else [kind]
        view.types = tuple(sorted({name for name in kinds if isinstance(name, str)}))
    elif isinstance(kind, list) and "null" in kind:
        view.nullable = True
    if node.get("nullable") is True:
        view.nullable = True
    enum = node.get("enum")
    if isinstance(enum, list) and view.enum is None:
        view.enum = {key(value): value for value in enum}
    if "const" in node and "const" not in view.keys:
        view.keys["const"] = node["const"]
    for name in ("format", "pattern", "contentMediaType", "contentEncoding"):
        value = node.get(name)
        if isinstance(value, str) and value:
            view.keys.setdefault(name, value)
    for name in ("readOnly", "writeOnly", "deprecated", "uniqueItems"):
        if node.get(name) is True:
            view.keys.setdefault(name, True)
    for name in ("discriminator", "dependentRequired", "xml"):
        if isinstance(node.get(name), dict) and node[name]:
            view.keys.setdefault(name, node[name])
    for name in ("x-sunset", "x-stability-level", "x-extensible-enum"):
        if node.get(name) is not None:
            view.keys.setdefault(name, node[name])
    if "default" in node and "default" not in view.keys:
        view.keys["default"] = node["default"]


def _absorb_bounds(view: View, node: dict[str, Any]) -> None:
    for keyword, name in _BOUNDS.items():
        value = node.get(keyword)
        if isinstance(value, int | float) and not isinstance(value, bool):
            exclusive = "exclusive" + keyword.capitalize()
            if keyword in ("maximum", "minimum") and node.get(exclusive) is True:
                name = "exclusive-" + name
            view.bounds.setdefault(name, value)
    value = node.get("multipleOf")
    if isinstance(value, int | float) and not isinstance(value, bool):
        view.keys.setdefault("multipleOf", value)
    for name in ("min-length", "min-items", "min-properties"):
        if view.bounds.get(name) == 0:
            del view.bounds[name]
