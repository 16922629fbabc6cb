"""CreateGenerationRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateGenerationRequest(Model):
    """CreateGenerationRequest."""

    _FIELDS = {
        "prompt": "prompt",
        "alchemy": "alchemy",
        "canvasInitId": "canvas_init_id",
        "canvasMaskId": "canvas_mask_id",
        "canvasRequest": "canvas_request",
        "canvasRequestType": "canvas_request_type",
        "contrast": "contrast",
        "contrastRatio": "contrast_ratio",
        "controlNet": "control_net",
        "controlNetType": "control_net_type",
        "controlnets": "controlnets",
        "elements": "elements",
        "enhancePrompt": "enhance_prompt",
        "enhancePromptInstruction": "enhance_prompt_instruction",
        "expandedDomain": "expanded_domain",
        "fantasyAvatar": "fantasy_avatar",
        "guidance_scale": "guidance_scale",
        "height": "height",
        "highContrast": "high_contrast",
        "highResolution": "high_resolution",
        "imagePromptWeight": "image_prompt_weight",
        "imagePrompts": "image_prompts",
        "init_generation_image_id": "init_generation_image_id",
        "init_image_id": "init_image_id",
        "init_strength": "init_strength",
        "modelId": "model_id",
        "negative_prompt": "negative_prompt",
        "num_images": "num_images",
        "num_inference_steps": "num_inference_steps",
        "photoReal": "photo_real",
        "photoRealStrength": "photo_real_strength",
        "photoRealVersion": "photo_real_version",
        "presetStyle": "preset_style",
        "promptMagic": "prompt_magic",
        "promptMagicStrength": "prompt_magic_strength",
        "promptMagicVersion": "prompt_magic_version",
        "public": "public",
        "scheduler": "scheduler",
        "sd_version": "sd_version",
        "seed": "seed",
        "tiling": "tiling",
        "transparency": "transparency",
        "ultra": "ultra",
        "unzoom": "unzoom",
        "unzoomAmount": "unzoom_amount",
        "upscaleRatio": "upscale_ratio",
        "userElements": "user_elements",
        "weighting": "weighting",
        "width": "width",
    }

    prompt: str
    """The prompt used to generate images. The server's default: 'A majestic cat in the snow'."""
    alchemy: bool | None | Unset = UNSET
    """Enable to use Alchemy. Note: The appropriate Alchemy version is selected for the specified model. For
    example, XL models will use Alchemy V2. The server's default: True.
    """
    canvas_init_id: str | None | Unset = UNSET
    """The ID of an initial image to use in Canvas Editor request."""
    canvas_mask_id: str | None | Unset = UNSET
    """The ID of a mask image to use in Canvas Editor request."""
    canvas_request: bool | None | Unset = UNSET
    """Whether the generation is for the Canvas Editor feature."""
    canvas_request_type: CanvasRequestType | str | None | Unset = UNSET
    contrast: float | None | Unset = UNSET
    """Adjusts the contrast level of the generated image. Used in Phoenix and Flux models. Accepts values
    [1.0, 1.3, 1.8, 2.5, 3, 3.5, 4, 4.5]. For Phoenix, if alchemy is true, contrast needs to be 2.5 or
    higher. Limits: at least 1, at most 4.5.
    """
    contrast_ratio: float | None | Unset = UNSET
    """Contrast Ratio to use with Alchemy. Must be a float between 0 and 1 inclusive."""
    control_net: bool | None | Unset = UNSET
    """This parameter will be deprecated in September 2024. Please use the controlnets array instead.
    Deprecated.
    """
    control_net_type: ControlNetType | str | Unset = UNSET
    """Deprecated."""
    controlnets: list[ControlNetInput] | None | Unset = UNSET
    elements: list[ElementInput] | None | Unset = UNSET
    enhance_prompt: bool | None | Unset = UNSET
    """When enabled, your prompt is expanded to include more detail."""
    enhance_prompt_instruction: str | None | Unset = UNSET
    """When enhancePrompt is enabled, the prompt is enhanced based on the given instructions."""
    expanded_domain: bool | None | Unset = UNSET
    """Enable to use the Expanded Domain feature of Alchemy."""
    fantasy_avatar: bool | None | Unset = UNSET
    """Enable to use the Fantasy Avatar feature."""
    guidance_scale: float | None | Unset = UNSET
    """How strongly the generation should reflect the prompt. 7 is recommended. Must be between 1 and 20."""
    height: int | None | Unset = UNSET
    """The input height of the images. Must be between 32 and 1536 and be a multiple of 8. Note: Input
    resolution is not always the same as output resolution due to upscaling from other features. The
    server's default: 768.
    """
    high_contrast: bool | None | Unset = UNSET
    """Enable to use the High Contrast feature of Prompt Magic. Note: Controls RAW mode. Set to false to
    enable RAW mode.
    """
    high_resolution: bool | None | Unset = UNSET
    """Enable to use the High Resolution feature of Prompt Magic."""
    image_prompt_weight: float | None | Unset = UNSET
    image_prompts: list[str | None] | None | Unset = UNSET
    init_generation_image_id: str | None | Unset = UNSET
    """The ID of an existing image to use in image2image."""
    init_image_id: str | None | Unset = UNSET
    """The ID of an Init Image to use in image2image."""
    init_strength: float | None | Unset = UNSET
    """How strongly the generated images should reflect the original image in image2image. Must be a float
    between 0.1 and 0.9.
    """
    model_id: str | None | Unset = UNSET
    """The model ID used for image generation. If not provided, uses sd_version to determine the version of
    Stable Diffusion to use. In-app, model IDs are under the Finetune Models menu. Click on the platform
    model or your custom model, then click View More. For platform models, you can also use the List
    Platform Models API. The server's default: 'b24e16ff-06e3-43eb-8d33-4416c2d75876'.
    """
    negative_prompt: str | None | Unset = UNSET
    """The negative prompt used for the image generation"""
    num_images: int | None | Unset = UNSET
    """The number of images to generate. Must be between 1 and 8. If either width or height is over 768, must
    be between 1 and 4. The server's default: 4.
    """
    num_inference_steps: int | None | Unset = UNSET
    """The Step Count to use for the generation. Must be between 10 and 60. Default is 15."""
    photo_real: bool | None | Unset = UNSET
    """Enable the photoReal feature. Requires enabling alchemy and unspecifying modelId (for photoRealVersion
    V1).
    """
    photo_real_strength: float | None | Unset = UNSET
    """Depth of field of photoReal. Must be 0.55 for low, 0.5 for medium, or 0.45 for high. Defaults to 0.55
    if not specified.
    """
    photo_real_version: str | None | Unset = UNSET
    """The version of photoReal to use. Must be v1 or v2."""
    preset_style: PresetStyle | str | None | Unset = UNSET
    """The server's default: 'DYNAMIC'."""
    prompt_magic: bool | None | Unset = UNSET
    """Enable to use Prompt Magic."""
    prompt_magic_strength: float | None | Unset = UNSET
    """Strength of prompt magic. Must be a float between 0.1 and 1.0"""
    prompt_magic_version: str | None | Unset = UNSET
    """Prompt magic version v2 or v3, for use when promptMagic: true"""
    public: bool | None | Unset = UNSET
    """Whether the generated images should show in the community feed."""
    scheduler: Scheduler | str | Unset = UNSET
    sd_version: SDVersion | str | Unset = UNSET
    seed: int | None | Unset = UNSET
    """Apply a fixed seed to maintain consistency across generation sets. The maximum seed value is
    2147483637 for Flux and 9999999998 for other models
    """
    tiling: bool | None | Unset = UNSET
    """Whether the generated images should tile on all axis."""
    transparency: Transparency | str | None | Unset = UNSET
    ultra: bool | None | Unset = UNSET
    """Enable to use Ultra mode. Note: can not be used with Alchemy."""
    unzoom: bool | None | Unset = UNSET
    """Whether the generated images should be unzoomed (requires unzoomAmount and init_image_id to be set)."""
    unzoom_amount: float | None | Unset = UNSET
    """How much the image should be unzoomed (requires an init_image_id and unzoom to be set to true)."""
    upscale_ratio: float | None | Unset = UNSET
    """How much the image should be upscaled. (Enterprise Only)"""
    user_elements: list[UserElementInput] | None | Unset = UNSET
    weighting: float | None | Unset = UNSET
    """This parameter will be deprecated in September 2024. Please use the controlnets array instead.
    Deprecated.
    """
    width: int | None | Unset = UNSET
    """The input width of the images. Must be between 32 and 1536 and be a multiple of 8. Note: Input
    resolution is not always the same as output resolution due to upscaling from other features. The
    server's default: 1024.
    """

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 49 else self._filled(data)
        try:
            self.prompt = known["prompt"]
            self.alchemy = known["alchemy"]
            self.canvas_init_id = known["canvasInitId"]
            self.canvas_mask_id = known["canvasMaskId"]
            self.canvas_request = known["canvasRequest"]
            v = known["canvasRequestType"]
            self.canvas_request_type = CANVAS_REQUEST_TYPE_MEMBERS[v] if kind(v) is str else v
            self.contrast = known["contrast"]
            self.contrast_ratio = known["contrastRatio"]
            self.control_net = known["controlNet"]
            v = known["controlNetType"]
            self.control_net_type = CONTROL_NET_TYPE_MEMBERS[v] if kind(v) is str else v
            self.controlnets = objects(known["controlnets"], _read_ControlNetInput, data, "controlnets")
            self.elements = objects(known["elements"], _read_ElementInput, data, "elements")
            self.enhance_prompt = known["enhancePrompt"]
            self.enhance_prompt_instruction = known["enhancePromptInstruction"]
            self.expanded_domain = known["expandedDomain"]
            self.fantasy_avatar = known["fantasyAvatar"]
            self.guidance_scale = known["guidance_scale"]
            self.height = known["height"]
            self.high_contrast = known["highContrast"]
            self.high_resolution = known["highResolution"]
            self.image_prompt_weight = known["imagePromptWeight"]
            v = known["imagePrompts"]
            self.image_prompts = v if kind(v) is list else absent(v, data, "imagePrompts")
            self.init_generation_image_id = known["init_generation_image_id"]
            self.init_image_id = known["init_image_id"]
            self.init_strength = known["init_strength"]
            self.model_id = known["modelId"]
            self.negative_prompt = known["negative_prompt"]
            self.num_images = known["num_images"]
            self.num_inference_steps = known["num_inference_steps"]
            self.photo_real = known["photoReal"]
            self.photo_real_strength = known["photoRealStrength"]
            self.photo_real_version = known["photoRealVersion"]
            v = known["presetStyle"]
            self.preset_style = PRESET_STYLE_MEMBERS[v] if kind(v) is str else v
            self.prompt_magic = known["promptMagic"]
            self.prompt_magic_strength = known["promptMagicStrength"]
            self.prompt_magic_version = known["promptMagicVersion"]
            self.public = known["public"]
            v = known["scheduler"]
            self.scheduler = SCHEDULER_MEMBERS[v] if kind(v) is str else v
            v = known["sd_version"]
            self.sd_version = SD_VERSION_MEMBERS[v] if kind(v) is str else v
            self.seed = known["seed"]
            self.tiling = known["tiling"]
            v = known["transparency"]
            self.transparency = TRANSPARENCY_MEMBERS[v] if kind(v) is str else v
            self.ultra = known["ultra"]
            self.unzoom = known["unzoom"]
            self.unzoom_amount = known["unzoomAmount"]
            self.upscale_ratio = known["upscaleRatio"]
            self.user_elements = objects(known["userElements"], _read_UserElementInput, data, "userElements")
            self.weighting = known["weighting"]
            self.width = known["width"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .canvas_request_type import CANVAS_REQUEST_TYPE_MEMBERS, CanvasRequestType  # noqa: E402
from .control_net_input import ControlNetInput  # noqa: E402
from .control_net_type import CONTROL_NET_TYPE_MEMBERS, ControlNetType  # noqa: E402
from .element_input import ElementInput  # noqa: E402
from .preset_style import PRESET_STYLE_MEMBERS, PresetStyle  # noqa: E402
from .scheduler import SCHEDULER_MEMBERS, Scheduler  # noqa: E402
from .sd_version import SD_VERSION_MEMBERS, SDVersion  # noqa: E402
from .transparency import TRANSPARENCY_MEMBERS, Transparency  # noqa: E402
from .user_element_input import UserElementInput  # noqa: E402

_read_ControlNetInput = ControlNetInput.from_dict
_read_ElementInput = ElementInput.from_dict
_read_UserElementInput = UserElementInput.from_dict
