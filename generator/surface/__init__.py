"""What a lowered spec looks like as a Python client: resources, methods, arguments, results.

This is the view that the client templates render; it decides nothing about the wire that the spec does
not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from ..errors import UnusableInput
from ..lowerings._parts import is_shape
from ..naming.identifiers import python_name
from ..naming.method_names import Place, places
from ..naming.words import class_name, digest
from ..provider import settings
from ..provider.settings import Provider
from ..spec.openapi import OperationAt, join, operations
from ..values import Note, Spec
from . import arguments, results
from .client_config import members
from .client_values import Argument, Body, Method, Resource, Result, Surface, Wait
from .media import body_kind, result_kind
from .python_types import Types, target_name
from .streams import with_streams


def surface(spec: Spec, provider: Provider) -> Surface:
    """The client of a lowered spec. Raises UnusableInput where provider.yaml names what is not there."""
    every = list(operations(spec))
    free = [at for at in every if at.key not in provider.operations]
    builder = _Builder(spec, provider, places(free, CLIENT_MEMBERS, RESOURCE_MEMBERS))
    placed: dict[tuple[str, ...], list[Method]] = {}
    for at in every:
        path, method = builder.method(at)
        placed.setdefault(path, []).append(method)
    builder.check_names({at.key for at in every})
    builder.waiters(placed)
    for path, methods in placed.items():
        below = {other[len(path)] for other in placed if other[: len(path)] == path and len(other) > len(path)}
        waits = {wait.name for method in methods for wait in method.waiters}
        placed[path] = list(with_streams(builder.types, methods, RESOURCE_MEMBERS | below | waits))
    tags: dict[str, str] = {}
    for tag in spec.get("tags", []):
        if isinstance(tag, dict) and isinstance(tag.get("description"), str):
            tags.setdefault(_name(tag), tag["description"])
    taken = CLASS_NAMES | builder.types.components.keys() | {provider.client, f"Async{provider.client}"}
    return Surface(provider, spec, tuple(_tree(placed, tags, taken)), tuple(builder.notes))


@frozen
class _Builder:
    spec: Spec
    provider: Provider
    places: Mapping[str, Place]
    notes: list[Note] = field(factory=list)

    @property
    def types(self) -> Types:
        return Types.of(self.spec)

    def method(self, at: OperationAt) -> tuple[tuple[str, ...], Method]:
        setting = self.provider.operations.get(at.key)
        path, name = self._place(at, setting)
        given = arguments.parameters(self.types, at)
        body, parts = arguments.body(self.types, at, {argument.name for argument in given})
        found = results.results(self.types, at)
        self._note_other_media(at)
        envelope = setting.result if setting else None
        uses = tuple(results.distinct(result.use for result in found))
        if envelope:
            uses = (self._unwrapped(at, envelope, uses),)
        returns = results.returns(self.types, found, uses[0] if envelope else None)
        if not results.is_typed(returns, uses):
            what = "the result is `Any`, although the document describes it"
            self.notes.append(Note("surface", "result-untyped", join(at.pointer, "responses"), what))
        method = Method(name, at.key, at, (*given, *parts), body, found, returns, uses, envelope)
        return path, self._paged(method)

    def _place(self, at: OperationAt, setting: settings.Method | None) -> tuple[tuple[str, ...], str]:
        if setting:
            return tuple(setting.resource.split(".")), setting.name
        place = self.places[at.key]
        return (place.resource,), place.method

    def _note_other_media(self, at: OperationAt) -> None:
        """Name the media types that no method speaks, and the schemas of those that it does not take apart."""
        body = at.operation.get("requestBody") or {}
        said = [("requestBody", body.get("content") or {}, arguments.chosen_body(at), body_kind)]
        for status, response in at.operation.get("responses", {}).items():
            if status.startswith("2") and at.method != "head":
                content = response.get("content") or {}
                said.append((join("responses", status), content, results.chosen_result(response), result_kind))
        for place, content, chosen, kind_of in said:
            where = f"{at.pointer}/{place}/content"
            stream = results.chosen_stream({"content": content}) if kind_of is result_kind else None
            others = sorted(media for media in content if media not in (chosen, stream))
            if others:
                what = f"{chosen} is used; {', '.join(others)} stays reachable through client.request()"
                self.notes.append(Note("surface", "other-media-type", where, what))
            use = content[chosen].get("schema", {}) if chosen is not None else {}
            kind = kind_of(chosen, use) if chosen is not None else ""
            if kind in ("text", "bytes") and any(is_shape(key) for key in use) and use.get("type") != "string":
                what = f"{chosen} is taken as {kind}; what its schema says of the content has no type"
                self.notes.append(Note("surface", "schema-not-read", where, what))

    def _unwrapped(self, at: OperationAt, envelope: str, uses: tuple[dict[str, Any], ...]) -> dict[str, Any]:
        for use in uses:
            model = self.types.target(use)
            if model and envelope in model.get("properties", {}):
                return {k: v for k, v in model["properties"][envelope].items() if k != "x-nullable"}
        raise UnusableInput(
            f"provider.yaml: operations / {at.key}: the answer has no property {envelope!r} to take as the result.\n"
            f"Look at {at.pointer}/responses in openapi.yaml and name the property that is there."
        )

    def _paged(self, method: Method) -> Method:
        paginator = self.provider.paginators.get(method.key)
        if paginator is None:
            return method
        item = self._items(method)
        return evolve(method, paginator=paginator, item=item, returns=f"Pages[{self.types.annotation(item)}]")

    def _items(self, method: Method) -> dict[str, Any]:
        use = method.returned[0] if method.returned else {}
        if use.get("type") != "array":
            raise UnusableInput(
                f"provider.yaml: paginators / {method.key}: the result is not a list.\n"
                "Name the property that holds the list as `result` of the operation."
            )
        items: dict[str, Any] = use["items"]
        return items

    def check_names(self, keys: set[str]) -> None:
        """Each operation that provider.yaml names must be there: upstream may have taken it away."""
        for key in [key for key in self.provider.operations if key not in keys]:
            what = "provider.yaml names an operation that is not there"
            self.notes.append(Note("surface", "operation-gone", key, what))

    def waiters(self, placed: dict[tuple[str, ...], list[Method]]) -> None:
        """Put each waiter beside the method that it polls with."""
        found = {method.key: (path, method) for path, methods in placed.items() for method in methods}
        for waiter in self.provider.waiters:
            if waiter.poll not in found:
                what = f"the waiter {waiter.method} polls with an operation that is not there"
                self.notes.append(Note("surface", "operation-gone", waiter.poll, what))
                continue
            path, method = found[waiter.poll]
            create = found[waiter.create][1] if waiter.create in found else None
            index = placed[path].index(method)
            waited = evolve(method, waiters=(*method.waiters, Wait(waiter.method, waiter, create)))
            placed[path][index] = waited
            found[waiter.poll] = (path, waited)


RUNTIME: Final = Path(__file__).resolve().parents[2] / "templates" / "runtime"
CLIENT_MEMBERS: Final = members(RUNTIME, ("client.py", "free.py", "base.py")) | {"property", "cached_property"}
RESOURCE_MEMBERS: Final = members(RUNTIME, ("resource.py",)) | {
    "with_raw_response", "property", "cached_property", "builtins",
}  # fmt: skip


CLASS_NAMES: Final = frozenset((
    "Any", "ApiKey", "AsyncClient", "AsyncEventStream", "AsyncPages", "AsyncResource", "Basic", "Bearer", "Body",
    "CONFIG", "Callable", "Config", "EventStream", "FileTypes", "Final", "Mapping", "Operation", "Pages", "Paginator",
    "Param", "Resource", "Result", "Sequence", "SyncClient", "UNSET", "Unset", "VERSION", "Waiter",
))  # fmt: skip
"""What a resource's module or the client's imports; a resource's class has another name."""


