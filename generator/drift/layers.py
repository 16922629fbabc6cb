"""The second and the third layer: what moved in the package's surface, and which old callers that breaks.

A finding that a change of the wire explains is told there; what the wire does not show becomes a change of its
own, so that no layer hides what another saw.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from attrs import evolve, frozen

from ..pipeline import Planned
from ..values import Change
from .callers import Broken, broken_callers
from .effects import SymbolMap, client_effects, wire_names
from .surface import SurfaceDiff, diff_surfaces, dump_surface
from .symbols import symbols

LAYERS: Final = ("wire", "surface", "callers")
IDS: Final = ("client-name-removed", "client-name-changed", "client-wire-name-changed", "old-caller-breaks")


@frozen
class Client:
    """One side's client: as it is laid out, and its package as it is written. `text` is its surface."""

    planned: Planned
    package: Path
    text: str

    @classmethod
    def of(cls, planned: Planned, package: Path) -> Client:
        return cls(planned, package, dump_surface(package))


@frozen
class Layered:
    """The changes of all layers; `surface` are lines for the next version, `notes` for the reader."""

    changes: tuple[Change, ...]
    surface: tuple[str, ...]
    notes: tuple[str, ...]


def layered(
    changes: Sequence[Change],
    old: Client,
    new: Client,
    layers: Iterable[str],
    examples: Sequence[Path],
    cache: Path | None,
) -> Layered:
    """The changes of the wire with what they do to the client, and what else the further layers found."""
    before, after = symbols(old.planned), symbols(new.planned)
    told = [felt(change) for change in client_effects(changes, before, after)]
    diff = diff_surfaces(old.text, new.text)
    ran = "callers" in layers
    broken = broken_callers(old.package, new.package, examples, cache) if ran else []
    names = _Names(old.planned, new.planned)
    harmful = {one.symbol for one in broken}
    worse = [pair for pair in diff.changed if _is_harmful(pair, names.symbol(pair[0]), harmful, judged=ran)]
    renamed = list(_renamed(before, after))
    own = [*_removed(diff, names, told), *_changed(worse, names, told, harmful), *renamed]
    own += _broken(broken, [*told, *own])
    better = [pair for pair in diff.changed if pair not in worse]
    lines = [*(f"- {line}" for line in diff.removed), *(f"- {old_line}" for old_line, _ in worse)]
    lines += [f"- {change.text}" for change in renamed]
    lines += [*(f"+ {line}" for line in diff.added), *(f"+ {new_line}" for _, new_line in better)]
    return Layered((*told, *own), tuple(lines), tuple(_notes(diff, broken, ran=ran)))


def felt(change: Change) -> Change:
    """A renamed operationId after which no method is called otherwise breaks nobody: provider.yaml names them."""
    if change.id.startswith("api-operation-id-") and change.client is None:
        return evolve(change, level="info", client="no method is named after it")
    return change


def _notes(diff: SurfaceDiff, broken: Sequence[Broken], *, ran: bool) -> Iterable[str]:
    yield f"-{len(diff.removed)} +{len(diff.added)} ~{len(diff.changed)} public names"
    if ran:
        yield f"callers: {_count(broken)}" if broken else "callers: all that the old package offered type-checks"
    for one in broken:
        if not one.symbol:
            yield f"  {one.place}: {one.text}"


def _count(broken: Sequence[Broken]) -> str:
    names = list(dict.fromkeys(one.symbol for one in broken if one.symbol))
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    if not names:
        return "an example no longer type-checks"
    said = (
        "1 use of the old package no longer type-checks"
        if len(names) == 1
        else f"{len(names)} uses of the old package no longer type-check"
    )
    return f"{said} ({shown})"


@frozen
class _Names:
    """From lines of a surface to symbols as a caller writes them: `models.create`, `Element.name`."""

    old: Planned
    new: Planned

    def symbol(self, line: str) -> str:
        path = re.split(r"[(: ]", line, maxsplit=1)[0].split(".")[1:]
        start = next((at for at, part in enumerate(path) if part[:1].isupper()), len(path) - 1)
        if path[0] == "resources" and (resource := self._resources().get(path[start])):
            return ".".join((resource, *path[start + 1 :]))
        return ".".join(path[start:])

    def _resources(self) -> Mapping[str, str]:
        return {
            f"{prefix}{resource.class_name}{suffix}": ".".join(resource.path)
            for planned in (self.old, self.new)
            for resource in planned.surface.walk()
            for prefix in ("", "Async")
            for suffix in ("", "Raw")
        }


