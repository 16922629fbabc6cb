"""YAML that people write: provider settings and overlays, read so that a mistake is told with its line.

Strict on purpose. A misspelt key that is quietly ignored is a setting that quietly does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from attrs import frozen

from ..errors import UnusableInput
from ..formats.yaml_builder import BadYaml, Mark
from ..formats.yaml_parsers import build

MAX_BYTES = 4_000_000

Marks = Mapping[int, tuple[Mark, Mapping[str | int, Mark]]]
"""Where each mapping and list starts, and its keys or scalars stand, by its id."""


@frozen
class Place:
    """A line of a file that people write."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}:{self.line}"


@frozen
class Table:
    """One mapping of such a file; each reader checks the type and names the line where it is wrong."""

    path: Path
    data: dict[str, Any]
    marks: Marks
    above: str = ""

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def place(self, key: str | int | None = None) -> Place:
        """Where a key stands, or the mapping."""
        start, keys = self.marks[id(self.data)]
        return Place(self.path, (start if key is None else keys.get(key, start)).line)

    def error(self, key: str | int | None, what: str) -> UnusableInput:
        name = ".".join(part for part in (self.above, "" if key is None else str(key)) if part)
        return UnusableInput(f"{self.place(key)}: {name + ': ' if name else ''}{what}")

    def allow(self, *keys: str) -> None:
        """Refuse every other key."""
        for key in self.data:
            if key not in keys:
                near = get_close_matches(str(key), keys, 1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(keys)}"
                raise self.error(key, f"unknown key; {hint}")

    def _get(self, key: str, kind: type | tuple[type, ...], what: str) -> Any:
        if key not in self.data:
            raise self.error(None, f"{key} is missing: {what}")
        value = self.data[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and bool not in _tuple(kind)):
            raise self.error(key, f"must be {what}, not {_said(value)}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty."""
        if default is not None and key not in self.data:
            return default
        value = str(self._get(key, str, "a text"))
        if not value.strip():
            raise self.error(key, "must not be empty")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """A number above zero."""
        if default is not None and key not in self.data:
            return default
        value: float = self._get(key, (int, float), "a number")
        if not 0 < value < float("inf"):
            raise self.error(key, f"must be above zero, not {value}")
        return float(value) if isinstance(value, float) else int(value)

    def flag(self, key: str) -> bool:
        return bool(self._get(key, bool, "true or false"))

    def texts(self, key: str) -> tuple[str, ...]:
        """A text, or a list of them."""
        value = self.data.get(key)
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not values or not all(isinstance(one, str) and one for one in values):
            raise self.error(key, f"must be a text or a list of texts, not {_said(value)}")
        return tuple(str(one) for one in values)

    def table(self, key: str) -> Table:
        """A mapping below this one."""
        value = self._get(key, dict, "a mapping")
        return Table(self.path, value, self.marks, ".".join(part for part in (self.above, key) if part))

    def tables(self, key: str) -> Iterator[Table]:
        """A list of mappings."""
        values = self._get(key, list, "a list of mappings")
        name = ".".join(part for part in (self.above, key) if part)
        for index, value in enumerate(values):
            if not isinstance(value, dict):
                start, places = self.marks[id(values)]
                place = Place(self.path, places.get(index, start).line)
                raise UnusableInput(f"{place}: {name}: must be a mapping, not {_said(value)}")
            yield Table(self.path, value, self.marks, f"{name}[{index}]")

    def keys(self) -> Iterator[str]:
        """The keys."""
        return iter(self.data)

    def plain(self, key: str) -> Any:
        """The value as plain data."""
        return self.data[key]


def read_table(path: Path) -> Table:
    """Read a file that holds one mapping. Raises UnusableInput with file and line."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnusableInput(f"{path.parent.name}/{path.name}: larger than {MAX_BYTES} bytes; nobody wrote that.")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UnusableInput(f"{path.parent.name}/{path.name}: there is no such file; write it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableInput(f"{path.parent.name}/{path.name}: cannot be read: {error}") from error
    try:
        builder = build(text, marked=True)
    except BadYaml as bad:
        raise _not_yaml(path, bad.mark, bad.message) from bad
    for pointer, _, second in builder.repeated:
        raise _not_yaml(path, second, f"{pointer} stands twice; delete one of them")
    for pointer, mark, what in builder.dropped:
        raise _not_yaml(path, mark, f"{pointer} is {what}, which is no number")
    if not isinstance(builder.data, dict):
        raise UnusableInput(f"{Place(path, 1)}: must be a mapping, not {_said(builder.data)}")
    return Table(path, builder.data, builder.marks)


def _not_yaml(path: Path, mark: Mark | None, what: str) -> UnusableInput:
    return UnusableInput(f"{Place(path, mark.line if mark else 1)}: not valid YAML: {what}")


def _tuple(kind: type | tuple[type, ...]) -> tuple[type, ...]:
    return kind if isinstance(kind, tuple) else (kind,)


def _said(value: Any) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
