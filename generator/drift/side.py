"""One of the two documents: its references followed, and its schemas as views, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ..spec import openapi
from ..values import Spec
from .view import At, View, absorb, bears


class Side:
    """One of the two documents, with the views of its schemas, each made once."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self._views: dict[int, View] = {}
        self._flat: dict[int, View] = {}
        self._targets: dict[str, At | None] = {}

    def target(self, ref: str) -> At | None:
        """The node a local reference leads to, and its pointer; None for one that is not in this document."""
        if ref not in self._targets:
            self._targets[ref] = None
            if ref.startswith("#"):
                for pointer in (ref[1:], unquote(ref[1:])):
                    try:
                        self._targets[ref] = (openapi.get(self.spec, pointer), pointer)
                        break
                    except KeyError:
                        continue
        return self._targets[ref]

    def follow(self, node: Any, pointer: str) -> At:
        """`node` or the end of its chain of references; an empty dict where that dangles or loops."""
        seen: set[str] = set()
        while isinstance(node, dict) and isinstance(ref := node.get("$ref"), str):
            found = self.target(ref)
            if found is None or ref in seen:
                return {}, pointer
            seen.add(ref)
            node, pointer = found
        return node, pointer

    def view(self, at: At) -> View:
        """The view of the schema there. Wrappers that add nothing share the view of what they wrap."""
        raw, pointer = at
        known = self._views.get(id(raw))
        if known is None:
            inner = self._unwrapped(raw, pointer)
            known = self._views.get(id(inner[0]))
            if known is None:
                known = self._views[id(inner[0])] = self._build(inner, everything=False)
            self._views[id(raw)] = known
        return known

    def flat(self, view: View) -> View:
        """The view with all of its `allOf` members merged in."""
        if view.raw is None or not isinstance(view.raw, dict):
            return view
        if id(view.raw) not in self._flat:
            self._flat[id(view.raw)] = self._build((view.raw, view.pointer), everything=True)
        return self._flat[id(view.raw)]

    def _unwrapped(self, raw: Any, pointer: str) -> At:
        """Past references, and `allOf`, `oneOf` or `anyOf` of one, that say nothing else."""
        seen: set[int] = set()
        while isinstance(raw, dict) and id(raw) not in seen:
            seen.add(id(raw))
            inner = self._only_member(raw, pointer)
            if inner is None:
                break
            raw, pointer = inner
        return raw, pointer

    def _only_member(self, raw: dict[str, Any], pointer: str) -> At | None:
        ref = raw.get("$ref")
        if isinstance(ref, str):
            found = self.target(ref)
            return found if found is not None and all(not bears(name) for name in raw if name != "$ref") else None
        for keyword in openapi.SCHEMA_LISTS[:3]:
            members = raw.get(keyword)
            if isinstance(members, list) and len(members) == 1:
                if all(not bears(name) for name in raw if name != keyword):
                    return members[0], openapi.join(pointer, keyword, 0)
                return None
        return None

    def _build(self, start: At, *, everything: bool) -> View:
        view = View(*start)
        for node, pointer in self._layers(start, view, everything=everything):
            absorb(view, node, pointer)
        if "null" in view.types and len(view.types) > 1:
            view.nullable = True
            view.types = tuple(name for name in view.types if name != "null")
        if view.enum is not None and "null" in view.enum:
            view.nullable = view.nullable or bool(view.types) or len(view.enum) > 1
            view.enum = {name: value for name, value in view.enum.items() if name != "null"}
        return view

    def _layers(self, start: At, view: View, *, everything: bool) -> Iterator[At]:
        """The schema, then what it stands for through `$ref`, `allOf` and unions of one, outermost first."""
        queue = [start]
        seen: set[int] = set()
        while queue:
            node, pointer = queue.pop(0)
            if isinstance(node, bool):
                if not node:
                    view.single.setdefault("not", ({}, pointer))
                continue
            if not isinstance(node, dict) or id(node) in seen:
                continue
            seen.add(id(node))
            ref = node.get("$ref")
            if isinstance(ref, str):
                found = self.target(ref)
                if found is None:
                    view.keys.setdefault("$ref", ref)
                else:
                    queue.append(found)
            yield node, pointer
            queue.extend(self._wrapped(node, pointer, view, everything=everything))

    def _wrapped(self, node: dict[str, Any], pointer: str, view: View, *, everything: bool) -> list[At]:
        inner: list[At] = []
        members = self._members(node, "allOf", pointer)
        if len(members) == 1 or everything:
            inner += members
        elif members and not view.all_of:
            view.all_of = members
        for keyword in ("oneOf", "anyOf"):
            members = self._members(node, keyword, pointer)
            if not members:
                continue
            rest = [at for at in members if not self._is_null(at)]
            if len(rest) < len(members):
                view.nullable = True
            if len(rest) == 1:
                inner += rest
            elif keyword not in view.unions:
                view.unions[keyword] = rest
        return inner

    def _members(self, node: dict[str, Any], keyword: str, pointer: str) -> list[At]:
        members = node.get(keyword)
        if not isinstance(members, list):
            return []
        found = [(item, openapi.join(pointer, keyword, index)) for index, item in enumerate(members)]
        if keyword == "allOf":
            return [at for at in found if isinstance(at[0], dict) and any(bears(name) for name in at[0])]
        return found

    def _is_null(self, at: At) -> bool:
        node = self.follow(*at)[0]
        if not isinstance(node, dict):
            return False
        return node.get("type") in ("null", ["null"]) or node.get("enum") == [None] or (
            "const" in node and node["const"] is None
        )  # fmt: skip
