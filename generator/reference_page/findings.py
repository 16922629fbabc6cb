"""What is wrong with a page: each finding has its line, what was expected and what was found."""

from __future__ import annotations

from attrs import frozen


@frozen
class Finding:
    """Damage between `line` and `last`, both from 1; `last` is `line` where one line is at fault."""

    line: int
    expected: str
    found: str
    last: int = 0
    code: str = "damaged-page"

    @property
    def span(self) -> tuple[int, int]:
        return self.line, max(self.line, self.last)

    def __str__(self) -> str:
        first, last = self.span
        where = f"line {first}" if first == last else f"lines {first}-{last}"
        return f"{where}: expected {self.expected}, found {self.found}"


class Damage(Exception):
    """The declaration being read cannot be finished; reading goes on at the next response."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def shown(text: str, width: int = 60) -> str:
    """A line of the page as a message quotes it."""
    return f"`{text if len(text) <= width else text[: width - 1] + '…'}`"
