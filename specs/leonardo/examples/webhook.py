"""A function for your web framework's handler of webhooks."""

from collections.abc import Mapping

from leonardo_client import WebhookError, webhooks


def handle(body: bytes, headers: Mapping[str, str]) -> int:
    """Answer with the status to send."""
    try:
        event = webhooks.parse(body, headers, key="the webhookCallbackApiKey")
    except WebhookError:
        return 403
    if event.type == "image_generation.complete":
        print("done:", event.object.id)
    return 204
