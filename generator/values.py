"""The values that flow between the stages. All are immutable by convention; a Spec is plain OpenAPI data."""

from __future__ import annotations

import enum
import hashlib
import json
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

Spec: TypeAlias = dict[str, Any]
"""An OpenAPI document as plain data: dicts with string keys, lists, strings, numbers, booleans and None."""


class _Removed(enum.Enum):
    REMOVED = "REMOVED"

    def __repr__(self) -> str:
        return "REMOVED"


REMOVED: Final = _Removed.REMOVED
"""The value of an edit that takes its node away, and the `before` of one that adds a node."""


@frozen
class Page:
    """A file or answer as published, before anything in it is understood."""

    name: str
    text: str
    sha256: str
    url: str | None = None


@frozen
class Fragment:
    """The part of a page that is the document.

    `line` and `column` are where `text` starts in the page, both from 1.
    """

    page: Page
    format: Literal["json", "yaml", "reference"]
    text: str
    line: int = 1
    column: int = 1


@frozen
class Note:
    """Something that was lost or could not be carried over.

    `code` is a kebab-case kind (`document-cut`); `where` is `<document>#<JSON Pointer>`, or the
    pointer alone once the documents are merged. `key` is what an overlay action's `x-resolves` and an
    `accept` entry of provider.yaml name.
    """

    stage: str
    code: str
    where: str
    what: str

    @property
    def key(self) -> str:
        return f"{self.code} {self.where}"


@frozen
class Document:
    """One published document, parsed. `witnesses` names the pages that it was read from.

    `notes` are losses; `repairs` are records of what was put right without loss (a raw line feed in a
    string, a value that another witness had whole), for the report only.
    """

    name: str
    data: Spec
    notes: tuple[Note, ...] = ()
    witnesses: tuple[str, ...] = ()
    repairs: tuple[Note, ...] = ()


@frozen
class Edit:
    """One change to a Spec: the node at `pointer` becomes `value`, or goes where that is REMOVED.

    `source` is the pointer the value was moved from, when the edit moves a node; edits recorded below
    it follow the move.
    """

    pointer: str
    value: Any
    why: str
    source: str | None = None


@frozen
class Applied:
    """An edit that was made, with what stood there before (REMOVED where nothing did)."""

    rule: str
    pointer: str
    before: Any
    after: Any
    why: str
    source: str | None = None


@frozen
class Change:
    """One difference between two specs, and its meaning to a caller.

    `where` is the part of the operation (`body`, `query limit`, `200`), `path` the way from there to the
    property, `old` and `new` the values, `accepted` the reason why a person let it pass.
    """

    id: str
    level: Literal["breaking", "risky", "info"]
    operation: str
    pointer: str
    direction: Literal["request", "response", "none"]
    text: str
    old_pointer: str | None = None
    client: str | None = None
    where: str = ""
    path: str = ""
    old: Any = None
    new: Any = None
    accepted: str | None = None

    @property
    def fingerprint(self) -> str:
        """Names the change in an acceptance: its id, pointers, property and values, never its wording.

        The operation is left out: one changed component is one finding, however many operations use it. What has
        no place in the spec is a name of the client, which `path` holds whole.
        """
        name = self.path.rpartition(".")[2] if self.pointer or self.old_pointer else self.path
        said = [self.id, self.old_pointer, self.pointer, name, self.old, self.new]
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()[:16]
