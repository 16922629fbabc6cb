"""Swagger 2.0 read as OpenAPI 3.0: one early step, so that every later stage knows one grammar.

A document that is all Swagger 2 would be hundreds of edits, none of which mends anything: what it says is right, in
other words. So it is said in the words of 3.0 before the merge, on record as one line, and what those have no words
for is a note. What converters and hands leave of Swagger 2 in a document of OpenAPI 3 is another thing: there rules
mend it (`definitions_at_top`, `parameter_in_body`, `collection_format`, ...), with the knowledge that is kept here.
"""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import evolve

from ..spec.edits import rebase
from ..values import Document, Note, Spec
from .reading import Reading

VERSION: Final = "3.0.3"
_IS_2: Final = re.compile(r"\s*v?2(\.[0-9]+)*\s*\Z", re.IGNORECASE)
_OTHER: Final = re.compile(r"\s*v?[013-9]")


def is_swagger_2(spec: Spec) -> bool:
    """Whether a document is Swagger 2, also where its version is a number, or stands under `openapi`.

    `swagger` with a value that is no version at all is what nobody wrote for another grammar.
    """
    said = spec.get("openapi")
    if said is not None:
        return _IS_2.match(str(said)) is not None
    return "swagger" in spec and _OTHER.match(str(spec["swagger"])) is None


def read_as_3_0(document: Document) -> Document:
    """Say a document of Swagger 2 in the words of OpenAPI 3.0; one that is not Swagger 2 stays as it is.

    Many vendors publish nothing newer. Address, bodies, forms, media types, lists, security and all that is defined at
    the top go where 3.0 has them, and references follow; so do the notes of a document that was cut. It is on record
    as one repair of the report. Lists that 3.0 cannot write (tabs between values, lists in lists) are texts that the
    caller joins, each noted as `list-separator`; a second body of an operation is a `second-body`.
    """
    if not is_swagger_2(document.data):
        return document
    reading = Reading(document.data)
    data = reading.read(VERSION)
    notes = tuple(_moved(note, reading.moves) for note in document.notes)
    lost = tuple(
        Note("swagger", code, f"{document.name}#{pointer}", what) for (code, pointer), what in reading.lost.items()
    )
    said: Any = document.data.get("swagger", document.data.get("openapi"))
    record = Note("swagger", "swagger-2", f"{document.name}#", f"Swagger {said}, read as OpenAPI {VERSION}")
    return evolve(document, data=data, notes=(*notes, *lost), repairs=(*document.repairs, record))


def published_at(spec: Spec) -> dict[str, str]:
    """Where a document of Swagger 2 itself has what stands elsewhere once it is read; empty for any other."""
    if not is_swagger_2(spec):
        return {}
    reading = Reading(spec)
    reading.read(VERSION)
    found: dict[str, str] = {}
    for old, new in reading.moves.items():
        found.setdefault(new, old)
    return found


def _moved(note: Note, moves: dict[str, str]) -> Note:
    name, mark, pointer = note.where.partition("#")
    return evolve(note, where=name + mark + rebase(pointer, moves)) if mark else note


__all__ = ["VERSION", "is_swagger_2", "published_at", "read_as_3_0"]
