from __future__ import annotations

from ..rule import Found
from ..spec.openapi import get, join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Note, Spec


def discriminator_mapping_dangling(spec: Spec) -> Found:
    """Drop entries of a discriminator's mapping that lead to no schema, and note them.

    A mapping's target is a reference or the name of a component; an empty mapping goes as a whole.
    """
    components = spec.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    names = schemas if isinstance(schemas, dict) else {}
    for pointer, node in objects(spec, "discriminator"):
        mapping = node.get("mapping")
        if mapping == {}:
            yield Edit(join(pointer, "mapping"), REMOVED, "It maps nothing.")
        for value, target in mapping.items() if isinstance(mapping, dict) else ():
            if isinstance(target, str) and target not in names and not _stands(spec, target):
                at = join(pointer, "mapping", value)
                yield Note(
                    "normalise",
                    "dangling-mapping",
                    at,
                    f"{target!r} leads to no schema; {value!r} is not told apart.",
                )
                yield Edit(at, REMOVED, f"{target!r} leads to no schema.")


def _stands(spec: Spec, target: str) -> bool:
    try:
        return target.startswith("#/") and isinstance(get(spec, target[1:]), dict)
    except KeyError:
        return False
