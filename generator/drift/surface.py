"""The public surface of a package as text: every name with its signature, annotation and default.

`griffe check` ignores annotations and what attrs makes of a class; its loader shows them all. The text is
committed beside the package, so that a change of the surface is a change of a file that a person reviews.
Nothing of the package is imported or run.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import griffe
from attrs import frozen

from ..errors import UnusableInput


@frozen
class SurfaceDiff:
    """The lines of two surfaces that differ. A name that changed is in both, once as it was and once as it is."""

    removed: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]

    def lines(self) -> list[str]:
        """One line for each difference: `-` what was, `+` what is."""
        pairs = [line for old, new in self.changed for line in (f"- {old}", f"+ {new}")]
        return [f"- {line}" for line in self.removed] + pairs + [f"+ {line}" for line in self.added]

    def __bool__(self) -> bool:
        return bool(self.removed or self.added or self.changed)


def dump_surface(folder: Path) -> str:
    """The surface of the package in a folder, one line for each public name, sorted.

    Raises UnusableInput for a folder that holds no package that can be read.
    """
    return "".join(f"{line}\n" for line in sorted(set(_members(load(folder), folder.name))))


def load(folder: Path) -> Any:
    """The package in a folder as griffe reads it. Raises UnusableInput where there is none that can be read."""
    if not (folder / "__init__.py").is_file():
        raise UnusableInput(f"{folder} is not a package: it has no __init__.py.")
    logging.getLogger("griffe").setLevel(logging.ERROR)
    try:
        loader = griffe.GriffeLoader(search_paths=[folder.parent], allow_inspection=False)
        return loader.load(folder.name, try_relative_path=False)
    except (griffe.GriffeError, ImportError, SyntaxError, RecursionError) as error:
        raise UnusableInput(f"the surface of {folder} cannot be read: {error}") from None


def _members(holder: Any, path: str) -> Iterator[str]:
    work = [(holder, path)]
    while work:
        parent, at = work.pop()
        for name, member in parent.members.items():
            if not _is_public(name, parent):
                continue
            here = f"{at}.{name}"
            if member.is_alias:
                if not _is_reexport(name, member, parent, path):
                    continue
                target = _private_target(member)
                if target is None:
                    yield f"{here} = {member.target_path}"
                    continue
                member = target
            yield from _lines(member, here)
            if member.is_module or member.is_class:
                work.append((member, here))


def _is_public(name: str, holder: Any) -> bool:
    """No leading underscore, or a special method that callers meet; private modules are not walked."""
    if name in ("__init__", "__call__", "__enter__", "__aenter__", "__iter__", "__aiter__"):
        return bool(holder.is_class)
    return not name.startswith("_")


def _is_reexport(name: str, alias: Any, holder: Any, package: str) -> bool:
    """A name that a package hands on as its own; what a module imports for itself is not offered to callers."""
    exported = name in {str(each) for each in holder.exports or ()}
    return alias.target_path.startswith(f"{package}.") and (exported or bool(holder.is_init_module))


def _private_target(alias: Any) -> Any | None:
    """What a name stands for that is public only under that name, so that its signature is told there."""
    if not any(part.startswith("_") for part in alias.target_path.split(".")):
        return None
    try:
        return alias.final_target
    except griffe.GriffeError:
        return None


def _lines(member: Any, path: str) -> Iterator[str]:
    if member.is_function:
        prefix = "async " if "async" in member.labels else ""
        yield f"{path}{_signature(member)}" + (f"  [{prefix.strip()}]" if prefix else "")
    elif member.is_attribute:
        annotation = f": {member.annotation}" if member.annotation is not None else ""
        value = f" = {member.value}" if member.value is not None else ""
        yield _one_line(f"{path}{annotation}{value}")
    elif member.is_class:
        bases = ", ".join(str(base) for base in member.bases)
        yield f"{path}({bases})  [class]" if bases else f"{path}  [class]"
    else:
        yield f"{path}  [module]"


def _signature(function: Any) -> str:
    parts: list[str] = []
    keyword_only = positional_only = False
    for parameter in function.parameters:
        kind = parameter.kind.value if parameter.kind is not None else ""
        if kind == "keyword-only" and not keyword_only and not any(part.startswith("*") for part in parts):
            parts.append("*")
        keyword_only = keyword_only or kind == "keyword-only"
        if parts and kind != "positional-only" and positional_only:
            parts.append("/")
        positional_only = kind == "positional-only"
        star = {"variadic positional": "*", "variadic keyword": "**"}.get(kind, "")
        annotation = f": {parameter.annotation}" if parameter.annotation is not None else ""
        default = f" = {parameter.default}" if parameter.default is not None and not star else ""
        parts.append(f"{star}{parameter.name}{annotation}{default}")
    if positional_only:
        parts.append("/")
    returns = f" -> {function.returns}" if function.returns is not None else ""
    return _one_line(f"({', '.join(parts)}){returns}")


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines())


def diff_surfaces(old: str, new: str) -> SurfaceDiff:
    """What moved between two dumps. Linear: names are looked up, not lined up."""
    before, after = _by_name(old.splitlines()), _by_name(new.splitlines())
    removed = [line for name, lines in before.items() if name not in after for line in lines]
    added = [line for name, lines in after.items() if name not in before for line in lines]
    changed: list[tuple[str, str]] = []
    for name, lines in before.items():
        if name in after and lines != after[name]:
            gone = [line for line in lines if line not in after[name]]
            come = [line for line in after[name] if line not in lines]
            changed += zip(gone, come, strict=False)
            removed += gone[len(come) :]
            added += come[len(gone) :]
    return SurfaceDiff(tuple(removed), tuple(added), tuple(changed))


def _by_name(lines: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        name = line
        for end in ("(", ":", " "):
            name = name.partition(end)[0]
        found.setdefault(name, []).append(line)
    return found
