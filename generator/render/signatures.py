"""The text of a resource's methods: signatures, the data of their operations, calls and docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final

from attrs import field, frozen

from ..surface import Argument, Method, Resource, Surface, Wait
from ..surface.literals import literal, wrap
from ..surface.python_types import Types, unshadowed
from .codecs import decoding_text
from .describe import describe

DEFAULT_STYLES: Final = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}

WAIT_DOC: Final = {
    "timeout": "Seconds to wait in all.",
    "on_poll": "Called with each state as it is read.",
}


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
    request: str = ""

    @property
    def brief(self) -> list[str]:
        """The names of the parameters; optional ones end in `=`."""
        return [
            text if text == "*" else text.split(":")[0] + ("=" if " = " in text else "") for text in self.parameters
        ]


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
        found += [self._create_and_wait(*pair, is_async) for pair in self._creates()]
        return found

    def constants(self) -> Iterator[tuple[str, str, str]]:
        """(name, annotation, expression) of the module's data: operations, paginators, waiters."""
        for method in self.resource.methods:
            annotation = f"Operation[{self._result(method)}]"
            yield _constant(method), annotation, self._operation(method)
            if method.paginator:
                yield f"{_constant(method)}_PAGES", "", self._paginator(method)
        for wait in self._waits():
            yield f"_{wait.name.upper()}ER", "", _waiter(wait)

    def _waits(self) -> list[Wait]:
        """The waiters that this module uses: for its own polls and for creates whose poll is elsewhere."""
        waits = [wait for method in self.resource.methods for wait in method.waiters]
        waits += [wait for _, wait, _ in self._creates()]
        return list({wait.name: wait for wait in waits}.values())

    def _creates(self) -> list[tuple[Method, Wait, tuple[Resource, Method]]]:
        keys = {method.key: method for method in self.resource.methods}
        found = []
        for other, poll in self.surface.methods():
            for wait in poll.waiters:
                if wait.create and wait.create.key in keys:
                    found.append((keys[wait.create.key], wait, (other, poll)))
        return found

    def _result(self, method: Method) -> str:
        return f"list[{self.types.annotation(method.item)}]" if method.item is not None else method.returns

    def _operation(self, method: Method) -> str:
        operation = method.at.operation
        parts = [literal(method.http_method), literal(method.at.path)]
        parts += [self._result_data(method, result) for result in method.results]
        parts.append(f"name={literal('.'.join((*self.resource.path, method.name)))}")
        params = [_param(parameter) for parameter in operation.get("parameters", [])]
        if params:
            parts.append(f"params=({', '.join(params)},)")
        if method.body:
            encodings = f", {literal(dict(method.body.encodings))}" if method.body.encodings else ""
            parts.append(f"body=(Body({literal(method.body.media)}, {literal(method.body.kind)}{encodings}),)")
        if security := _security(operation):
            parts.append(f"security={literal(security)}")
        server = _server(operation)
        if server:
            parts.append(f"server={literal(server)}")
        if method.envelope:
            parts.append(f"envelope={literal(method.envelope)}")
        return f"Operation({', '.join(parts)})"

    def _result_data(self, method: Method, result: Any) -> str:
        if result.kind == "none":
            return f"Result({literal(result.status)}, kind='none')"
        parts = [literal(result.status)]
        use = result.use or {}
        if result.kind in ("json", "events"):
            if result.kind == "json" and method.item is not None:
                use = {"type": "array", "items": method.item}
            elif result.kind == "json" and method.envelope:
                use = method.returned[0]
            parts.append(literal(decoding_text(self.types, use)))
        if result.kind != "json":
            parts.append(f"kind={literal(result.kind)}")
        if result.media != "application/json":
            parts.append(f"media={literal(result.media)}")
        return f"Result({', '.join(parts)})"

    def _paginator(self, method: Method) -> str:
        paginator = method.paginator
        assert paginator is not None
        parts = [literal(paginator.style)]
        for key, value in (
            ("offset", paginator.offset), ("page", paginator.page), ("cursor", paginator.cursor),
            ("size", paginator.limit), ("next", paginator.next), ("page_size", paginator.page_size),
        ):  # fmt: skip
            if value is not None:
                parts.append(f"{key}={literal(value)}")
        return f"Paginator({', '.join(parts)})"

    def _method(self, method: Method, is_async: bool) -> Signature:
        pages = method.paginator is not None
        parameters = self._parameters(method, pages)
        stream = any(result.kind == "events" for result in method.results)
        call = self._call(method, "_pages" if pages else "_stream" if stream else "_send")
        returns = method.returns
        if pages and is_async:
            returns = f"Async{returns}"
        if stream:
            returns = returns if not is_async else returns.replace("EventStream[", "AsyncEventStream[")
        return Signature(
            method.name, _constant(method), parameters, unshadowed(returns, self.members), call,
            self._doc(method), "pages" if pages else "stream" if stream else "send",
            bool(method.at.operation.get("deprecated")), request=method.key,
        )  # fmt: skip

    def _parameters(self, method: Method, pages: bool = False) -> tuple[str, ...]:
        size = method.paginator.limit if method.paginator else None
        positional, required, optional = [], [], []
        order = {name: index for index, name in enumerate(_template_names(method.at.path))}
        path = [argument for argument in method.arguments if argument.location == "path"]
        for argument in sorted(path, key=lambda argument: order.get(argument.wire, len(order))):
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
            ]  # fmt: skip
            if pairs:
                parts.append(f"{location}={{{', '.join(pairs)}}}")
        if method.body and method.body.fields:
            pairs = [f"{literal(a.wire)}: {a.name}" for a in method.arguments if a.location == "field"]
            parts.append(f"body={{{', '.join([*pairs, '**(extra_body or {})'])}}}")
        elif method.body:
            parts.append(f"body={next(a.name for a in method.arguments if a.location == 'body')}")
        if function == "_pages":
            parts.append("limit=limit")
        return f"self.{function}({', '.join(parts)})"

    def _wait(self, method: Method, wait: Wait) -> Signature:
        positional = list(takewhile(lambda text: text != "*", self._parameters(method)))
        names = ", ".join(text.split(":")[0] for text in positional)
        call = f"self._wait(_{wait.name.upper()}ER, self.{method.name}, {names}, timeout=timeout, on_poll=on_poll)"
        doc = f"Poll `{method.name}` until the job has ended.\n\n{_args(WAIT_DOC)}\n\n{RAISES}"
        parameters = (
            *positional,
            "*",
            f"timeout: float = {float(wait.waiter.timeout)}",
            "on_poll: ON_POLL | None = None",
        )
        return Signature(
            wait.name, "", _typed(parameters, method.returns, self.members), unshadowed(method.returns, self.members),
            call, doc, "wait",
        )  # fmt: skip

    def _create_and_wait(self, create: Method, wait: Wait, place: tuple[Resource, Method], is_async: bool) -> Signature:
        resource, poll = place
        own = resource.path == self.resource.path
        other = f"{'Async' if is_async else ''}{resource.class_name}(self._client)"
        target = f"{'self' if own else other}.{poll.name}"
        arguments = [text.split(":")[0].split("=")[0].strip() for text in self._parameters(create) if text != "*"]
        path = {a.name for a in create.arguments if a.location == "path"}
        passed = ", ".join(name if name in path else f"{name}={name}" for name in arguments)
        call = f"self._wait(_{wait.name.upper()}ER, {target}, created, timeout=timeout, on_poll=on_poll)"
        parameters = [*self._parameters(create)]
        if "*" not in parameters:
            parameters.append("*")
        parameters += [f"timeout: float = {float(wait.waiter.timeout)}", "on_poll: ON_POLL | None = None"]
        doc = f"`{create.name}`, then wait until the job has ended.\n\n{_args(WAIT_DOC)}\n\n{RAISES}"
        return Signature(
            f"{create.name}_and_{wait.name}", "", _typed(tuple(parameters), poll.returns, self.members),
            unshadowed(poll.returns, self.members), call, doc, "wait", create=f"self.{create.name}({passed})",
        )  # fmt: skip

    def _doc(self, method: Method) -> str:
        operation = method.at.operation
        parts = [str(operation[key]).strip() for key in ("summary", "description") if operation.get(key)]
        if len(parts) == 2 and parts[0].rstrip(".") == parts[1].rstrip("."):
            parts.pop()
        head = [_sentence(parts[0]), *parts[1:]] if parts else []
        if operation.get("deprecated"):
            head.append("Deprecated.")
        head.append(f"`{method.http_method} {method.at.path}`")
        docs: dict[str, str] = {}
        size = method.paginator.limit if method.paginator else None
        for argument in method.arguments:
            text = describe(argument.use) or self._values(argument)
            if text:
                docs["page_size" if size and argument.wire == size else argument.name] = text
        if method.paginator:
            docs["limit"] = "How many items to give in all; None for all there are."
        if method.body and method.body.fields:
            docs["extra_body"] = "Fields to send that the specification does not list."
        if docs:
            head.append(_args(docs))
        return "\n\n".join(head)

    def _values(self, argument: Argument) -> str:
        target = self.types.target(argument.use)
        return describe(target) if target else ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _args(docs: dict[str, str]) -> str:
    lines = ["Args:"]
    for name, text in docs.items():
        first, *rest = wrap(text, 90).split("\n")
        lines.append(f"    {name}: {first}")
        lines += [f"        {line}" if line else "" for line in rest]
    return "\n".join(lines)


