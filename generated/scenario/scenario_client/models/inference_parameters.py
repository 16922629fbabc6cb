"""InferenceParameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class InferenceParameters(_Model):
    """The inference parameters used to generate the asset"""

    _FIELDS = {
        "prompt": "prompt",
        "type": "type",
        "aspectRatio": "aspect_ratio",
        "baseModelId": "base_model_id",
        "concepts": "concepts",
        "controlEnd": "control_end",
        "controlImage": "control_image",
        "controlImageId": "control_image_id",
        "controlStart": "control_start",
        "disableMerging": "disable_merging",
        "disableModalityDetection": "disable_modality_detection",
        "guidance": "guidance",
        "height": "height",
        "hideResults": "hide_results",
        "image": "image",
        "imageId": "image_id",
        "intermediateImages": "intermediate_images",
        "ipAdapterImage": "ip_adapter_image",
        "ipAdapterImageId": "ip_adapter_image_id",
        "ipAdapterImageIds": "ip_adapter_image_ids",
        "ipAdapterImages": "ip_adapter_images",
        "ipAdapterScale": "ip_adapter_scale",
        "ipAdapterScales": "ip_adapter_scales",
        "ipAdapterType": "ip_adapter_type",
        "mask": "mask",
        "maskId": "mask_id",
        "modality": "modality",
        "modelEpoch": "model_epoch",
        "negativePrompt": "negative_prompt",
        "negativePromptStrength": "negative_prompt_strength",
        "numInferenceSteps": "num_inference_steps",
        "numSamples": "num_samples",
        "referenceAdain": "reference_adain",
        "referenceAttn": "reference_attn",
        "scheduler": "scheduler",
        "seed": "seed",
        "strength": "strength",
        "styleFidelity": "style_fidelity",
        "width": "width",
    }

    prompt: str
    """Full text prompt including the model placeholder. (example: “an illustration of phoenix in a fantasy
    world, flying over a mountain, 8k, bokeh effect”)
    """
    type: InferenceType | str
    aspect_ratio: AspectRatio | str | Unset = UNSET
    base_model_id: str | Unset = UNSET
    """The base model to use for the inference. Only Flux LoRA models can use this parameter. Allowed values
    are available in the model’s attribute: compliantModelIds
    """
    concepts: list[Concept] | Unset = UNSET
    control_end: float | Unset = UNSET
    """Specifies how long the ControlNet guidance should be applied during the inference process.

    Only available for Flux.1-dev based models.

    The value represents the percentage of total inference steps where the ControlNet guidance is active.
    For example:

    - 1.0: ControlNet guidance is applied during all inference steps
    - 0.5: ControlNet guidance is only applied during the first half of inference steps

    Default values:

    - 0.5 for Canny modality
    - 0.6 for all other modalities

    Limits: at least 0.1, at most 1.
    """
    control_image: str | Unset = UNSET
    """Signed URL to display the controlnet input image"""
    control_image_id: str | Unset = UNSET
    """Asset id of the controlnet input image"""
    control_start: float | Unset = UNSET
    """Specifies the starting point of the ControlNet guidance during the inference process.

    Only available for Flux.1-dev based models.

    The value represents the percentage of total inference steps where the ControlNet guidance starts. For
    example:

    - 0.0: ControlNet guidance starts at the beginning of the inference steps
    - 0.5: ControlNet guidance starts at the middle of the inference steps

    Limits: at least 0, at most 0.9.
    """
    disable_merging: bool | Unset = UNSET
    """If set to true, the entire input image will likely change during inpainting. This results in faster
    inferences, but the output image will be harder to integrate if the input is just a small part of a
    larger image.
    """
    disable_modality_detection: bool | Unset = UNSET
    """If false, the process uses the given image to detect the modality. If true (default), the process will
    not try to detect the modality of the given image.

    For example: with pose modality and false value, the process will detect the pose of people in the
    given image with depth modality and false value, the process will detect the depth of the given image
    with scribble modality and truevalue, the process will use the given image as a scribble

    ⚠️ For models of the FLUX schnell or dev families, this parameter is ignored. The modality detection
    is always disabled. ⚠️
    """
    guidance: float | Unset = UNSET
    """Controls how closely the generated image follows the prompt. Higher values result in stronger
    adherence to the prompt. Default and allowed values depend on the model type:

    - For Flux dev models, the default is 3.5 and allowed values are within [0, 10]
    - For Flux pro models, the default is 3 and allowed values are within [2, 5]
    - For SDXL models, the default is 6 and allowed values are within [0, 20]
    - For SD1.5 models, the default is 7.5 and allowed values are within [0, 20]

    Limits: at least 0, at most 20.
    """
    height: float | Unset = UNSET
    """The height of the generated images, must be a 8 multiple (within [64, 2048], default: 512) If
    model.type is sd-xl, sd-xl-lora, sd-xl-composition the height must be within [512, 2048] If model.type
    is sd-1_5, the height must be within [64, 1024] If model.type is flux.1.1-pro-ultra, you can use the
    aspectRatio parameter instead. Limits: at least 64, at most 2048, a multiple of 8.
    """
    hide_results: bool | Unset = UNSET
    """If set, generated assets will be hidden and not returned in the list of images of the inference or
    when listing assets (default: false)
    """
    image: str | Unset = UNSET
    """Signed URL to display the input image"""
    image_id: str | Unset = UNSET
    """Asset id of the input image"""
    intermediate_images: bool | Unset = UNSET
    """Enable or disable the intermediate images generation (default: false)"""
    ip_adapter_image: str | Unset = UNSET
    """Signed URL to display the IpAdapter image"""
    ip_adapter_image_id: str | Unset = UNSET
    """Asset id of the input IpAdapter image"""
    ip_adapter_image_ids: list[str] | Unset = UNSET
    """Asset id of the input IpAdapter images"""
    ip_adapter_images: list[str] | Unset = UNSET
    """Signed URL to display the IpAdapter images"""
    ip_adapter_scale: float | Unset = UNSET
    """IpAdapter scale factor (within [0.0, 1.0], default: 0.9). Limits: at least 0, at most 1."""
    ip_adapter_scales: list[float] | Unset = UNSET
    """IpAdapter scale factors (within [0.0, 1.0], default: 0.9)."""
    ip_adapter_type: IpAdapterType | str | Unset = UNSET
    mask: str | Unset = UNSET
    """Signed URL to display the mask image"""
    mask_id: str | Unset = UNSET
    """Asset id of the mask image"""
    modality: str | Unset = UNSET
    """The modality associated with the control image used for the generation: it can either be an object
    with a combination of maximum

    For models of SD1.5 family:

    - up to 3 modalities from canny, pose, depth, lines, seg, scribble, lineart, normal-map, illusion
    - or one of the following presets: character, landscape, city, interior.

    For models of the SDXL family:

    - up to 3 modalities from canny, pose, depth, seg, illusion, scribble
    - or one of the following presets: character, landscape.

    For models of the FLUX schnell or dev families:

    - one modality from: canny, tile, depth, blur, pose, gray, low-quality

    Optionally, you can associate a value to these modalities or presets. The value must be within ]0.0,
    1.0].

    Examples:

    - canny
    - depth:0.5,pose:1.0
    - canny:0.5,depth:0.5,lines:0.3
    - landscape
    - character:0.5
    - illusion:1

    Note: if you use a value that is not supported by the model family, this will result in an error.
    """
    model_epoch: str | Unset = UNSET
    """The epoch of the model to use for the inference. Only available for Flux Lora Trained models."""
    negative_prompt: str | Unset = UNSET
    """The prompt not to guide the image generation, ignored when guidance < 1 (example: “((ugly face))”) For
    Flux based model (not Fast-Flux): requires negativePromptStrength > 0 and active only for inference
    types txt2img / img2img / controlnet.
    """
    negative_prompt_strength: float | Unset = UNSET
    """Only applicable for flux-dev based models for txt2img, img2img, and controlnet inference types.

    Controls the influence of the negative prompt. Default 0 means the negative prompt has no effect.
    Higher values increase negative prompt influence. Must be > 0 if negativePrompt is provided.

    Limits: at least 0, at most 10.
    """
    num_inference_steps: float | Unset = UNSET
    """The number of denoising steps for each image generation (within [1, 150], default: 30) Limits: at
    least 1, at most 150.
    """
    num_samples: float | Unset = UNSET
    """The number of images to generate (within [1, 128], default: 4) Limits: at least 1, at most 128."""
    reference_adain: bool | Unset = UNSET
    """Whether to use reference adain Only for “reference” inference type"""
    reference_attn: bool | Unset = UNSET
    """Whether to use reference query for self attention’s context Only for “reference” inference type"""
    scheduler: Scheduler | str | Unset = UNSET
    seed: str | Unset = UNSET
    """Used to reproduce previous results. Default: randomly generated number. Limits: at least 0, at most
    2147483647.
    """
    strength: float | Unset = UNSET
    """Controls the noise intensity introduced to the input image, where a value of 1.0 completely erases the
    original image’s details. Available for img2img and inpainting. (within [0.01, 1.0], default: 0.75)
    Limits: at least 0.01, at most 1.
    """
    style_fidelity: float | Unset = UNSET
    """If style_fidelity=1.0, control more important, else if style_fidelity=0.0, prompt more important, else
    balanced Only for “reference” inference type. Limits: at least 0, at most 1.
    """
    width: float | Unset = UNSET
    """The width of the generated images, must be a 8 multiple (within [64, 2048], default: 512) If
    model.type is sd-xl, sd-xl-lora, sd-xl-composition the width must be within [512, 2048] If model.type
    is sd-1_5, the width must be within [64, 1024] If model.type is flux.1.1-pro-ultra, you can use the
    aspectRatio parameter instead. Limits: at least 64, at most 2048, a multiple of 8.
    """

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 39 else self._filled(data)
        try:
            self.prompt = known["prompt"]
            v = known["type"]
            self.type = INFERENCE_TYPE_MEMBERS[v] if kind(v) is str else v
            v = known["aspectRatio"]
            self.aspect_ratio = ASPECT_RATIO_MEMBERS[v] if kind(v) is str else v
            self.base_model_id = known["baseModelId"]
            self.concepts = objects(known["concepts"], _read_Concept, data, "concepts")
            self.control_end = known["controlEnd"]
            self.control_image = known["controlImage"]
            self.control_image_id = known["controlImageId"]
            self.control_start = known["controlStart"]
            self.disable_merging = known["disableMerging"]
            self.disable_modality_detection = known["disableModalityDetection"]
            self.guidance = known["guidance"]
            self.height = known["height"]
            self.hide_results = known["hideResults"]
            self.image = known["image"]
            self.image_id = known["imageId"]
            self.intermediate_images = known["intermediateImages"]
            self.ip_adapter_image = known["ipAdapterImage"]
            self.ip_adapter_image_id = known["ipAdapterImageId"]
            v = known["ipAdapterImageIds"]
            self.ip_adapter_image_ids = v if kind(v) is list else absent(v, data, "ipAdapterImageIds")
            v = known["ipAdapterImages"]
            self.ip_adapter_images = v if kind(v) is list else absent(v, data, "ipAdapterImages")
            self.ip_adapter_scale = known["ipAdapterScale"]
            v = known["ipAdapterScales"]
            self.ip_adapter_scales = v if kind(v) is list else absent(v, data, "ipAdapterScales")
            v = known["ipAdapterType"]
            self.ip_adapter_type = IP_ADAPTER_TYPE_MEMBERS[v] if kind(v) is str else v
            self.mask = known["mask"]
            self.mask_id = known["maskId"]
            self.modality = known["modality"]
            self.model_epoch = known["modelEpoch"]
            self.negative_prompt = known["negativePrompt"]
            self.negative_prompt_strength = known["negativePromptStrength"]
            self.num_inference_steps = known["numInferenceSteps"]
            self.num_samples = known["numSamples"]
            self.reference_adain = known["referenceAdain"]
            self.reference_attn = known["referenceAttn"]
            v = known["scheduler"]
            self.scheduler = SCHEDULER_MEMBERS[v] if kind(v) is str else v
            self.seed = known["seed"]
            self.strength = known["strength"]
            self.style_fidelity = known["styleFidelity"]
            self.width = known["width"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .aspect_ratio import ASPECT_RATIO_MEMBERS, AspectRatio  # noqa: E402
from .concept import Concept  # noqa: E402
from .inference_type import INFERENCE_TYPE_MEMBERS, InferenceType  # noqa: E402
from .ip_adapter_type import IP_ADAPTER_TYPE_MEMBERS, IpAdapterType  # noqa: E402
from .scheduler import SCHEDULER_MEMBERS, Scheduler  # noqa: E402

_read_Concept = Concept.from_dict
