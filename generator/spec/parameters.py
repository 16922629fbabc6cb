"""The parameters of operations, as the rules about them see them: resolved, with where each is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from ..values import Spec
from .openapi import join, methods, resolve

IGNORED_HEADERS: Final = frozenset(("accept", "content-type", "authorization"))
"""Header parameters that OpenAPI tells tools to ignore: media types and security say the same."""

_VARIABLE = re.compile(r"\{([^{}]+)\}")


@frozen
class ParameterAt:
    """A parameter where it is listed: `value` is what a reference there leads to."""

    pointer: str
    value: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Place and name, by which an operation's own parameter replaces one that its path shares."""
        return str(self.value.get("in")), str(self.value.get("name"))


@frozen
class PathAt:
    """A path item with a template: its own parameters, and those of each of its operations by pointer."""

    pointer: str
    path: str
    item: dict[str, Any]
    shared: tuple[ParameterAt, ...]
    operations: dict[str, tuple[ParameterAt, ...]]

    @property
    def variables(self) -> list[str]:
        """The names in braces of the path, each once, in order; a fragment is no part of it."""
        return list(dict.fromkeys(_VARIABLE.findall(self.path.partition("#")[0])))


def paths(spec: Spec) -> Iterator[PathAt]:
    """Every path of the document that is no reference, with the parameters that resolve."""
    listed = spec.get("paths")
    for path, item in listed.items() if isinstance(listed, dict) else ():
        if isinstance(item, dict) and "$ref" not in item and path.startswith("/"):
            pointer = join("/paths", path)
            operations = {
                pointer + below: tuple(parameters(spec, pointer + below, operation))
                for below, _, operation in methods(item)
            }
            yield PathAt(pointer, path, item, tuple(parameters(spec, pointer, item)), operations)


def parameters(spec: Spec, pointer: str, node: dict[str, Any]) -> Iterator[ParameterAt]:
    """The parameters listed by a path item or an operation; those that do not resolve are left out."""
    listed = node.get("parameters")
    for index, parameter in enumerate(listed if isinstance(listed, list) else ()):
        try:
            found = resolve(spec, parameter)
        except KeyError:
            continue
        if isinstance(found, dict):
            yield ParameterAt(join(pointer, "parameters", index), found)