RAISES: Final = (
    "Raises:\n    JobFailedError: The job ended in a failure; `.id` and `.job` tell which.\n"
    "    JobTimeoutError: The time was up; the job goes on, `.id` finds it again."
)


def _typed(parameters: tuple[str, ...], result: str, members: set[str]) -> tuple[str, ...]:
    callback = f"Callable[[{unshadowed(result, members)}], object]"
    return tuple(text.replace("ON_POLL", callback) for text in parameters)


def _constant(method: Method) -> str:
    return f"_{method.name.upper().strip('_')}"


def _template_names(path: str) -> list[str]:
    return [part.split("}")[0] for part in path.split("{")[1:]]


def _param(parameter: dict[str, Any]) -> str:
    parts = [literal(parameter["name"]), literal(parameter["in"])]
    default = DEFAULT_STYLES[parameter["in"]]
    style = parameter.get("style") or default
    explode = parameter.get("explode", style == "form")
    if style != default:
        parts.append(literal(style))
    if explode != (style == "form"):
        parts.append(f"explode={bool(explode)}")
    if parameter.get("x-content"):
        parts.append("json=True")
    if parameter.get("allowReserved"):
        parts.append("reserved=True")
    return f"Param({', '.join(parts)})"


def _security(operation: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(alternative) for alternative in operation.get("security") or [] if isinstance(alternative, dict))


