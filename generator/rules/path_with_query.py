from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final
from urllib.parse import unquote_plus

from attrs import field, frozen

from ..rule import Found
from ..spec.moves import followed
from ..spec.openapi import join, methods, resolve
from ..spec.rewrite import replace
from ..values import REMOVED, Edit, Spec

_VARIABLE: Final = re.compile(r"\{([^{}]+)\}\Z")


@frozen
class _Query:
    """A query string in a path: what is fixed (`method=photos.search`), and which variables are which parameters."""

    fixed: list[tuple[str, str]] = field(factory=list)
    variables: dict[str, str] = field(factory=dict)

    @property
    def text(self) -> str:
        """What is fixed, as it stands in a path."""
        return "&".join(f"{name}={value}" if value else name for name, value in self.fixed)


def path_with_query(spec: Spec) -> Found:
    """Move a query string out of a path, into required query parameters.

    `/items?type={type}` declares `type` at best as a path parameter, and a client quotes the `?` away. Where
    several paths are the same without it (`/rest?method=photos.search`, once for each method), what is fixed in
    it tells them apart and stays; two that only differ in parameters are told apart by a fragment, `/items#type`.
    """
    yield from followed(spec, _mended(spec))


def _mended(spec: Spec) -> Found:
    paths = spec.get("paths")
    if not isinstance(paths, dict):
        return
    shared = Counter(re.split(r"[?#]", path)[0] for path in paths)
    taken = set(paths)
    for path, item in paths.items():
        bare, mark, rest = path.partition("?")
        inside = bare.count("{") > bare.count("}")  # of a variable: `{?page}`, `{id?}`
        if not mark or not path.startswith("/") or inside or not isinstance(item, dict) or "$ref" in item:
            continue
        query = _read(rest.partition("#")[0])
        alone = shared[bare] == 1
        meant = bare if alone or not query.fixed else f"{bare}?{query.text}"
        if meant in taken and meant != path:
            meant = f"{meant}#{'&'.join(query.variables.values())}"
        old = join("/paths", path)
        moved = _Move.of(spec, query, alone).item(item)
        if meant == path and moved != item:
            yield Edit(old, moved, "The path says the parameter already.")
        if meant in taken:
            continue
        taken.add(meant)
        yield Edit(join("/paths", meant), moved, f"The query string of {path!r} is parameters.", source=old)
        yield Edit(old, REMOVED, f"The path is {meant!r}.")


def _read(text: str) -> _Query:
    """The parts of a query string; in `{search}=1` the variable is the name and the value an example."""
    query = _Query()
    for part in text.replace("&amp;", "&").split("&"):
        name, _, value = part.partition("=")
        variable = _VARIABLE.match(value) or _VARIABLE.match(name)
        if variable:
            query.variables[variable[1]] = unquote_plus(name).strip("{}")
        elif name and "{" not in part and "}" not in part:
            query.fixed.append((name, value))
    return query


@frozen
class _Move:
    """A query string on its way into parameters.

    `added` are those that it asks for, by name, `gone` the names that stay in the path and are none.
    """

    spec: Spec
    variables: dict[str, str]
    added: dict[str, dict[str, Any]]
    gone: frozenset[str]

    @classmethod
    def of(cls, spec: Spec, query: _Query, alone: bool) -> _Move:
        """What is fixed in a path that is not alone tells it apart, and needs no parameter."""
        fixed = {unquote_plus(name): unquote_plus(value) for name, value in query.fixed}
        schemas: dict[str, Any] = {name: {"type": "string"} for name in query.variables.values()}
        for name, value in fixed.items() if alone else ():
            schemas[name] = {"type": "string", "enum": [value]} if value else {"type": "string"}
        added = {
            name: {"name": name, "in": "query", "required": True, "schema": schema} for name, schema in schemas.items()
        }
        return cls(spec, query.variables, added, frozenset() if alone else frozenset(fixed))

    def item(self, item: dict[str, Any]) -> dict[str, Any]:
        """A path item with these parameters declared: by itself where none of its operations does."""
        item = self._relocated(item)
        shared = self._declared(item)
        changes = {below: self._relocated(operation) for below, _, operation in methods(item)}
        said = {below: shared | self._declared(operation) for below, operation in changes.items()}
        for name, each in self.added.items():
            without = [below for below in changes if name not in said[below]]
            if name not in shared and len(without) == len(changes):
                item["parameters"] = [*_listed(item), each]
                continue
            for below in without:
                changes[below] = {**changes[below], "parameters": [*_listed(changes[below]), each]}
        return replace(item, changes)

    def _relocated(self, node: dict[str, Any]) -> dict[str, Any]:
        """A copy of the node with the parameters of the query string in the query, without those that are gone."""
        if not _listed(node):
            return dict(node)
        listed = []
        for each in _listed(node):
            value = self._value(each)
            name = value.get("name")
            if value.get("in") == "path" and (name in self.variables or name in self.added):
                each = value = {**value, "name": self.variables.get(name, name), "in": "query"}
            if value.get("in") != "query" or value.get("name") not in self.gone:
                listed.append(each)
        return {**node, "parameters": listed}

    def _declared(self, node: dict[str, Any]) -> set[str]:
        """The names of the added parameters that a node has already."""
        values = [self._value(each) for each in _listed(node)]
        return {value["name"] for value in values if value.get("in") == "query" and value.get("name") in self.added}

    def _value(self, parameter: Any) -> dict[str, Any]:
        """A parameter, its reference followed; nothing for what has no name."""
        try:
            value = resolve(self.spec, parameter)
        except KeyError:
            return {}
        return value if isinstance(value, dict) and isinstance(value.get("name"), str) else {}


def _listed(node: dict[str, Any]) -> list[Any]:
    listed = node.get("parameters")
    return listed if isinstance(listed, list) else []
