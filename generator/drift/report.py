"""What drift has to say, and the formats to say it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import field, frozen

from ..errors import UnusableInput
from ..values import Change, Spec
from .compare import LEVELS, Verdict, verdict
from .version import NextVersion

FORMATS: Final = ("text", "json", "markdown", "github", "sarif", "html")


@frozen
class Report:
    """The changes between two specs with what belongs to them.

    `old` and `new` name what was compared; `stale` are lines about overlay actions, acceptances and names
    that no longer apply; `notes` are further lines (fetched documents, client files). `locations` maps
    pointers of the new document to (file, line), for formats that point into files; `specs` are both
    documents, for the format that shows parts of them.
    """

    name: str
    old: str
    new: str
    changes: tuple[Change, ...] = ()
    profile: str = "client"
    stale: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    next_version: NextVersion | None = None
    locations: Mapping[str, tuple[str, int]] = field(factory=dict)
    specs: tuple[Spec, Spec] | None = field(default=None, repr=False, eq=False)

    @property
    def verdict(self) -> Verdict:
        return verdict(self.changes)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each level, and how many of them are accepted."""
        found = Counter(change.level for change in self.changes if change.accepted is None)
        accepted = sum(change.accepted is not None for change in self.changes)
        return {**{level: found[level] for level in LEVELS}, "accepted": accepted}

    @property
    def exit_code(self) -> int:
        """0 nothing, 1 changes that break nobody, 2 breaking, 3 something stale."""
        if self.stale:
            return 3
        return {"none": 0, "compatible": 1, "breaking": 2}[self.verdict]

    def by_operation(self) -> dict[str, list[Change]]:
        """The changes of each operation; those of the whole document under the empty name, first."""
        groups: dict[str, list[Change]] = {}
        for change in sorted(self.changes, key=lambda change: change.operation != ""):
            groups.setdefault(change.operation, []).append(change)
        return groups

    def folded(self) -> dict[str, list[tuple[Change, list[str]]]]:
        """The same, but what several places share is told once, at the first, beside the names of the others.

        One property of a component that every operation answers with is one thing to a reader.
        """
        told: dict[tuple[str, str, str | None], tuple[Change, list[str]]] = {}
        groups: dict[str, list[tuple[Change, list[str]]]] = {}
        for operation, changes in self.by_operation().items():
            for change in changes:
                first, also = told.setdefault((change.fingerprint, change.level, change.client), (change, []))
                place = operation if operation != first.operation else f"{change.where} {change.path}".strip()
                if first is change:
                    groups.setdefault(operation, []).append((first, also))
                elif place not in also:
                    also.append(place)
        return groups

    def location(self, change: Change) -> tuple[str, int]:
        """File and line of a change: of its pointer, or the nearest above it that is known."""
        pointer = change.pointer or change.old_pointer or ""
        while pointer and pointer not in self.locations:
            pointer = pointer.rpartition("/")[0]
        return self.locations.get(pointer, (self.new, 1))


def render(format: str, report: Report) -> str:
    """The report in one of FORMATS. Raises UnusableInput for another."""
    from .page import html
    from .plain import github, json_text, markdown, text
    from .sarif import sarif

    writers: dict[str, Callable[[Report], str]] = {
        "text": text, "json": json_text, "markdown": markdown, "github": github, "sarif": sarif, "html": html,
    }  # fmt: skip
    if format not in writers:
        raise UnusableInput(f"drift: there is no format {format!r}; take one of {', '.join(FORMATS)}.")
    return writers[format](report)


def change_data(change: Change) -> dict[str, Any]:
    """A change as JSON data; schema.json says what each part means."""
    return {
        "id": change.id,
        "level": change.level,
        "operation": change.operation,
        "direction": change.direction,
        "where": change.where,
        "path": change.path,
        "pointer": change.pointer,
        "old_pointer": change.old_pointer,
        "text": change.text,
        "old": change.old,
        "new": change.new,
        "client": change.client,
        "fingerprint": change.fingerprint,
        "accepted": change.accepted,
    }
