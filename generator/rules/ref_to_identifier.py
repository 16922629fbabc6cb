from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urldefrag, urljoin

from attrs import field, frozen

from ..rule import Found
from ..spec.openapi import get, join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec


def ref_to_identifier(spec: Spec) -> Found:
    """Write references as JSON Schema has them as pointers into the document: to `$id`, `$anchor` and `$dynamicAnchor`.

    A schema with an `$id` is a resource of its own: `#/$defs/Currency` in it is its own definition. Pydantic says
    that of every model, and who pastes one into a document gives it no `$id`; so where nothing stands at such a
    pointer, the component that holds it is meant.
    """
    known = _Identifiers.of(spec)
    for pointer, schema in nodes(spec, "schema"):
        if not isinstance(schema, dict):
            continue
        for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
            ref = schema.get(keyword)
            if not isinstance(ref, str) or (keyword != "$ref" and "$ref" in schema):
                continue
            meant = known.meant(spec, pointer, ref, keyword)
            if meant is not None:
                why = f"{ref!r} is said as a pointer into the document."
                yield Edit(join(pointer, "$ref"), "#" + meant, why)
                if keyword != "$ref":
                    yield Edit(join(pointer, keyword), REMOVED, why)
                break


@frozen
class _Identifiers:
    """Where the schemas with an identifier stand: `ids` by URI, `anchors` by resource and name, `recursive` each such."""

    ids: dict[str, str] = field(factory=dict)
    anchors: dict[str, list[str]] = field(factory=dict)
    recursive: list[str] = field(factory=list)

    @classmethod
    def of(cls, spec: Spec) -> _Identifiers:
        found = cls()
        for pointer, schema in nodes(spec, "schema"):
            if not isinstance(schema, dict):
                continue
            if isinstance(own := schema.get("$id"), str):
                found.ids.setdefault(own.rstrip("#"), pointer)
            for keyword in ("$anchor", "$dynamicAnchor"):
                if isinstance(name := schema.get(keyword), str):
                    found.anchors.setdefault(name, []).append(pointer)
            if schema.get("$recursiveAnchor") is True:
                found.recursive.append(pointer)
        return found

    def meant(self, spec: Spec, pointer: str, ref: str, keyword: str) -> str | None:
        """The pointer that a reference at a place means, where it is not written as one."""
        if keyword == "$recursiveRef":
            return _closest(pointer, self.recursive) or _component(pointer)
        base, fragment = urldefrag(ref)
        if base:
            return self._by_uri(spec, pointer, base, fragment)
        if fragment.startswith("/"):
            return (
                next((at for at in self._within(pointer, fragment) if _stands(spec, at)), None)
                if not _stands(spec, fragment)
                else None
            )
        return _closest(pointer, self.anchors.get(fragment, ())) if fragment else None

    def _by_uri(self, spec: Spec, pointer: str, base: str, fragment: str) -> str | None:
        outer = {at: own for own, at in self.ids.items() if pointer == at or pointer.startswith(at + "/")}
        own = urljoin(outer[max(outer, key=len)], base) if outer else base
        found = self.ids.get(own) or self.ids.get(base)
        if found is None or not fragment:
            return found
        if not fragment.startswith("/"):
            return next((at for at in self.anchors.get(fragment, ()) if at.startswith(found + "/")), None)
        return found + fragment if _stands(spec, found + fragment) else None

    def _within(self, pointer: str, fragment: str) -> Iterator[str]:
        """A pointer counted from the resource that holds it, or from its component."""
        outer = [at for at in self.ids.values() if pointer == at or pointer.startswith(at + "/")]
        yield from (at + fragment for at in sorted(outer, key=len, reverse=True))
        if (component := _component(pointer)) is not None:
            yield component + fragment
        for depth in range(pointer.count("/"), 0, -1):  # a schema of a body or an answer has no name
            yield "/".join(pointer.split("/")[: depth + 1]) + fragment


def _component(pointer: str) -> str | None:
    parts = pointer.split("/")
    return "/".join(parts[:4]) if parts[1:3] == ["components", "schemas"] and len(parts) > 3 else None


def _closest(pointer: str, places: Mapping[str, Any] | list[str] | tuple[()]) -> str | None:
    """The place around the pointer, the innermost first; else the one in its component; else the only one."""
    around = [at for at in places if pointer == at or pointer.startswith(at + "/")]
    if around:
        return max(around, key=len)
    own = _component(pointer)
    near = [at for at in places if own is not None and at.startswith(own + "/")]
    found = near or list(places)
    return found[0] if len(found) == 1 else None


def _stands(spec: Spec, pointer: str) -> bool:
    try:
        get(spec, pointer)
    except KeyError:
        return False
    return True
