"""Parameters as the walk compares them."""

from __future__ import annotations

from typing import Any

from ..spec import openapi
from ..spec.openapi import mapping
from .lifecycle import parameter_lifecycle, removed_parameter
from .operations import Operation, Parameter, parameters, style
from .record import Record
from .view import At


def compare_parameters(record: Record, old: Operation, new: Operation) -> None:
    before, after = parameters(record.old, old), parameters(record.new, new)
    for place, parameter in after.items():
        if place in before:
            _parameter(record, before[place], parameter, new.key)
            continue
        record.say(
            _new_parameter(parameter), new.key, old.pointer, parameter.pointer,
            about=parameter.name, where=parameter.place, direction="request",
        )  # fmt: skip
    for place, parameter in before.items():
        if place not in after:
            record.say(
                removed_parameter(parameter.node, record.policy[0]), new.key, parameter.pointer, new.pointer,
                about=parameter.name, where=parameter.place, direction="request",
            )  # fmt: skip


def _parameter(record: Record, old: Parameter, new: Parameter, operation: str) -> None:
    at = old.pointer, new.pointer

    def say(name: str, was: Any, is_now: Any) -> None:
        record.say(name, operation, *at, old=was, new=is_now, about=new.name, where=new.place, direction="request")

    if old.required != new.required:
        what = "required" if new.required else "optional"
        say(f"request-parameter-became-{what}", old.required, new.required)
    if style(old) != style(new):
        say("request-parameter-style-changed", *(_style_text(one) for one in (old, new)))
    for name, was, is_now in parameter_lifecycle(old.node, new.node, *record.policy):
        say(name, was, is_now)
    schemas = _parameter_schema(old), _parameter_schema(new)
    if schemas[0] is not None and schemas[1] is not None:
        record.root(
            schemas[0], schemas[1], operation, "request", "parameter", f"{new.place} {new.name}",
            untyped="content" not in new.node, required=old.required and new.required, header=new.place == "header",
        )  # fmt: skip


def _parameter_schema(parameter: Parameter) -> At | None:
    if "schema" in parameter.node:
        return parameter.node["schema"], openapi.join(parameter.pointer, "schema")
    for media, node in mapping(parameter.node, "content").items():
        if isinstance(node, dict) and "schema" in node:
            return node["schema"], openapi.join(parameter.pointer, "content", str(media), "schema")
    return None


def _new_parameter(parameter: Parameter) -> str:
    if parameter.place == "path":
        return "new-request-path-parameter"
    need = "required" if parameter.required else "optional"
    return f"new-{need}-request-" + ("default-parameter-to-existing-path" if parameter.shared else "parameter")


def _style_text(parameter: Parameter) -> str:
    name, explode, reserved, media = style(parameter)
    return media or name + (" exploded" if explode else "") + (" reserved" if reserved else "")
