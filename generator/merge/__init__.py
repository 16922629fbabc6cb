"""The published documents become one; what they say differently is a conflict, or kept apart and noted.

Vendors publish one description as several documents by tag, each with (a part of) the same block of
components. The result depends on the content of the documents alone, not on their order or that of keys.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve

from ..errors import UnusableInput
from ..spec.openapi import METHODS, join
from ..spec.order import in_order
from ..spec.unify import canonical
from ..values import Document, Note, Spec
from .settle import SECTIONS, Part, section, settle
from .united import United, entries_of
from .upgrade import common_version, to_3_1, version_of
from .variants import Key, classify, names_apart, renamed


def merge(documents: Sequence[Document], *, keep_both: bool = False) -> tuple[Spec, list[Note]]:
    """One spec of all documents, its keys in one order, and what the merge itself had to note.

    With `keep_both`, definitions that differ are kept under distinct names and noted. Raises Conflict for
    every place where two documents cannot both be right, all in one message.
    """
    parts = _parts(documents)
    if len(parts) == 1:
        return in_order(parts[0].data), []
    notes: list[Note] = []
    for part in parts:
        notes += _misshapen(part)
    settled, root = settle(parts, apart=keep_both and _schemes_differ(parts))
    if keep_both:
        settled = _kept_apart(settled, notes)
    united = United()
    for part in settled:
        united.add(part)
    notes += united.notes(conflicts=keep_both)
    spec = {**united.spec, **root, "openapi": common_version([document.data for document in documents])}
    return in_order(spec), notes


def _parts(documents: Sequence[Document]) -> list[Part]:
    """The documents by name, each in the version of the result, references between the files made local."""
    if not documents:
        raise UnusableInput("There is no document to merge: name at least one.")
    for document in documents:
        if not isinstance(document.data, dict):
            raise UnusableInput(f"{document.name}: the document is no mapping, so it is no OpenAPI document.")
    count = Counter(document.name for document in documents)
    ordered = sorted(
        documents,
        # a document as text is long: it is looked at only where a name leaves the order open
        key=lambda document: (document.name, canonical(document.data) if count[document.name] > 1 else ""),
    )
    versions = [version_of(document.data) or (3, 0, 0) for document in ordered]
    mixed = min(versions) < (3, 1, 0) <= max(versions)
    names = {document.name for document in ordered}
    return [
        Part(
            document.name,
            _local(to_3_1(document.data) if mixed else document.data, names),
            _open(document.notes),
        )
        for document in ordered
    ]


def _open(notes: Iterable[Note]) -> frozenset[str]:
    """Every pointer on the way to where a document was cut: what is missing there says nothing."""
    found: set[str] = set()
    for pointer in (note.where.partition("#")[2] for note in notes if note.code == "document-cut"):
        found.update(pointer[:end] for end, letter in enumerate(pointer) if letter == "/")
        found.update(("", pointer))
    return frozenset(found)


def _local(data: Spec, names: set[str]) -> Spec:
    """`data` with references to a component in one of the other files made local ones."""
    if len(names) < 2:
        return data

    def local(node: Any) -> Any:
        if isinstance(node, list):
            return [local(item) for item in node]
        if not isinstance(node, dict):
            return node
        ref = node.get("$ref")
        if isinstance(ref, str) and not ref.startswith("#") and "#/components/" in ref:
            file, _, fragment = ref.partition("#")
            if posixpath.splitext(posixpath.basename(file))[0] in names:
                return {**node, "$ref": f"#{fragment}"}
        return {key: local(value) for key, value in node.items()}

    return dict(local(data))


def _misshapen(part: Part) -> list[Note]:
    """What cannot be merged because it is no map, where OpenAPI has one."""
    places = [(key,) for key in ("components", *SECTIONS)]
    deeper = [("components", key) for key in section(part.data, "components") if not str(key).startswith("x-")]
    return [
        Note("merge", "not-a-map", join("", *place), f"{part.name} has no mapping here, so it is left out")
        for place in (*places, *deeper)
        if place[-1] in section(part.data, *place[:-1])
        and not isinstance(section(part.data, *place[:-1])[place[-1]], dict)
    ]


def _schemes_differ(parts: Sequence[Part]) -> bool:
    said: dict[str, str] = {}
    return any(
        said.setdefault(name, canonical(scheme)) != canonical(scheme)
        for part in parts
        for name, scheme in section(part.data, "components", "securitySchemes").items()
    )


def _kept_apart(parts: Sequence[Part], notes: list[Note]) -> list[Part]:
    """The parts with definitions that differ under names of their own, each noted."""
    entries: dict[Key, list[tuple[int, Any]]] = {}
    for index, part in enumerate(parts):
        for key, value in entries_of(part):
            entries.setdefault(key, []).append((index, value))
    renames = names_apart(classify(entries, [part.open for part in parts]), [part.name for part in parts])
    told: set[Key] = set()
    for part, own in zip(parts, renames, strict=True):
        for key, name in own.items():
            if name not in told:
                told.add(name)
                code = "operation-kept-twice" if key[0] != "components" else "component-kept-twice"
                what = f"{part.name} says something else here; its own is kept as {join('', *name)}"
                notes.append(Note("merge", code, join("", *key), what))
    return [
        evolve(part, data=_with_names(part.data, own)) if own else part
        for part, own in zip(parts, renames, strict=True)
    ]


def _with_names(data: Spec, renames: dict[Key, Key]) -> Spec:
    """A document with its definitions moved to their new names and its references following."""
    moved = {key: value for key, value in data.items() if key not in ("components", *SECTIONS)}
    components = data.get("components")
    if isinstance(components, dict):
        moved["components"] = {
            kind: {renames.get(("components", kind, name), ("", "", name))[2]: value for name, value in members.items()}
            if isinstance(members, dict)
            else members
            for kind, members in components.items()
        }
    for kind in SECTIONS:
        items: dict[str, Any] = {}
        for path, item in section(data, kind).items():
            for field, value in item.items() if isinstance(item, dict) else ():
                new = renames.get((kind, path, field), (kind, path, field))[1]
                items.setdefault(new, {} if new == path else _shared(item))[field] = value
            if not isinstance(item, dict) or not item:
                items[path] = item
        if kind in data:
            moved[kind] = items
    return dict(renamed(moved, renames))


def _shared(item: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in item.items() if field not in METHODS}
