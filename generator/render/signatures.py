"""The text of a resource's methods: signatures, the data of their operations, calls and docstrings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from attrs import field, frozen

from ..surface import Argument, Method, Resource, Surface, Wait
from ..surface.literals import literal
from ..surface.python_types import Types, unshadowed
from ..surface.results import event
from .docstrings import create_and_wait_doc, method_doc, wait_doc
from .operation_data import operation, paginator_data, waiter_data


@frozen
class Signature:
    """One method as the template writes it, once for each of the sync and async classes."""

    name: str
    constant: str
    parameters: tuple[str, ...]
    returns: str
    call: str
    doc: str
    kind: str
    deprecated: bool = False
    create: str = ""
    prepare: str = ""
    request: str = ""

    @property
    def brief(self) -> list[str]:
        """The names of the parameters that must be given, and `...` for those that may."""
        names = [text.split(":")[0] for text in self.parameters if " = " not in text]
        if len(names) == len(self.parameters):
            return names
        return [*(names[:-1] if names[-1:] == ["*"] else names), "..."]


@frozen
class ResourceCode:
    """A resource with all that its module needs."""

    resource: Resource
    types: Types
    surface: Surface
    members: set[str] = field(factory=set)

    @classmethod
    def of(cls, surface: Surface, resource: Resource) -> ResourceCode:
        members = {method.name for method in resource.methods} | {child.name for child in resource.children}
        return cls(resource, Types.of(surface.spec), surface, members)

    def signatures(self, is_async: bool) -> list[Signature]:
        found = [self._method(method, is_async) for method in self.resource.methods]
        for method in self.resource.methods:
            found += [self._wait(method, wait) for wait in method.waiters]
        found += [self._create_and_wait(*pair, is_async) for pair in self.creates()]
        return found

    def constants(self) -> Iterator[tuple[str, str, str]]:
        """(name, annotation, expression) of the module's data: operations, paginators, waiters."""
        for method in self.resource.methods:
            annotation = f"Operation[{self._result(method)}]"
            yield _constant(method), annotation, operation(self.types, self.resource, method)
            if method.paginator:
                yield f"{_constant(method)}_PAGES", "", paginator_data(method.paginator)
        for wait in self._waits():
            yield _waiter(wait), "", waiter_data(wait)

    def _waits(self) -> list[Wait]:
        """The waiters that this module uses: for its own polls and for creates whose poll is elsewhere."""
        waits = [wait for method in self.resource.methods for wait in method.waiters]
        waits += [wait for _, wait, _ in self.creates()]
        return list({wait.name: wait for wait in waits}.values())

    def creates(self) -> list[tuple[Method, Wait, tuple[Resource, Method]]]:
        """The creates that can be waited for: each with its waiter, and where the poll is.

        Left out is a create that does not know all that stands before the job's id in the path of the poll.
        """
        keys = {method.key: method for method in self.resource.methods if not method.streams}
        found = []
        for other, poll in self.surface.polls:
            for wait in poll.waiters:
                create = keys.get(wait.create.key) if wait.create else None
                if create and {*_path_names(poll)[:-1]} <= {argument.name for argument in create.arguments}:
                    found.append((create, wait, (other, poll)))
        return found

    def _result(self, method: Method) -> str:
        """The type that the data of an operation is decoded to: of a stream, each of its events."""
        if method.item is not None:
            return f"list[{self.types.annotation(method.item)}]"
        return event(self.types, method.results) if method.streams else method.returns

    def _method(self, method: Method, is_async: bool) -> Signature:
        pages = method.paginator is not None
        parameters = self._parameters(method, pages)
        stream = method.streams
        call = self._call(method, "_pages" if pages else "_stream" if stream else "_send")
        returns = method.returns
        if pages and is_async:
            returns = f"Async{returns}"
        if stream:
            returns = returns if not is_async else returns.replace("EventStream[", "AsyncEventStream[")
        return Signature(
            method.name, _constant(method), parameters, unshadowed(returns, self.members), call,
            method_doc(self.types, method), "pages" if pages else "stream" if stream else "send",
            bool(method.at.operation.get("deprecated")), request=method.key,
        )  # fmt: skip

    def _parameters(self, method: Method, pages: bool = False) -> tuple[str, ...]:
        size = method.paginator.limit if method.paginator else None
        positional, required, optional = [], [], []
        for argument in _path_arguments(method):
            positional.append(f"{argument.name}: {unshadowed(argument.annotation, self.members)}")
        for argument in method.arguments:
            if argument.location == "path":
                continue
            name = "page_size" if pages and argument.wire == size else argument.name
            text = f"{name}: {unshadowed(argument.annotation, self.members)}"
            if argument.required:
                required.append(text)
            else:
                optional.append(f"{text} = UNSET")
        if pages:
            optional.append("limit: int | None = None")
        if method.body and method.body.fields:
            optional.append("extra_body: Mapping[str, Any] | None = None")
        star = ["*"] if required or optional else []
        return (*positional, *star, *required, *optional)

    def _call(self, method: Method, function: str) -> str:
        parts = [_constant(method)]
        if function == "_pages":
            parts.append(f"{_constant(method)}_PAGES")
        size = method.paginator.limit if method.paginator else None
        for location in ("path", "query", "header", "cookie"):
            pairs = [
                f"{literal(a.wire)}: {'page_size' if function == '_pages' and a.wire == size else a.name}"
                for a in method.arguments if a.location == location
            ] + _switched(method, location)  # fmt: skip
            if pairs:
                parts.append(f"{location}={{{', '.join(pairs)}}}")
        if method.body and method.body.fields:
            pairs = [f"{literal(a.wire)}: {a.name}" for a in method.arguments if a.location == "field"]
            pairs += _switched(method, "field")
            parts.append(f"body={{{', '.join([*pairs, '**(extra_body or {})'])}}}")
        elif method.body:
            parts.append(f"body={next(a.name for a in method.arguments if a.location == 'body')}")
        if function == "_pages":
            parts.append("limit=limit")
        return f"self.{function}({', '.join(parts)})"

    def _wait(self, method: Method, wait: Wait) -> Signature:
        positional = list(takewhile(lambda text: text != "*", self._parameters(method)))
        *before, job = [text.split(":")[0] for text in positional]
        asked = [(argument.name, argument) for argument in _asked(method)]
        timeout = _timeout({name for name, _ in asked})
        poll = _poll(f"self.{method.name}", before, asked)
        call = f"self._wait({_waiter(wait)}, {poll}, {job}, timeout={timeout}, on_poll=on_poll)"
        if wait.create and wait.create.returns in self.types.components:
            positional[-1] += f" | {wait.create.returns}"
        parameters = (*positional, "*", *self._keywords(asked), *_wait_parameters(wait, timeout))
        return Signature(
            wait.name, "", _typed(parameters, method.returns, self.members), unshadowed(method.returns, self.members),
            call, wait_doc(self.types, method, wait, job, asked, timeout), "wait",
        )  # fmt: skip

    def _create_and_wait(self, create: Method, wait: Wait, place: tuple[Resource, Method], is_async: bool) -> Signature:
        resource, poll = place
        own = resource.path == self.resource.path
        other = f"{'Async' if is_async else ''}{resource.class_name}(self._client)"
        parameters = [*self._parameters(create)]
        arguments = [text.split(":")[0].split("=")[0].strip() for text in parameters if text != "*"]
        asked = [(_name_beside(create, poll, argument, arguments), argument) for argument in _asked(poll)]
        new = [(name, argument) for name, argument in asked if name not in arguments]
        target = _poll(f"{'self' if own else other}.{poll.name}", _path_names(poll)[:-1], asked)
        path = {a.name for a in create.arguments if a.location == "path"}
        passed = ", ".join(name if name in path else f"{name}={name}" for name in arguments)
        timeout = _timeout({*arguments, *(name for name, _ in new)})
        call = f"self._wait({_waiter(wait)}, {target}, created, timeout={timeout}, on_poll=on_poll)"
        if "*" not in parameters:
            parameters.append("*")
        parameters += [*self._keywords(new), *_wait_parameters(wait, timeout)]
        return Signature(
            f"{create.name}_and_{wait.name}", "", _typed(tuple(parameters), poll.returns, self.members),
            unshadowed(poll.returns, self.members), call, create_and_wait_doc(self.types, create, new, timeout), "wait",
            create=f"self.{create.name}({passed})", prepare=f"{timeout} = self._patience({timeout})",
        )  # fmt: skip

    def _keywords(self, asked: list[Asked]) -> list[str]:
        """The parameters that a wait hands on to its poll, the required ones first."""
        ordered = sorted(asked, key=lambda each: not each[1].required)
        return [
            f"{name}: {unshadowed(argument.annotation, self.members)}{'' if argument.required else ' = UNSET'}"
            for name, argument in ordered
        ]


