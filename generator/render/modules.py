"""A component of the lowered spec as a module of the package: what the model, enum and alias templates write."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import Factory, frozen

from ..naming.identifiers import module_name
from ..surface.literals import literal
from ..surface.python_types import Types, unshadowed
from .codecs import Codec, decoder, table
from .describe import describe

CODEC: Final = ("absent", "kind", "member", "objects", "odd", "parse_date", "parse_datetime")
UNIONS: Final = ("alias", "array_of", "map_of", "union")

ASSIGN: Final = "v"
"""The variable that holds a value which its expression uses more than once."""
_ASSIGNED: Final = re.compile(rf"\b{ASSIGN}\b")


@frozen
class Field:
    """A property. `decode` is the expression in `from_dict`; with `held`, over `v`."""

    name: str
    wire: str
    annotation: str
    required: bool
    decode: str
    held: bool
    doc: str


@frozen
class Module:
    """A module of `models/`.

    `below` are (module, names) imported at the bottom, so that cycles resolve; `readers` the models whose `from_dict`
    is bound to a name there. `keeps_raw` where times are decoded, whose texts are written back as they came.
    """

    name: str
    doc: str
    fields: tuple[Field, ...]
    consts: dict[str, Any]
    additional: str | None
    codec: tuple[str, ...]
    union_imports: tuple[str, ...]
    unions: tuple[tuple[str, str], ...]
    below: tuple[tuple[str, tuple[str, ...]], ...]
    readers: tuple[str, ...]
    typing: tuple[str, ...]
    needs_dates: bool
    needs_builtins: bool
    data: str
    keeps_raw: bool = False
    annotation: str = ""
    union: str = ""
    told_by: dict[str, list[Any]] = Factory(dict)


def model_module(types: Types, name: str) -> Module:
    """The module of a model."""
    component = types.components[name]
    codec = Codec(types)
    properties: dict[str, dict[str, Any]] = component.get("properties", {})
    # What is only ever written is missing from every answer, however required it is.
    required = {wire for wire in component.get("required", ()) if not properties[wire].get("writeOnly")}
    members = {use["x-python-name"] for use in properties.values()}
    fields = [_field(codec, wire, use, wire in required, members) for wire, use in properties.items()]
    extra = component.get("additionalProperties")
    additional = codec.option(extra) if isinstance(extra, dict) and not codec.is_plain(extra) else None
    uses = [*properties.values(), *([extra] if isinstance(extra, dict) else [])]
    consts = {wire: use["const"] for wire, use in properties.items() if "const" in use}
    if additional:
        codec.runtime.add("decoder_of")
    return _module(
        codec, name, uses,
        doc=describe(component) or f"{name}.", fields=tuple(sorted(fields, key=lambda field: not field.required)),
        consts=consts, additional=additional, told_by=component.get("x-told-by", {}),
    )  # fmt: skip


def alias_module(types: Types, name: str) -> Module:
    """The module of an alias: a name for a union, or for a list or map that holds itself."""
    use = {key: value for key, value in types.components[name].items() if key != "x-alias"}
    codec = Codec(types)
    call = codec.union_call(use)
    codec.runtime.add("alias")
    doc = describe(use) or f"{name}."
    return _module(codec, name, [use], doc=doc, annotation=types.annotation(use), union=call)


def _field(codec: Codec, wire: str, use: dict[str, Any], required: bool, members: set[str]) -> Field:
    expression = codec.value(use, ASSIGN, wire)
    held = len(_ASSIGNED.findall(expression)) > 1
    if not held:
        expression = _ASSIGNED.sub(lambda _: f"known[{literal(wire)}]", expression)
    annotation = unshadowed(codec.types.annotation(use), members)
    if not required:
        annotation += " | Unset"
    return Field(use["x-python-name"], wire, annotation, required, expression, held, describe(use))


def _module(
    codec: Codec, name: str, uses: list[dict[str, Any]], *, doc: str, fields: tuple[Field, ...] = (),
    consts: dict[str, Any] | None = None, additional: str | None = None, annotation: str = "", union: str = "",
    told_by: dict[str, list[Any]] | None = None,
) -> Module:  # fmt: skip
    unions = tuple((variable, call) for call, variable in codec.unions.items())
    text = " ".join([*(field.annotation for field in fields), annotation, union, *(call for _, call in unions)])
    data = unshadowed("Mapping[str, Any]", {field.name for field in fields})
    text += f" {additional or ''} {data}"
    has_times = codec.runtime & {"parse_date", "parse_datetime"} or any("decode_" in field.decode for field in fields)
    return Module(
        name=name,
        doc=doc,
        fields=fields,
        consts=consts or {},
        additional=additional,
        codec=tuple(sorted(codec.runtime & {*CODEC})),
        union_imports=tuple(sorted(codec.runtime & {*UNIONS, "decoder_of"})),
        unions=unions,
        below=_below(codec.types, name, uses),
        readers=tuple(sorted(codec.readers)),
        typing=("Literal",) if "Literal[" in text else (),
        needs_dates="_dt." in text,
        needs_builtins="builtins." in text,
        data=data,
        keeps_raw=bool(unions or has_times),
        annotation=annotation,
        union=union,
        told_by=told_by or {},
    )


def _below(types: Types, name: str, uses: list[dict[str, Any]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = sorted({found for use in uses for found in types.names(use)} - {name})
    below = []
    for other in names:
        component = types.components[other]
        wanted = [other]
        if component.get("x-alias"):
            wanted.append(decoder(other))
        elif "enum" in component:
            wanted.append(table(other))
        below.append((module_name(other), tuple(wanted)))
    return tuple(below)
