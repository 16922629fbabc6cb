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
        if not mark or not path.startswith("/") or bare.endswith("{") or not isinstance(item, dict) or "$ref" in item:
            continue
        query = _read(rest.partition("#")[0])
        alone = shared[bare] == 1
        meant = bare if alone or not query.fixed else f"{bare}?{query.text}"
        if meant in taken and meant != path:
            meant = f"{meant}#{'&'.join(query.variables.values())}"
        old = join("/paths", path)
        moved = _moved(spec, item, query, alone)
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


def _moved(spec: Spec, item: dict[str, Any], query: _Query, alone: bool) -> dict[str, Any]:
    """The item with the parameters of the query string declared; what is fixed in a path needs no parameter."""
    fixed = {unquote_plus(name): unquote_plus(value) for name, value in query.fixed}
    added: dict[str, dict[str, Any]] = {}
    for name in query.variables.values():
        added[name] = {"name": name, "in": "query", "required": True, "schema": {"type": "string"}}
    for name, value in fixed.items() if alone else ():
        schema = {"type": "string", "enum": [value]} if value else {"type": "string"}
        added[name] = {"name": name, "in": "query", "required": True, "schema": schema}
    gone = set() if alone else set(fixed)
    known: set[str] = set()
    item = _relocated(spec, item, query, added, gone, known)
    said = {below: set(known) for below, _, _ in methods(item)}
    changes = {
        below: _relocated(spec, operation, query, added, gone, said[below]) for below, _, operation in methods(item)
    }
    for name, each in added.items():
        without = [below for below in changes if name not in said[below]]
        if name not in known and len(without) == len(changes):
            item["parameters"] = [*_listed(item), each]
            continue
        for below in without:
            changes[below] = {**changes[below], "parameters": [*_listed(changes[below]), each]}
    return replace(item, changes)


def _listed(node: dict[str, Any]) -> list[Any]:
    listed = node.get("parameters")
    return listed if isinstance(listed, list) else []


def _relocated(
    spec: Spec, node: dict[str, Any], query: _Query, added: dict[str, Any], gone: set[str], known: set[str]
) -> dict[str, Any]:
    """The node with the parameters of the query string declared as queries, without those the path has fixed."""
    if not _listed(node):
        return dict(node)
    listed = []
    for each in _listed(node):
        try:
            value = resolve(spec, each)
        except KeyError:
            value = each
        name = value.get("name") if isinstance(value, dict) else None
        if isinstance(name, str):
            if value.get("in") == "path" and (name in query.variables or name in added):
                each = value = {**value, "name": query.variables.get(name, name), "in": "query"}
            if value.get("in") == "query":
                if value["name"] in gone:
                    continue
                if value["name"] in added:
                    known.add(value["name"])
        listed.append(each)
    return {**node, "parameters": listed}