Asked = tuple[str, Argument]
"""An argument of a poll, under the name that the wait has for it."""


def _asked(poll: Method) -> list[Argument]:
    """What a poll may be asked beside the job: a project that the job is in, a region, a version."""
    return [argument for argument in poll.arguments if argument.location in ("query", "header", "cookie")]


def _name_beside(create: Method, poll: Method, argument: Argument, taken: list[str]) -> str:
    """The name for an argument of the poll beside those of the create: the same where both send the same."""
    places = {(a.name, a.wire, a.location, a.annotation) for a in create.arguments}
    if argument.name not in taken:
        return argument.name
    if (argument.name, argument.wire, argument.location, argument.annotation) in places:
        return argument.name
    return f"{poll.name}_{argument.name}"


def _timeout(taken: set[str]) -> str:
    return "wait_timeout" if "timeout" in taken else "timeout"


def _poll(target: str, before: list[str], asked: list[Asked]) -> str:
    """What gives the state of a job by its id alone: all that stands before it in the path or beside it is bound."""
    if not before and not asked:
        return target
    job = "job" if "job" not in {*before, *(name for name, _ in asked)} else "its_id"
    return f"lambda {job}: {target}({', '.join([*before, job, *(f'{a.name}={name}' for name, a in asked)])})"


def _wait_parameters(wait: Wait, timeout: str) -> tuple[str, str]:
    return f"{timeout}: float | None = {float(wait.waiter.timeout)}", "on_poll: ON_POLL | None = None"


def _waiter(wait: Wait) -> str:
    return f"_{wait.name.upper()}ER"


def _typed(parameters: tuple[str, ...], result: str, members: set[str]) -> tuple[str, ...]:
    callback = f"Callable[[{unshadowed(result, members)}], object]"
    return tuple(text.replace("ON_POLL", callback) for text in parameters)


def _switched(method: Method, location: str) -> list[str]:
    """What a method that streams always sends to ask for it."""
    switch = method.switch
    return [f"{literal(switch.wire)}: True"] if switch is not None and switch.location == location else []


def _path_arguments(method: Method) -> list[Argument]:
    """The arguments that stand in the path, in its order."""
    order = [part.split("}")[0] for part in method.path.split("{")[1:]]
    found = [argument for argument in method.arguments if argument.location == "path"]
    return sorted(found, key=lambda argument: order.index(argument.wire) if argument.wire in order else len(order))


def _path_names(method: Method) -> list[str]:
    return [argument.name for argument in _path_arguments(method)]


def _constant(method: Method) -> str:
    return f"_{method.name.upper().strip('_')}"
