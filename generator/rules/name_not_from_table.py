from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import UnusableInput
from ..naming.names import Table, read_table
from ..naming.shapes import component_of, reference
from ..rule import Found
from ..spec.openapi import join
from ..spec.rewrite import rewrite
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec


def name_not_from_table(spec: Spec, names: Mapping[str, str]) -> Found:
    """Give components the names of the reviewed table, whatever the vendor calls them this week.

    `user_loras_by_pk` is a UserElement to a person. A component that says the same as a named one is
    written out again at its uses, for `inline_schema` to share. An entry whose use path leads to no object or enum
    any more is stale, and noted.
    """
    if not names:
        return
    table = read_table(spec, names)
    yield from table.notes
    schemas = spec.get("components", {}).get("schemas", {})
    renamed = _renamed(table, schemas)
    same = _same(table, schemas) if not renamed else {}
    if not renamed and not same:
        return
    written = _written_out(same, schemas)
    for pointer, schema in nodes(spec, "schema"):
        name = component_of(schema)
        if name in renamed:
            yield Edit(join(pointer, "$ref"), reference(renamed[name]), "The reviewed table names it.")
        elif name in same:
            own = {key: value for key, value in schema.items() if key != "$ref"}
            yield Edit(pointer, {**written[name], **own}, f"{name} says the same as {same[name]}.")
    yield from _mappings(spec, {**renamed, **same})
    for old, new in renamed.items():
        why = f"The reviewed table names it {new}."
        yield Edit(join("/components/schemas", new), schemas[old], why, source=join("/components/schemas", old))
        yield Edit(join("/components/schemas", old), REMOVED, why)
    for old, new in same.items():
        yield Edit(join("/components/schemas", old), REMOVED, f"It says the same as {new}.")


def _renamed(table: Table, schemas: Mapping[str, Any]) -> dict[str, str]:
    """Old name to new. One that is to take the name of another waits until that one has moved, if need be aside."""
    wanted = {old: new for old, new in table.components.items() if old != new}
    targets = set(wanted.values())
    renamed: dict[str, str] = {}
    for old, new in sorted(wanted.items()):
        if new not in schemas:
            renamed[old] = new
        elif old in targets:
            renamed[old] = _aside(old, schemas)
        elif new not in table.components and not table.same(old, new):
            raise UnusableInput(
                f"provider.yaml: names / {new}: {table.uses[new]} leads to {old}, but the document has another "
                f"schema called {new}.\nName that one in the table too, with a place where a caller meets it."
            )
    return renamed


def _aside(name: str, schemas: Mapping[str, Any]) -> str:
    while name in schemas:
        name += "_"
    return name


def _same(table: Table, schemas: Mapping[str, Any]) -> dict[str, str]:
    """Components that the table does not name and that say the same as one that it names."""
    named = {table.shapes.components[old].core: old for old in reversed(table.components)}
    return {
        name: named[shape.core]
        for name, shape in sorted(table.shapes.components.items())
        if name in schemas
        and name not in table.components
        and shape.core in named
        and not table.plain(name)
        and name not in table.shapes.recursive
    }


def _written_out(same: Mapping[str, str], schemas: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """These components, and in them those of them that they refer to; none contains itself."""
    done: dict[str, dict[str, Any]] = {}

    def out(pointer: str, schema: dict[str, Any]) -> dict[str, Any]:
        name = component_of(schema)
        if name is None or name not in same:
            return schema
        return {**content(name), **{key: value for key, value in schema.items() if key != "$ref"}}

    def content(name: str) -> dict[str, Any]:
        if name not in done:
            done[name] = rewrite("", schemas[name], out)
        return done[name]

    return {name: content(name) for name in same}


def _mappings(spec: Spec, final: Mapping[str, str]) -> Found:
    """Discriminators follow; a value that was only implied by a component's old name is now said."""
    for pointer, node in nodes(spec, "discriminator"):
        if not isinstance(node, dict):
            continue
        mapping = node.get("mapping")
        for value, target in mapping.items() if isinstance(mapping, dict) else ():
            old = component_of({"$ref": target}) or target
            if isinstance(old, str) and old in final:
                yield Edit(join(pointer, "mapping", value), reference(final[old]), "The reviewed table names it.")