def _tree(placed: dict[tuple[str, ...], list[Method]], tags: dict[str, str], taken: frozenset[str]) -> list[Resource]:
    every = {path[:depth] for path in placed for depth in range(1, len(path) + 1)}
    below: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for path in sorted(every):
        below.setdefault(path[:-1], []).append(path)
    names = _class_names(sorted(every), taken)

    def build(path: tuple[str, ...]) -> Resource:
        methods = tuple(sorted(placed.get(path, ()), key=lambda method: method.name))
        doc = tags.get(path[-1]) or f"The methods of `{'.'.join(path)}`."
        children = tuple(build(child) for child in below.get(path, ()))
        return Resource(path, names[path], methods, children, doc)

    return [build(path) for path in below.get((), ())]


def _class_names(paths: list[tuple[str, ...]], taken: frozenset[str]) -> dict[tuple[str, ...], str]:
    """A class for each resource. A tag `Pet` beside a model Pet, which its module imports, gives PetResource."""
    made: dict[tuple[str, ...], str] = {}
    used = set(taken)
    for path in paths:
        name = class_name(" ".join(path))
        for wanted in (name, f"{name}Resource", f"{name}Resource{digest('.'.join(path)).upper()}"):
            four = {wanted, f"Async{wanted}", f"{wanted}Raw", f"Async{wanted}Raw"}
            if not four & used:
                break
        used |= four
        made[path] = wanted
    return made


def _name(tag: dict[str, Any]) -> str:
    return python_name(str(tag.get("name") or "tag"), reserved=CLIENT_MEMBERS)


def references(method: Method) -> Iterator[dict[str, Any]]:
    """Every use in a method's signature and results."""
    for argument in method.arguments:
        yield argument.use
    yield from method.returned
    if method.item is not None:
        yield method.item


__all__ = [
    "Argument", "Body", "Method", "Resource", "Result", "Surface", "Wait", "references", "surface", "target_name",
]  # fmt: skip
