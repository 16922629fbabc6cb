from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec


def required_misplaced(spec: Spec) -> Found:
    """Move `required: true` of a property into the list of its object; make a list of what is none.

    It is JSON Schema draft 3, and what people write who think of parameters. Two public documents with
    112 operations were refused for it.
    """
    why = "`required` is a list of names at the object that has the properties."
    for pointer, schema in nodes(spec, "schema"):
        if not isinstance(schema, dict):
            continue
        properties = schema.get("properties")
        added = _flagged(pointer, properties)
        listed = schema.get("required")
        for name in added:
            yield Edit(join(pointer, "properties", name, "required"), REMOVED, why)
        wanted = [name for name, yes in added.items() if yes]
        if isinstance(listed, str) and not _is_flag(listed):
            listed = [listed]
        if isinstance(listed, list):
            names = dict.fromkeys(name for name in [*listed, *wanted] if isinstance(name, str))
            if list(names) != schema.get("required") or not names:
                yield Edit(join(pointer, "required"), list(names) or REMOVED, why)
        elif wanted and not (_is_flag(listed) and _is_property(pointer)):
            yield Edit(join(pointer, "required"), wanted, why)
        elif "required" in schema and not (_is_flag(listed) and _is_property(pointer)):
            yield Edit(join(pointer, "required"), REMOVED, why)


def _flagged(pointer: str, properties: Any) -> dict[str, bool]:
    """The properties that say `required` of themselves, and what they say."""
    if not isinstance(properties, dict):
        return {}
    return {
        name: each["required"] in (True, "true", 1)
        for name, each in properties.items()
        if isinstance(each, dict) and _is_flag(each.get("required"))
    }


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool) or value in ("true", "false", 0, 1)


def _is_property(pointer: str) -> bool:
    return pointer.rpartition("/")[0].endswith("/properties")
