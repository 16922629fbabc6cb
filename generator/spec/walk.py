"""Every object of a document by kind, by the grammar of OpenAPI, well-formed or not.

`generator/spec/openapi.py` walks what is right; the rules must also see what is wrong: a schema that is a
string, a list where a map belongs. Forty rules over a document of 12 MB would walk it forty times, so
within `shared_walks()` the walk of each path and component is kept as long as that part is untouched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final, NamedTuple

from ..values import Spec
from .grammar import OBJECTS, REFERABLE, SCALARS
from .openapi import escape


class At(NamedTuple):
    """A node of the document: `value` is whatever stands where an object of some kind belongs."""

    pointer: str
    value: Any


_Found = dict[str, list[At]]
"""Nodes by kind; also the schemas by the indexed keywords that they have, and the other kinds by `$ref`."""

_STEPS: dict[str, tuple[tuple[str, str, str], ...]] = {
    kind: tuple((name, field.kind, field.shape) for name, field in fields.items() if field.kind not in SCALARS)
    for kind, fields in OBJECTS.items()
}
_SCHEMA_STEPS = {name: (kind, shape) for name, kind, shape in _STEPS["schema"]}
_SCHEMA_STEPS |= {"definitions": ("schema", "map"), "additionalItems": ("schema", "one")}

INDEXED: Final = frozenset(
    ("$ref", "$dynamicRef", "$recursiveRef", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor",
     "allOf", "anyOf", "oneOf", "prefixItems", "const", "default", "discriminator", "enum", "examples",
     "exclusiveMinimum", "exclusiveMaximum", "items", "nullable", "pattern", "patternProperties", "required", "title")
)  # fmt: skip
"""Keywords that rules look for. Most schemas have none of them, and a look at each of a large document takes
longer than what a rule does with those that have one."""

_HAVING: Final = {keyword: f"schema with {keyword}" for keyword in INDEXED}
_REFERRING: Final = {kind: f"{kind} with $ref" for kind in REFERABLE}


class _Walks:
    """The walks of one run: of the parts of the document, each kept while it is the same object.

    `parts` has the walk of each part by section and name, `order` those of the document at hand, and
    `kinds` what was put together from them.
    """

    def __init__(self) -> None:
        self.parts: dict[str, dict[str | int, tuple[Any, _Found]]] = {}
        self.spec: Spec | None = None
        self.order: list[_Found] = []
        self.kinds: _Found = {}

    def nodes(self, spec: Spec, kind: str) -> list[At]:
        if self.spec is not spec:
            self.order = list(self.document(spec))
            self.kinds = {}
            self.spec = spec
        found = self.kinds.get(kind)
        if found is None:
            found = self.kinds[kind] = [at for part in self.order for at in part.get(kind, ())]
        return found

    def having(self, spec: Spec, keywords: frozenset[str]) -> Iterator[At]:
        self.nodes(spec, "schema")
        for part in self.order:
            found = [part[name] for keyword in keywords if (name := _HAVING[keyword]) in part]
            if len(found) == 1:
                yield from found[0]
            elif found:
                yield from (
                    at for at in part["schema"] if isinstance(at.value, dict) and not keywords.isdisjoint(at.value)
                )

    def document(self, spec: Spec) -> Iterator[_Found]:
        """The walks of all parts, in document order."""
        yield {"document": [At("", spec)]}
        for name, kind, shape in _STEPS["document"]:
            if name not in spec:
                continue
            value = spec[name]
            if name != "components":
                yield from self.section(f"/{name}", value, kind, shape)
                continue
            yield {kind: [At("/components", value)]}
            for section, below, below_shape in _STEPS["components"] if isinstance(value, dict) else ():
                if section in value:
                    yield from self.section(f"/components/{section}", value[section], below, below_shape)

    def section(self, pointer: str, value: Any, kind: str, shape: str) -> Iterator[_Found]:
        parts = self.parts.setdefault(pointer, {})
        if shape == "map" and isinstance(value, dict):
            pairs: Any = value.items()
        else:
            pairs = enumerate(value) if shape == "list" and isinstance(value, list) else ()
        if shape == "one":
            yield _walk(pointer, value, kind)
        for key, node in pairs:
            known = parts.get(key)
            if known is None or known[0] is not node:
                own = kind == "path_item" and isinstance(key, str) and key.startswith("x-")
                hidden = own and not pointer.startswith("/components/")
                found = {} if hidden else _walk(f"{pointer}/{escape(str(key))}", node, kind)
                known = parts[key] = (node, found)
            yield known[1]


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

    References are listed but not followed. The kinds are those of `generator/spec/grammar.py`.
    """
    return (_walks.get() or _Walks()).nodes(spec, kind)


def objects(spec: Spec, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The well-formed among them: each object of that kind that is no reference."""
    referable = kind in REFERABLE and kind != "schema"
    for pointer, value in nodes(spec, kind):
        if isinstance(value, dict) and not (referable and "$ref" in value):
            yield pointer, value


def referring(spec: Spec, kind: str) -> list[At]:
    """Every dict with a `$ref`, whatever that is, where an object of that `REFERABLE` kind belongs; as `nodes`."""
    return (_walks.get() or _Walks()).nodes(spec, _REFERRING[kind])


def schemas_with(spec: Spec, *keywords: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The well-formed schemas that have one of the keywords, each `INDEXED`, in the order of `nodes`."""
    return (_walks.get() or _Walks()).having(spec, frozenset(keywords))


def is_3_0(spec: Spec) -> bool:
    """Whether the document is of OpenAPI 3.0, whose schemas are not JSON Schema."""
    return str(spec.get("openapi", "")).startswith("3.0")


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
        here = At(at, node)
        found.setdefault(kind, []).append(here)
        if not isinstance(node, dict):
            continue
        if kind == "schema":
            for keyword in INDEXED.intersection(node):
                found.setdefault(_HAVING[keyword], []).append(here)
            below = _below_schema(at, node)
        else:
            if "$ref" in node and kind in _REFERRING:
                found.setdefault(_REFERRING[kind], []).append(here)
            below = _below(at, node, kind)
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
