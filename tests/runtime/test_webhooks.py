"""Webhooks: who sent it, and what it says."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any

import pytest
from sample import errors as e
from sample import webhooks
from sample._runtime.webhooks import HmacKey, Webhooks
from sample.models import Job

EVENT = {
    "type": "job.complete",
    "object": "job",
    "timestamp": 1720000000,
    "api_version": "v1",
    "data": {"object": {"id": "x", "status": "COMPLETE", "images": [{"id": "1"}]}},
}
BODY = json.dumps(EVENT).encode()
KEY = "webhook-key"


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Bearer {KEY}"},
        {"authorization": f"bearer {KEY}"},
        [("AUTHORIZATION", f"Bearer {KEY}")],
        [(b"authorization", f"Bearer {KEY}".encode())],
    ],
)
@pytest.mark.parametrize("body", [BODY, BODY.decode()], ids=["bytes", "text"])
def test_an_event_is_typed(headers: Any, body: Any) -> None:
    event = webhooks.parse(body, headers, KEY)
    assert (event.type, event.known, event.get("api_version"), event.body) == ("job.complete", True, "v1", EVENT)
    assert isinstance(event.object, Job) and event.object.status == "COMPLETE"


def test_an_unknown_type_survives() -> None:
    body = json.dumps({"type": "job.exploded", "data": {"object": {"a": 1}}})
    event = webhooks.parse(body, {"Authorization": f"Bearer {KEY}"}, KEY)
    assert (event.type, event.known, event.object) == ("job.exploded", False, {"a": 1})
    event = webhooks.parse("{}", {"Authorization": f"Bearer {KEY}"}, KEY)
    assert (event.type, event.known, event.object) == ("", False, None)
    event = webhooks.parse(b'{"type": "job.complete"}', {"Authorization": f"Bearer {KEY}"}, KEY)
    assert (event.type, event.known, event.object) == ("job.complete", False, None)


@pytest.mark.parametrize("body", [EVENT, None, 7])
def test_a_body_that_was_parsed_already_is_refused(body: Any) -> None:
    with pytest.raises(e.InvalidArgumentError, match="before any parsing"):
        webhooks.parse(body, {"Authorization": f"Bearer {KEY}"}, KEY)


@pytest.mark.parametrize(
    ("headers", "key"),
    [
        ({}, KEY),
        ({"Authorization": KEY}, KEY),
        ({"Authorization": f"Basic {KEY}"}, KEY),
        ({"Authorization": "Bearer "}, KEY),
        ({"Authorization": "Bearer wrong"}, KEY),
        ({"Authorization": f"Bearer {KEY}x"}, KEY),
        ({"Authorization": "Bearer clé"}, KEY),
        ({"Authorization": "Bearer "}, ""),
        ({"Authorization": "Bearer  "}, " "),
    ],
)
def test_a_stranger_is_refused_before_the_body_is_read(headers: Any, key: str) -> None:
    with pytest.raises(e.WebhookError) as caught:
        webhooks.parse(b"not json", headers, key)
    assert "JSON" not in str(caught.value) and KEY not in str(caught.value)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"\xff", b'{"type": "job.complete", "data": {"object": [1]}}'], ids=repr
)
def test_what_is_no_event_is_refused(body: bytes) -> None:
    with pytest.raises(e.WebhookError):
        webhooks.parse(body, {"Authorization": f"Bearer {KEY}"}, KEY)


def signed(verify: HmacKey, body: bytes, **headers: str) -> Any:
    hooks = Webhooks(package="sample", verify=verify, types={"job.complete": "Job"})
    return hooks.parse(body, {k.replace("_", "-"): v for k, v in headers.items()}, KEY)


def test_signatures_in_hex_and_base64_and_with_a_prefix() -> None:
    mac = hmac.new(KEY.encode(), BODY, hashlib.sha256)
    packed = base64.b64encode(mac.digest()).decode()
    assert signed(HmacKey("X-Sig"), BODY, x_sig=mac.hexdigest()).known
    assert signed(HmacKey("X-Sig", prefix="sha256="), BODY, x_sig=f"sha256={mac.hexdigest()}").known
    assert signed(HmacKey("X-Sig", encoding="base64"), BODY, x_sig=packed).known
    assert signed(HmacKey("X-Sig", prefix="v1="), BODY, x_sig=f"v1=old, v1={mac.hexdigest()}").known
    for wrong in ("", "x", mac.hexdigest()[:-1], "é"):
        with pytest.raises(e.WebhookError):
            signed(HmacKey("X-Sig"), BODY, x_sig=wrong)
    with pytest.raises(e.WebhookError, match="does not match"):
        signed(HmacKey("X-Sig"), BODY + b" ", x_sig=mac.hexdigest())


def test_an_old_signature_cannot_be_sent_again() -> None:
    verify = HmacKey("X-Sig", signed="{timestamp}.{body}", timestamp_header="X-Time")

    def at(moment: float) -> Any:
        stamp = str(int(moment))
        mac = hmac.new(KEY.encode(), f"{stamp}.".encode() + BODY, hashlib.sha256)
        return signed(verify, BODY, x_sig=mac.hexdigest(), x_time=stamp)

    assert at(time.time()).known
    for moment in (time.time() - 1000, time.time() + 1000):
        with pytest.raises(e.WebhookError, match="too old"):
            at(moment)


def test_a_body_that_holds_the_placeholder_is_signed_as_it_is() -> None:
    body = b'{"type": "{timestamp}{body}"}'
    mac = hmac.new(KEY.encode(), b"5." + body, hashlib.sha256).hexdigest()
    verify = HmacKey("S", signed="{timestamp}.{body}", timestamp_header="T", tolerance=1e12)
    assert signed(verify, body, s=mac, t="5").type == "{timestamp}{body}"
