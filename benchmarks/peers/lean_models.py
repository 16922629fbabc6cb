"""The generations list as pydantic models in their leanest form: validated straight from the bytes, no extras.

Enums are closed and unknown fields dropped; a field that was not sent is None.
"""

from __future__ import annotations

from collections.abc import Callable

from leonardo_client.models import JobStatus, PresetStyle, Scheduler, SDVersion, VariationType
from pydantic import BaseModel, ConfigDict

from . import wire


class Lean(BaseModel):
    model_config = ConfigDict(alias_generator=wire)


class Lora(Lean):
    ak_uuid: str | None = None
    base_model: SDVersion | None = None
    description: str | None = None
    name: str | None = None
    url_image: str | None = None
    weight_default: float | None = None
    weight_max: float | None = None
    weight_min: float | None = None


class AppliedElement(Lean):
    id: int | None = None
    lora: Lora | None = None
    weight_applied: float | None = None


class Variation(Lean):
    id: str | None = None
    status: JobStatus | None = None
    transform_type: VariationType | None = None
    url: str | None = None


class Image(Lean):
    id: str | None = None
    generated_image_variation_generics: list[Variation] | None = None
    image_to_video: bool | None = None
    like_count: int | None = None
    motion: bool | None = None
    motion_mp4_url: str | None = None
    motion_model: str | None = None
    motion_strength: int | None = None
    nsfw: bool | None = None
    url: str | None = None


class Generation(Lean):
    id: str | None = None
    created_at: str | None = None
    generated_images: list[Image] | None = None
    generation_elements: list[AppliedElement] | None = None
    guidance_scale: float | None = None
    image_height: int | None = None
    image_width: int | None = None
    inference_steps: int | None = None
    init_strength: float | None = None
    model_id: str | None = None
    negative_prompt: str | None = None
    photo_real: bool | None = None
    photo_real_strength: float | None = None
    preset_style: PresetStyle | None = None
    prompt: str | None = None
    prompt_magic: bool | None = None
    prompt_magic_strength: float | None = None
    prompt_magic_version: str | None = None
    public: bool | None = None
    scheduler: Scheduler | None = None
    sd_version: SDVersion | None = None
    seed: int | None = None
    status: JobStatus | None = None
    ultra: bool | None = None


class Answer(Lean):
    generations: list[Generation]


decode: Callable[[bytes], Answer] = Answer.model_validate_json
