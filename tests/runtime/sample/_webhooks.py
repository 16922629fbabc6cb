"""What the server sends on its own: `webhooks.parse(body, headers, key)`."""

from __future__ import annotations

from typing import Final

from ._runtime.webhooks import BearerKey, Webhooks

webhooks: Final = Webhooks(
    package=__package__,
    verify=BearerKey(),
    type="/type",
    object="/data/object",
    types={"job.complete": "Job"},
)
