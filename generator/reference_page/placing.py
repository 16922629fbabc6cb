"""Where damage is: counting goes wrong far below the line that is at fault."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TypeAlias

from .findings import Finding, shown
from .lines import Kind, Line, could_declare
from .tree import Disorder, Unfinished
from .types import Members

Whole: TypeAlias = Mapping[Members, Mapping[tuple[str, ...], int]]
"""The members of each object that is complete, by its braces, with the line of one of them."""


def placed(finding: Finding, header: Line, disorder: Sequence[Disorder], lines: Sequence[Line]) -> Finding:
    """A finding about counts, moved to the first member out of order: there counting went wrong."""
    last = max(finding.span[1], finding.line)
    if members := out_of_order(finding, disorder):
        place = members[0]
        found = f"`{place.line.name}` in line {place.line.number}, out of order; then {finding.found}"
        finding = Finding(place.owner, "members as the braces count them", found, place.line.number)
    elif finding.code == "count":
        finding = Finding(header.number, finding.expected + f" (line {finding.line})", finding.found, last)
    suspects = [
        f"line {line.number} {shown(line.text)}"
        for line in _between(lines, *finding.span)
        if line.kind is Kind.TEXT and could_declare(line.text)
    ]
    if suspects:
        found = f"{finding.found}; not declared on this page: the type in {', '.join(suspects)}"
        finding = Finding(finding.line, finding.expected, found, finding.last)
    return finding


def out_of_order(finding: Finding, disorder: Sequence[Disorder]) -> list[Disorder]:
    """The members that say where a finding about counts belongs."""
    if finding.code not in ("count", "again"):
        return []
    return [each for each in disorder if each.line.kind is Kind.DECLARATION]


def placed_by_twin(finding: Finding, unfinished: Unfinished, whole: Whole) -> Finding:
    """A finding about counts, moved to where an equal object elsewhere on the page has another member or count.

    A line that is spoilt until it reads as prose belongs to the text above it, and nothing is out of order: the
    object takes one member too many from what follows, hundreds of lines below. Without an equal object the whole
    of it is named.
    """
    names = [node.name for node in unfinished.nodes]
    header = unfinished.header.number
    for braces, lines in whole.items():
        if braces.names == unfinished.wanted.names and (line := lines.get(tuple(names))):
            expected = f"{braces.count} members, as line {line} has them"
            found = f"{unfinished.wanted.count} in the braces; then {finding.found}"
            return Finding(header, expected, found, code=finding.code)
    twins = whole.get(unfinished.wanted, {})
    twin = max(twins, key=lambda twin: len(list(_common(names, twin))), default=())
    at = len(list(_common(names, twin)))
    if at >= len(twin):
        return Finding(min(header, finding.line), finding.expected, finding.found, finding.span[1], finding.code)
    above = unfinished.nodes[at - 1].line if at else header
    below = unfinished.nodes[at].line if at < len(names) else finding.span[1]
    expected = f"`{twin[at]}` as member {at + 1} of line {header}, as line {twins[twin]} has it"
    there = f"`{names[at]}`" if at < len(names) else "none"
    return Finding(above, expected, f"{there}; then {finding.found}", below, finding.code)


def _common(names: Sequence[str], twin: Sequence[str]) -> Iterator[tuple[str, str]]:
    return takewhile(lambda pair: pair[0] == pair[1], zip(names, twin, strict=False))


def _between(lines: Sequence[Line], first: int, last: int) -> Sequence[Line]:
    """The lines with these numbers."""
    start = bisect_left(lines, first, key=lambda line: line.number)
    return lines[start : bisect_right(lines, last, key=lambda line: line.number)]