def _server(operation: dict[str, Any]) -> str | None:
    servers = operation.get("servers")
    return servers[0].get("url") if servers else None


def _waiter(wait: Wait) -> str:
    waiter = wait.waiter
    parts = [f"status={literal(waiter.status)}", f"success={literal(tuple(waiter.success))}"]
    parts.append(f"failure={literal(tuple(waiter.failure))}")
    for key in ("id", "interval", "growth", "max_interval", "jitter"):
        value = getattr(waiter, key)
        if value not in (None, ""):
            parts.append(f"{key}={literal(value)}")
    return f"Waiter({', '.join(parts)})"


@frozen
class Imports:
    """What a resource module imports: (module, names) each; `typing_only` ones under TYPE_CHECKING."""

    at_runtime: tuple[tuple[str, tuple[str, ...]], ...]
    typing_only: tuple[tuple[str, tuple[str, ...]], ...]
    cached: bool
    dates: bool
    builtins: bool


RUNTIME: Final = {
    "operation": ("Body", "Operation", "Param", "Result"), "paging": ("AsyncPages", "Pages", "Paginator"),
    "raw": ("raw", "raw_async"), "resource": ("AsyncResource", "Resource"), "unset": ("UNSET", "Unset"),
    "waiting": ("Waiter",), "bodies": ("FileTypes",), "events": ("AsyncEventStream", "EventStream"),
}  # fmt: skip

TYPING_ONLY: Final = {"AsyncPages", "Pages", "Unset", "FileTypes", "AsyncEventStream", "EventStream"}


def imports(code: ResourceCode) -> Imports:
    """What the text of a resource module refers to, and nothing else: the linter finds nothing to take out."""
    signatures = [*code.signatures(False), *code.signatures(True)]
    constants = list(code.constants())
    types = " ".join(
        [text for s in signatures for text in (*s.parameters, s.returns)]
        + [annotation for _, annotation, _ in constants]
    )
    words = set(_words(types))
    run = {"AsyncResource", "Resource", "raw", "raw_async"} if any(s.kind == "send" for s in signatures) else {
        "AsyncResource", "Resource"
    }  # fmt: skip
    run |= {word for _, _, text in constants for word in _words(text)} | ({"UNSET"} if "= UNSET" in types else set())
    at_runtime, typing_only = [], []
    for module, names in RUNTIME.items():
        now = tuple(name for name in names if name in run and name not in TYPING_ONLY)
        later = tuple(name for name in names if name in words and name in TYPING_ONLY)
        at_runtime += [(f".._runtime.{module}", now)] if now else []
        typing_only += [(f".._runtime.{module}", later)] if later else []
    abc = tuple(name for name in ("Callable", "Mapping", "Sequence") if name in words)
    typing_only = ([("collections.abc", abc)] if abc else []) + typing_only
    models = tuple(sorted(words & code.types.components.keys()))
    typing_only += [("..models", models)] if models else []
    others = {
        place.module: place.class_name for _, _, (place, _) in code._creates() if place.path != code.resource.path
    }
    at_runtime += [(f".{module}", (f"Async{name}", name)) for module, name in sorted(others.items())]
    typing_only += [
        (f".{child.module}", (f"Async{child.class_name}", child.class_name)) for child in code.resource.children
    ]
    return Imports(
        tuple(at_runtime), tuple(typing_only), bool(code.resource.children), "_dt." in types, "builtins." in types
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d]\w*", _QUOTED.sub("", text))


_QUOTED: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
