from __future__ import annotations

from collections.abc import Sequence

from ..naming.words import folded
from ..rule import Found
from ..spec.parameters import ParameterAt, paths
from ..values import Edit, Spec


def path_parameter_misnamed(spec: Spec) -> Found:
    """Give a path parameter the name that the path has for it.

    `/users/{userId}` with a parameter `user_id` is one variable with two names, not two. Where one variable
    is left without a parameter and one parameter without a variable, they are meant for each other, however
    they are called: Laravel's routes say `{product}` of what its controllers call `id`.
    """
    for at in paths(spec):
        own = [each for listed in at.operations.values() for each in listed]
        shared = {each.key[1] for each in at.shared if each.key[0] == "path"}
        if not any(each.key[0] == "path" for each in own):
            yield from _renamed(at.shared, at.variables, set())
        for listed in at.operations.values():
            yield from _renamed(listed, at.variables, shared)


def _renamed(listed: Sequence[ParameterAt], variables: list[str], elsewhere: set[str]) -> Found:
    declared = [each for each in listed if each.key[0] == "path"]
    names = {each.key[1] for each in declared} | elsewhere
    free = [name for name in variables if name not in names]
    lost = [each for each in declared if each.key[1] not in variables]
    plain = {folded(name): name for name in free}
    for each in lost:
        meant = plain.get(folded(each.key[1])) or (free[0] if len(free) == len(lost) == 1 else None)
        if meant is not None:
            value = {**each.value, "name": meant}  # a copy: a component may serve other paths too
            yield Edit(each.pointer, value, f"The path calls it {meant!r}.")
