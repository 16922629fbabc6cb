"""The report as terminal text, JSON, Markdown and GitHub annotations. Only JSON tells a shared change at each place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from ..values import Change
from .report import Report, change_data

_WORDS = {"breaking": "BREAKING", "risky": "RISKY", "info": "info"}
_MARKDOWN = re.compile(r"([\\`*_\[\]|~]|(?<!&)#)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_MOST = 200
_ALSO = 8


def clean(text: str) -> str:
    """Text of a spec on one line, without characters that steer a terminal."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """The same for a line that is laid out in columns: its spaces stay."""
    return _CONTROL.sub("?", text.replace("\n", " ").replace("\t", " "))


def text(report: Report) -> str:
    """Terminal text: the operations with their changes, worst first, then what to do."""
    lines = [f"{clean(report.name)}: {_summary(report)}"]
    lines += [f"  {printable(note)}" for note in report.notes]
    width = max((len(change.id) for change in report.changes), default=0)
    for operation, changes in report.folded().items():
        lines += ["", clean(operation) or "whole document"]
        for change, also in changes:
            mark = "accepted" if change.accepted is not None else _WORDS[change.level]
            where = f"{clean(change.where)}  " if change.where else ""
            lines.append(f"  {mark:<8}  {change.id:<{width}}  {where}{clean(change.text)}")
            if change.client:
                lines.append(f"            client: {clean(change.client)}")
            if also:
                lines.append(f"            also in: {_listed([clean(place) for place in also])}")
    lines += ["", *(f"STALE  {printable(line)}" for line in report.stale)] if report.stale else [""]
    lines.append(f"verdict: {report.verdict}")
    if report.next_version is not None:
        lines.append(f"next version: {report.next_version.version}, {clean(report.next_version.reason)}")
    return "\n".join(lines) + "\n"


def _listed(places: Sequence[str]) -> str:
    more = f" and {len(places) - _ALSO} more" if len(places) > _ALSO else ""
    return ", ".join(places[:_ALSO]) + more


def _summary(report: Report) -> str:
    counts = report.counts
    said = [f"{counts[level]} {level}" for level in ("breaking", "risky", "info", "accepted") if counts[level]]
    return ", ".join(said) if said else "no change of the wire"


def json_text(report: Report) -> str:
    """JSON after schema.json, sorted as found."""
    following = report.next_version
    data = {
        "name": report.name,
        "old": report.old,
        "new": report.new,
        "profile": report.profile,
        "verdict": report.verdict,
        "counts": report.counts,
        "changes": [change_data(change) for change in report.changes],
        "stale": list(report.stale),
        "notes": list(report.notes),
        "next_version": None
        if following is None
        else {"version": following.version, "bump": following.bump, "reason": following.reason},
    }
    return json.dumps(data, indent=2, ensure_ascii=False, default=str) + "\n"


def escape(text: str) -> str:
    """Text of a spec in Markdown: nothing in it is markup, a mention or a link."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return _MARKDOWN.sub(r"\\\1", text).replace("://", ":&#47;&#47;")


def code(text: str) -> str:
    """Text of a spec as code in a table cell."""
    inner = clean(text).replace("|", "&#124;").replace("<", "&lt;").replace("`", "'")
    return f"`{inner}`" if inner and "&" not in inner else f"<code>{inner}</code>" if inner else ""


def markdown(report: Report) -> str:
    """Markdown for a pull request and a job summary: a table for each operation, within what GitHub takes."""
    lines = [f"## {escape(report.name)}: {report.verdict}", "", _summary(report) + ".", ""]
    if report.next_version is not None:
        lines += [f"Next version **{report.next_version.version}**: {escape(report.next_version.reason)}", ""]
    lines += [f"- {escape(note)}" for note in report.notes] + ([""] if report.notes else [])
    if report.stale:
        lines += ["### Stale", "", *(f"- {escape(line)}" for line in report.stale), ""]
    groups = report.folded()
    rows, left = sum(map(len, groups.values())), _MOST
    for operation, changes in groups.items():
        if left <= 0:
            break
        lines += [f"### {code(operation) or 'The whole document'}", "", "| | change | what | client |", "|-|-|-|-|"]
        lines += [_row(*pair) for pair in changes[:left]] + [""]
        left -= len(changes)
    if rows > _MOST:
        lines += [f"{rows - _MOST} further changes are in the JSON and HTML reports.", ""]
    return "\n".join(lines)


def _row(change: Change, also: Sequence[str]) -> str:
    mark = "accepted" if change.accepted is not None else change.level
    shown = f"**{mark}**" if mark == "breaking" else mark
    where = f"{code(change.where)} " if change.where else ""
    what = f"{where}{escape(change.text)}" + (f"; also in {_listed([code(place) for place in also])}" if also else "")
    return f"| {shown} | {code(change.id)} | {what} | {escape(change.client or '')} |"


def github(report: Report) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    return "".join(f"{line}\n" for line in _annotations(report))


def _annotations(report: Report) -> Iterable[str]:
    kinds = {"breaking": "error", "risky": "warning", "info": "notice"}
    told = [pair for group in report.folded().values() for pair in group if pair[0].accepted is None]
    for change, also in sorted(told, key=lambda pair: list(kinds).index(pair[0].level)):
        file, line = report.location(change)
        title = " ".join(filter(None, (change.id, change.operation)))
        what = change.text + (f"; also in {_listed(also)}" if also else "")
        yield f"::{kinds[change.level]} file={_property(file)},line={line},title={_property(title)}::{_data(what)}"
    for stale in report.stale:
        yield f"::error title=stale::{_data(stale)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
