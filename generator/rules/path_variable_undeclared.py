from __future__ import annotations

from ..rule import Found
from ..spec.openapi import get, join
from ..spec.parameters import paths
from ..values import Edit, Spec


def path_variable_undeclared(spec: Spec) -> Found:
    """Declare the variables of a path that no parameter declares, as texts.

    Without that nobody could call the operation: five public documents forget nine of them.
    """
    for at in paths(spec):
        shared = {each.key[1] for each in at.shared if each.key[0] == "path"}
        for pointer, own in at.operations.items():
            declared = shared | {each.key[1] for each in own if each.key[0] == "path"}
            missing = [name for name in at.variables if name not in declared]
            if not missing:
                continue
            added = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in missing]
            listed = get(spec, pointer).get("parameters")
            why = f"The path has the variable {', '.join(missing)}, and nothing declares it."
            if not isinstance(listed, list):
                yield Edit(join(pointer, "parameters"), added, why)
                continue
            for index, each in enumerate(added, len(listed)):
                yield Edit(join(pointer, "parameters", index), each, why)
