"""What the walk has found so far, in order: changes, and places whose schemas are still to be told."""

from __future__ import annotations

import datetime
from typing import Any

from .catalogue import Direction
from .emit import Found, Root
from .facts import Fact
from .graph import Graph
from .side import Side
from .view import At


class Record:
    """The two documents, the graph of their schemas, and the steps of the walk."""

    def __init__(self, old: Side, new: Side, policy: tuple[datetime.date, int]) -> None:
        self.old, self.new, self.policy = old, new, policy
        self.graph = Graph(old, new)
        self.steps: list[Found | Root] = []

    def say(
        self, name: str, operation: str, old_at: str, new_at: str, *, old: Any = None, new: Any = None,
        about: str = "", where: str = "", direction: Direction = "none",
    ) -> None:  # fmt: skip
        fact = Fact(name, old, new, old_at, new_at, about)
        self.steps.append(Found(name, operation, direction, where, "", fact))

    def root(
        self, old: At, new: At, operation: str, direction: Direction, where: str, label: str, *,
        untyped: bool = False, xml: bool = False, required: bool = False, header: bool = False,
    ) -> None:  # fmt: skip
        pair = self.graph.pair(old, new)
        if pair is not None:
            self.steps.append(
                Root(operation, direction, where, label, pair, untyped, xml, required, header)
            )  # fmt: skip
