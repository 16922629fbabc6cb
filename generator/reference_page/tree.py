"""The declarations of a page as a tree, driven by the counts in the braces.

A page has no indentation: where a child block ends is known only by counting its members, since the
member after `epochs` may as well be the next one of the parent.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TypeAlias

from attrs import field, frozen, mutable

from ..console import counted
from .choices import all_listed, counts_of, fits, settled, type_of_line
from .findings import Damage, Finding, shown
from .lines import Kind, Line
from .types import Choice, Literal, Literals, Members, Named, Scalar, Type, Union, core, inside, parse_type

_DEEPEST = 60
"""Levels of members in members; a real page has fewer than ten, and a hostile one must not recurse."""


@frozen
class Node:
    """A declaration with all that belongs to it; `last` is the last line that does."""

    line: int
    name: str
    type: Type
    last: int
    optional: bool = False
    docs: tuple[Line, ...] = ()
    literals: tuple[Literal, ...] | None = None
    listed: int = 0
    """The line of the first literal."""
    variants: tuple[Node, ...] = ()
    constraints: tuple[Line, ...] = ()
    members: tuple[Node, ...] | None = None


@frozen
class Disorder:
    """A member or literal that sorts before the one above it: there a damaged response went wrong."""

    owner: int
    after: int
    line: Line


@frozen
class Unfinished:
    """An object whose members are being read: its header, what its braces say, the members so far."""

    header: Line
    wanted: Members
    nodes: list[Node]


_Choices: TypeAlias = tuple[Type, tuple[Literal, ...] | None, tuple[Node, ...]]
"""A type that its list has settled, the literals of the list, its variants."""


@mutable
class Reader:
    """Takes the lines of a page one by one; a line is taken exactly once, or it is in `findings`."""

    lines: Sequence[Line]
    boundaries: Collection[int] = frozenset()
    """Line numbers that no declaration reaches over: headings."""
    declared: Collection[str] = frozenset()
    at: int = 0
    findings: list[Finding] = field(factory=list)
    disorder: list[Disorder] = field(factory=list)
    ordered: int = 0
    """How many objects and lists have an order to keep."""
    open: list[str] = field(factory=list)
    """Names of the declarations being read, outermost first."""
    unfinished: list[Unfinished] = field(factory=list)
    """The objects being read, outermost first."""
    whole: dict[Members, dict[tuple[str, ...], int]] = field(factory=dict)
    """The members of each object read to its end, by its braces, and a line where it stands."""
    listing: int = 0
    """How many lists of types are being read: in one, a line may be a bare type."""

    def peek(self) -> Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def take(self) -> Line:
        line = self.lines[self.at]
        self.at += 1
        return line

    def find(self, line: int, expected: str, found: str, last: int = 0) -> None:
        self.findings.append(Finding(line, expected, found, last))

    def next_structural(self) -> Line | None:
        """The next line that opens something; lines that belong to nothing are reported and passed over."""
        while (line := self.peek()) is not None and self._is_loose(line):
            self.find(line.number, "a declaration, a response or a heading", shown(line.text))
            self.at += 1
        return line

    def _is_loose(self, line: Line) -> bool:
        kinds = (Kind.TEXT, Kind.BULLET, Kind.LITERAL, Kind.CONSTRAINT, Kind.ONE_OF)
        return line.kind in kinds and line.number not in self.boundaries

    def declaration(self, header: Line, found: Type | None = None) -> Node:
        """What a header line declares, with its text, list, constraints and members. Raises Damage."""
        declared = found or header.type or Scalar("unknown")
        if len(self.open) > _DEEPEST:
            raise Damage(Finding(header.number, f"at most {_DEEPEST} levels of members", "more"))
        within = core(declared)
        self.open.append(within.title if isinstance(within, Members) and within.title else header.name)
        docs = self.docs()
        listed = self.lines[self.at].number + 1 if self.at < len(self.lines) else 0
        declared, literals, variants = self._choices(header, declared)
        constraints = self._constraints()
        within = core(declared)
        members = self._members(header, within) if isinstance(within, Members) and not variants else None
        self.open.pop()
        return Node(
            header.number,
            header.name,
            declared,
            self.lines[self.at - 1].number,
            optional=header.optional,
            docs=docs,
            literals=literals,
            listed=listed,
            variants=variants,
            constraints=constraints,
            members=members,
        )

    def docs(self) -> tuple[Line, ...]:
        """The paragraphs and bullets here; each paragraph has a blank line above it."""
        docs: list[Line] = []
        while (line := self.peek()) is not None and line.number not in self.boundaries:
            if line.kind is Kind.TEXT and self._is_type(line):
                break
            quoted = line.kind is Kind.LITERAL and line.before_blank and not self.listing
            if not (line.kind is Kind.BULLET or ((line.kind is Kind.TEXT or quoted) and line.after_blank)):
                if line.kind is not Kind.TEXT:
                    break
                self.find(line.number, "a declaration, or a blank line above a paragraph", shown(line.text))
            else:
                docs.append(line)
            self.at += 1
        return tuple(docs)

    def _is_type(self, line: Line) -> bool:
        """Whether a line that reads as text is the next type of a list. Prose has a blank line above it."""
        found = parse_type(line.text, self.declared) if self.listing else None
        return found is not None and not (line.after_blank and isinstance(found, Named))

    def _constraints(self) -> tuple[Line, ...]:
        found: dict[str, Line] = {}
        while (line := self.peek()) is not None and line.kind is Kind.CONSTRAINT:
            if line.name in found:
                self.find(line.number, f"`{line.name}` once", "it again")
            found.setdefault(line.name, self.take())
        return tuple(found.values())

    def _choices(self, header: Line, declared: Type) -> tuple[Type, tuple[Literal, ...] | None, tuple[Node, ...]]:
        """The list below a choice: its literals, or its variants with all that belongs to them."""
        within = core(declared)
        line = self.peek()
        listed = line is not None and line.kind is Kind.ONE_OF
        if listed:
            self.take()
        if isinstance(within, Literals):
            return declared, self._literals(header, within, listed), ()
        if isinstance(within, Union | Choice):
            return self._variants(header, declared, within, listed)
        if listed:
            self.find(self.lines[self.at - 1].number, "no list below a type that is not a choice", "one")
        return declared, None, ()

    def _literals(self, header: Line, found: Literals, listed: bool) -> tuple[Literal, ...] | None:
        if not listed:
            if found.more:
                self.find(header.number, f"a list of {found.count} literals below the header", "none")
            return None
        first = self.lines[self.at - 1].number
        values: list[Literal] = []
        while (line := self.peek()) is not None and line.kind is Kind.LITERAL:
            value: Literal = _literal(self.take().text)
            if value in values:
                self.find(line.number, "each literal once", f"{shown(line.text)} again")
            values.append(value)
            if len(values) > 1 and _sorts(values[-1]) < _sorts(values[-2]):
                self.disorder.append(Disorder(header.number, line.number - 1, line))
        last = self.lines[self.at - 1].number
        if len(values) != found.count:
            self.find(header.number, f"{found.count} literals", f"{len(values)} in the list of line {first}", last)
        elif tuple(values[: len(found.values)]) != found.values:
            wrong = next(i for i, (a, b) in enumerate(zip(values, found.values, strict=False)) if a != b)
            expected = f"literal {json.dumps(found.values[wrong])}, as its header says"
            self.find(header.number, expected, f"{json.dumps(values[wrong])} in line {first + 1 + wrong}", last)
        return tuple(values)

    def _variants(self, header: Line, declared: Type, within: Union | Choice, listed: bool) -> _Choices:
        if not listed:
            if isinstance(within, Choice):
                raise Damage(Finding(header.number, "a list that says where the array ends", shown(header.text)))
            if within.more or any(isinstance(part, Members) for part in inside(within)):
                raise Damage(Finding(header.number, "`One of the following:` below a choice of types", "none"))
            return declared, None, ()
        readings: list[Type] = list(within.readings) if isinstance(within, Choice) else [within]
        entries: list[Node] = []
        self.listing += 1
        while (reading := all_listed(readings, len(entries))) is None:
            line = self._peek_variant()
            found = type_of_line(line, self.declared) if line else None
            if line is None or found is None:
                text = shown(line.text) if line else "the end of the page"
                expected = f"{counts_of(readings)} types in its list"
                raise Damage(Finding(header.number, expected, text, line.number if line else 0))
            readings = [reading for reading in readings if fits(line, found, reading, len(entries))]
            if not readings:
                expected = f"a type that line {header.number} names"
                raise Damage(Finding(line.number, expected, shown(line.text)))
            entries.append(self.declaration(self.take(), found))
        rest = self.peek()
        if rest is not None and rest.text == "null":
            self.take()
        self.listing -= 1
        return settled(declared, within, reading), None, tuple(entries)

    def _peek_variant(self) -> Line | None:
        line = self.peek()
        return None if line is None or line.number in self.boundaries else line

    def _members(self, header: Line, wanted: Members) -> tuple[Node, ...] | None:
        """The members that the braces count. None where a named type is only referred to."""
        first = self.next_structural()
        if (
            wanted.title is not None
            and (wanted.title in self.declared or wanted.title in self.open)
            and wanted.names
            and not (first is not None and first.kind is Kind.DECLARATION and first.name == wanted.names[0])
        ):
            return None
        nodes: list[Node] = []
        self.unfinished.append(Unfinished(header, wanted, nodes))
        seen: set[str] = set()
        above: tuple[bool, bool, str] | None = None
        while len(nodes) < wanted.count:
            line = self.next_structural()
            self._check_member(header, wanted, len(nodes), line)
            assert line is not None
            if line.name in seen:
                expected = f"each member of line {header.number} once"
                found = f"{shown(line.text)} in line {line.number}"
                raise Damage(Finding(nodes[-1].line, expected, found, line.number, "again"))
            here = (not (line.name == "id" and not line.optional), line.optional, line.name)
            if above is not None and here < above:
                self.disorder.append(Disorder(header.number, nodes[-1].line, line))
            self.ordered += len(nodes) == 1
            above = here
            seen.add(line.name)
            nodes.append(self.declaration(self.take()))
        self.unfinished.pop()
        self.whole.setdefault(wanted, {}).setdefault(tuple(node.name for node in nodes), header.number)
        return tuple(nodes)

    def _check_member(self, header: Line, wanted: Members, done: int, line: Line | None) -> None:
        if line is None or line.kind is not Kind.DECLARATION:
            found = (
                f"{done} before {shown(line.text)} in line {line.number}" if line else f"{done} before the page ends"
            )
            last = line.number if line else self.lines[-1].number
            raise Damage(Finding(header.number, counted(wanted.count, "member"), found, last, "count"))
        if done < len(wanted.names) and line.name != wanted.names[done]:
            expected = f"`{wanted.names[done]}` as member {done + 1}"
            raise Damage(Finding(header.number, expected, f"`{line.name}` in line {line.number}", line.number))


def _sorts(value: Literal) -> str:
    """Lists are sorted as texts, numbers too: 0, 100, 25."""
    return value if isinstance(value, str) else json.dumps(value)


def _literal(text: str) -> Literal:
    try:
        value: Literal = json.loads(text)
    except ValueError:
        return text[1:-1]
    return value
