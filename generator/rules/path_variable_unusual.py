from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ..rule import Found
from ..spec.moves import followed
from ..spec.openapi import join
from ..spec.parameters import PathAt, paths
from ..values import REMOVED, Edit, Spec

_NAME: Final = re.compile(r"[\w.$-]+\Z")
_GREEDY: Final = re.compile(r"\*\*?|\+")
_EXPANDED: Final = re.compile(r"([/.;])([\w-]+\*?)")
_SEGMENT: Final = re.compile(r"(?<=/):([A-Za-z_]\w*)(?=/|\Z)")
_CONVERTED: Final = re.compile(r"(?<=/)<(?:(\w+)(?:\([^()]*\))?:)?([A-Za-z_]\w*)>(?=/|\Z)")
_BRACKET: Final = re.compile(r"\\.|\[(?:\\.|[^\\\]])*(?:\]|\Z)|[()]")
"""An escape, a class or a parenthesis; a class that never ends is read to the end once, not once for each bracket."""
_CLASS: Final = re.compile(r"(\\.)|\[(?:\\.|[^\\\]])*\]")
_GROUP: Final = re.compile(r"\(\?P?<([A-Za-z_]\w*)>")


def path_variable_unusual(spec: Spec) -> Found:
    r"""Write path variables as OpenAPI has them, `{name}`, where they are written as in the router of a server.

    `{id:[0-9]+}` and `{id:int}` say what a value looks like, `{name=projects/*}` and `{**path}` that it may hold
    slashes, which is `{name+}` here, as at an API gateway. `{id?}` may be missing in Laravel's router, and never is here.
    Flask writes `<int:id>`, and WordPress a regular expression, `(?P<id>[\d]+)`. What RFC 6570 lets stay away (`{/tid}`, `{._format}`) is a
    variable where it is declared, and else is left away. `/contacts/:id` is a variable where a path parameter
    `id` is declared that has no other place; `/jobs/{id}/:cancel` is not.
    """
    yield from followed(spec, _mended(spec))


def _mended(spec: Spec) -> Found:
    taken = set(spec.get("paths") or ())
    for at in paths(spec):
        meant = _meant(at)
        if meant == at.path or meant in taken:
            continue
        taken.add(meant)
        yield Edit(join("/paths", meant), at.item, "A variable of a path is its name in braces.", source=at.pointer)
        yield Edit(at.pointer, REMOVED, f"The path is {meant!r}.")


def _meant(at: PathAt) -> str:
    every = [*at.shared, *(each for own in at.operations.values() for each in own)]
    styles = {each.key[1]: each.value.get("style") for each in every if each.key[0] == "path"}
    plain = _CONVERTED.sub(lambda found: f"{{{found[2]}{'+' * (found[1] == 'path')}}}", _without_groups(at.path))
    path = "".join(_variable(part, styles) if part[:1] == "{" else part for part in _parts(plain))
    known = {each.key[1] for each in every if each.key[0] == "path"} - set(re.findall(r"\{([^{}]+)\}", path))
    return _SEGMENT.sub(lambda found: f"{{{found[1]}}}" if found[1] in known else found[0], path)


def _without_groups(path: str) -> str:
    """The path with each named group of a regular expression as a variable; an unclosed one stays as it is."""
    made, done = "", 0
    while found := _GROUP.search(path, done):
        end = _group_end(path, found.end())
        if not end:
            break
        pattern = _CLASS.sub(lambda part: part[1] or "", path[found.end() : end - 1])
        greedy = "+" if "/" in pattern or pattern in (".*", ".+") else ""
        made, done = f"{made}{path[done : found.start()]}{{{found[1]}{greedy}}}", end
    return made + path[done:]


def _group_end(path: str, start: int) -> int:
    """Where the group whose inside begins at `start` has ended, or 0; classes and escapes are skipped."""
    depth = 1
    for part in _BRACKET.finditer(path, start):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if depth == 0:
            return part.end()
    return 0


def _parts(path: str) -> Iterator[str]:
    """The path cut into its variables, braces in a pattern counted, and what stands between them."""
    depth, start = 0, 0
    for index, char in enumerate(path):
        if char == "{":
            if depth == 0:
                yield path[start:index]
                start = index
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            if depth == 0:
                yield path[start : index + 1]
                start = index + 1
    yield path[start:]


def _variable(part: str, styles: dict[str, Any]) -> str:
    inner = part[1:-1]
    if inner in styles:
        return part
    inner = inner.removesuffix("?")
    if expanded := _EXPANDED.fullmatch(inner):
        sign, bare = expanded[1], expanded[2].removesuffix("*")
        if bare not in styles:
            return ""
        own = styles[bare] is not None and styles[bare] == {".": "label", ";": "matrix"}.get(sign)
        return f"{{{bare}}}" if own else f"{sign}{bare}={{{bare}}}" if sign == ";" else f"{sign}{{{bare}}}"
    name, mark, pattern = _split(inner)
    bare = _GREEDY.sub("", name).strip()
    if not mark and bare == name.strip("+"):
        return f"{{{inner}}}" if not name.startswith("+") or not _NAME.match(bare) else f"{{{bare}+}}"
    if not _NAME.match(bare):
        return part
    greedy = bare != name.strip() or "/" in pattern or "**" in pattern or pattern.strip() in (".*", ".+", "*", "path")
    return f"{{{bare}+}}" if greedy else f"{{{bare}}}"


def _split(inner: str) -> tuple[str, Any, str]:
    """Name, mark and pattern of a variable: gRPC has `=` between them, routers of servers have `:`."""
    found = re.search(r"[=:]", inner)
    return (inner[: found.start()], found[0], inner[found.end() :]) if found else (inner, "", "")
