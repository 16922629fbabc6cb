"""The walk over two documents: operations and what is in them, each part with its direction."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from ..spec import openapi
from ..spec.openapi import mapping
from ..values import Spec
from .content import compare_body, compare_payload, compare_responses
from .emit import Budget, Found, Root, emit
from .lifecycle import operation_lifecycle, removed
from .operations import Operation, matched_paths, operations, servers
from .parameters import compare_parameters
from .record import Record
from .security import Difference, renamed, requirement_differences, scheme_differences, schemes
from .side import Side


class Walk:
    """Compares two documents. `today` and `deprecation_days` judge sunset dates."""

    def __init__(self, old: Spec, new: Spec, today: datetime.date, deprecation_days: int) -> None:
        self._record = Record(Side(old), Side(new), (today, deprecation_days))
        self._scheme_names = renamed(schemes(old), schemes(new))

    def found(self) -> Iterator[Found]:
        """Every change, in the order of the new document's operations, the ones that are gone last."""
        self._document()
        budget = Budget.over(self._record.graph.run())
        for step in self._record.steps:
            if isinstance(step, Root):
                yield from emit(step, *self._record.policy, budget)
            else:
                yield step

    def _document(self) -> None:
        old, new = self._record.old.spec, self._record.new.spec
        for difference in scheme_differences(old, new):
            self._say_security("", difference)
        self._servers("", [old], [new], "/servers", "/servers")
        self._paths("paths", "", "api-path")
        self._global_security()
        self._paths("webhooks", "webhook:", "webhook")

    def _say_security(self, operation: str, one: Difference, old_at: str = "", new_at: str = "") -> None:
        self._record.say(
            one.id,
            operation,
            old_at or one.pointer,
            new_at or one.pointer,
            old=one.old,
            new=one.new,
            about=one.name,
        )

    def _global_security(self) -> None:
        old, new = self._record.old.spec, self._record.new.spec
        inherits = any(
            "security" not in node
            for spec in (old, new)
            for item in mapping(spec, "paths").values() if isinstance(item, dict)
            for _, _, node in openapi.methods(item)
        )  # fmt: skip
        if inherits:
            for one in requirement_differences(
                old.get("security"),
                new.get("security"),
                self._scheme_names,
                "api-global-security",
                "/security",
            ):
                self._say_security("", one)

    def _paths(self, section: str, prefix: str, kind: str) -> None:
        old, new = mapping(self._record.old.spec, section), mapping(self._record.new.spec, section)
        pairs = matched_paths(old, new)
        came_from = {after: before for before, after in pairs.items()}
        for path, item in new.items():
            there = {one.method: one for one in operations(self._record.new, section, str(path), item, prefix)}
            before = came_from.get(path)
            here: dict[str, Operation] = {}
            if before is not None:
                here = {
                    one.method: one for one in operations(self._record.old, section, str(before), old[before], prefix)
                }
            for method, operation in there.items():
                if method in here:
                    self._operation(here[method], operation, webhook=kind == "webhook")
                else:
                    self._added(operation, kind)
            for method, operation in here.items():
                if method not in there:
                    self._gone(operation, "api" if kind == "api-path" else kind)
        for path, item in old.items():
            if path not in pairs:
                for operation in operations(self._record.old, section, str(path), item, prefix):
                    self._gone(operation, kind)

    def _added(self, operation: Operation, kind: str) -> None:
        name = "webhook-added" if kind == "webhook" else "endpoint-added"
        self._record.say(name, operation.key, "", operation.pointer)

    def _gone(self, operation: Operation, kind: str) -> None:
        name = "webhook-removed" if kind == "webhook" else removed(operation.node, kind, self._record.policy[0])
        self._record.say(name, operation.key, operation.pointer, "")

    def _operation(self, old: Operation, new: Operation, *, webhook: bool) -> None:
        if webhook:
            compare_payload(self._record, old, new)
            return
        same_item = old.item.get("parameters") == new.item.get("parameters")
        if same_item and old.path == new.path and self._record.graph.unchanged(old.node, new.node):
            self._effective(old, new)
            if not self._record.graph.unchanged(old.item.get("parameters"), new.item.get("parameters")):
                compare_parameters(self._record, old, new)
            return
        self._identity(old, new)
        self._effective(old, new)
        compare_parameters(self._record, old, new)
        compare_body(self._record, old, new, "request")
        compare_responses(self._record, old, new)
        self._callbacks(old, new)

    def _identity(self, old: Operation, new: Operation) -> None:
        before, after = old.node.get("operationId"), new.node.get("operationId")
        if before != after:
            name = "api-operation-id-added" if before is None else "api-operation-id-removed"
            self._record.say(name, new.key, old.pointer, new.pointer, old=before, new=after)
        tags = [[tag for tag in _list(one.node.get("tags")) if isinstance(tag, str)] for one in (old, new)]
        for tag in dict.fromkeys(tags[0]):
            if tag not in tags[1]:
                self._record.say("api-tag-removed", new.key, old.pointer, new.pointer, old=tag, about=tag)
        for tag in dict.fromkeys(tags[1]):
            if tag not in tags[0]:
                self._record.say("api-tag-added", new.key, old.pointer, new.pointer, new=tag, about=tag)
        for name, was, is_now in operation_lifecycle(old.node, new.node, *self._record.policy):
            self._record.say(name, new.key, old.pointer, new.pointer, old=was, new=is_now)

    def _effective(self, old: Operation, new: Operation) -> None:
        """Security and servers, where the operation or its path says anything of its own."""
        if "security" in old.node or "security" in new.node:
            values = (
                old.node.get("security", self._record.old.spec.get("security")),
                new.node.get("security", self._record.new.spec.get("security")),
            )
            for one in requirement_differences(*values, self._scheme_names, "api-security", ""):
                at = openapi.join(old.pointer, "security"), openapi.join(new.pointer, "security")
                self._say_security(new.key, one, *at)
        if any(servers(one.node, one.item) for one in (old, new)):
            at = openapi.join(old.pointer, "servers"), openapi.join(new.pointer, "servers")
            self._servers(
                new.key,
                [old.node, old.item, self._record.old.spec],
                [new.node, new.item, self._record.new.spec],
                *at,
            )

    def _servers(self, operation: str, old: list[Any], new: list[Any], old_at: str, new_at: str) -> None:
        before, after = servers(*old), servers(*new)
        for url in dict.fromkeys(before):
            if url not in after:
                self._record.say("api-server-removed", operation, old_at, new_at, old=url, about=url)
        for url in dict.fromkeys(after):
            if url not in before:
                self._record.say("api-server-added", operation, old_at, new_at, new=url, about=url)

    def _callbacks(self, old: Operation, new: Operation) -> None:
        before, after = _callback_items(self._record.old, old), _callback_items(self._record.new, new)
        for name in [*before, *(name for name in after if name not in before)]:
            if name in before and name in after:
                compare_payload(self._record, before[name], after[name])
            else:
                what = "callback-removed" if name in before else "callback-added"
                self._record.say(what, new.key, old.pointer, new.pointer, about=name)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _callback_items(side: Side, operation: Operation) -> dict[str, Operation]:
    found: dict[str, Operation] = {}
    for name, raw in mapping(operation.node, "callbacks").items():
        callback, pointer = side.follow(raw, openapi.join(operation.pointer, "callbacks", str(name)))
        for expression, item in callback.items() if isinstance(callback, dict) else ():
            node, at = side.follow(item, openapi.join(pointer, str(expression)))
            for method in openapi.METHODS:
                if isinstance(node, dict) and isinstance(node.get(method), dict):
                    label = f"{method.upper()} callback:{name} {expression}"
                    found[label] = Operation(
                        label, method, str(expression), openapi.join(at, method), node[method], node, at
                    )
    return found
