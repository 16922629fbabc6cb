"""The docstrings of methods: what the spec says of the operation, and of each argument its limits and values."""

from __future__ import annotations

from typing import Any, Final

from ..surface import Argument, Method, Wait
from ..surface.literals import wrap
from ..surface.python_types import Types
from .describe import describe

MOST_VALUES: Final = 40
"""Allowed values that a docstring lists; a longer list is left to the enum class that the argument names."""

WAIT_DOC: Final = {
    "timeout": "Seconds to wait in all, None for no limit.",
    "on_poll": "Called with each state as it is read.",
}

RAISES: Final = (
    "Raises:\n    JobFailedError: The job ended in a failure; `.id` and `.job` tell which.\n"
    "    JobTimeoutError: The time was up; the job goes on, `.id` finds it again."
)


def method_doc(types: Types, method: Method) -> str:
    """Summary, description, request and arguments of an operation."""
    operation = method.at.operation
    parts = [str(operation[key]).strip() for key in ("summary", "description") if operation.get(key)]
    if len(parts) == 2 and parts[0].rstrip(".") == parts[1].rstrip("."):
        parts.pop()
    head = [_sentence(parts[0]), *parts[1:]] if parts else []
    if operation.get("deprecated"):
        head.append("Deprecated.")
    head.append(f"`{method.http_method} {method.at.path}`")
    if method.beside:
        head.append(_beside(method))
    docs: dict[str, str] = {}
    size = method.paginator.limit if method.paginator else None
    for argument in method.arguments:
        if text := _argument(types, argument):
            docs["page_size" if size and argument.wire == size else argument.name] = text
    if method.paginator:
        docs["limit"] = "How many items to give in all; None for all there are."
    if method.body and method.body.fields:
        docs["extra_body"] = "Fields to send that the specification does not list."
    if docs:
        head.append(_args(docs))
    return "\n\n".join(head)


def _beside(method: Method) -> str:
    """Which of the two methods of an operation gives its answer whole, and which as it comes."""
    if method.streams:
        return f"Gives the events of the answer as they come; `{method.beside}` reads an answer that is whole."
    return f"`{method.beside}` gives the same answer as a stream of events."


def wait_doc(
    types: Types, method: Method, wait: Wait, job: str, asked: list[tuple[str, Argument]], timeout: str
) -> str:
    """What waiting for a job by its id does."""
    who = f"The id of the job, or what `{wait.create.name}` returned." if wait.create else "The id of the job."
    docs = {job: who, **_wait_docs(types, asked, timeout)}
    return f"Poll `{method.name}` until the job has ended.\n\n{_args(docs)}\n\n{RAISES}"


def _wait_docs(types: Types, asked: list[tuple[str, Argument]], timeout: str) -> dict[str, str]:
    """What a wait takes: arguments for its poll, and its own."""
    docs = {name: text for name, argument in asked if (text := _argument(types, argument))}
    return {**docs, timeout: WAIT_DOC["timeout"], "on_poll": WAIT_DOC["on_poll"]}


def create_and_wait_doc(types: Types, create: Method, asked: list[tuple[str, Argument]], timeout: str) -> str:
    """What creating and waiting in one does; the arguments of the create are documented there."""
    docs = _wait_docs(types, asked, timeout)
    return f"`{create.name}` with the same arguments, then wait until the job has ended.\n\n{_args(docs)}\n\n{RAISES}"


def _argument(types: Types, argument: Argument) -> str:
    """What the spec says of an argument, and where it leaves that to its type, of the type."""
    target = types.target(argument.use) or {}
    return describe({**target, **argument.use}, _allowed(types, argument.use))


def _allowed(types: Types, use: dict[str, Any]) -> str:
    """The values of an enum (or of the enum that an array holds), as one sentence."""
    each = use.get("type") == "array"
    target = types.target(use.get("items", {}) if each else use)
    values = (target or {}).get("enum")
    if not values or len(values) > MOST_VALUES:
        return ""
    return f"{'Each one' if each else 'One'} of {', '.join(map(repr, values))}."


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _args(docs: dict[str, str]) -> str:
    lines = ["Args:"]
    for name, text in docs.items():
        first, *rest = wrap(text, 90).split("\n")
        lines.append(f"    {name}: {first}")
        lines += [f"        {line}" if line else "" for line in rest]
    return "\n".join(lines)
