"""How each reads the answer with the list of generations, from the bytes to objects, errors looked for as it does."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

FIELDS = (
    "id", "created_at", "guidance_scale", "image_height", "image_width", "inference_steps", "init_strength", "model_id",
    "negative_prompt", "photo_real", "photo_real_strength", "preset_style", "prompt", "prompt_magic", "public", "scheduler",
    "sd_version", "seed", "status", "ultra",
)  # fmt: skip
IMAGE = (
    "id",
    "image_to_video",
    "like_count",
    "motion",
    "motion_mp4_url",
    "motion_model",
    "motion_strength",
    "nsfw",
    "url",
)
VARIATION = ("id", "status", "transform_type", "url")
ELEMENT = ("ak_uuid", "base_model", "description", "name", "url_image", "weight_default", "weight_max", "weight_min")

ELSEWHERE = {"motion_mp4_url": "motion_mp4url"}
"""Names as stock writes them."""


class Response:
    """As much of an HTTP response as reading its body takes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.status_code = 200

    @property
    def text(self) -> str:
        return self.content.decode()

    def json(self) -> Any:
        return json.loads(self.content)


def ours(package: str) -> Callable[[bytes], list[Any]]:
    """The path of a call in our runtime, from the response on."""
    operation = import_module(".resources.generations", package)._LIST_BY_USER
    choose = import_module("._runtime.answers", package).plans(operation, package)
    return lambda content: choose(response := Response(content)).read(response)


def leonardo() -> Callable[[bytes], list[Any]]:
    """leonardo-ai-sdk."""
    from leonardo_ai_sdk.models.operations import GetGenerationsByUserIDResponseBody as Body
    from leonardo_ai_sdk.utils.unmarshal_json_response import unmarshal_json_response

    return lambda content: unmarshal_json_response(Body | None, Response(content)).generations


def stock() -> Callable[[bytes], list[Any]]:
    """Stock openapi-python-client."""
    from stock_client.api.image.get_generations_by_user_id import _parse_response

    return lambda content: _parse_response(client=None, response=Response(content)).generations


def lean() -> Callable[[bytes], list[Any]]:
    """Pydantic in its leanest form."""
    from .lean_models import decode

    return lambda content: decode(content).generations


def struct() -> Callable[[bytes], list[Any]]:
    """Msgspec Structs."""
    from .struct_models import decode

    return lambda content: decode(content).generations


def facts(generations: list[Any]) -> list[Any]:
    """All that was decoded, as plain data: the same for every reader."""
    return [
        [
            *_values(g, FIELDS),
            [[*_values(i, IMAGE), [_values(v, VARIATION) for v in i.generated_image_variation_generics]] for i in g.generated_images],
            [[e.id, e.weight_applied, _values(e.lora, ELEMENT)] for e in g.generation_elements],
        ]
        for g in generations
    ]  # fmt: skip


def _values(item: Any, names: tuple[str, ...]) -> list[Any]:
    found = (getattr(item, name if hasattr(item, name) else ELSEWHERE.get(name, name)) for name in names)
    return [getattr(value, "value", value) for value in found]
