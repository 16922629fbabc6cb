"""Decode expressions for generated models: straight-line code over one value, no call where none is needed."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from ..naming.identifiers import module_name
from ..surface.literals import literal
from ..surface.python_types import REF, SCALARS, Types, target_name

_LOOPS: Final = "ijkmnpqrstuw"


def table(name: str) -> str:
    """The name of an enum's table of members, in the enum's module."""
    return f"{module_name(name).upper().rstrip('_')}_MEMBERS"


def decoder(name: str) -> str:
    """The name of an alias's decoding function, in the alias's module."""
    return f"decode_{name}"


@frozen
class Codec:
    """Expressions for the fields of one module; collects the imports and union tables that they need."""

    types: Types
    runtime: set[str] = field(factory=set)
    unions: dict[str, str] = field(factory=dict)
    """Union constructor -> the module-level name that holds it."""
    readers: set[str] = field(factory=set)
    """Models whose `from_dict` the module binds to a name: looked up on the class it is bound anew for each object."""

    def is_plain(self, use: dict[str, Any]) -> bool:
        """Whether the value is taken as it comes."""
        return self.item(use, "v", "v", 0) == "v"

    def value(self, use: dict[str, Any], source: str, wire: str) -> str:
        """The expression for a field whose value is in `source`, taken from `data[wire]`."""
        return self._expression(use, source, f"data, {literal(wire)}", 0)

    def item(self, use: dict[str, Any], source: str, container: str, depth: int) -> str:
        """The expression for one item of a container."""
        return self._expression(use, source, container, depth, item=True)

    def _expression(self, use: dict[str, Any], v: str, where: str, depth: int, *, item: bool = False) -> str:
        name = target_name(use)
        if name is not None:
            return self._named(name, v, where, item)
        if "oneOf" in use:
            return v if self.types.annotation(use) == "Any" else f"{self._union(use)}({v})"
        if use.get("type") in ("array", "object"):
            return self._container(use, v, where, depth, item)
        if use.get("type") == "string" and use.get("format") in ("date-time", "date") and "const" not in use:
            function = "parse_datetime" if use["format"] == "date-time" else "parse_date"
            self.runtime.add(function)
            return f"{function}({v})"
        return v

    def _named(self, name: str, v: str, where: str, item: bool) -> str:
        component = self.types.components[name]
        if component.get("x-alias"):
            return f"{decoder(name)}({v})"
        if "enum" in component:
            scalar = SCALARS.get(str(component.get("type")))
            if scalar in ("str", "int"):
                self.runtime.add("kind")
                return f"{table(name)}[{v}] if kind({v}) is {scalar} else {v}"
            if scalar == "float":
                self.runtime.add("kind")
                return f"{table(name)}[{v}] if kind({v}) in (int, float) else {v}"
            self.runtime.add("member")
            return f"member({table(name)}, {v})"
        return self._guarded(f"{self._reader(name)}({v})", v, "dict", where, item, "an object")

    def _container(self, use: dict[str, Any], v: str, where: str, depth: int, item: bool) -> str:
        loop = _LOOPS[depth] if depth < len(_LOOPS) else f"i{depth}"
        if use["type"] == "array":
            model = self._model(use.get("items", {}))
            if model is not None and not item:
                self.runtime.add("objects")
                return f"objects({v}, {self._reader(model)}, {where})"
            inner = self.item(use.get("items", {}), loop, v, depth + 1)
            whole = v if inner == loop else f"[{inner} for {loop} in {v}]"
            return self._guarded(whole, v, "list", where, item, "an array")
        values = use.get("additionalProperties", True)
        inner = self.item(values, loop, v, depth + 1) if isinstance(values, dict) else loop
        whole = v if inner == loop else f"{{key: {inner} for key, {loop} in {v}.items()}}"
        return self._guarded(whole, v, "dict", where, item, "an object")

    def _model(self, use: dict[str, Any]) -> str | None:
        name = target_name(use)
        component = self.types.components[name] if name is not None else {"x-alias": True}
        return None if component.get("x-alias") or "enum" in component else name

    def _reader(self, name: str) -> str:
        self.readers.add(name)
        return f"_read_{name}"

    def _guarded(self, whole: str, v: str, kind: str, where: str, item: bool, expected: str) -> str:
        bad = "odd" if item else "absent"
        self.runtime.update(("kind", bad))
        said = "" if expected == ("an object" if item else "an array") else f", {literal(expected)}"
        return f"{whole} if kind({v}) is {kind} else {bad}({v}, {where}{said})"

    def _union(self, use: dict[str, Any]) -> str:
        call = self.union_call(use)
        if call not in self.unions:
            self.unions[call] = f"_union_{len(self.unions) + 1}"
        return self.unions[call]

    def union_call(self, use: dict[str, Any]) -> str:
        """The runtime's decoder over a union, or over what else an alias may stand for."""
        if "oneOf" not in use:
            return self.option(use)
        self.runtime.add("union")
        members = ", ".join(dict.fromkeys(self.option(member) for member in use["oneOf"]))
        tag = use.get("discriminator", {}).get("propertyName")
        mapping = use.get("discriminator", {}).get("mapping", {})
        if not tag or not mapping:
            return f"union({members})"
        pairs = ", ".join(f"{literal(value)}: {self.option(_ref(name))}" for value, name in sorted(mapping.items()))
        return f"union({members}, tag={literal(tag)}, mapping={{{pairs}}})"

    def option(self, use: dict[str, Any]) -> str:
        """One member of a union, as the runtime's `union` takes it."""
        name = target_name(use)
        if name is not None:
            return decoder(name) if self.types.components[name].get("x-alias") else name
        if "oneOf" in use:
            return self._union(use)
        kind = use.get("type")
        if kind in ("array", "object"):
            inside = use.get("items" if kind == "array" else "additionalProperties", {})
            function = "array_of" if kind == "array" else "map_of"
            self.runtime.add(function)
            return f"{function}({self.option(inside if isinstance(inside, dict) else {})})"
        if kind == "string" and use.get("format") in ("date-time", "date") and "const" not in use:
            return "_dt.datetime" if use["format"] == "date-time" else "_dt.date"
        return SCALARS.get(str(kind), "object")


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"{REF}{name}"}


def decoding_text(types: Types, use: dict[str, Any]) -> str:
    """The decoding text of a result (`Job`, `[Job]`, `{Job}`, `A|B`, `datetime`, `*`), as the runtime reads it."""
    name = target_name(use)
    if name is not None:
        return name
    if "oneOf" in use:
        return "|".join(dict.fromkeys(decoding_text(types, member) for member in use["oneOf"]))
    kind = use.get("type")
    if kind == "array":
        return f"[{decoding_text(types, use.get('items', {}))}]"
    if kind == "object":
        values = use.get("additionalProperties", True)
        return f"{{{decoding_text(types, values)}}}" if isinstance(values, dict) else "{*}"
    if kind == "string" and use.get("format") in ("date-time", "date") and "const" not in use:
        return "datetime" if use["format"] == "date-time" else "date"
    return SCALARS.get(str(kind), "*") if "const" not in use else "*"
