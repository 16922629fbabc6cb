"""A script that uses every method of a package, as a caller might: what it did before, it must do again.

Each method is called with what it needs, in order, and again with everything, by name, in both flavours of the
client; each model is read field by field; each model that a caller sends is made; each member of an enum is
named. Values have the types that the package declares, so a type checker tells what another version no longer
takes or gives. The package is read, never run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import griffe
from attrs import define, field, frozen

from .surface import load

INPUT: Final = "Mapping[str, Any]"
"""Stands beside each model that a method takes: callers may send a plain mapping instead."""


@frozen
class Script:
    """Modules to check by name, and the symbol that each of their lines is about."""

    modules: dict[str, str]
    symbols: dict[tuple[str, int], str]


@define
class _Module:
    """One module being written: its imports by local name, and lines with the symbol that each is about."""

    package: _Package
    imports: dict[str, str] = field(factory=dict)
    lines: list[tuple[str, str]] = field(factory=list)

    def annotation(self, expression: Any, symbol: str) -> str:
        """The text of an annotation, whose names are imported."""
        if expression is None:
            return self.name("typing.Any", "Any", symbol)
        if not isinstance(expression, griffe.Expr):
            return str(expression)
        for part in expression.iterate(flat=True):
            if isinstance(part, griffe.ExprName) and not isinstance(part.parent, griffe.ExprName):
                self.name(part.canonical_path, part.name, symbol)
        return str(expression)

    def name(self, path: str, name: str, symbol: str) -> str:
        path = self.package.public.get(path, path)
        holder, _, last = path.rpartition(".")
        if holder and holder != "builtins":
            line = f"from {holder} import {last} as {name}"
        elif ("." not in path and path != name) or path == "builtins":
            line = f"import {path} as {name}"
        else:
            return name
        self.imports.setdefault(line, symbol if holder != "typing" else "")
        return name

    def written(self, name: str) -> tuple[str, dict[tuple[str, int], str]]:
        head = [("from __future__ import annotations", ""), *sorted(self.imports.items())]
        lines = [*head, *self.lines]
        return (
            "".join(f"{line}\n" for line, _ in lines),
            {(name, number): symbol for number, (_, symbol) in enumerate(lines, 1) if symbol},
        )


@define
class _Package:
    """A loaded package; `public` has the path under which callers know what stands in a private module."""

    root: Any
    public: dict[str, str]

    @classmethod
    def of(cls, folder: Path) -> _Package:
        root = load(folder)
        public: dict[str, str] = {}
        for holder in (root.members.get("models"), root):
            for name, member in holder.members.items() if holder is not None else ():
                if member.is_alias and member.target_path.startswith(f"{folder.name}.") and not name.startswith("_"):
                    public[member.target_path] = f"{holder.path}.{name}"
        return cls(root, public)

    def models(self) -> Iterator[tuple[str, Any]]:
        """The classes below `models`, by name."""
        holder = self.root.members.get("models")
        for name, member in holder.members.items() if holder is not None else ():
            if member.is_alias and self.public.get(member.target_path) == f"{holder.path}.{name}":
                target = resolved(member)
                if target is not None and target.is_class:
                    yield name, target

    def classes(self, kinds: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        """The client classes: public ones of the root whose base is one of `kinds`."""
        for name, member in self.root.members.items():
            target = resolved(member) if member.is_alias else member
            if not name.startswith("_") and target is not None and target.is_class:
                if any(str(base).rpartition(".")[2] in kinds for base in target.bases):
                    yield name, target


def resolved(alias: Any) -> Any | None:
    """What an alias stands for, or None for something outside the package."""
    try:
        return alias.final_target
    except griffe.GriffeError:
        return None


def write_script(folder: Path) -> Script:
    """The script for the package in a folder. Raises UnusableInput for one that cannot be read."""
    package = _Package.of(folder)
    modules: dict[str, str] = {}
    symbols: dict[tuple[str, int], str] = {}
    models = dict(package.models())
    sent: set[str] = set()
    for flavour in ("SyncClient", "AsyncClient"):
        for name, client in package.classes((flavour,)):
            for path, resource in _resources(package, client):
                module = _Module(package)
                for method in _methods(resource):
                    sent |= set(_calls(module, name, path, method, asynchronous=flavour == "AsyncClient"))
                key = f"calls_{'_'.join((name, *path)).lower()}"
                modules[key], found = module.written(key)
                symbols |= found
    module = _Module(package)
    needed = _reached(sent, models)
    for name, model in sorted(models.items()):
        _uses(module, name, model, made=name in needed)
    modules["models_of_callers"], found = module.written("models_of_callers")
    return Script(modules, symbols | found)


def _resources(package: _Package, holder: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each resource of a client with the attributes that lead to it."""
    for name, member in holder.members.items():
        annotation = getattr(member, "annotation", None) if member.is_attribute else None
        if name.startswith("_") or not isinstance(annotation, griffe.ExprName):
            continue
        try:
            target = package.root[annotation.canonical_path.partition(".")[2]]
        except (KeyError, griffe.GriffeError):
            continue
        if target.is_class and len(path) < 8:
            yield (*path, name), target
            yield from _resources(package, target, (*path, name))


