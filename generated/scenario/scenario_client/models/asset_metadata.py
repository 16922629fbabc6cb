"""AssetMetadata."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects, odd
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AssetMetadata(_Model):
    """Metadata of the asset with some additional information"""

    _FIELDS = {
        "kind": "kind",
        "type": "type",
        "angular": "angular",
        "aspectRatio": "aspect_ratio",
        "backgroundOpacity": "background_opacity",
        "baseModelId": "base_model_id",
        "bbox": "bbox",
        "betterQuality": "better_quality",
        "cannyStructureImage": "canny_structure_image",
        "clustering": "clustering",
        "colorCorrection": "color_correction",
        "colorMode": "color_mode",
        "colorPrecision": "color_precision",
        "concepts": "concepts",
        "contours": "contours",
        "controlEnd": "control_end",
        "copiedAt": "copied_at",
        "cornerThreshold": "corner_threshold",
        "creativity": "creativity",
        "creativityDecay": "creativity_decay",
        "defaultParameters": "default_parameters",
        "depthFidelity": "depth_fidelity",
        "depthImage": "depth_image",
        "detailsLevel": "details_level",
        "dilate": "dilate",
        "factor": "factor",
        "filterSpeckle": "filter_speckle",
        "fractality": "fractality",
        "geometryEnforcement": "geometry_enforcement",
        "guidance": "guidance",
        "halfMode": "half_mode",
        "hdr": "hdr",
        "height": "height",
        "highThreshold": "high_threshold",
        "horizontalExpansionRatio": "horizontal_expansion_ratio",
        "image": "image",
        "imageFidelity": "image_fidelity",
        "imageType": "image_type",
        "inferenceId": "inference_id",
        "inputFidelity": "input_fidelity",
        "inputLocation": "input_location",
        "invert": "invert",
        "keypointThreshold": "keypoint_threshold",
        "layerDifference": "layer_difference",
        "lengthThreshold": "length_threshold",
        "lockExpiresAt": "lock_expires_at",
        "lowThreshold": "low_threshold",
        "mask": "mask",
        "maxIterations": "max_iterations",
        "maxThreshold": "max_threshold",
        "minThreshold": "min_threshold",
        "modality": "modality",
        "mode": "mode",
        "modelId": "model_id",
        "modelType": "model_type",
        "name": "name",
        "nbMasks": "nb_masks",
        "negativePrompt": "negative_prompt",
        "negativePromptStrength": "negative_prompt_strength",
        "numInferenceSteps": "num_inference_steps",
        "numOutputs": "num_outputs",
        "originalAssetId": "original_asset_id",
        "outputIndex": "output_index",
        "overlapPercentage": "overlap_percentage",
        "overrideEmbeddings": "override_embeddings",
        "parentId": "parent_id",
        "parentJobId": "parent_job_id",
        "pathPrecision": "path_precision",
        "points": "points",
        "polished": "polished",
        "preset": "preset",
        "progressPercent": "progress_percent",
        "prompt": "prompt",
        "promptFidelity": "prompt_fidelity",
        "raised": "raised",
        "referenceImages": "reference_images",
        "refinementSteps": "refinement_steps",
        "removeBackground": "remove_background",
        "resizeOption": "resize_option",
        "resultContours": "result_contours",
        "resultImage": "result_image",
        "resultMask": "result_mask",
        "rootParentId": "root_parent_id",
        "saveFlipbook": "save_flipbook",
        "scalingFactor": "scaling_factor",
        "scheduler": "scheduler",
        "seed": "seed",
        "sharpen": "sharpen",
        "shiny": "shiny",
        "size": "size",
        "sketch": "sketch",
        "sourceProjectId": "source_project_id",
        "spliceThreshold": "splice_threshold",
        "strength": "strength",
        "structureFidelity": "structure_fidelity",
        "structureImage": "structure_image",
        "style": "style",
        "styleFidelity": "style_fidelity",
        "styleImages": "style_images",
        "styleImagesFidelity": "style_images_fidelity",
        "targetHeight": "target_height",
        "targetWidth": "target_width",
        "text": "text",
        "texture": "texture",
        "thumbnail": "thumbnail",
        "tileStyle": "tile_style",
        "trainingImage": "training_image",
        "verticalExpansionRatio": "vertical_expansion_ratio",
        "width": "width",
    }

    kind: AssetKind | str
    type: AssetType | str
    angular: float | Unset = UNSET
    """How angular is the surface? 0 is like a sphere, 1 is like a mechanical object. Limits: at least 0, at
    most 1.
    """
    aspect_ratio: str | Unset = UNSET
    """The optional aspect ratio given for the generation, only applicable for some models"""
    background_opacity: float | Unset = UNSET
    """Int to set between 0 and 255 for the opacity of the background in the result images. Limits: at least
    0, at most 255.
    """
    base_model_id: str | Unset = UNSET
    """The baseModelId that maybe changed at inference time"""
    bbox: list[float] | Unset = UNSET
    """A bounding box around the object of interest, in the format [x1, y1, x2, y2]."""
    better_quality: bool | Unset = UNSET
    """Remove small dark spots (i.e. “pepper”) and connect small bright cracks."""
    canny_structure_image: str | Unset = UNSET
    """The control image already processed by canny detector. Must reference an existing AssetId."""
    clustering: bool | Unset = UNSET
    """Activate clustering."""
    color_correction: bool | Unset = UNSET
    """Ensure upscaled tile have the same color histogram as original tile."""
    color_mode: str | Unset = UNSET
    color_precision: float | Unset = UNSET
    concepts: list[Concept] | Unset = UNSET
    """Flux Kontext LoRA to style the image. For Flux Kontext Prompt Editing."""
    contours: list[list[list[list[float]]]] | Unset = UNSET
    control_end: float | Unset = UNSET
    """End step for control."""
    copied_at: str | Unset = UNSET
    """The date when the asset was copied to a project"""
    corner_threshold: float | Unset = UNSET
    creativity: float | Unset = UNSET
    """Allow the generation of “hallucinations” during the upscale process, which adds additional details and
    deviates from the original image. Default: optimized for your preset and style. Limits: at least 0, at
    most 100.
    """
    creativity_decay: float | Unset = UNSET
    """Amount of decay in creativity over the upscale process. The lowest the value, the less the creativity
    will be preserved over the upscale process. Limits: at least 0, at most 100.
    """
    default_parameters: bool | Unset = UNSET
    """If true, use the default parameters"""
    depth_fidelity: float | Unset = UNSET
    """The depth fidelity if a depth image provided. Limits: at least 0, at most 100."""
    depth_image: str | Unset = UNSET
    """The control image processed by depth estimator. Must reference an existing AssetId."""
    details_level: float | Unset = UNSET
    """Amount of details to remove or add. Limits: at least -50, at most 50."""
    dilate: float | Unset = UNSET
    """The number of pixels to dilate the result masks. Limits: at least 0, at most 30."""
    factor: float | Unset = UNSET
    """Contrast factor for Grayscale detector"""
    filter_speckle: float | Unset = UNSET
    fractality: float | Unset = UNSET
    """Determine the scale at which the upscale process works.

    - With a small value, the upscale works at the largest scale, resulting in fewer added details and more coherent images. Ideal for portraits, for example.
    - With a large value, the upscale works at the smallest scale, resulting in more added details and more hallucinations. Ideal for landscapes, for example.

    (info): A small value is slower and more expensive to run.

    Limits: at least 0, at most 100.
    """
    geometry_enforcement: float | Unset = UNSET
    """Apply extra control to the Skybox 360 geometry. The higher the value, the more the 360 geometry will
    influence the generated skybox image.

    Use with caution. Default is adapted to the other parameters.

    Limits: at least 0, at most 100.
    """
    guidance: float | Unset = UNSET
    """The guidance used to generate this asset"""
    half_mode: bool | Unset = UNSET
    hdr: float | Unset = UNSET
    height: float | Unset = UNSET
    high_threshold: float | Unset = UNSET
    """High threshold for Canny detector"""
    horizontal_expansion_ratio: float | Unset = UNSET
    """(deprecated) Horizontal expansion ratio. Limits: at least 1, at most 2."""
    image: str | Unset = UNSET
    """The input image to process. Must reference an existing AssetId or be a data URL."""
    image_fidelity: float | Unset = UNSET
    """Strengthen the similarity to the original image during the upscale. Default: optimized for your preset
    and style. Limits: at least 0, at most 100.
    """
    image_type: TextureImageType | str | Unset = UNSET
    inference_id: str | Unset = UNSET
    """The id of the Inference describing how this image was generated"""
    input_fidelity: InputFidelity | str | Unset = UNSET
    input_location: InputLocation | str | Unset = UNSET
    invert: bool | Unset = UNSET
    """To invert the relief"""
    keypoint_threshold: float | Unset = UNSET
    """How polished is the surface? 0 is like a rough surface, 1 is like a mirror. Limits: at least 0, at
    most 1.
    """
    layer_difference: float | Unset = UNSET
    length_threshold: float | Unset = UNSET
    lock_expires_at: str | Unset = UNSET
    """The ISO timestamp when the lock on the canvas will expire"""
    low_threshold: float | Unset = UNSET
    """Low threshold for Canny detector"""
    mask: str | Unset = UNSET
    """The mask used for the asset generation or editing"""
    max_iterations: float | Unset = UNSET
    max_threshold: float | Unset = UNSET
    """Maximum threshold for Grayscale conversion"""
    min_threshold: float | Unset = UNSET
    """Minimum threshold for Grayscale conversion"""
    modality: Modality | str | Unset = UNSET
    mode: str | Unset = UNSET
    model_id: str | Unset = UNSET
    """The modelId used to generate this asset"""
    model_type: ModelType | str | Unset = UNSET
    """The type of the generator used"""
    name: str | Unset = UNSET
    nb_masks: float | Unset = UNSET
    negative_prompt: str | Unset = UNSET
    """The negative prompt used to generate this asset"""
    negative_prompt_strength: float | Unset = UNSET
    """Controls the influence of the negative prompt. Default 0 means the negative prompt has no effect.
    Higher values increase negative prompt influence. Must be > 0 if negativePrompt is provided. Limits:
    at least 0, at most 10.
    """
    num_inference_steps: float | Unset = UNSET
    """The number of denoising steps for each image generation. Limits: at least 5, at most 50."""
    num_outputs: float | Unset = UNSET
    """The number of outputs to generate. Limits: at least 1, at most 8."""
    original_asset_id: str | Unset = UNSET
    output_index: float | Unset = UNSET
    overlap_percentage: float | Unset = UNSET
    """Overlap percentage for the output image. Limits: at least 0, at most 0.5."""
    override_embeddings: bool | Unset = UNSET
    """Override the embeddings of the model. Only your prompt and negativePrompt will be used. Use with
    caution.
    """
    parent_id: str | Unset = UNSET
    parent_job_id: str | Unset = UNSET
    path_precision: float | Unset = UNSET
    points: list[list[float]] | Unset = UNSET
    """List of points (label, x, y) in the image where label = 0 for background and 1 for object."""
    polished: float | Unset = UNSET
    """How polished is the surface? 0 is like a rough surface, 1 is like a mirror. Limits: at least 0, at
    most 1.
    """
    preset: str | Unset = UNSET
    progress_percent: float | Unset = UNSET
    prompt: str | Unset = UNSET
    """The prompt that guided the asset generation or editing"""
    prompt_fidelity: float | Unset = UNSET
    """Increase the fidelity to the prompt during upscale. Default: optimized for your preset and style.
    Limits: at least 0, at most 100.
    """
    raised: float | Unset = UNSET
    """How raised is the surface? 0 is flat like water, 1 is like a very rough rock. Limits: at least 0, at
    most 1.
    """
    reference_images: list[str] | Unset = UNSET
    """The reference images used for the asset generation or editing"""
    refinement_steps: float | Unset = UNSET
    """Additional refinement steps before scaling.

    If scalingFactor == 1, the refinement process will be applied (1 + refinementSteps) times. If
    scalingFactor > 1, the refinement process will be applied refinementSteps times.

    Limits: at least 0, at most 4.
    """
    remove_background: bool | Unset = UNSET
    """Remove background for Grayscale detector"""
    resize_option: float | Unset = UNSET
    """Size proportion of the input image in the output. Limits: at least 0.1, at most 1."""
    result_contours: bool | Unset = UNSET
    """Boolean to output the contours."""
    result_image: bool | Unset = UNSET
    """Boolean to able output the cut out object."""
    result_mask: bool | Unset = UNSET
    """Boolean to able return the masks (binary image) in the response."""
    root_parent_id: str | Unset = UNSET
    save_flipbook: bool | Unset = UNSET
    """Save a flipbook of the texture. Deactivated when the input texture is larger than 2048x2048px"""
    scaling_factor: float | Unset = UNSET
    """Scaling factor (when targetWidth not specified) Limits: at least 1, at most 16."""
    scheduler: str | Unset = UNSET
    """The scheduler used to generate this asset"""
    seed: str | Unset = UNSET
    """The seed used to generate this asset. <!> Can be a string or a number in some cases <!>."""
    sharpen: bool | Unset = UNSET
    """Sharpen tiles."""
    shiny: float | Unset = UNSET
    """How shiny is the surface? 0 is like a matte surface, 1 is like a diamond. Limits: at least 0, at most
    1.
    """
    size: float | Unset = UNSET
    sketch: bool | Unset = UNSET
    """Activate sketch detection instead of canny."""
    source_project_id: str | Unset = UNSET
    splice_threshold: float | Unset = UNSET
    strength: float | Unset = UNSET
    """The strength

    Only available for the flux-kontext LoRA model.
    """
    structure_fidelity: float | Unset = UNSET
    """Strength for the input image structure preservation. Limits: at least 0, at most 100."""
    structure_image: str | Unset = UNSET
    """The control image for structure. A canny detector will be applied to this image. Must reference an
    existing AssetId.
    """
    style: AssetStyle | str | Unset = UNSET
    style_fidelity: float | Unset = UNSET
    """The higher the value the more it will look like the style image(s) Limits: at least 0, at most 100."""
    style_images: list[str] | Unset = UNSET
    """List of style images. Most of the time, only one image is enough. It must be existing AssetIds."""
    style_images_fidelity: float | Unset = UNSET
    """Condition the influence of the style image(s). The higher the value, the more the style images will
    influence the upscaled image. Limits: at least 0, at most 100.
    """
    target_height: float | Unset = UNSET
    """The target height of the output image. Limits: at least 0, at most 2048."""
    target_width: float | Unset = UNSET
    """Target width for the upscaled image, take priority over scaling factor. Limits: at least 1024, at most
    16000.
    """
    text: str | Unset = UNSET
    """A textual description / keywords describing the object of interest. Limits: at most 100 characters."""
    texture: str | Unset = UNSET
    """The asset to convert in texture maps. Must reference an existing AssetId."""
    thumbnail: AssetRef | Unset = UNSET
    """The thumbnail of the canvas"""
    tile_style: bool | Unset = UNSET
    """If set to true, during the upscaling process, the model will match tiles of the source image with
    tiles of the style image(s). This will result in a more coherent restyle. Works best with style images
    that have a similar composition.
    """
    training_image: bool | Unset = UNSET
    vertical_expansion_ratio: float | Unset = UNSET
    """(deprecated) Vertical expansion ratio. Limits: at least 1, at most 2."""
    width: float | Unset = UNSET
    """The width of the rendered image. Limits: at least 1024, at most 2048."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 109 else self._filled(data)
        try:
            v = known["kind"]
            self.kind = ASSET_KIND_MEMBERS[v] if kind(v) is str else v
            v = known["type"]
            self.type = ASSET_TYPE_MEMBERS[v] if kind(v) is str else v
            self.angular = known["angular"]
            self.aspect_ratio = known["aspectRatio"]
            self.background_opacity = known["backgroundOpacity"]
            self.base_model_id = known["baseModelId"]
            v = known["bbox"]
            self.bbox = v if kind(v) is list else absent(v, data, "bbox")
            self.better_quality = known["betterQuality"]
            self.canny_structure_image = known["cannyStructureImage"]
            self.clustering = known["clustering"]
            self.color_correction = known["colorCorrection"]
            self.color_mode = known["colorMode"]
            self.color_precision = known["colorPrecision"]
            self.concepts = objects(known["concepts"], _read_Concept, data, "concepts")
            v = known["contours"]
            self.contours = (
                [
                    [
                        [k if kind(k) is list else odd(k, j, "an array") for k in j]
                        if kind(j) is list
                        else odd(j, i, "an array")
                        for j in i
                    ]
                    if kind(i) is list
                    else odd(i, v, "an array")
                    for i in v
                ]
                if kind(v) is list
                else absent(v, data, "contours")
            )
            self.control_end = known["controlEnd"]
            self.copied_at = known["copiedAt"]
            self.corner_threshold = known["cornerThreshold"]
            self.creativity = known["creativity"]
            self.creativity_decay = known["creativityDecay"]
            self.default_parameters = known["defaultParameters"]
            self.depth_fidelity = known["depthFidelity"]
            self.depth_image = known["depthImage"]
            self.details_level = known["detailsLevel"]
            self.dilate = known["dilate"]
            self.factor = known["factor"]
            self.filter_speckle = known["filterSpeckle"]
            self.fractality = known["fractality"]
            self.geometry_enforcement = known["geometryEnforcement"]
            self.guidance = known["guidance"]
            self.half_mode = known["halfMode"]
            self.hdr = known["hdr"]
            self.height = known["height"]
            self.high_threshold = known["highThreshold"]
            self.horizontal_expansion_ratio = known["horizontalExpansionRatio"]
            self.image = known["image"]
            self.image_fidelity = known["imageFidelity"]
            v = known["imageType"]
            self.image_type = TEXTURE_IMAGE_TYPE_MEMBERS[v] if kind(v) is str else v
            self.inference_id = known["inferenceId"]
            v = known["inputFidelity"]
            self.input_fidelity = INPUT_FIDELITY_MEMBERS[v] if kind(v) is str else v
            v = known["inputLocation"]
            self.input_location = INPUT_LOCATION_MEMBERS[v] if kind(v) is str else v
            self.invert = known["invert"]
            self.keypoint_threshold = known["keypointThreshold"]
            self.layer_difference = known["layerDifference"]
            self.length_threshold = known["lengthThreshold"]
            self.lock_expires_at = known["lockExpiresAt"]
            self.low_threshold = known["lowThreshold"]
            self.mask = known["mask"]
            self.max_iterations = known["maxIterations"]
            self.max_threshold = known["maxThreshold"]
            self.min_threshold = known["minThreshold"]
            v = known["modality"]
            self.modality = MODALITY_MEMBERS[v] if kind(v) is str else v
            self.mode = known["mode"]
            self.model_id = known["modelId"]
            v = known["modelType"]
            self.model_type = MODEL_TYPE_MEMBERS[v] if kind(v) is str else v
            self.name = known["name"]
            self.nb_masks = known["nbMasks"]
            self.negative_prompt = known["negativePrompt"]
            self.negative_prompt_strength = known["negativePromptStrength"]
            self.num_inference_steps = known["numInferenceSteps"]
            self.num_outputs = known["numOutputs"]
            self.original_asset_id = known["originalAssetId"]
            self.output_index = known["outputIndex"]
            self.overlap_percentage = known["overlapPercentage"]
            self.override_embeddings = known["overrideEmbeddings"]
            self.parent_id = known["parentId"]
            self.parent_job_id = known["parentJobId"]
            self.path_precision = known["pathPrecision"]
            v = known["points"]
            self.points = (
                [i if kind(i) is list else odd(i, v, "an array") for i in v]
                if kind(v) is list
                else absent(v, data, "points")
            )
            self.polished = known["polished"]
            self.preset = known["preset"]
            self.progress_percent = known["progressPercent"]
            self.prompt = known["prompt"]
            self.prompt_fidelity = known["promptFidelity"]
            self.raised = known["raised"]
            v = known["referenceImages"]
            self.reference_images = v if kind(v) is list else absent(v, data, "referenceImages")
            self.refinement_steps = known["refinementSteps"]
            self.remove_background = known["removeBackground"]
            self.resize_option = known["resizeOption"]
            self.result_contours = known["resultContours"]
            self.result_image = known["resultImage"]
            self.result_mask = known["resultMask"]
            self.root_parent_id = known["rootParentId"]
            self.save_flipbook = known["saveFlipbook"]
            self.scaling_factor = known["scalingFactor"]
            self.scheduler = known["scheduler"]
            self.seed = known["seed"]
            self.sharpen = known["sharpen"]
            self.shiny = known["shiny"]
            self.size = known["size"]
            self.sketch = known["sketch"]
            self.source_project_id = known["sourceProjectId"]
            self.splice_threshold = known["spliceThreshold"]
            self.strength = known["strength"]
            self.structure_fidelity = known["structureFidelity"]
            self.structure_image = known["structureImage"]
            v = known["style"]
            self.style = ASSET_STYLE_MEMBERS[v] if kind(v) is str else v
            self.style_fidelity = known["styleFidelity"]
            v = known["styleImages"]
            self.style_images = v if kind(v) is list else absent(v, data, "styleImages")
            self.style_images_fidelity = known["styleImagesFidelity"]
            self.target_height = known["targetHeight"]
            self.target_width = known["targetWidth"]
            self.text = known["text"]
            self.texture = known["texture"]
            v = known["thumbnail"]
            self.thumbnail = (
                _read_AssetRef(v) if kind(v) is dict else absent(v, data, "thumbnail", "an object")
            )
            self.tile_style = known["tileStyle"]
            self.training_image = known["trainingImage"]
            self.vertical_expansion_ratio = known["verticalExpansionRatio"]
            self.width = known["width"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .asset_kind import ASSET_KIND_MEMBERS, AssetKind  # noqa: E402
from .asset_ref import AssetRef  # noqa: E402
from .asset_style import ASSET_STYLE_MEMBERS, AssetStyle  # noqa: E402
from .asset_type import ASSET_TYPE_MEMBERS, AssetType  # noqa: E402
from .concept import Concept  # noqa: E402
from .input_fidelity import INPUT_FIDELITY_MEMBERS, InputFidelity  # noqa: E402
from .input_location import INPUT_LOCATION_MEMBERS, InputLocation  # noqa: E402
from .modality import MODALITY_MEMBERS, Modality  # noqa: E402
from .model_type import MODEL_TYPE_MEMBERS, ModelType  # noqa: E402
from .texture_image_type import TEXTURE_IMAGE_TYPE_MEMBERS, TextureImageType  # noqa: E402

_read_AssetRef = AssetRef.from_dict
_read_Concept = Concept.from_dict
