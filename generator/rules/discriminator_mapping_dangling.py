from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from ..naming.words import folded
from ..rule import Found
from ..spec.openapi import components_of, get, join, resolve
from ..spec.walk import objects
from ..values import REMOVED, Edit, Note, Spec

_SUFFIX: Final = re.compile(r"\.(?:ya?ml|json)\Z", re.IGNORECASE)


def discriminator_mapping_dangling(spec: Spec) -> Found:
    """Mend the entries of a discriminator's mapping that lead to no schema, and drop and note the others.

    A mapping's target is a reference or the name of a component; an empty mapping goes as a whole. Bundlers leave
    the file names in (`models/pets.yml#/cat`, `Cat.yaml`): the component, or the one member, of that name is meant.
    Nothing is lost where a member names the value as its constant, or in a request, which nobody has to tell apart.
    """
    names = components_of(spec, "schemas")
    plain: dict[str, list[str]] = {}
    for name in names:
        plain.setdefault(folded(name), []).append(name)
    for pointer, node in objects(spec, "discriminator"):
        mapping = node.get("mapping")
        if mapping == {}:
            yield Edit(join(pointer, "mapping"), REMOVED, "It maps nothing.")
        constants: set[str] | None = None
        for value, target in mapping.items() if isinstance(mapping, dict) else ():
            if not isinstance(target, str) or target in names or _stands(spec, target):
                continue
            at = join(pointer, "mapping", value)
            meant = plain.get(folded(_SUFFIX.sub("", re.split(r"[/#]", target)[-1])), [])
            if len(meant) == 1:
                yield Edit(at, "#" + join("/components/schemas", meant[0]), f"Nothing stands at {target!r}.")
                continue
            if constants is None:
                constants = _constants(spec, pointer, node.get("propertyName"))
            if value not in constants and "/requestBody/" not in pointer:
                what = f"{target!r} leads to no schema; {value!r} is not told apart."
                yield Note("normalise", "dangling-mapping", at, what)
            yield Edit(at, REMOVED, f"{target!r} leads to no schema.")


def _constants(spec: Spec, pointer: str, name: Any) -> set[str]:
    """The values of the discriminator that one member alone names."""
    union = get(spec, pointer.rpartition("/")[0])
    listed = [union[key] for key in ("oneOf", "anyOf") if isinstance(union.get(key), list)]
    counts = Counter(value for members in listed for member in members for value in set(_values(spec, member, name)))
    return {value for value, count in counts.items() if count == 1}


def _values(spec: Spec, schema: Any, name: Any, depth: int = 0) -> Iterator[str]:
    try:
        schema = resolve(spec, schema)
    except KeyError:
        return
    if not isinstance(schema, dict) or depth > 3:
        return
    properties = schema.get("properties")
    value = properties.get(name) if isinstance(properties, dict) else None
    if isinstance(value, dict):
        listed = value["enum"] if isinstance(value.get("enum"), list) else [value.get("const")]
        yield from (each for each in listed if isinstance(each, str))
    for part in schema["allOf"] if isinstance(schema.get("allOf"), list) else ():
        yield from _values(spec, part, name, depth + 1)


def _stands(spec: Spec, target: str) -> bool:
    try:
        return target.startswith("#/") and isinstance(get(spec, target[1:]), dict)
    except KeyError:
        return False
