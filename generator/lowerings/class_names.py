"""Names of components that are valid, distinct class names and file names."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from ..naming.words import class_name, digest, snake
from ..values import Spec
from ._parts import PREFIX, ref_name
from ._walk import Notes, Schema, components, map_schemas, with_components

RESERVED: Final = frozenset({
    "Any", "Enum", "Final", "IntEnum", "Literal", "Mapping", "Self", "Sequence", "StrEnum", "TypeAlias", "UNSET",
    "Unset", "FileTypes", "ABSENT", "Path", "Callable", "Operation", "Body", "Param", "Result", "Resource", "AsyncResource",
    "Pages", "AsyncPages", "Paginator", "Waiter", "EventStream", "AsyncEventStream",
})  # fmt: skip
"""Names that the modules of a package import."""


def class_names(spec: Spec, notes: Notes) -> Spec:
    """Rename components to PascalCase; keep apart what would be one class or one file.

    In one package of the census 1,795 of 1,914 modules do not import, since components that differ by case
    share a file. Of several the one that is a class name already keeps it (`Pet` before `PET`); the others are
    marked with a digest of their own name, so that no order decides. The original name is kept in `x-name`.
    """
    schemas = components(spec)
    renamed = _names(list(schemas))
    if all(old == new for old, new in renamed.items()):
        return spec

    def lowered(pointer: str, schema: Schema, notes: Notes) -> Schema:
        name = ref_name(schema)
        if name is not None:
            schema = {**schema, "$ref": PREFIX + renamed[name]}
        if "discriminator" in schema:
            mark = schema["discriminator"]
            mapping = {value: renamed[target] for value, target in mark["mapping"].items()}
            schema = {**schema, "discriminator": {**mark, "mapping": mapping}}
        return schema

    spec = map_schemas(spec, [lowered], notes)
    return with_components(spec, {
        renamed[name]: schema if renamed[name] == name else {**schema, "x-name": name}
        for name, schema in components(spec).items()
    })  # fmt: skip


def _names(given: list[str]) -> dict[str, str]:
    wanted = {name: _allowed(class_name(name)) for name in given}
    groups: dict[str, list[str]] = defaultdict(list)
    for name in given:
        groups[_key(wanted[name])].append(name)
    names: dict[str, str] = {}
    for group in groups.values():
        exact = [name for name in group if wanted[name] == name]
        exact = [name for name in exact if not name.isupper()] or exact
        keeper = group[0] if len(group) == 1 else exact[0] if len(exact) == 1 else None
        for name in group:
            names[name] = wanted[name] if name == keeper else class_name(f"{wanted[name]} {digest(name).upper()}")
    if len({_key(name) for name in names.values()}) < len(names):
        names = {name: class_name(f"{wanted[name]} {digest(name, 16).upper()}") for name in given}
    return names


def _key(name: str) -> str:
    """What two names have in common that cannot both be modules of a package."""
    return snake(name).replace("_", "").casefold()


def _allowed(name: str) -> str:
    return f"{name}Schema" if name in RESERVED else name
