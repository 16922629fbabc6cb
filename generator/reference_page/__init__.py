"""Front end for rendered reference pages: text of the page -> Document.

The pages are those of the documentation engine that prints `ModelsExpand Collapse` and
`ModelListResponse object { id, capabilities, collectionIds, 35 more }`: no indentation, no marks, but
counts everywhere. The counts drive the parser and prove it: what does not add up is an error that
names the line, never a guess.

    lines.py       text   -> lines, each of one kind
    types.py       the grammar of what stands behind `name:`
    choices.py     the list below a header that names several types
    tree.py        lines  -> declarations, by counting members
    page.py        lines  -> resources and operations (model.py), each with its answer (pairing.py)
    placing.py     where damage is: the line at fault stands far above the count that tells
    checks.py      near twins; the golden numbers of a page
    schemas.py     declarations -> JSON Schema, with constraints.py
    to_openapi.py  tree   -> OpenAPI 3.1
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from ..errors import UnusableInput
from ..values import Document, Fragment, Note
from .checks import near_twins
from .findings import Finding
from .lines import Kind, has_operations, kinds_in_turn
from .page import read_page
from .to_openapi import to_openapi

__all__ = ["ReferenceDocument", "looks_like_reference_page", "parse_reference_page"]

_SHOWN = 200
"""Findings that one error lists; a page that is no reference page at all has thousands."""


@frozen
class ReferenceDocument(Document):
    """A Document read from a reference page. `lines` maps JSON Pointers of its nodes to lines of the page."""

    lines: Mapping[str, int] = field(factory=dict, repr=False)


def looks_like_reference_page(text: str) -> bool:
    """Whether a page is of this kind: operations such as `GET/models`, and typed declarations.

    A damaged page still looks like one, so that the damage is what gets reported.
    """
    if not has_operations(text):
        return False
    kinds = set[Kind]()
    for kind in kinds_in_turn(text):
        kinds.add(kind)
        if Kind.TITLE in kinds and {Kind.DECLARATION, Kind.NAMED, Kind.SECTION} & kinds:
            return True
    return False


def parse_reference_page(fragment: Fragment, name: str) -> ReferenceDocument:
    """The OpenAPI 3.1 document that a reference page describes.

    Raises UnusableInput that lists every place where the page does not add up. Suspicions (members out
    of order, near twins, a paragraph that is gone) are notes.
    """
    tree = read_page(fragment.text, fragment.line)
    if tree.findings:
        raise _unusable(fragment, tree.findings)
    spec, schemas = to_openapi(tree)
    if schemas.findings:
        raise _unusable(fragment, schemas.findings)
    warnings = [*tree.warnings, *schemas.warnings, *near_twins(tree)]
    notes = tuple(_notes(name, warnings, schemas.lines))
    return ReferenceDocument(name, spec, notes, (fragment.page.name,), lines=schemas.lines)


def _unusable(fragment: Fragment, findings: list[Finding]) -> UnusableInput:
    listed = "\n".join(f"  {finding}" for finding in findings[:_SHOWN])
    more = f"\n  and {len(findings) - _SHOWN} more" if len(findings) > _SHOWN else ""
    return UnusableInput(
        f"{fragment.page.name}: the reference page cannot be read in {len(findings)} "
        f"place{'s' if len(findings) > 1 else ''}:\n{listed}{more}\n"
        "Fetch the page again; if it really reads so, teach generator/reference_page the new form."
    )


def _notes(name: str, warnings: Iterable[Finding], lines: Mapping[str, int]) -> Iterable[Note]:
    """A note for each warning, at the node whose line stands next above it; notes of one node are one."""
    by_line = sorted((line, pointer) for pointer, line in lines.items())
    starts = [line for line, _ in by_line]
    merged: dict[tuple[str, str], list[str]] = {}
    for finding in sorted(warnings, key=lambda finding: finding.span):
        at = bisect_right(starts, finding.line)
        # One trap of the page, one note: these stand wherever the same shape is printed again.
        pointer = "" if finding.code == "mangled-limit" or not at else by_line[at - 1][1]
        merged.setdefault((finding.code, f"{name}#{pointer}"), []).append(str(finding))
    for (code, where), texts in merged.items():
        yield Note("repair", code, where, "; ".join(texts))