def _is_harmful(pair: tuple[str, str], symbol: str, broken: set[str], *, judged: bool) -> bool:
    """Whether a line that changed may break a caller: the type check says so, a default moved, or nobody looked."""
    return not judged or symbol in broken or _defaults_moved(*pair)


def _defaults_moved(old: str, new: str) -> bool:
    before, after = _defaults(old), _defaults(new)
    return any(name in after and after[name] != value for name, value in before.items())


def _defaults(line: str) -> dict[str, str]:
    """The defaults of a line of the surface by the name of the argument; an attribute's value under its own name.

    What an alias stands for is a type: whether callers can live with another one is for the type check to say.
    """
    name, bracket, signature = line.partition("(")
    if ": TypeAlias = " in line:
        return {}
    if not bracket or " " in name:
        _, _, value = line.partition(" = ")
        return {"": value} if value else {}
    try:
        tree = ast.parse(f"def f({signature.removesuffix('  [async]')}: ...").body[0]
    except SyntaxError:
        return {}
    if not isinstance(tree, ast.FunctionDef):
        return {}
    given = tree.args
    plain = [*given.posonlyargs, *given.args]
    found = dict(zip(reversed(plain), reversed(given.defaults), strict=False))
    found |= {arg: value for arg, value in zip(given.kwonlyargs, given.kw_defaults, strict=True) if value is not None}
    return {arg.arg: ast.unparse(value) for arg, value in found.items()}


def _removed(diff: SurfaceDiff, names: _Names, told: Sequence[Change]) -> Iterable[Change]:
    """Public names that are gone without a change of the wire that says so; a class speaks for its members."""
    said = {part for change in told if change.client for part in change.client.split("; ")}
    gone = dict.fromkeys(names.symbol(line) for line in diff.removed if not line.endswith("  [module]"))
    for symbol in gone:
        if symbol.rpartition(".")[0] not in gone and f"{symbol} removed" not in said:
            yield _change("client-name-removed", "breaking", symbol, "public name removed", f"{symbol} removed")


def _changed(
    worse: Sequence[tuple[str, str]], names: _Names, told: Sequence[Change], broken: set[str]
) -> Iterable[Change]:
    seen = _mentioned(told)
    for old, new in worse:
        symbol = names.symbol(old)
        if symbol not in seen:
            seen.add(symbol)
            breaks = symbol in broken or _defaults_moved(old, new)
            effect = f"{symbol}: {_said(old)} -> {_said(new)}"
            level: Literal["breaking", "risky"] = "breaking" if breaks else "risky"
            change = _change("client-name-changed", level, symbol, "public name changed", effect)
            yield evolve(change, old=_said(old), new=_said(new))


def _said(line: str) -> str:
    """A line of the surface after the name."""
    return line[len(re.split(r"[(: ]", line, maxsplit=1)[0]) :].removeprefix(":").strip()


def _renamed(old: SymbolMap, new: SymbolMap) -> Iterable[Change]:
    """Attributes that stay while their name on the wire moves: copies of the old package read nothing there."""
    before, after = wire_names(old), wire_names(new)
    for symbol, wire in before.items():
        if symbol in after and after[symbol] != wire:
            effect = f"{symbol}: on the wire {wire} -> {after[symbol]}"
            change = _change("client-wire-name-changed", "breaking", symbol, "same attribute, other name sent", effect)
            yield evolve(change, old=wire, new=after[symbol])


def _broken(broken: Sequence[Broken], told: Sequence[Change]) -> Iterable[Change]:
    """Callers that break although nothing else that was found would break them."""
    breaking = [change for change in told if change.level == "breaking"]
    seen = _mentioned(breaking)
    for one in broken:
        if one.symbol and one.symbol not in seen:
            yield _change("old-caller-breaks", "breaking", one.symbol, one.text, f"{one.symbol} as it was used")
    if broken and not breaking and not any(one.symbol for one in broken):
        for one in broken:
            yield _change("old-caller-breaks", "breaking", one.place, one.text, None)


def _mentioned(changes: Iterable[Change]) -> set[str]:
    """The symbols that changes tell of, and the classes and resources that hold them."""
    found: set[str] = set()
    for change in changes:
        for part in change.client.split("; ") if change.client else ():
            name = _NAME.match(part)
            steps = name[0].split(".") if name else []
            found.update(".".join(steps[:end]) for end in range(1, len(steps) + 1))
    return found


_NAME: Final = re.compile(r"\w+(?:\.\w+)*")


def _change(
    name: str, level: Literal["breaking", "risky", "info"], symbol: str, text: str, client: str | None
) -> Change:
    return Change(name, level, "", "", "none", f"{symbol}: {text}", client=client, path=symbol)
