from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join, methods
from ..values import Edit, Spec


def root_security_to_operations(spec: Spec) -> Found:
    """Say the security of the whole document at each operation that has none of its own.

    The meaning is the same, but documents that are put together from several, and tools that read one
    operation at a time, lose what stands at the root.
    """
    security, paths = spec.get("security"), spec.get("paths")
    if not isinstance(security, list) or not isinstance(paths, dict):
        return
    for path, item in paths.items():
        for below, _, operation in methods(item) if isinstance(item, dict) else ():
            if "security" not in operation:
                why = "The document requires it of every operation."
                yield Edit(join("/paths", path) + below + "/security", security, why)
