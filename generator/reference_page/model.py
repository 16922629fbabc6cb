"""What a page holds: resources, and their operations."""

from __future__ import annotations

from attrs import field, mutable

from .lines import Line
from .tree import Node


@mutable
class Operation:
    line: int
    verb: str
    path: str
    title: str
    resource: Resource
    docs: tuple[Line, ...] = ()
    parameters: dict[str, list[Node]] = field(factory=dict)
    """By section: `Path`, `Query`, `Header`, `Cookie`, `Body`."""
    body_form: str = ""
    response: Node | None = None
    returns: list[Node] | None = None
    damaged: bool = False


@mutable
class Resource:
    """`names` leads from the page's resource to this one: `("Models", "Training Images")`."""

    names: tuple[str, ...]
    line: int
    docs: tuple[Line, ...] = ()
    operations: list[Operation] = field(factory=list)
    types: list[Node] = field(factory=list)
    damaged: list[str] = field(factory=list)
    """Names of types that could not be read to their end."""
