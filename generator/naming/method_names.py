"""Where an operation goes in the client and what its method is called, when nobody has said so by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from ..spec.openapi import OperationAt
from .identifiers import python_name
from .words import digest, snake

_VERSION: Final = re.compile(
    r"(?:api|rest|apis|v[0-9]+(?:[._-]?[0-9]+|(?:alpha|beta)[0-9]*)*|[0-9]+(?:[._-][0-9]+)*)", re.IGNORECASE
)


@frozen
class Place:
    """The resource and the method of one operation."""

    resource: str
    method: str


def places(
    found: Iterable[OperationAt], client_members: frozenset[str], resource_members: frozenset[str]
) -> Mapping[str, Place]:
    """A place for each operation by its key: distinct, and the same whatever the order of the document."""
    resources: dict[str, list[OperationAt]] = {}
    for at in found:
        resources.setdefault(python_name(_resource(at), client_members), []).append(at)
    made: dict[str, Place] = {}
    for resource, members in resources.items():
        for key, name in _methods(resource, members, resource_members).items():
            made[key] = Place(resource, name)
    return made


def _resource(at: OperationAt) -> str:
    """The first tag; without one the first part of the path that is neither variable nor version."""
    for tag in at.operation.get("tags", []):
        if isinstance(tag, str) and snake(tag):
            return tag
    path = re.split(r"[?#]", at.path)[0]
    parts = [part for part in path.split("/") if part and "{" not in part and snake(part)]
    return next((part for part in parts if not _VERSION.fullmatch(part)), parts[0] if parts else "root")


def _methods(resource: str, members: list[OperationAt], reserved: frozenset[str]) -> dict[str, str]:
    """Short names where they are distinct, else the whole operationId, which the document has once."""
    whole = {at.key: snake(at.operation["operationId"]) or f"x_{digest(at.key)}" for at in members}
    given = {at.key: _short(resource, at) for at in members}
    counts = Counter(python_name(name, reserved).casefold() for name in given.values())
    names = {
        key: python_name(name if counts[python_name(name, reserved).casefold()] == 1 else whole[key], reserved)
        for key, name in given.items()
    }
    counts = Counter(name.casefold() for name in names.values())
    return {
        key: name if counts[name.casefold()] == 1 else python_name(f"{whole[key]}_{digest(key)}", reserved)
        for key, name in names.items()
    }


def _short(resource: str, at: OperationAt) -> str:
    """The operationId without what frameworks put around the name of the function.

    FastAPI appends path and method (`read_items_items__get`), NestJS and Springdoc put the class before it
    (`ItemsController_findAll`), others the tag (`items/list`, `itemsList`).
    """
    text = str(at.operation["operationId"])
    tail = f"{re.sub(r'[^A-Za-z0-9_]', '_', at.path)}_{at.method}"
    if text.endswith(tail) and snake(text[: -len(tail)]):
        text = text[: -len(tail)]
    head = re.match(r"([A-Za-z0-9]+?)(?:Controller|Resource|Api)_(?=[A-Za-z])", text)
    if head is None:
        head = re.match(r"([^/.:]+)[/.:]+(?=.*[A-Za-z])", text)
        if head is not None and snake(head[1]) not in (resource, resource.rstrip("s"), f"{resource}s"):
            head = None
    rest = snake(text[head.end() :]) if head else snake(text)
    short = rest.removeprefix(f"{resource}_")
    return next((name for name in (short, rest, snake(text)) if re.search("[^0-9_]", name)), f"x_{digest(at.key)}")
