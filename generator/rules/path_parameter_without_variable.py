from __future__ import annotations

from ..rule import Found
from ..spec.parameters import ParameterAt, paths
from ..values import REMOVED, Edit, Note, Spec


def path_parameter_without_variable(spec: Spec) -> Found:
    """Drop path parameters that the path has no variable for: they would go nowhere.

    Left over when somebody shortened the path, or changed it and not the parameter.
    """
    for at in paths(spec):
        variables = set(at.variables)
        listed: tuple[ParameterAt, ...] = at.shared + tuple(each for own in at.operations.values() for each in own)
        for each in listed:
            place, name = each.key
            if place == "path" and name not in variables:
                what = f"Path parameter {name!r} has no place in {at.path!r}; it was left out."
                yield Note("normalise", "path-parameter-unused", each.pointer, what)
                yield Edit(each.pointer, REMOVED, f"The path has no variable {name!r}.")
