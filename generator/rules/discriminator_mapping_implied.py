from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..naming.shapes import component_of
from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import Edit, Spec


def discriminator_mapping_implied(spec: Spec, names: Mapping[str, str]) -> Found:
    """Say which value of a discriminator means which schema, before schemas get other names.

    Without a mapping the value is the name of the component, so renaming one would change the wire. Only
    done where the table renames components; elsewhere the implied value stays right.
    """
    if not names:
        return
    for pointer, schema in schemas_with(spec, "discriminator"):
        mark = schema["discriminator"]
        if not isinstance(mark, dict) or not isinstance(mark.get("mapping", {}), dict):
            continue
        mapping: dict[str, Any] = mark.get("mapping", {})
        said = {component_of({"$ref": target}) or target for target in mapping.values()}
        implied = {
            name: member["$ref"]
            for key in ("oneOf", "anyOf")
            for member in schema.get(key) or ()
            if (name := component_of(member)) is not None and name not in said and name not in mapping
        }
        if implied:
            why = "The value is the name of the component, which may change."
            yield Edit(join(pointer, "discriminator", "mapping"), {**mapping, **implied}, why)