def _methods(resource: Any) -> Iterator[Any]:
    for name, member in resource.members.items():
        if member.is_function and not name.startswith("_"):
            yield member


def _calls(module: _Module, client: str, path: tuple[str, ...], method: Any, *, asynchronous: bool) -> Iterator[str]:
    """Write the two calls of a method; yields the models that it takes."""
    symbol = ".".join((*path, method.name))
    module.name(f"{module.package.root.path}.{client}", client, symbol)
    given = [one for one in method.parameters if one.name != "self" and one.kind is not None]
    plain = [one for one in given if one.kind.value in ("positional or keyword", "keyword-only")]
    needed = [one for one in plain if one.default is None]
    returns = module.annotation(method.returns, symbol)
    coroutine = "async" in method.labels
    for label, chosen in (("needed", needed), ("everything", plain)):
        said = [f"{one.name}: {module.annotation(one.annotation, symbol)}" for one in chosen]
        values = [
            one.name if label == "needed" and one.kind.value != "keyword-only" else f"{one.name}={one.name}"
            for one in chosen
        ]
        head = f"{'async ' if asynchronous else ''}def {method.name}_{label}"
        call = f"{'await ' if coroutine else ''}client_.{symbol}({', '.join(values)})"
        module.lines.append((f"{head}({', '.join([f'client_: {client}', *said])}) -> {returns}: return {call}", symbol))
    for one in given:
        if isinstance(one.annotation, griffe.Expr) and INPUT in str(one.annotation):
            yield from (part.name for part in one.annotation.iterate(flat=True) if isinstance(part, griffe.ExprName))


def _reached(names: set[str], models: dict[str, Any]) -> set[str]:
    """The models among these names, and those in their fields: what callers make themselves."""
    found: set[str] = set()
    work = [name for name in names if name in models]
    while work:
        name = work.pop()
        if name not in found:
            found.add(name)
            for member in models[name].members.values():
                if member.is_attribute and isinstance(member.annotation, griffe.Expr):
                    parts = member.annotation.iterate(flat=True)
                    work += [part.name for part in parts if isinstance(part, griffe.ExprName) and part.name in models]
    return found


def _uses(module: _Module, name: str, model: Any, *, made: bool) -> None:
    """Read each field of a model, make it if callers do, name each member of an enum."""
    module.name(model.path, name, name)
    attributes = [(key, one) for key, one in model.members.items() if one.is_attribute and not key.startswith("_")]
    if any("Enum" in str(base) for base in model.bases):
        module.lines += [(f"{name}.{key}", f"{name}.{key}") for key, _ in attributes]
        return
    fields = [(key, module.annotation(one.annotation, f"{name}.{key}"), one) for key, one in attributes]
    for key, annotation, _ in fields:
        symbol = f"{name}.{key}"
        module.lines.append((f"def read_{name}_{key}(it: {name}) -> {annotation}: return it.{key}", symbol))
    for label, chosen in (("needed", [one for one in fields if one[2].value is None]), ("everything", fields)):
        if made:
            given = ", ".join(f"{key}: {annotation}" for key, annotation, _ in chosen)
            values = ", ".join(f"{key}={key}" for key, _, _ in chosen)
            module.lines.append((f"def make_{name}_{label}({given}) -> {name}: return {name}({values})", name))
