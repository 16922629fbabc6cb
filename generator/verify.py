"""Holding a rendered package against its spec: everything is there and typed, or the build fails."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from .errors import IncompletePackage
from .naming.identifiers import module_name
from .spec.openapi import operations
from .surface.results import is_typed
from .values import Spec

if TYPE_CHECKING:
    from .pipeline import Planned

ADDRESS = re.compile(r"object at 0x[0-9a-f]+")


@frozen
class Coverage:
    """The operations of the spec, those that the package has, and those whose result is typed."""

    spec: tuple[str, ...]
    package: tuple[str, ...]
    typed: tuple[str, ...]


def coverage(spec: Spec, planned: Planned) -> Coverage:
    """Which operations came how far. One whose answer the spec leaves open counts as typed `Any`."""
    methods = [method for _, method in planned.surface.methods()]
    untyped = {method.key for method in methods if not is_typed(method.returns, method.returned)}
    return Coverage(
        spec=tuple(sorted(at.key for at in operations(spec))),
        package=tuple(sorted({method.key for method in methods})),
        typed=tuple(sorted({method.key for method in methods} - untyped)),
    )


def verify(spec: Spec, planned: Planned, out: Path) -> None:
    """Raise IncompletePackage, naming all that is missing, unless the package is whole."""
    found = coverage(spec, planned)
    problems = [f"{key}: not in the package" for key in sorted(set(found.spec) - set(found.package))]
    package = out / planned.described.provider.package
    problems += list(_unwritten(planned, package))
    written = [path for path in sorted(package.rglob("*.py")) if path.parent.name != "_runtime"]
    problems += [f"{path.relative_to(out)}: {what}" for path in written if (what := _fault(path))]
    folded: dict[str, Path] = {}
    for path in sorted(package.rglob("*.py")):
        other = folded.setdefault(path.relative_to(out).as_posix().casefold(), path)
        if other != path:
            problems.append(f"{path.relative_to(out)}: the same file as {other.name} where case does not count")
    if problems:
        raise IncompletePackage("The package is not whole:\n" + "\n".join(problems[:20]))


def _unwritten(planned: Planned, package: Path) -> Iterator[str]:
    """Methods and models that the surface has and the written modules lack."""
    for resource in planned.surface.walk():
        tree = ast.parse((package / "resources" / f"{resource.module}.py").read_text(encoding="utf-8"))
        defined = {
            node.name: {item.name for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)}
            for node in tree.body if isinstance(node, ast.ClassDef)
        }  # fmt: skip
        for method in resource.methods:
            for name in (resource.class_name, f"Async{resource.class_name}"):
                if method.name not in defined.get(name, ()):
                    yield f"{method.key}: {name}.{method.name} was not written"
    tree = ast.parse((package / "models" / "__init__.py").read_text(encoding="utf-8"))
    models = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    for name in planned.surface.spec.get("components", {}).get("schemas", {}):
        if name not in models or not (package / "models" / f"{module_name(name)}.py").is_file():
            yield f"{name}: not in models"


def _fault(path: Path) -> str | None:
    text = path.read_text(encoding="utf-8")
    if ADDRESS.search(text):
        return "holds the address of an object"
    try:
        compile(text, path.name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as error:
        return f"does not parse: {error}"
    return None
