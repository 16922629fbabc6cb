"""What a document says once for all its operations, said by each operation where documents differ in it.

`servers` and `security` at the root, `parameters` and `servers` of a path: a merged document has one of
each, so a difference moves down to the operations and every operation keeps its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from attrs import evolve, frozen

from ..spec.openapi import methods, resolve
from ..spec.rewrite import replace
from ..spec.unify import canonical
from ..values import Spec

SECTIONS = ("paths", "webhooks")
INHERITED = ("parameters", "servers")

Change: TypeAlias = Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]


@frozen
class Part:
    """A document on its way into the merge. `open` are the pointers on the way to where it was cut."""

    name: str
    data: Spec
    open: frozenset[str]


def section(data: Spec, *keys: str) -> dict[str, Any]:
    """The map at `keys`, empty where there is none."""
    node: Any = data
    for key in keys:
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def operations_of(data: Spec) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """(section, path, method, operation) of every operation and webhook."""
    for kind in SECTIONS:
        for path, item in section(data, kind).items():
            if isinstance(item, dict):
                for _, method, operation in methods(item):
                    yield kind, path, method, operation


def settle(parts: Sequence[Part], *, apart: bool = False) -> tuple[list[Part], Spec]:
    """The parts with differences moved down to their operations, and the root `servers` and `security`.

    `apart` moves all security down, for documents whose security schemes of one name differ.
    """
    root: Spec = {}
    settled = _servers(list(parts), root)
    settled = _security(settled, root, apart)
    return _path_items(settled), root


def _servers(parts: list[Part], root: Spec) -> list[Part]:
    """The first document's servers become the root; documents with others say so at each operation."""
    having = [part for part in parts if isinstance(part.data.get("servers"), list) and part.data["servers"]]
    if not having:
        return parts
    root["servers"] = having[0].data["servers"]
    first = _addresses(root["servers"])
    others = [part.name for part in having if _addresses(part.data["servers"]) != first]

    def own(part: Part) -> Change:
        extra = {"servers": part.data.get("servers")}
        return lambda item, operation: operation if "servers" in item else {**extra, **operation}

    return [_changed(part, own(part)) if part.name in others else part for part in parts]


def _addresses(servers: Any) -> str:
    """Servers without the text about them."""
    listed = servers if isinstance(servers, list) else []
    return canonical(
        [
            {k: v for k, v in one.items() if k in ("url", "variables")} if isinstance(one, dict) else one
            for one in listed
        ]
    )


def _security(parts: list[Part], root: Spec, apart: bool) -> list[Part]:
    """One root `security`, or none and each operation's own, where documents differ.

    A document that was cut says nothing by having none, since `security` often stands at the end; nor does
    one that is silent about security altogether and describes the same servers, as a split that was left
    without what all its parts share.
    """
    saying = [part for part in parts if next(operations_of(part.data), None) or "security" in part.data]
    hosts = {_addresses(part.data.get("servers")) for part in saying if "security" in part.data}
    known = [part for part in saying if "security" in part.data or not ("" in part.open or _silent(part.data, hosts))]
    said = {canonical(part.data.get("security", [])) for part in known}
    first = next((part.data["security"] for part in known if "security" in part.data), None)
    if first is None:
        return parts
    if len(said) == 1 and not (apart and len(saying) > 1):
        root["security"] = first
        return parts

    def own(part: Part) -> Change:
        extra = {"security": part.data.get("security", [] if part in known else first)}
        return lambda _, operation: {**extra, **operation}

    return [_changed(part, own(part)) for part in parts]


def _silent(data: Spec, hosts: set[str]) -> bool:
    """Whether a document says nothing of security, and is for one of these hosts."""
    return (
        not section(data, "components", "securitySchemes")
        and (_addresses(data.get("servers")) in hosts or not data.get("servers"))
        and not any("security" in operation for _, _, _, operation in operations_of(data))
    )


def _changed(part: Part, change: Change) -> Part:
    """`part` with `change(path item, operation)` in place of each operation."""
    data = dict(part.data)
    for kind in SECTIONS:
        if items := section(data, kind):
            data[kind] = {path: _item(item, change) for path, item in items.items()}
    return evolve(part, data=data)


def _item(item: Any, change: Change) -> Any:
    if not isinstance(item, dict):
        return item
    return replace(item, {below: change(item, operation) for below, _, operation in methods(item)})


def _path_items(parts: list[Part]) -> list[Part]:
    """Move `parameters` and `servers` of a path down, for paths of which two documents say different ones."""
    differing: set[tuple[str, str, str]] = set()
    seen: dict[tuple[str, str, str], str] = {}
    for part in parts:
        for kind in SECTIONS:
            for path, item in section(part.data, kind).items():
                for field in INHERITED if isinstance(item, dict) else ():
                    said = canonical(item.get(field, []))
                    if seen.setdefault((kind, path, field), said) != said:
                        differing.add((kind, path, field))
    return [_items_down(part, differing) for part in parts] if differing else parts


def _items_down(part: Part, differing: set[tuple[str, str, str]]) -> Part:
    data = dict(part.data)
    for kind in SECTIONS:
        if items := section(data, kind):
            data[kind] = {
                path: _item_down(part.data, item, [field for field in INHERITED if (kind, path, field) in differing])
                for path, item in items.items()
            }
    return evolve(part, data=data)


def _item_down(data: Spec, item: Any, fields: list[str]) -> Any:
    if not fields or not isinstance(item, dict):
        return item
    inherited = {field: item[field] for field in fields if isinstance(item.get(field), list)}
    moved = {key: value for key, value in item.items() if key not in inherited}
    return _item(moved, lambda _, operation: _inherit(data, inherited, operation))


def _inherit(data: Spec, inherited: dict[str, list[Any]], operation: dict[str, Any]) -> dict[str, Any]:
    """`operation` with what its path said; its own parameters and servers win."""
    own = operation.get("parameters")
    if "parameters" not in inherited or not isinstance(own, list):
        return {**inherited, **operation}
    taken = {_identity(data, parameter) for parameter in own}
    first = [parameter for parameter in inherited["parameters"] if _identity(data, parameter) not in taken]
    return {**inherited, **operation, "parameters": first + own}


def _identity(data: Spec, parameter: Any) -> str:
    try:
        found = resolve(data, parameter)
    except KeyError:
        found = parameter
    return canonical([found.get("name"), found.get("in")] if isinstance(found, dict) else found)
