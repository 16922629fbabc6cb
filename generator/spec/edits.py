"""Applying edits to a Spec: a new Spec that shares every untouched part with the old one.

Rules only find; this is the one place that changes anything, and it changes a copy. Only the dicts and
lists on the way to an edited node are copied, each once in a batch, so a batch costs what it edits and
not what the document weighs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from ..errors import GeneratorError
from ..values import REMOVED, Applied, Edit, Spec
from .openapi import get, join, split, step


@frozen
class Batch:
    """What came of one batch of edits.

    The pointers of `applied` mean `spec`. `moves` maps the pointers of nodes that stand elsewhere now, by
    a move (`Edit.source`) or because an earlier element of their list went. `put_off` counts edits that
    overlap an earlier one of the batch: their values were found in a document that no longer stands, so
    they are left for the next pass.
    """

    spec: Spec
    applied: tuple[Applied, ...]
    moves: Mapping[str, str]
    put_off: int


def apply_edits(spec: Spec, rule: str, edits: Iterable[Edit]) -> tuple[Spec, list[Applied]]:
    """`spec` with the edits made, and the record of each. `spec` itself is left as it was.

    The pointers of the edits mean the document before the batch, also where it takes elements out of a
    list; those of the records mean the one after it. An index one past the end, or `-`, appends. Raises
    GeneratorError where the parent of a node is missing.
    """
    batch = edit_batch(spec, rule, edits)
    return batch.spec, list(batch.applied)


def edit_batch(spec: Spec, rule: str, edits: Iterable[Edit]) -> Batch:
    """As `apply_edits`, with what a run of several rules must know besides."""
    work = _Work(spec, rule)
    for edit in edits:
        work.apply(edit)
    return work.finish()


def rebase(pointer: str, moves: Mapping[str, str]) -> str:
    """Where the node that was at `pointer` stands after `moves`; the innermost moved ancestor decides."""
    if not moves:
        return pointer
    end = len(pointer)
    while end > 0:
        target = moves.get(pointer[:end])
        if target is not None:
            return target + pointer[end:]
        end = pointer.rfind("/", 0, end)
    return pointer


def rebase_applied(applied: Applied, moves: Mapping[str, str]) -> Applied:
    """The record with its pointer where its node stands now; one of a removal follows the node it was in."""
    if applied.after is REMOVED:
        parent, slash, token = applied.pointer.rpartition("/")
        pointer = rebase(parent, moves) + slash + token
    else:
        pointer = rebase(applied.pointer, moves)
    return applied if pointer == applied.pointer else evolve(applied, pointer=pointer)


class _Work:
    """A batch under way: the new tree, and which of its containers are copies of ours already."""

    def __init__(self, spec: Spec, rule: str) -> None:
        self.original = spec
        self.root: Any = spec
        self.rule = rule
        self.fresh: dict[int, Any] = {}
        self.gaps: dict[str, list[Any]] = {}
        self.edited: set[str] = set()
        self.above: set[str] = set()
        self.moved: dict[str, str] = {}
        self.applied: list[Applied] = []
        self.put_off = 0

    def apply(self, edit: Edit) -> None:
        if self._overlaps(edit):
            self.put_off += 1
            return
        value = self._moved_value(edit)
        before = self._set(edit.pointer, value)
        self.applied.append(Applied(self.rule, edit.pointer, before, value, edit.why, edit.source))
        self.edited.add(edit.pointer)
        end = edit.pointer.rfind("/")
        while end >= 0 and edit.pointer[:end] not in self.above:
            self.above.add(edit.pointer[:end])
            end = edit.pointer.rfind("/", 0, end) if end else -1

    def finish(self) -> Batch:
        moves = dict(self.moved)
        for pointer, holes in self.gaps.items():
            kept = [(index, item) for index, item in enumerate(holes) if item is not REMOVED]
            for index, item in enumerate(holes):
                if item is REMOVED:
                    moves.setdefault(join(pointer, index), join(pointer, "-"))
            for new, (old, _) in enumerate(kept):
                if new != old:
                    moves.setdefault(join(pointer, old), join(pointer, new))
            holes[:] = [item for _, item in kept]
        if not isinstance(self.root, dict):
            raise GeneratorError(f"Rule {self.rule} turns the whole document into something that is not an object.")
        return Batch(self.root, tuple(self._rebased(each, moves) for each in self.applied), moves, self.put_off)

    def _rebased(self, applied: Applied, moves: Mapping[str, str]) -> Applied:
        """The record of this batch, after it; one of what took the place of a moved node stays there."""
        if applied.pointer in self.moved or applied.source is not None:
            return applied
        return rebase_applied(applied, moves)

    def _overlaps(self, edit: Edit) -> bool:
        """Whether an earlier edit of the batch was made at, above or below the node.

        A node that the batch has moved away may still be removed, with whatever was edited in it.
        """
        if edit.pointer in self.above and not (edit.value is REMOVED and edit.pointer in self.moved):
            return True
        end = len(edit.pointer)
        while end >= 0:
            if edit.pointer[:end] in self.edited:
                return True
            end = edit.pointer.rfind("/", 0, end) if end else -1
        return False

    def _moved_value(self, edit: Edit) -> Any:
        """The value to set: a node moved as it was carries along what the batch has edited below it."""
        if edit.source is None:
            return edit.value
        self.moved.setdefault(edit.source, edit.pointer)
        try:
            if get(self.original, edit.source) is edit.value:
                return get(self.root, edit.source)
        except KeyError:
            pass
        return edit.value

    def _set(self, pointer: str, value: Any) -> Any:
        """Put a value at a pointer of the new tree; what stood there, or REMOVED."""
        tokens = split(pointer)
        if not tokens:
            before, self.root = self.root, value
            return before
        parent = self._own(tokens[:-1], pointer)
        if isinstance(parent, dict):
            return self._set_key(parent, tokens[-1], value)
        return self._set_index(parent, tokens[-1], value, pointer)

    @staticmethod
    def _set_key(parent: dict[str, Any], key: str, value: Any) -> Any:
        before = parent.get(key, REMOVED)
        if value is REMOVED:
            parent.pop(key, None)
        else:
            parent[key] = value
        return before

    def _set_index(self, parent: list[Any], token: str, value: Any, pointer: str) -> Any:
        at = len(parent) if token == "-" else int(token) if token.isascii() and token.isdigit() else -1
        if at < 0 or at > len(parent) or (at == len(parent) and value is REMOVED):
            raise self._lost(pointer)
        if at == len(parent):
            parent.append(value)
            return REMOVED
        before, parent[at] = parent[at], value
        if value is REMOVED:
            self.gaps[pointer.rpartition("/")[0]] = parent
        return before

    def _own(self, tokens: list[str], pointer: str) -> Any:
        """The container at a path, with every container on the way there made ours to change."""
        self.root = node = self._fresh(self.root, pointer)
        for token in tokens:
            try:
                child = step(node, token)
            except KeyError:
                raise self._lost(pointer) from None
            owned = self._fresh(child, pointer)
            if owned is not child:
                node[token if isinstance(node, dict) else int(token)] = owned
            node = owned
        return node

    def _fresh(self, node: Any, pointer: str) -> Any:
        if id(node) in self.fresh:
            return node
        if not isinstance(node, dict | list):
            raise self._lost(pointer)
        copy = node.copy()
        self.fresh[id(copy)] = copy
        return copy

    def _lost(self, pointer: str) -> GeneratorError:
        return GeneratorError(
            f"Rule {self.rule} edits {pointer}, but nothing in the document can hold that node. "
            "This is a defect of the rule: report it with the document."
        )
