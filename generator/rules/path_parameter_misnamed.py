from __future__ import annotations

import re

from ..rule import Found
from ..spec.parameters import paths
from ..values import Edit, Spec


def path_parameter_misnamed(spec: Spec) -> Found:
    """Give a path parameter the name that the path has for it, where they differ in case or separators only.

    `/users/{userId}` with a parameter `user_id` is one variable with two names, not two.
    """
    for at in paths(spec):
        for pointer, own in at.operations.items():
            declared = [each for each in (*at.shared, *own) if each.key[0] == "path"]
            names = {each.key[1] for each in declared}
            open_names = {_plain(name): name for name in at.variables if name not in names}
            for each in declared:
                name = each.key[1]
                meant = open_names.get(_plain(name)) if name not in at.variables else None
                if meant is not None and each.pointer.startswith(pointer + "/"):
                    value = {**each.value, "name": meant}  # a copy: a component may serve other paths too
                    yield Edit(each.pointer, value, f"The path calls it {meant!r}.")


def _plain(name: str) -> str:
    return re.sub(r"[^0-9a-z]", "", name.lower())
