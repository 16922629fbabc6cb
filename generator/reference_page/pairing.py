"""Which type answers which operation: a page says so by their names only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from .findings import Finding
from .model import Operation, Resource


def words(text: str) -> str:
    """A title as it is compared with the name of a type: letters and digits, small."""
    return "".join(char for char in text.casefold() if char.isalnum())


def pair(resource: Resource, detailed: bool, findings: list[Finding], warnings: list[Finding]) -> None:
    """Give each operation of a resource its response: `<Resource><Title>Response` among the types."""
    waiting = [operation for operation in resource.operations if operation.returns is None]
    names = [node.name for node in resource.types] + resource.damaged
    prefix = _prefix(resource, waiting, names)
    taken: set[str] = set()
    for operation in waiting:
        wanted = words(prefix) + words(operation.title) + "response"
        match = next((name for name in names if words(name) == wanted and name not in taken), None)
        if match is None:
            expected = f"a type `{prefix}{_pascal(operation.title)}Response` for it"
            found = f"none below {''.join(resource.names) or 'the page'}"
            findings.append(Finding(operation.line, expected, found, code="no-response-type"))
            findings.extend(_gap(resource, operation, expected))
            continue
        taken.add(match)
        operation.response = next((node for node in resource.types if node.name == match), None)
        operation.damaged = operation.response is None
    seen: set[str] = set()
    for node in resource.types:
        if node.name in seen:
            findings.append(Finding(node.line, f"`{node.name}` once", "it again"))
        elif node.name.endswith("Response") and node.name not in taken and not detailed:
            expected = f"an operation that answers `{node.name}`"
            findings.append(Finding(node.line, expected, "none"))
            findings.append(Finding(resource.line, expected, "none", resource.types[0].line))
        seen.add(node.name)
    in_order = [operation.response.line for operation in waiting if operation.response is not None]
    if in_order != sorted(in_order):
        line = next(b for a, b in pairwise(in_order) if b < a)
        warnings.append(Finding(line, "responses in the order of the operations", "another order", code="order"))
    if prefix and resource.names and words(prefix) not in _singulars(words(resource.names[-1])):
        expected = f"types named after `{resource.names[-1]}`"
        warnings.append(Finding(resource.line, expected, f"`{prefix}...Response`", code="heading-mismatch"))


def _gap(resource: Resource, operation: Operation, expected: str) -> Iterator[Finding]:
    """Where the type of an operation would stand: behind that of the operation above it."""
    above = [each for each in resource.operations if each.line < operation.line and each.response]
    if above and (before := above[-1].response) is not None:
        yield Finding(before.last, f"{expected} (line {operation.line})", "none", before.last + 2)


def _prefix(resource: Resource, operations: list[Operation], names: list[str]) -> str:
    """What the names of a resource's responses begin with: the one that most operations agree on."""
    votes: Counter[str] = Counter()
    for operation in operations:
        ending = words(operation.title) + "response"
        votes.update(name[: len(name) - len(ending)] for name in names if words(name).endswith(ending))
    if votes:
        return max(votes, key=lambda prefix: (votes[prefix], -len(prefix)))
    return _pascal(resource.names[-1]).removesuffix("s") if resource.names else ""


def _singulars(plural: str) -> set[str]:
    found = {plural, plural.removesuffix("s"), plural.removesuffix("es")}
    return found | {plural[:-3] + "y"} if plural.endswith("ies") else found


def _pascal(title: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", title))
