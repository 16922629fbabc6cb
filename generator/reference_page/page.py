"""A reference page as resources, their operations and the types that these answer with.

    Models                                  heading; that of a child is glued: `ModelsTraining Images`
    List                                    title
    GET/models                              operation
    ModelsExpand Collapse                   section: the types of the resource
    ModelListResponse object { id, ... }    response of `List`

Pages of one operation print its sections below it: `Path Parameters`, `Query Parameters`, `Header
Parameters`, `Body Parameters`, `Returns`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from attrs import frozen

from .findings import Damage, Finding, shown
from .lines import Kind, Line, read_lines
from .model import Operation, Resource
from .pairing import pair
from .placing import out_of_order, placed, placed_by_twin
from .tree import Node, Reader, Unfinished

_PARAMETERS: Final = re.compile(r"(Path|Query|Header|Cookie|Body) Parameters?\s?(.*)")
_TYPES: Final = ("Models", "Types", "Domain Types", "Schemas")
_PATH: Final = re.compile(r"/|(?:/(?:[\w.:@-]|\{\w+\})+)+/?")
_HEADING: Final = re.compile(r"[A-Z0-9][\w'’/&+()-]*(?: [\w'’/&+()-]+){0,5}")


@frozen
class Tree:
    resources: list[Resource]
    findings: list[Finding]
    warnings: list[Finding]
    lines: int
    """Lines of the page that are not blank; each is in a node, in the navigation, or in a finding."""
    blanks: int
    navigation: int


def read_page(text: str, first: int = 1) -> Tree:
    """The tree of a page, with all that is wrong with it. `first` is the number of its first line."""
    lines, blanks = read_lines(text, first)
    return _PageReader(lines).read(blanks)


def is_heading(text: str) -> bool:
    return len(text) <= 60 and _HEADING.fullmatch(text) is not None


class _PageReader:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.resources: list[Resource] = []
        self.operation: Operation | None = None
        self.operations: dict[tuple[str, str], int] = {}
        self.warnings: list[Finding] = []
        self.unplaced: dict[int, Unfinished] = {}
        """Findings, by their index, that only an equal object can place: it may stand further down."""
        self.navigation = 0
        self.detailed = any(line.kind is Kind.SECTION and line.text not in _TYPES for line in lines)
        declared = frozenset(line.name for line in lines if line.kind is Kind.NAMED)
        self.reader = Reader(lines, declared=declared)
        self.headings = self._headings()
        self.reader.boundaries = {self.lines[index].number for index in self.headings}

    def read(self, blanks: int) -> Tree:
        self._navigate()
        while (line := self.reader.peek()) is not None:
            self._step(line)
        for resource in self.resources:
            pair(resource, self.detailed, self.reader.findings, self.warnings)
        for index, unfinished in self.unplaced.items():
            found = self.reader.findings[index]
            self.reader.findings[index] = placed_by_twin(found, unfinished, self.reader.whole)
        if not any(resource.operations for resource in self.resources):
            last = self.lines[-1].number if self.lines else 1
            self.reader.find(last, "an operation such as `GET/models`", "none on the page")
        self._gaps()
        self._order()
        findings = sorted(self.reader.findings, key=lambda finding: finding.span)
        return Tree(self.resources, findings, self.warnings, len(self.lines), blanks, self.navigation)

    def _headings(self) -> dict[int, tuple[str, ...]]:
        """Index of each heading line, with the names that it stands for.

        A heading has no mark of its own. It is the line above the first title of a run of operations.
        """
        found: dict[int, tuple[str, ...]] = {}
        known: dict[str, tuple[str, ...]] = {}
        for index, line in enumerate(self.lines):
            if line.kind is not Kind.TITLE or (index and self.lines[index - 1].kind is Kind.OPERATION):
                continue
            sentence = index > 1 and self.lines[index - 1].text.endswith(".")
            near = [i for i in (index - 1, index - 2)[: 2 if sentence else 1] if self._may_head(i)]
            glued = [i for i in near if self.lines[i].text in known or above(self.lines[i].text, known)]
            fresh = [] if self.detailed and known else near
            if chosen := (glued or fresh)[:1]:
                text = self.lines[chosen[0]].text
                parent = above(text, known)
                known.setdefault(text, (*known[parent], text.removeprefix(parent)) if parent else (text,))
                found[chosen[0]] = known[text]
            elif not self.detailed:
                text = self.lines[index - 1].text if index else ""
                expected = f"the heading of a resource above {shown(line.text)}"
                first = self.lines[index - 1].number if index else line.number
                self.reader.find(first, expected, shown(text) if text else "none", line.number)
                if index and self.lines[index - 1].kind is Kind.TEXT:
                    found[index - 1] = (text,)
        return found

    def _may_head(self, index: int) -> bool:
        return index >= 0 and self.lines[index].kind is Kind.TEXT and is_heading(self.lines[index].text)

    def _navigate(self) -> None:
        """Pass over what stands above the first resource: links of the site, which say nothing of the API."""
        start = min(self.headings, default=None)
        if start is None:
            start = next((i for i, line in enumerate(self.lines) if line.kind is Kind.TITLE), len(self.lines))
        while self.reader.at < start:
            line = self.reader.take()
            self.navigation += 1
            if line.kind not in (Kind.TEXT, Kind.BULLET, Kind.SECTION):
                self.reader.find(line.number, "links of the site above the first heading", shown(line.text))

    def _step(self, line: Line) -> None:
        """Take the next heading, operation, section or type."""
        if self.reader.at in self.headings:
            self._heading(line)
        elif line.kind is Kind.TITLE:
            self._title()
        elif line.kind is Kind.SECTION:
            self._section(self.reader.take())
        elif line.kind is Kind.NAMED:
            self._named(line)
        else:
            self.reader.find(line.number, "a heading, an operation or a type", shown(line.text))
            self.reader.at += 1

    def _heading(self, line: Line) -> None:
        names = self.headings[self.reader.at]
        self.reader.take()
        self.resources.append(Resource(names, line.number, self.reader.docs()))
        self.operation = None

    def _resource(self, line: int) -> Resource:
        if not self.resources:
            self.resources.append(Resource((), line))
        return self.resources[-1]

    def _title(self) -> None:
        title = self.reader.take()
        line = self.reader.take()
        if line.kind is not Kind.OPERATION:
            self.reader.find(title.number, "an operation below a title", shown(line.text))
            return
        if title.kind is Kind.OPERATION:
            self.reader.find(line.number, "a title above the operation", shown(title.text))
        if not _PATH.fullmatch(line.text):
            expected = "a path of names and {parameters}"
            self.warnings.append(Finding(line.number, expected, shown(line.text), code="unusual-path"))
        first = self.operations.setdefault((line.name, line.text), line.number)
        if first != line.number:
            expected = f"{line.name.upper()} {line.text} once (it is in line {first})"
            self.reader.find(line.number, expected, "it again")
        resource = self._resource(title.number)
        operation = Operation(line.number, line.name, line.text, title.text, resource)
        operation.docs = self.reader.docs()
        resource.operations.append(operation)
        self.operation = operation

    def _section(self, line: Line) -> None:
        parameters = _PARAMETERS.fullmatch(line.text)
        if line.text in _TYPES:
            return
        if (parameters or line.text == "Returns") and self.operation is None:
            self.reader.find(line.number, "an operation above its parameters", "none")
        elif parameters and self.operation is not None:
            if parameters[1] == "Body":
                self.operation.body_form = parameters[2]
            nodes = self.operation.parameters.setdefault(parameters[1], [])
            self._declarations(line, nodes)
        elif line.text == "Returns" and self.operation is not None:
            self.operation.returns = []
            following = self.reader.next_structural()
            if following is not None and following.kind is Kind.NAMED:
                self.operation.response = self._node(following)
                self.operation.damaged = self.operation.response is None
            else:
                self._declarations(line, self.operation.returns)
        else:
            expected = "a section of types, parameters or returns"
            self.reader.find(line.number, expected, shown(f"{line.text}Expand Collapse"))

    def _declarations(self, section: Line, nodes: list[Node]) -> None:
        """The declarations of a section, which prints no count."""
        while (line := self.reader.next_structural()) is not None and line.kind is Kind.DECLARATION:
            if any(node.name == line.name for node in nodes):
                self.reader.find(
                    line.number, f"each name of the section in line {section.number} once", shown(line.text)
                )
            if (node := self._node(line)) is not None:
                nodes.append(node)

    def _named(self, line: Line) -> None:
        resource = self._resource(line.number)
        if (node := self._node(line)) is not None:
            resource.types.append(node)
        else:
            resource.damaged.append(line.name)

    def _node(self, header: Line) -> Node | None:
        """A declaration with all below it, or None where that is damaged; then the next response is up."""
        reader = self.reader
        start = len(reader.disorder)
        try:
            node = reader.declaration(reader.take())
            line = reader.next_structural()
            if header.kind is Kind.NAMED and line is not None and line.kind is Kind.DECLARATION:
                found = f"{shown(line.text)} after its last member"
                raise Damage(
                    Finding(header.number, "no more members than the braces count", found, line.number, "count")
                )
        except Damage as damage:
            disorder = reader.disorder[start:]
            counted = damage.finding.code in ("count", "again")
            if counted and reader.unfinished and not out_of_order(damage.finding, disorder):
                self.unplaced[len(reader.findings)] = reader.unfinished[-1]
            reader.findings.append(placed(damage.finding, header, disorder, self.lines))
            del reader.disorder[start:]
            reader.unfinished.clear()
            reader.open.clear()
            reader.listing = 0
            self._resume()
            return None
        return node

    def _resume(self) -> None:
        """Pass over what is left of a damaged type."""
        while (line := self.reader.peek()) is not None:
            if line.number in self.reader.boundaries or line.kind in (Kind.TITLE, Kind.SECTION):
                return
            if line.kind is Kind.NAMED and line.name.endswith("Response"):
                return
            self.reader.take()

    def _order(self) -> None:
        """Members stand id first, then required, then optional ones, each sorted; literals are sorted too.

        A page that keeps no such order at all (most of its objects do not) says so once.
        """
        disorder = self.reader.disorder
        if len({each.owner for each in disorder}) > max(2, self.reader.ordered // 2):
            found = f"none in {len(disorder)} places"
            self.warnings.append(Finding(disorder[0].line.number, "members in an order", found, code="not-sorted"))
            return
        for each in disorder:
            member = each.line.kind is Kind.DECLARATION
            rule = "id, then required, then optional, each sorted" if member else "literals sorted"
            code = "member-order" if member else "literal-order"
            expected = f"{shown(each.line.text)} further up below line {each.owner} ({rule})"
            found = f"it in line {each.line.number}"
            self.warnings.append(Finding(each.after, expected, found, each.line.number, code))

    def _gaps(self) -> None:
        """Two blank lines in a row, and headings with nothing below them: text was lost there."""
        known = {"".join(resource.names) for resource in self.resources if resource.names}
        for line in self.lines:
            if line.gap > 1:
                found = f"{line.gap} blank lines above {shown(line.text)}"
                finding = Finding(line.number - line.gap, "one blank line", found, line.number, "text-missing")
                self.warnings.append(finding)
            heading = line.kind is Kind.TEXT and line.number not in self.reader.boundaries
            if heading and is_heading(line.text) and above(line.text, known):
                self.reader.find(line.number, "operations below a heading", shown(line.text))


def above(heading: str, known: Collection[str]) -> str | None:
    """The longest known heading that this one is glued to: `Models` of `ModelsTraining Images`."""
    ends = (end for end in range(len(heading) - 1, 0, -1) if heading[end].isupper() or heading[end].isdigit())
    return next((heading[:end] for end in ends if heading[:end] in known), None)
