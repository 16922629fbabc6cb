"""Reads the webhooks that the server sends: `webhooks.parse(body, headers, key)`."""

from __future__ import annotations

from ._runtime.webhooks import BearerKey, Webhooks

webhooks = Webhooks(
    package=__package__,
    verify=BearerKey(header="Authorization"),
    type="/type",
    object="/data/object",
    types={"image_generation.complete": "Generation"},
)
