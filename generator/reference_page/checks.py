"""What a page says several times must be the same each time: near twins among its objects and lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from .findings import Finding
from .page import Tree
from .tree import Node
from .types import Literals, Members, Type, core


@frozen
class Counts:
    """What a page holds. `shapes` and `enums` are counted once however often they are printed."""

    objects: int
    literal_lists: int
    operations: int
    paths: int
    shapes: int
    enums: int


def nodes(tree: Tree) -> Iterator[Node]:
    """Every declaration of the page, parents first, in the order of the page."""
    roots = [node for resource in tree.resources for node in resource.types]
    for operation in (operation for resource in tree.resources for operation in resource.operations):
        roots += [node for section in operation.parameters.values() for node in section]
        roots += operation.returns or ([operation.response] if operation.response else [])
    seen: set[int] = set()
    stack = sorted(roots, key=lambda node: -node.line)
    while stack:
        node = stack.pop()
        if node.line not in seen:
            seen.add(node.line)
            yield node
            stack.extend(reversed([*node.variants, *(node.members or ())]))


Shape = tuple[Any, ...]


def shape(node: Node) -> Shape:
    """A declaration less its name, texts and lines: equal for what the page declares alike."""
    return _shapes([node])[id(node)]


def _shapes(every: list[Node]) -> dict[int, Shape]:
    """The shape of each node and of all below it, each built once."""
    found: dict[int, Shape] = {}
    stack = [(node, False) for node in every]
    while stack:
        node, ready = stack.pop()
        if id(node) in found:
            continue
        below = [*node.variants, *(node.members or ())]
        if not ready:
            stack.append((node, True))
            stack.extend((child, False) for child in below)
            continue
        found[id(node)] = (
            node.type,
            node.literals,
            tuple((line.name, line.text) for line in node.constraints),
            tuple(found[id(child)] for child in node.variants),
            None if node.members is None
            else tuple((child.name, child.optional, found[id(child)]) for child in node.members),
        )  # fmt: skip
    return found


def count(tree: Tree) -> Counts:
    """The golden numbers of a page."""
    every = list(nodes(tree))
    operations = [operation for resource in tree.resources for operation in resource.operations]
    objects = [node for node in every if node.members is not None]
    lists = [node for node in every if node.literals is not None]
    return Counts(
        objects=len(objects),
        literal_lists=len(lists),
        operations=len(operations),
        paths=len({operation.path for operation in operations}),
        shapes=len({members_of(node) for node in objects}),
        enums=len({node.literals for node in lists}),
    )


def members_of(node: Node) -> Shape:
    """The members of an object as a value to compare, whatever array or map the object stands in."""
    return shape(node)[-1] or ()


def near_twins(tree: Tree) -> list[Finding]:
    """Objects and lists whose header other lines print too, with something else below it.

    `object { id, capabilities, collectionIds, 35 more }` is printed eight times; where one of the
    eight differs, that one was damaged or the service really answers otherwise: a person must look.
    """
    groups: dict[Type, list[Node]] = defaultdict(list)
    for node in nodes(tree):
        within = core(node.type)
        if isinstance(within, Members | Literals) and (node.members is not None or node.literals is not None):
            groups[within].append(node)
    found: dict[tuple[int, int], Finding] = {}
    for alike in groups.values():
        for finding in _odd_ones(alike):
            # The objects around the odd one differ too, by the same line.
            found.setdefault(finding.span, finding)
    return [found[span] for span in sorted(found)]


def _odd_ones(alike: list[Node]) -> Iterator[Finding]:
    shapes = _shapes(alike)
    kinds: dict[Any, list[Node]] = defaultdict(list)
    for node in alike:
        kinds[(node.literals, shapes[id(node)][-1])].append(node)
    if len(kinds) == 1:
        return
    most = max(len(each) for each in kinds.values())
    usual = next(each for each in kinds.values() if len(each) == most)
    tied = sum(len(each) == most for each in kinds.values()) > 1
    for each in kinds.values():
        if each is not usual or tied:
            other = usual[0] if each is not usual else next(k[0] for k in kinds.values() if k is not usual)
            for node in each:
                line, last, what = _difference(node, other)
                expected = f"{what} as below the same header in line {other.line}"
                yield Finding(line, expected, "something else", last, "near-twin")


def _difference(node: Node, usual: Node) -> tuple[int, int, str]:
    """The lines where two declarations first part, and what stands there."""
    while True:
        if node.literals != usual.literals:
            pairs = enumerate(zip(node.literals or (), usual.literals or (), strict=False))
            at = next((index for index, (mine, theirs) in pairs if mine != theirs), 0)
            return node.listed + at, node.listed + at, "the literals"
        if node.members is None or usual.members is None:
            return node.line, node.last, "the type"
        shapes = _shapes([*node.members, *usual.members])
        for mine, theirs in zip(node.members, usual.members, strict=False):
            if (mine.name, mine.optional) != (theirs.name, theirs.optional):
                return mine.line, mine.line, f"`{theirs.name}`"
            if shapes[id(mine)] != shapes[id(theirs)]:
                break
        else:
            return node.line, node.last, "as many members"
        if mine.type != theirs.type or (mine.members is None and mine.literals == theirs.literals):
            return mine.line, mine.last, f"`{mine.name}`"
        node, usual = mine, theirs
