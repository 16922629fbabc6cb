from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote_plus

from ..rule import Found
from ..spec.grammar import OBJECTS
from ..spec.openapi import join
from ..values import REMOVED, Edit, Spec

_METHODS = [name for name, field in OBJECTS["path_item"].items() if field.kind == "operation"]
_VARIABLE = re.compile(r"\{([^{}]+)\}\Z")


def path_with_query(spec: Spec) -> Found:
    """Move a query string out of a path, into required query parameters.

    `/items?type={type}` declares `type` at best as a path parameter, and a client quotes the `?` away.
    Where the path without it exists too, the path stays: two operations cannot be told apart otherwise.
    """
    paths = spec.get("paths")
    if not isinstance(paths, dict):
        return
    taken = set(paths)
    for path, item in paths.items():
        bare, mark, query = path.partition("?")
        if not mark or not path.startswith("/") or bare in taken or not isinstance(item, dict) or "$ref" in item:
            continue
        taken.add(bare)
        old = join("/paths", path)
        why = f"The query string of {path!r} is parameters."
        yield Edit(join("/paths", bare), _moved(item, query), why, source=old)
        yield Edit(old, REMOVED, f"The path is {bare!r}.")


def _moved(item: dict[str, Any], query: str) -> dict[str, Any]:
    added: dict[str, dict[str, Any]] = {}
    renamed: dict[str, str] = {}
    for part in query.replace("&amp;", "&").split("&"):
        name, _, text = part.partition("=")
        name = unquote_plus(name)
        variable = _VARIABLE.match(text)
        if variable:
            renamed[variable[1]] = name
        if not name or "{" in name:
            continue
        schema: dict[str, Any] = {"type": "string"}
        if text and not variable:
            schema["enum"] = [unquote_plus(text)]
        added[name] = {"name": name, "in": "query", "required": True, "schema": schema}
    known: set[str] = set()
    item = _relocated(item, renamed, added, known)
    for method in _METHODS:
        if isinstance(item.get(method), dict):
            item[method] = _relocated(item[method], renamed, added, known)
    missing = [each for name, each in added.items() if name not in known]
    if missing:
        item["parameters"] = [*_listed(item), *missing]
    return item


def _listed(node: dict[str, Any]) -> list[Any]:
    listed = node.get("parameters")
    return listed if isinstance(listed, list) else []


def _relocated(node: dict[str, Any], renamed: dict[str, str], added: dict[str, Any], known: set[str]) -> dict[str, Any]:
    """The node with the parameters of the query string declared as queries."""
    if not _listed(node):
        return dict(node)
    listed = []
    for each in _listed(node):
        if isinstance(each, dict) and isinstance(name := each.get("name"), str):
            if each.get("in") == "path" and (name in renamed or name in added):
                each = {**each, "name": renamed.get(name, name), "in": "query"}
            if each.get("in") == "query" and each["name"] in added:
                known.add(each["name"])
        listed.append(each)
    return {**node, "parameters": listed}
