from __future__ import annotations

from ..rule import Found
from ..spec.instances import fits, shown
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def default_not_valid(spec: Spec) -> Found:
    """Drop a default that the rest of its schema refuses: out of bounds, not of the format, too long.

    The type and the enum have rules of their own, which see what may be meant.
    """
    for pointer, schema in schemas_with(spec, "default"):
        value = schema["default"]
        if not fits(value, schema, spec):
            yield Edit(join(pointer, "default"), REMOVED, f"{shown(value)} does not fit its own schema.")
