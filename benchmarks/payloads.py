"""The answers and the request that all peers read and write, as Leonardo.AI documents them."""

from __future__ import annotations

import json
from typing import Any

USER = "6e6e7c0a-7a4b-4d62-9d5a-3c1f2b0e5a11"
CDN = "https://cdn.example.com/users"


def generation(number: int) -> dict[str, Any]:
    """One generation of four images with their variations: about three kilobytes, as real ones are."""
    return {
        "generated_images": [_image(number, n) for n in range(4)],
        "modelId": "b24e16ff-06e3-43eb-8d33-4416c2d75876",
        "prompt": f"An oil painting of a cat on mountain {number}, in the light of the evening, with fine detail",
        "negativePrompt": "bad anatomy, blurry, text, watermark" if number % 2 else None,
        "imageHeight": 768, "imageWidth": 1024, "inferenceSteps": 30 if number % 3 else None,
        "seed": 464833280 + number, "public": number % 5 == 0, "scheduler": "EULER_DISCRETE", "sdVersion": "SDXL_1_0",
        "status": "COMPLETE" if number % 4 else "PENDING", "presetStyle": "DYNAMIC", "initStrength": None,
        "guidanceScale": 7.5, "id": f"{number:08x}-0f43-4f6a-9a57-0d5c0b8f1a22",
        "createdAt": f"2024-05-{number % 28 + 1:02d}T10:11:12.345", "promptMagic": False, "promptMagicVersion": None,
        "promptMagicStrength": None, "photoReal": False, "photoRealStrength": None, "ultra": None,
        "generation_elements": [{"id": number, "weightApplied": 0.6, "lora": _element(number)}] if number % 3 == 0 else [],
    }  # fmt: skip


def _image(number: int, n: int) -> dict[str, Any]:
    url = f"{CDN}/{USER}/generations/{number:08x}/Default_An_oil_painting_of_a_cat_{n}.jpg"
    return {
        "url": url, "nsfw": False, "id": f"{n:08x}-{number:04x}-4f6a-9a57-0d5c0b8f1a22", "likeCount": n, "motion": None,
        "motionModel": None, "motionMP4URL": None, "motionStrength": None, "imageToVideo": None,
        "generated_image_variation_generics": [
            {"url": f"{url}?variation=upscale", "status": "COMPLETE", "id": f"v{number:07x}-{n}", "transformType": "UPSCALE"}
        ] if n == 0 else [],
    }  # fmt: skip


def _element(number: int) -> dict[str, Any]:
    return {
        "akUUID": f"ak-{number}", "baseModel": "SDXL_1_0", "description": "Glass and steel", "name": "Glass & Steel",
        "urlImage": f"{CDN}/elements/glass.jpg", "weightDefault": 1, "weightMax": 2, "weightMin": -1,
    }  # fmt: skip


def generations(count: int) -> bytes:
    """The body of a list of generations."""
    return json.dumps({"generations": [generation(n) for n in range(count)]}, separators=(",", ":")).encode()


CREATE: dict[str, Any] = {
    "prompt": "An oil painting of a cat on a mountain", "model_id": "b24e16ff-06e3-43eb-8d33-4416c2d75876",
    "width": 1024, "height": 768, "num_images": 4, "guidance_scale": 7, "seed": 464833280, "public": False,
    "negative_prompt": "blurry", "alchemy": True, "photo_real": False, "preset_style": "DYNAMIC",
    "elements": [{"akUUID": "ak-1", "weight": 0.5}],
}  # fmt: skip
"""A create, by Python names; `elements` holds the wire names of its items."""

GENERATION_ID = "00000001-0f43-4f6a-9a57-0d5c0b8f1a22"
JOB_ID = "3c1f2b0e-6e6e-4d62-9d5a-7c0a7a4b5a11"

ANSWERS: dict[str, str] = {
    f"GET /generations/user/{USER}": generations(10).decode(),
    f"GET /generations/{GENERATION_ID}": json.dumps({"generations_by_pk": generation(1)}),
    "POST /generations": json.dumps({"sdGenerationJob": {"apiCreditCost": 11, "generationId": JOB_ID}}),
}
