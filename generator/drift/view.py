"""One schema as the wire sees it: references followed, wrappers of one taken off, null said in one way.

Two documents that say the same in different words have equal views: `$ref` and the inlined schema,
`allOf` of one and its member, `nullable: true` (3.0) and `type: [.., "null"]` or `anyOf` with null (3.1),
`exclusiveMinimum: true` and its number. Descriptions, titles and examples are not in a view.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from attrs import define, field

from ..spec import openapi

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

OPTIONAL: Final = SINGLE.keys() - {"not", "if", "then", "else", "contains"}
"""Those whose schema may as well be left out where it lets everything pass."""

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


_Absorber: TypeAlias = Callable[[View, Any, str], None]


def key(value: Any) -> str:
    """A JSON value as text that is equal exactly when the values are: `1` is `1.0`, `true` is not `1`."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, dict | list):
        return json.dumps(value, default=str)
    try:
        text = json.dumps(value, sort_keys=True, default=str)
    except TypeError:  # keys of several kinds cannot be sorted
        return json.dumps(_plain(value), sort_keys=True, default=str)
    # A float that is an integer is written with a point or an exponent: most values have neither.
    return json.dumps(_plain(value), sort_keys=True, default=str) if "." in text or "e+" in text else text


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
    """Take over what the layer says and the ones outside it did not.

    Only the keywords that are there are looked at: most schemas have three of the fifty.
    """
    for keyword, value in node.items():
        if keyword in SINGLE and isinstance(value, dict | bool):
            if keyword not in view.single and not _says_nothing(keyword, value):
                view.single[keyword] = (value, openapi.join(pointer, keyword))
        elif keyword in _BOUNDS:
            _absorb_bound(view, node, keyword, value)
        elif keyword in _TEXTS:
            if isinstance(value, str) and value:
                view.keys.setdefault(keyword, value)
        elif keyword in _FLAGS:
            if value is True:
                view.keys.setdefault(keyword, True)
        elif keyword in _OBJECTS:
            if isinstance(value, dict) and value:
                view.keys.setdefault(keyword, value)
        elif keyword in _ANYTHING:
            view.keys.setdefault(keyword, value)
        elif keyword in _EXTENSIONS:
            if value is not None:
                view.keys.setdefault(keyword, value)
        elif keyword in _ABSORBERS:
            _ABSORBERS[keyword](view, value, pointer)


_TEXTS: Final = frozenset({"format", "pattern", "contentMediaType", "contentEncoding"})
_FLAGS: Final = frozenset({"readOnly", "writeOnly", "deprecated", "uniqueItems"})
_OBJECTS: Final = frozenset({"discriminator", "dependentRequired", "xml"})
_ANYTHING: Final = frozenset({"const", "default"})


def _says_nothing(keyword: str, child: Any) -> bool:
    """`items: {}` and `additionalProperties: true` are what holds without them."""
    if keyword in ("items", "additionalProperties"):
        return child is True or (isinstance(child, dict) and not any(bears(name) for name in child))
    return False


def _absorb_bound(view: View, node: dict[str, Any], keyword: str, value: Any) -> None:
    """A bound that is a number; in 3.0 an `exclusiveMaximum: true` beside it says that it is exclusive."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return
    name = _BOUNDS[keyword]
    if keyword in ("maximum", "minimum") and node.get("exclusive" + keyword.capitalize()) is True:
        name = "exclusive-" + name
    if value != 0 or name not in ("min-length", "min-items", "min-properties"):
        view.bounds.setdefault(name, value)


def _absorb_type(view: View, value: Any, pointer: str) -> None:
    if not view.types:
        kinds = value if isinstance(value, list) else [value]
        view.types = tuple(sorted({name for name in kinds if isinstance(name, str)}))
    elif isinstance(value, list) and "null" in value:
        view.nullable = True


def _absorb_nullable(view: View, value: Any, pointer: str) -> None:
    view.nullable = view.nullable or value is True


def _absorb_enum(view: View, value: Any, pointer: str) -> None:
    if isinstance(value, list) and view.enum is None:
        view.enum = {key(each): each for each in value}


def _absorb_multiple(view: View, value: Any, pointer: str) -> None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        view.keys.setdefault("multipleOf", value)


def _absorb_required(view: View, value: Any, pointer: str) -> None:
    if isinstance(value, list):
        view.required |= {name for name in value if isinstance(name, str)}


def _absorb_list(keyword: str) -> _Absorber:
    """`prefixItems`, or the `items` of older drafts that were a list."""

    def take(view: View, value: Any, pointer: str) -> None:
        if isinstance(value, list) and not view.prefix:
            view.prefix = [(child, openapi.join(pointer, keyword, index)) for index, child in enumerate(value)]

    return take


def _absorb_map(keyword: str, into: Callable[[View], dict[str, At]]) -> _Absorber:
    def take(view: View, value: Any, pointer: str) -> None:
        if isinstance(value, dict):
            children, above = into(view), openapi.join(pointer, keyword)
            for name, child in value.items():
                if isinstance(child, dict | bool):
                    children.setdefault(str(name), (child, openapi.join(above, str(name))))

    return take


_ABSORBERS: Final[dict[str, _Absorber]] = {
    "type": _absorb_type,
    "nullable": _absorb_nullable,
    "enum": _absorb_enum,
    "multipleOf": _absorb_multiple,
    "required": _absorb_required,
    "prefixItems": _absorb_list("prefixItems"),
    "items": _absorb_list("items"),
    "properties": _absorb_map("properties", lambda view: view.properties),
    "patternProperties": _absorb_map("patternProperties", lambda view: view.patterns),
    "dependentSchemas": _absorb_map("dependentSchemas", lambda view: view.dependents),
}
