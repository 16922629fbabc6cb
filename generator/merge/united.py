"""Documents put into one spec, one after the other, and every place where they disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import Factory, define, frozen

from ..errors import Conflict
from ..spec.openapi import METHODS, join
from ..spec.unify import Absent, Unifier, canonical
from ..values import Note, Spec
from .settle import SECTIONS, Part, section
from .variants import Key

SHOWN: Final = 20
"""How many conflicts a message spells out."""

APART: Final = ("components", *SECTIONS, "info", "servers", "security", "tags", "openapi")
"""Root fields that are put together in a way of their own."""


def entries_of(part: Part) -> Iterator[tuple[Key, Any]]:
    """Every component, operation and webhook of a part, with the key it has in the merged spec."""
    for kind, members in section(part.data, "components").items():
        if isinstance(members, dict) and not kind.startswith("x-"):
            for name, value in members.items():
                yield ("components", kind, name), value
    for kind in SECTIONS:
        for path, item in section(part.data, kind).items():
            for method, operation in item.items() if isinstance(item, dict) else ():
                if method in METHODS:
                    yield (kind, path, method), operation


@frozen
class Disagreement:
    """One place where two documents cannot both be right."""

    pointer: str
    left: str
    left_value: Any
    right: str
    right_value: Any

    def __str__(self) -> str:
        return (
            f"{self.pointer}: {self.left} has {shortened(self.left_value)}, "
            f"{self.right} has {shortened(self.right_value)}"
        )


def shortened(value: Any, width: int = 120) -> str:
    """A value on one line, its middle left out where it is long."""
    text = repr(value) if isinstance(value, Absent) else canonical(value)
    return text if len(text) <= width else f"{text[: width // 2]}...{text[-width // 3 :]}"


@define
class United:
    """The documents added so far as one spec; the first one's value stands where they disagree."""

    spec: Spec = Factory(dict)
    disagreements: list[Disagreement] = Factory(list)
    _texts: dict[str, Note] = Factory(dict)
    _owners: dict[str, list[Part]] = Factory(dict)
    _open: dict[str, frozenset[str]] = Factory(dict)
    _tags: dict[str, Any] = Factory(dict)
    _infos: list[dict[str, Any]] = Factory(list)

    def add(self, part: Part) -> None:
        for key, value in entries_of(part):
            self._put(key, value, part, named=True)
        for kind in SECTIONS:
            if kind in part.data:
                self.spec.setdefault(kind, {})
            for path, item in section(part.data, kind).items():
                self.spec[kind].setdefault(path, {})
                for field, value in item.items() if isinstance(item, dict) else ():
                    if field not in METHODS:
                        self._put((kind, path, field), value, part)
        for field, value in part.data.items():
            if field not in APART:
                self._put((field,), value, part)
        for field, value in section(part.data, "components").items():
            if field.startswith("x-"):
                self._put(("components", field), value, part)
        self._add_tags(part)
        self._add_info(part)

    def _put(self, key: tuple[str, ...], value: Any, part: Part, named: bool = False) -> None:
        """Add one definition, or unify it with the one that is there."""
        node = self.spec
        for token in key[:-1]:
            node = node.setdefault(token, {})
        name, parent, pointer = key[-1], join("", *key[:-1]), join("", *key)
        owners = self._owners.setdefault(pointer, [])
        if not owners:
            node[name] = value
            self._open[pointer] = part.open
        else:
            unifier = Unifier(left_open=self._open[pointer], right_open=part.open)
            union = unifier.unify(parent, {name: node[name]}, {name: value}, "paths" if named else "")
            node[name] = union[name]
            self._open[pointer] &= part.open
            self._record(unifier, owners, part)
        owners.append(part)

    def _record(self, unifier: Unifier, owners: list[Part], part: Part) -> None:
        left = " and ".join(owner.name for owner in owners)
        for one in unifier.differences:
            self.disagreements.append(Disagreement(one.pointer, left, one.left, part.name, one.right))
        for text in unifier.texts:
            kept = f"the text of {left} is kept: {shortened(text.left)}"
            what = f"{part.name} says {shortened(text.right)}; {kept}"
            self._texts.setdefault(text.pointer, Note("merge", "text-differs", text.pointer, what))

    def _add_tags(self, part: Part) -> None:
        """Tags by name, in the order of the documents; a tag gets the fields that another document has."""
        tags = part.data.get("tags")
        for tag in tags if isinstance(tags, list) else ():
            name = canonical(tag.get("name") if isinstance(tag, dict) else tag)
            known = self._tags.get(name)
            self._tags[name] = {**tag, **known} if isinstance(known, dict) and isinstance(tag, dict) else known or tag
            self.spec["tags"] = list(self._tags.values())

    def _add_info(self, part: Part) -> None:
        """The first document's info with what others add; each description under the title it belongs to."""
        info = part.data.get("info")
        if not isinstance(info, dict):
            return
        self._infos.append(info)
        union = {key: value for one in reversed(self._infos) for key, value in one.items()}
        described = [one for one in self._infos if isinstance(one.get("description"), str)]
        if len({one["description"] for one in described}) > 1:
            lines = [f"- **{one.get('title', 'untitled')}**: {one['description'].strip()}" for one in described]
            union["description"] = "\n".join(dict.fromkeys(lines))
        self.spec["info"] = union

    def notes(self, *, conflicts: bool) -> list[Note]:
        """What could not be kept. Raises Conflict for disagreements, unless `conflicts` makes them notes."""
        found = list(self._texts.values())
        if conflicts:
            return found + [
                Note("merge", "first-kept", one.pointer, f"{one}; kept that of {one.left}")
                for one in self.disagreements
            ]
        if self.disagreements:
            lines = [f"  {one}" for one in self.disagreements[:SHOWN]]
            if len(self.disagreements) > SHOWN:
                lines.append(f"  and {len(self.disagreements) - SHOWN} more")
            raise Conflict(
                f"The documents disagree in {len(self.disagreements)} place(s):\n" + "\n".join(lines) + "\n"
                "One of them may be older: fetch all of them again. If they describe different APIs, "
                "give them a provider each."
            )
        return found
