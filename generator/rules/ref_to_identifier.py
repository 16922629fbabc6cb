from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urljoin

from attrs import field, frozen

from ..rule import Found
from ..spec.openapi import join, leads
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec

_REFERENCES: Final = ("$ref", "$dynamicRef", "$recursiveRef")
"""Of several at one schema the first counts."""


def ref_to_identifier(spec: Spec) -> Found:
    """Write references as JSON Schema has them as pointers into the document: to `$id`, `$anchor` and `$dynamicAnchor`.

    A schema with an `$id` is a resource of its own: `#/$defs/Currency` in it is its own definition. Pydantic says
    that of every model, and who pastes one into a document gives it no `$id`; so where nothing stands at such a
    pointer, the component that holds it is meant.
    """
    known = _Identifiers.of(spec)
    for pointer, schema in schemas_with(spec, *_REFERENCES):
        keyword = next(each for each in _REFERENCES if each in schema)
        ref = schema[keyword]
        meant = known.meant(pointer, ref, keyword) if isinstance(ref, str) else None
        if meant is not None:
            why = f"{ref!r} is said as a pointer into the document."
            yield Edit(join(pointer, "$ref"), "#" + meant, why)
            if keyword != "$ref":
                yield Edit(join(pointer, keyword), REMOVED, why)


@frozen
class _Identifiers:
    """Where the schemas with an identifier stand.

    `ids` has the pointer of each URI and `resources` the URI at each such pointer, `anchors` the pointers of each
    anchor's name, `recursive` those of the schemas with `$recursiveAnchor`.
    """

    spec: Spec
    ids: dict[str, str] = field(factory=dict)
    resources: dict[str, str] = field(factory=dict)
    anchors: dict[str, list[str]] = field(factory=dict)
    recursive: list[str] = field(factory=list)

    @classmethod
    def of(cls, spec: Spec) -> _Identifiers:
        found = cls(spec)
        for pointer, schema in schemas_with(spec, "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"):
            if isinstance(own := schema.get("$id"), str):
                found.ids.setdefault(own.rstrip("#"), pointer)
                found.resources[pointer] = own.rstrip("#")
            for keyword in ("$anchor", "$dynamicAnchor"):
                if isinstance(name := schema.get(keyword), str):
                    found.anchors.setdefault(name, []).append(pointer)
            if schema.get("$recursiveAnchor") is True:
                found.recursive.append(pointer)
        return found

    def meant(self, pointer: str, ref: str, keyword: str) -> str | None:
        """The pointer that a reference at a place means, where it is not written as one."""
        if keyword == "$recursiveRef":
            return _closest(pointer, self.recursive) or _component(pointer)
        base, _, fragment = ref.partition("#")
        if base:
            return self._by_uri(pointer, base, fragment)
        if fragment.startswith("/"):
            return None if leads(self.spec, ref) else self._within(pointer, fragment)
        return _closest(pointer, self.anchors.get(fragment, ())) if fragment else None

    def _by_uri(self, pointer: str, base: str, fragment: str) -> str | None:
        outer = next((self.resources[at] for at in _around(pointer) if at in self.resources), "")
        found = self.ids.get(_joined(outer, base)) or self.ids.get(base)
        if found is None or not fragment:
            return found
        if not fragment.startswith("/"):
            return next((at for at in self.anchors.get(fragment, ()) if at.startswith(found + "/")), None)
        return found + fragment if leads(self.spec, f"#{found}{fragment}") else None

    def _within(self, pointer: str, fragment: str) -> str | None:
        """A pointer counted from a resource that holds it, from its component, or from what has no name.

        The last is for a schema of a body or an answer.
        """
        around = list(_around(pointer))
        places = [at for at in around if at in self.resources]
        if (component := _component(pointer)) is not None:
            places.append(component)
        return next((at + fragment for at in (*places, *around) if leads(self.spec, f"#{at}{fragment}")), None)


def _around(pointer: str) -> Iterator[str]:
    """A pointer and those above it, the innermost first; the root is none of them."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _joined(outer: str, base: str) -> str:
    """A reference against the URI that it stands in; what is no URI (`http://[x`) is left as it is."""
    try:
        return urljoin(outer, base)
    except ValueError:
        return base


def _component(pointer: str) -> str | None:
    parts = pointer.split("/")
    return "/".join(parts[:4]) if parts[1:3] == ["components", "schemas"] and len(parts) > 3 else None


def _closest(pointer: str, places: Sequence[str]) -> str | None:
    """The place around the pointer, the innermost first; else the one in its component; else the only one."""
    around = set(_around(pointer)).intersection(places)
    if around:
        return max(around, key=len)
    own = _component(pointer)
    near = [at for at in places if own is not None and at.startswith(own + "/")]
    found = near or places
    return found[0] if len(found) == 1 else None
