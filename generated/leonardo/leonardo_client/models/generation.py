"""Generation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Generation(Model):
    """columns and relationships of "generations"."""

    _FIELDS = {
        "id": "id",
        "createdAt": "created_at",
        "generated_images": "generated_images",
        "generation_elements": "generation_elements",
        "guidanceScale": "guidance_scale",
        "imageHeight": "image_height",
        "imageWidth": "image_width",
        "inferenceSteps": "inference_steps",
        "initStrength": "init_strength",
        "modelId": "model_id",
        "negativePrompt": "negative_prompt",
        "photoReal": "photo_real",
        "photoRealStrength": "photo_real_strength",
        "presetStyle": "preset_style",
        "prompt": "prompt",
        "promptMagic": "prompt_magic",
        "promptMagicStrength": "prompt_magic_strength",
        "promptMagicVersion": "prompt_magic_version",
        "public": "public",
        "scheduler": "scheduler",
        "sdVersion": "sd_version",
        "seed": "seed",
        "status": "status",
        "ultra": "ultra",
    }

    id: str | None | Unset = UNSET
    created_at: str | Unset = UNSET
    generated_images: list[GeneratedImage] | Unset = UNSET
    generation_elements: list[GenerationElement] | Unset = UNSET
    guidance_scale: float | None | Unset = UNSET
    image_height: int | Unset = UNSET
    image_width: int | Unset = UNSET
    inference_steps: int | None | Unset = UNSET
    init_strength: float | None | Unset = UNSET
    model_id: str | None | Unset = UNSET
    negative_prompt: str | None | Unset = UNSET
    photo_real: bool | None | Unset = UNSET
    """If photoReal feature was used."""
    photo_real_strength: float | None | Unset = UNSET
    """Depth of field of photoReal used. 0.55 is low, 0.5 is medium, and 0.45 is high. Default is 0.55."""
    preset_style: PresetStyle | str | None | Unset = UNSET
    """The server's default: 'DYNAMIC'."""
    prompt: str | Unset = UNSET
    prompt_magic: bool | None | Unset = UNSET
    """If prompt magic was used."""
    prompt_magic_strength: float | None | Unset = UNSET
    """Strength of prompt magic used."""
    prompt_magic_version: str | None | Unset = UNSET
    """Version of prompt magic used."""
    public: bool | Unset = UNSET
    scheduler: Scheduler | str | Unset = UNSET
    sd_version: SDVersion | str | Unset = UNSET
    seed: int | None | Unset = UNSET
    """Apply a fixed seed to maintain consistency across generation sets. The maximum seed value is
    2147483637 for Flux and 9999999998 for other models
    """
    status: JobStatus | str | Unset = UNSET
    ultra: bool | None | Unset = UNSET
    """If ultra generation mode was used."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 24 else self._filled(data)
        try:
            self.id = known["id"]
            self.created_at = known["createdAt"]
            self.generated_images = objects(
                known["generated_images"], _read_GeneratedImage, data, "generated_images"
            )
            self.generation_elements = objects(
                known["generation_elements"], _read_GenerationElement, data, "generation_elements"
            )
            self.guidance_scale = known["guidanceScale"]
            self.image_height = known["imageHeight"]
            self.image_width = known["imageWidth"]
            self.inference_steps = known["inferenceSteps"]
            self.init_strength = known["initStrength"]
            self.model_id = known["modelId"]
            self.negative_prompt = known["negativePrompt"]
            self.photo_real = known["photoReal"]
            self.photo_real_strength = known["photoRealStrength"]
            v = known["presetStyle"]
            self.preset_style = PRESET_STYLE_MEMBERS[v] if kind(v) is str else v
            self.prompt = known["prompt"]
            self.prompt_magic = known["promptMagic"]
            self.prompt_magic_strength = known["promptMagicStrength"]
            self.prompt_magic_version = known["promptMagicVersion"]
            self.public = known["public"]
            v = known["scheduler"]
            self.scheduler = SCHEDULER_MEMBERS[v] if kind(v) is str else v
            v = known["sdVersion"]
            self.sd_version = SD_VERSION_MEMBERS[v] if kind(v) is str else v
            self.seed = known["seed"]
            v = known["status"]
            self.status = JOB_STATUS_MEMBERS[v] if kind(v) is str else v
            self.ultra = known["ultra"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .generated_image import GeneratedImage  # noqa: E402
from .generation_element import GenerationElement  # noqa: E402
from .job_status import JOB_STATUS_MEMBERS, JobStatus  # noqa: E402
from .preset_style import PRESET_STYLE_MEMBERS, PresetStyle  # noqa: E402
from .scheduler import SCHEDULER_MEMBERS, Scheduler  # noqa: E402
from .sd_version import SD_VERSION_MEMBERS, SDVersion  # noqa: E402

_read_GeneratedImage = GeneratedImage.from_dict
_read_GenerationElement = GenerationElement.from_dict
