"""The generations list as msgspec Structs, which is as fast as Python objects are made: the limit, not a peer.

Enums are closed and unknown fields dropped, as msgspec does it.
"""

from __future__ import annotations

from collections.abc import Callable

from leonardo_client.models import JobStatus, PresetStyle, Scheduler, SDVersion, VariationType
from msgspec import UNSET, Struct, UnsetType
from msgspec.json import Decoder

from . import wire


class Lora(Struct, rename=wire):
    ak_uuid: str | UnsetType | None = UNSET
    base_model: SDVersion | UnsetType | None = UNSET
    description: str | UnsetType | None = UNSET
    name: str | UnsetType | None = UNSET
    url_image: str | UnsetType | None = UNSET
    weight_default: float | UnsetType | None = UNSET
    weight_max: float | UnsetType | None = UNSET
    weight_min: float | UnsetType | None = UNSET


class AppliedElement(Struct, rename=wire):
    id: int | UnsetType | None = UNSET
    lora: Lora | UnsetType | None = UNSET
    weight_applied: float | UnsetType | None = UNSET


class Variation(Struct, rename=wire):
    id: str | UnsetType | None = UNSET
    status: JobStatus | UnsetType = UNSET
    transform_type: VariationType | UnsetType = UNSET
    url: str | UnsetType | None = UNSET


class Image(Struct, rename=wire):
    id: str | UnsetType | None = UNSET
    generated_image_variation_generics: list[Variation] | UnsetType = UNSET
    image_to_video: bool | UnsetType | None = UNSET
    like_count: int | UnsetType = UNSET
    motion: bool | UnsetType | None = UNSET
    motion_mp4_url: str | UnsetType | None = UNSET
    motion_model: str | UnsetType | None = UNSET
    motion_strength: int | UnsetType | None = UNSET
    nsfw: bool | UnsetType = UNSET
    url: str | UnsetType = UNSET


class Generation(Struct, rename=wire):
    id: str | UnsetType | None = UNSET
    created_at: str | UnsetType = UNSET
    generated_images: list[Image] | UnsetType = UNSET
    generation_elements: list[AppliedElement] | UnsetType = UNSET
    guidance_scale: float | UnsetType | None = UNSET
    image_height: int | UnsetType = UNSET
    image_width: int | UnsetType = UNSET
    inference_steps: int | UnsetType | None = UNSET
    init_strength: float | UnsetType | None = UNSET
    model_id: str | UnsetType | None = UNSET
    negative_prompt: str | UnsetType | None = UNSET
    photo_real: bool | UnsetType | None = UNSET
    photo_real_strength: float | UnsetType | None = UNSET
    preset_style: PresetStyle | UnsetType | None = UNSET
    prompt: str | UnsetType = UNSET
    prompt_magic: bool | UnsetType | None = UNSET
    prompt_magic_strength: float | UnsetType | None = UNSET
    prompt_magic_version: str | UnsetType | None = UNSET
    public: bool | UnsetType = UNSET
    scheduler: Scheduler | UnsetType = UNSET
    sd_version: SDVersion | UnsetType = UNSET
    seed: int | UnsetType | None = UNSET
    status: JobStatus | UnsetType = UNSET
    ultra: bool | UnsetType | None = UNSET


class Answer(Struct):
    generations: list[Generation]


decode: Callable[[bytes], Answer] = Decoder(Answer).decode
