"""Every object of a document by kind, by the grammar of OpenAPI, well-formed or not.

`generator/openapi.py` walks what is right; the rules must also see what is wrong: a schema that is a
string, a list where a map belongs. Forty rules over a document of 12 MB would walk it forty times, so
within `shared_walks()` the walk of each path and component is kept as long as that part is untouched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from .grammar import OBJECTS, REFERABLE, SCALARS
from .openapi import escape
from .values import Spec


class At(NamedTuple):
    """A node of the document: `value` is whatever stands where an object of some kind belongs."""

    pointer: str
    value: Any


_Found = dict[str, list[At]]
_CHUNKS = ("paths", "webhooks", "components")

_STEPS: dict[str, tuple[tuple[str, str, str], ...]] = {
    kind: tuple((name, field.kind, field.shape) for name, field in fields.items() if field.kind not in SCALARS)
    for kind, fields in OBJECTS.items()
}
_SCHEMA_STEPS = {name: (kind, shape) for name, kind, shape in _STEPS["schema"]}
_SCHEMA_STEPS |= {"definitions": ("schema", "map"), "additionalItems": ("schema", "one")}


class _Walks:
    """The walks of one run: of the parts of the document by pointer, and of the whole."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[Any, _Found]] = {}
        self.spec: Spec | None = None
        self.whole: _Found = {}


_walks: ContextVar[_Walks | None] = ContextVar("walks", default=None)


@contextmanager
def shared_walks() -> Iterator[None]:
    """Keep walks while the block runs. Within it a Spec that was walked must not be changed in place."""
    token = _walks.set(_Walks())
    try:
        yield
    finally:
        _walks.reset(token)


def nodes(spec: Spec, kind: str) -> list[At]:
    """Every place of the document where an object of that kind belongs, in document order, parents first.

    References are listed but not followed. The kinds are those of `generator/grammar.py`.
    """
    walks = _walks.get() or _Walks()
    if walks.spec is not spec:
        walks.whole = _walk_all(spec, walks.parts)
        walks.spec = spec
    return walks.whole.get(kind, [])


def objects(spec: Spec, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The well-formed among them: each object of that kind that is no reference."""
    referable = kind in REFERABLE and kind != "schema"
    for pointer, value in nodes(spec, kind):
        if isinstance(value, dict) and not (referable and "$ref" in value):
            yield pointer, value


def is_3_0(spec: Spec) -> bool:
    """Whether the document is of OpenAPI 3.0, whose schemas are not JSON Schema."""
    return str(spec.get("openapi", "")).startswith("3.0")


def extension(kind: str, name: str) -> bool:
    """Whether a field of an object is the vendor's own."""
    return name.startswith("x-")


def _walk_all(spec: Spec, parts: dict[str, tuple[Any, _Found]]) -> _Found:
    """The document walk, put together from the walks of its parts."""
    found: _Found = {"document": [At("", spec)]}
    for name, kind, shape in _STEPS["document"]:
        if name not in spec:
            continue
        value = spec[name]
        if name == "components":
            found.setdefault(kind, []).append(At("/components", value))
            for section, below, below_shape in _STEPS["components"] if isinstance(value, dict) else ():
                if section in value:
                    _walk_parts(f"/components/{section}", value[section], below, below_shape, parts, found)
        else:
            _walk_parts(f"/{name}", value, kind, shape, parts, found)
    return found


def _walk_parts(
    pointer: str, value: Any, kind: str, shape: str, parts: dict[str, tuple[Any, _Found]], found: _Found
) -> None:
    for at, node, below in _places(pointer, value, kind, shape):
        known = parts.get(at)
        if known is None or known[0] is not node:
            known = parts[at] = (node, _walk(at, node, below))
        for each, listed in known[1].items():
            found.setdefault(each, []).extend(listed)


def _places(pointer: str, value: Any, kind: str, shape: str) -> list[tuple[str, Any, str]]:
    """The nodes of a kind in a field: itself, the elements of the list, or the values of the map."""
    if shape == "one":
        return [(pointer, value, kind)]
    if shape == "map" and isinstance(value, dict):
        # a vendor's field among paths or responses is not one of them; in a map of names it is a name
        own = kind in ("path_item", "response", "callback") and not pointer.startswith("/components/")
        return [
            (f"{pointer}/{escape(key) if '/' in key or '~' in key else key}", item, kind)
            for key, item in value.items()
            if not (own and key.startswith("x-"))
        ]
    if shape == "list" and isinstance(value, list):
        return [(f"{pointer}/{index}", item, kind) for index, item in enumerate(value)]
    return []


def _walk(pointer: str, value: Any, kind: str) -> _Found:
    found: _Found = {}
    stack = [(pointer, value, kind)]
    while stack:
        at, node, kind = stack.pop()
        found.setdefault(kind, []).append(At(at, node))
        if not isinstance(node, dict):
            continue
        below = _below_schema(at, node) if kind == "schema" else _below(at, node, kind)
        if below:
            below.reverse()
            stack.extend(below)
    return found


def _below_schema(at: str, node: dict[str, Any]) -> list[tuple[str, Any, str]]:
    below: list[tuple[str, Any, str]] = []
    for name, value in node.items():
        step = _SCHEMA_STEPS.get(name)
        if step is None:
            continue
        kind, shape = step
        if name == "items" and isinstance(value, list):
            shape = "list"
        below += _places(f"{at}/{name}", value, kind, shape)
    return below


def _below(at: str, node: dict[str, Any], kind: str) -> list[tuple[str, Any, str]]:
    if "$ref" in node and kind in REFERABLE and kind != "path_item":
        return []
    below: list[tuple[str, Any, str]] = []
    for name, each, shape in _STEPS[kind]:
        if name == "*":
            below += _places(at, node, each, "map")
        elif name in node:
            below += _places(f"{at}/{name}", node[name], each, shape)
    return below
