"""A use of a schema (in the lowered dialect) as Python: the annotation it has, and the names it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from attrs import frozen

from ..lowerings._parts import is_shape
from ..values import Spec
from .literals import literal

REF: Final = "#/components/schemas/"

SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}

Side = Literal["field", "argument"]

_SHADOWED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\b(?:str|int|float|bool|bytes|list|dict)\b""")


@frozen
class Types:
    """Annotations over one lowered spec's components."""

    components: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, spec: Spec) -> Types:
        return cls(spec.get("components", {}).get("schemas", {}))

    def target(self, use: dict[str, Any]) -> dict[str, Any] | None:
        """The component that a use refers to, or None for one that stands inline."""
        ref = use.get("$ref")
        return self.components[ref[len(REF) :]] if isinstance(ref, str) else None

    def members(self, use: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """What a use may be: the members of a union, those of aliases too, or the use itself."""
        seen: set[str] = set()
        stack = [use]
        while stack:
            each = stack.pop()
            name, target = target_name(each), self.target(each) or each
            if name in seen:
                continue
            if "oneOf" in target or target.get("x-alias"):
                seen.update([name] if name is not None else [])
            if "oneOf" in target:
                stack.extend(reversed(target["oneOf"]))
            else:
                yield each

    def annotation(self, use: dict[str, Any], side: Side = "field") -> str:
        """The Python type of a value of this use, null included, absence not."""
        text = self._bare(use, side)
        return f"{text} | None" if use.get("x-nullable") and text not in ("Any", "None") else text

    def _bare(self, use: dict[str, Any], side: Side) -> str:
        name = target_name(use)
        if name is not None:
            return self._named(name, side)
        if says_only_null(use):
            return "None"
        if "oneOf" in use:
            parts: list[str] = []
            for member in use["oneOf"]:
                parts += [part for part in split_union(self.annotation(member, side)) if part not in parts]
            if any(self._is_model(member) for member in use["oneOf"]):
                rest = "Mapping[str, Any]" if side == "argument" else "dict[str, Any]"
                parts += [rest] if rest not in parts else []
            return "Any" if "Any" in parts else " | ".join(parts)
        kind = use.get("type")
        if kind == "array":
            inside = self.annotation(use.get("items", {}), side)
            return f"Sequence[{inside}]" if side == "argument" else f"list[{inside}]"
        if kind == "object":
            values = use.get("additionalProperties", True)
            inside = self.annotation(values, side) if isinstance(values, dict) else "Any"
            return f"Mapping[str, {inside}]" if side == "argument" else f"dict[str, {inside}]"
        if "const" in use:
            return _constant(use["const"], side)
        if kind == "string":
            return _STRINGS.get((str(use.get("format")), side), "str")
        return SCALARS.get(str(kind), "Any")

    def _named(self, name: str, side: Side) -> str:
        component = self.components[name]
        if "enum" in component:
            scalar = SCALARS.get(str(component.get("type")), "str | int | float | bool")
            return f"{name} | {scalar}"
        if component.get("x-alias"):
            return name
        return f"{name} | Mapping[str, Any]" if side == "argument" else name

    def _is_model(self, use: dict[str, Any]) -> bool:
        target = self.target(use)
        return target is not None and "enum" not in target and not target.get("x-alias")

    def names(self, use: dict[str, Any]) -> Iterator[str]:
        """The components that a use refers to, itself or in what it holds."""
        name = target_name(use)
        if name is not None:
            yield name
            return
        for member in use.get("oneOf", ()):
            yield from self.names(member)
        for key in ("items", "additionalProperties"):
            if isinstance(use.get(key), dict):
                yield from self.names(use[key])


_STRINGS: Final = {
    ("date-time", "field"): "_dt.datetime",
    ("date-time", "argument"): "_dt.datetime | str",
    ("date", "field"): "_dt.date",
    ("date", "argument"): "_dt.date | str",
    ("binary", "argument"): "FileTypes",
}


def says_only_null(use: dict[str, Any]) -> bool:
    """Whether null is all that a value may be."""
    return use.get("x-null") is True and not any(is_shape(key) for key in use)


def target_name(use: dict[str, Any]) -> str | None:
    """The component's name that a use refers to."""
    ref = use.get("$ref")
    return ref[len(REF) :] if isinstance(ref, str) else None


def split_union(text: str) -> list[str]:
    """The members of a union annotation, brackets and quotes left whole."""
    parts, depth, start, quote = [], 0, 0, ""
    for index, char in enumerate(text):
        if quote:
            quote = "" if char == quote and text[index - 1] != "\\" else quote
        elif char in "'\"":
            quote = char
        elif char in "[(":
            depth += 1
        elif char in "])":
            depth -= 1
        elif char == "|" and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]


def unshadowed(text: str, members: set[str]) -> str:
    """An annotation that stands in a class with these members: a member called `list` hides the type.

    mypy and pyright read annotations in a class body in the scope of that class.
    """
    hidden = members & {"str", "int", "float", "bool", "bytes", "list", "dict"}
    return _SHADOWED.sub(lambda m: f"builtins.{m[0]}" if m[0] in hidden else m[0], text) if hidden else text


def _constant(value: Any, side: Side) -> str:
    if isinstance(value, bool | int):
        return f"Literal[{value!r}]" if side == "argument" else type(value).__name__
    if isinstance(value, str):
        return f"Literal[{literal(value)}]" if side == "argument" else "str"
    return "float" if isinstance(value, float) else "Any"
