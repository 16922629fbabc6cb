"""The parts of a client as values: what the surface lays out and the templates write."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import field, frozen

from ..provider.settings import Paginator, Provider, Waiter
from ..spec.openapi import OperationAt
from ..values import Note, Spec


@frozen
class Argument:
    """One argument of a method. `location` is that of a parameter, or `field` or `body`."""

    name: str
    wire: str
    location: str
    use: dict[str, Any]
    required: bool
    annotation: str


@frozen
class Body:
    """The request body that the method sends; with `fields` its properties are arguments."""

    media: str
    kind: str
    fields: bool
    required: bool
    encodings: tuple[tuple[str, str], ...] = ()
    styles: tuple[tuple[str, tuple[str, bool, bool]], ...] = ()
    """The properties that are written as parameters are: style, explode, allowReserved."""
    optional: bool = False
    """Whether there is no body where none of its properties is given: an empty one would not be valid."""


@frozen
class Result:
    """One success answer: `kind` is json, text, bytes, events or none.

    `bare` tells that it may come without the body that its schema promises; `frame`, of a stream, that the schema
    describes the whole event with its `data`, which is `json` or `text`, or that its items are JSON in `lines`.
    """

    status: str
    media: str
    kind: str
    use: dict[str, Any] | None
    bare: bool = False
    frame: str = ""


@frozen
class Method:
    """One operation as a method. `key` is `GET /path`.

    An operation that answers whole or as a stream of events has two methods: `beside` is the name of the other one,
    and `switch` the argument that asks for the stream, which the streaming one always sends as true.
    """

    name: str
    key: str
    at: OperationAt
    arguments: tuple[Argument, ...]
    body: Body | None
    results: tuple[Result, ...]
    returns: str
    returned: tuple[dict[str, Any], ...]
    envelope: str | None = None
    paginator: Paginator | None = None
    item: dict[str, Any] | None = None
    waiters: tuple[Wait, ...] = ()
    beside: str = ""
    switch: Argument | None = None

    @property
    def streams(self) -> bool:
        """Whether the method gives events as they come."""
        return any(result.kind == "events" for result in self.results)

    @property
    def path(self) -> str:
        """The path as it is sent. A fragment only tells operations apart in the document: none ever travels."""
        return self.at.path.partition("#")[0]

    @property
    def http_method(self) -> str:
        return self.at.method.upper()


@frozen
class Wait:
    """A waiter beside the method that it polls with; `create` starts the job."""

    name: str
    waiter: Waiter
    create: Method | None = None


@frozen
class Resource:
    """A node of the client's tree. `path` is its attribute names from the client down."""

    path: tuple[str, ...]
    class_name: str
    methods: tuple[Method, ...]
    children: tuple[Resource, ...] = ()
    doc: str = ""

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def module(self) -> str:
        return "_".join(self.path)

    def walk(self) -> Iterator[Resource]:
        yield self
        for child in self.children:
            yield from child.walk()


@frozen
class Surface:
    """The whole client."""

    provider: Provider
    spec: Spec
    resources: tuple[Resource, ...]
    notes: tuple[Note, ...] = field(default=())

    def walk(self) -> Iterator[Resource]:
        for resource in self.resources:
            yield from resource.walk()

    @cached_property
    def polls(self) -> tuple[tuple[Resource, Method], ...]:
        """The methods that waiters poll with: every module of a client asks for them."""
        return tuple((resource, method) for resource, method in self.methods() if method.waiters)

    def methods(self) -> Iterator[tuple[Resource, Method]]:
        for resource in self.walk():
            for method in resource.methods:
                yield resource, method
