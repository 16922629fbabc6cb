"""Operations that answer whole or as a stream of events, as the caller asks: a method for each."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import count

from attrs import evolve

from . import results
from .client_values import Argument, Method
from .python_types import Types


def with_streams(types: Types, methods: list[Method], taken: AbstractSet[str]) -> Iterator[Method]:
    """The methods of a resource, and one that streams beside each whose operation may do that too.

    `taken` are the names that the resource needs for more than its methods.
    """
    used = {method.name for method in methods} | taken
    for method in methods:
        found = results.streamed(types, method.at)
        if not found:
            yield method
            continue
        name = _free_name(method.name, used)
        used.add(name)
        switch = next((argument for argument in method.arguments if _is_switch(types, argument)), None)
        yield evolve(method, beside=name)
        yield Method(
            name, method.key, method.at, tuple(argument for argument in method.arguments if argument != switch),
            method.body, found, results.returns(types, found), tuple(results.distinct(each.use for each in found)),
            beside=method.name, switch=switch,
        )  # fmt: skip


def _free_name(name: str, used: AbstractSet[str]) -> str:
    """`chat_stream`; beside an operation of that name, as text generation servers have it, `chat_events`."""
    found = f"{name}_events" if name.endswith("stream") or f"{name}_stream" in used else f"{name}_stream"
    numbered = (f"{found}_{number}" for number in count(2))
    return found if found not in used else next(each for each in numbered if each not in used)


def _is_switch(types: Types, argument: Argument) -> bool:
    """Whether an argument is the `stream: true` with which most APIs are asked to stream."""
    if argument.wire != "stream" or argument.location not in ("field", "query"):
        return False
    return all(
        (types.target(member) or member).get("type") == "boolean" or member.get("const") is True
        for member in types.members(argument.use)
    )
