"""Building and writing the body of a create, as a method call does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..claims import Chart, Claim, Outcome, milliseconds, same
from ..measure import cpu_of, interleave, ratios, times_as_long
from ..payloads import CREATE
from ..place import PLAIN

ROUNDS = 21
NUMBER = 150


def run() -> Outcome:
    """The bytes of each; what leonardo-ai-sdk sends beside what was asked for (the defaults) is left out of the check."""
    each = {"ours": ours(), "leonardo-ai-sdk": leonardo(), "stock": stock()}
    sent = {name: json.loads(write()) for name, write in each.items()}
    wanted = sent["ours"]
    same("a create", *({k: v for k, v in body.items() if k in wanted} for body in sent.values()))
    times = interleave({name: cpu_of(write, NUMBER) for name, write in each.items()}, ROUNDS)
    extra = sorted(sent["leonardo-ai-sdk"].keys() - wanted.keys())
    return Outcome(
        "Encode a create",
        f"all that was asked for is sent by each; ours sends nothing else, leonardo-ai-sdk also {len(extra)} defaults",
        (Claim("build and write a create, of leonardo-ai-sdk", "at most", 0.1, ratios(times, "ours", "leonardo-ai-sdk")),),
        {"encode": milliseconds(times)},
        (Chart("encode", "Build and write a create", "times as long as ours", {
            "create": times_as_long(times, "ours")}),),
    )  # fmt: skip


def ours() -> Callable[[], bytes]:
    """The resource's own method, up to the bytes that it would send."""
    from importlib import import_module

    resource = import_module(".resources.generations", PLAIN).Generations
    json_bytes = import_module("._runtime.bodies", PLAIN).json_bytes

    class Recording(resource):  # type: ignore[misc]
        def _send(self, operation: Any, **parts: Any) -> Any:
            return json_bytes(parts["body"])

    create = Recording(None).create
    return lambda: create(**CREATE)


def leonardo() -> Callable[[], bytes]:
    """leonardo-ai-sdk: its request model and its serialiser."""
    from leonardo_ai_sdk import utils
    from leonardo_ai_sdk.models import operations

    body = operations.CreateGenerationRequestBody
    given = _named(body.model_fields, CREATE)

    def write() -> bytes:
        request = utils.unmarshal(given, body)
        done = utils.serialize_request_body(request, False, False, "json", body)
        assert done is not None
        return done.content.encode() if isinstance(done.content, str) else done.content

    return write


def stock() -> Callable[[], bytes]:
    """Stock: its model, `to_dict`, and the json of httpx."""
    from stock_client.models import CreateGenerationRequest, ElementInput, PresetStyleType1

    def write() -> bytes:
        elements = [ElementInput(ak_uuid=e["akUUID"], weight=e["weight"]) for e in CREATE["elements"]]
        given = {**CREATE, "elements": elements, "preset_style": PresetStyleType1(CREATE["preset_style"])}
        return json.dumps(CreateGenerationRequest(**given).to_dict()).encode()

    return write


def _named(fields: Any, given: dict[str, Any]) -> dict[str, Any]:
    """The arguments by the aliases that its models are filled by."""
    return {fields[name].alias or name: value for name, value in given.items()}
