"""TrainingParameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainingParameters(_Model):
    """The parameters of the model"""

    _FIELDS = {
        "age": "age",
        "batchSize": "batch_size",
        "classPrompt": "class_prompt",
        "cloneType": "clone_type",
        "conceptPrompt": "concept_prompt",
        "gender": "gender",
        "language": "language",
        "learningRate": "learning_rate",
        "learningRateTextEncoder": "learning_rate_text_encoder",
        "learningRateUnet": "learning_rate_unet",
        "lrScheduler": "lr_scheduler",
        "maxTrainSteps": "max_train_steps",
        "nbEpochs": "nb_epochs",
        "nbRepeats": "nb_repeats",
        "numTextTrainSteps": "num_text_train_steps",
        "numUNetTrainSteps": "num_u_net_train_steps",
        "optimizeFor": "optimize_for",
        "priorLossWeight": "prior_loss_weight",
        "randomCrop": "random_crop",
        "randomCropRatio": "random_crop_ratio",
        "randomCropScale": "random_crop_scale",
        "rank": "rank",
        "removeBackgroundNoise": "remove_background_noise",
        "samplePrompts": "sample_prompts",
        "sampleSourceImages": "sample_source_images",
        "scaleLr": "scale_lr",
        "seed": "seed",
        "textEncoderTrainingRatio": "text_encoder_training_ratio",
        "validationFrequency": "validation_frequency",
        "validationPrompt": "validation_prompt",
        "voiceDescription": "voice_description",
        "wandbKey": "wandb_key",
    }

    age: str | Unset = UNSET
    """Age group of the voice (for professional cloning)

    Only available for ElevenLabs voice training
    """
    batch_size: float | Unset = UNSET
    """The batch size Less steps, and will increase the learning rate

    Only available for Flux LoRA training

    Limits: at least 1, at most 4.
    """
    class_prompt: str | Unset = UNSET
    """The prompt to specify images in the same class as provided instance images

    Only available for SD15 training
    """
    clone_type: str | Unset = UNSET
    """Type of voice cloning: “instant” (fast) or “professional” (higher quality, requires captcha)

    Only available for ElevenLabs voice training
    """
    concept_prompt: str | Unset = UNSET
    """The prompt with identifier specifying the instance (or subject) of the class (example: “a daiton dog”)

    Default value varies depending on the model type:

    - For SD1.5: “daiton” if no class is associated with the model
    - For SDXL: “daiton”
    - For Flux: "".
    """
    gender: str | Unset = UNSET
    """Gender of the voice (for professional cloning)

    Only available for ElevenLabs voice training
    """
    language: str | Unset = UNSET
    """Language of the audio samples (ISO 639-1 code)

    Only available for ElevenLabs voice training
    """
    learning_rate: float | Unset = UNSET
    """Initial learning rate (after the potential warmup period)

    Default value varies depending on the model type:

    - For SD1.5 and SDXL: 0.000005
    - For Flux: 0.0001

    Limits: more than 0.
    """
    learning_rate_text_encoder: float | Unset = UNSET
    """Initial learning rate (after the potential warmup period) for the text encoder

    Maximum [Flux LoRA: 0.001] Default [SDXL: 0.00005 | Flux LoRA: 0.00001] Minimum [SDXL: 0 | Flux LoRA:
    0.000001]

    Limits: more than 0, at most 0.001.
    """
    learning_rate_unet: float | Unset = UNSET
    """Initial learning rate (after the potential warmup period) for the UNet

    Only available for SDXL LoRA training

    Limits: more than 0.
    """
    lr_scheduler: LrScheduler | str | Unset = UNSET
    max_train_steps: float | Unset = UNSET
    """Maximum number of training steps to execute (default: varies depending on the model type)

    For SDXL LoRA training, please use numTextTrainSteps and numUNetTrainSteps instead

    Default value varies depending on the model type:

    - For SD1.5: round((number of training images * 225) / 3)
    - For SDXL: number of training images * 175
    - For Flux: number of training images * 100

    Maximum value varies depending on the model type:

    - For SD1.5 and SDXL: [0, 40000]
    - For Flux: [0, 10000]

    Limits: at least 0, at most 40000.
    """
    nb_epochs: float | Unset = UNSET
    """The number of epochs to train for

    Only available for Flux LoRA training

    Limits: at least 1, at most 30.
    """
    nb_repeats: float | Unset = UNSET
    """The number of times to repeat the training

    Only available for Flux LoRA training

    Limits: at least 1, at most 30.
    """
    num_text_train_steps: float | Unset = UNSET
    """The number of training steps for the text encoder

    Only available for SDXL LoRA training

    Limits: at least 0, at most 40000.
    """
    num_u_net_train_steps: float | Unset = UNSET
    """The number of training steps for the UNet

    Only available for SDXL LoRA training

    Limits: at least 0, at most 40000.
    """
    optimize_for: OptimizeFor | str | Unset = UNSET
    prior_loss_weight: float | Unset = UNSET
    """The weight of prior preservation loss

    Only available for SD15 and SDXL LoRA training

    Limits: more than 0.
    """
    random_crop: bool | Unset = UNSET
    """Whether to random crop or center crop images before resizing to the working resolution

    Only available for SD15 and SDXL LoRA training
    """
    random_crop_ratio: float | Unset = UNSET
    """Ratio of random crops

    Only available for SD15 and SDXL LoRA training

    Limits: at least 0, at most 1.
    """
    random_crop_scale: float | Unset = UNSET
    """Scale of random crops

    Only available for SD15 and SDXL LoRA training

    Limits: at least 0, at most 1.
    """
    rank: float | Unset = UNSET
    """The dimension of the LoRA update matrices

    Only available for SDXL (deprecated), Flux LoRA and Musubi training

    Default value varies depending on the model type:

    - For SDXL (deprecated): 64
    - For Flux: 16
    - For Musubi: 64

    Each trainer enforces its own tighter limit (Flux LoRA: [2; 64], Musubi: [2; 128])

    Limits: at least 2, at most 128.
    """
    remove_background_noise: bool | Unset = UNSET
    """Whether to remove background noise from audio samples before cloning. When enabled, each sample must
    be at least 5 seconds long.

    Only available for ElevenLabs voice training
    """
    sample_prompts: list[str] | Unset = UNSET
    """The prompts to use for each epoch Only available for Flux LoRA training"""
    sample_source_images: list[str] | Unset = UNSET
    """The sample prompt images (AssetIds) paired with samplePrompts Only available for Flux LoRA training
    Must be the same length as samplePrompts
    """
    scale_lr: bool | Unset = UNSET
    """Whether to scale the learning rate

    Note: Legacy parameter, will be ignored

    Only available for SD15 and SDXL LoRA training
    """
    seed: float | Unset = UNSET
    """Used to reproduce previous results. Default: randomly generated number.

    Only available for SD15 and SDXL LoRA training

    Limits: at least 0.
    """
    text_encoder_training_ratio: float | Unset = UNSET
    """Whether to train the text encoder or not

    Example: For 100 steps and a value of 0.2, it means that the text encoder will be trained for 20 steps
    and then the UNet for 80 steps

    Note: Legacy parameter, please use numTextTrainSteps and numUNetTrainSteps

    Only available for SD15 and SDXL LoRA training

    Limits: at least 0, at most 0.99.
    """
    validation_frequency: float | Unset = UNSET
    """Validation frequency. Cannot be greater than maxTrainSteps value

    Only available for SD15 and SDXL LoRA training

    Limits: at least 0.
    """
    validation_prompt: str | Unset = UNSET
    """Validation prompt

    Only available for SD15 and SDXL LoRA training
    """
    voice_description: str | Unset = UNSET
    """Description of the voice characteristics

    Only available for ElevenLabs voice training
    """
    wandb_key: str | Unset = UNSET
    """The Weights And Bias key to use for logging. The maximum length is 40 characters"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 32 else self._filled(data)
        try:
            self.age = known["age"]
            self.batch_size = known["batchSize"]
            self.class_prompt = known["classPrompt"]
            self.clone_type = known["cloneType"]
            self.concept_prompt = known["conceptPrompt"]
            self.gender = known["gender"]
            self.language = known["language"]
            self.learning_rate = known["learningRate"]
            self.learning_rate_text_encoder = known["learningRateTextEncoder"]
            self.learning_rate_unet = known["learningRateUnet"]
            v = known["lrScheduler"]
            self.lr_scheduler = LR_SCHEDULER_MEMBERS[v] if kind(v) is str else v
            self.max_train_steps = known["maxTrainSteps"]
            self.nb_epochs = known["nbEpochs"]
            self.nb_repeats = known["nbRepeats"]
            self.num_text_train_steps = known["numTextTrainSteps"]
            self.num_u_net_train_steps = known["numUNetTrainSteps"]
            v = known["optimizeFor"]
            self.optimize_for = OPTIMIZE_FOR_MEMBERS[v] if kind(v) is str else v
            self.prior_loss_weight = known["priorLossWeight"]
            self.random_crop = known["randomCrop"]
            self.random_crop_ratio = known["randomCropRatio"]
            self.random_crop_scale = known["randomCropScale"]
            self.rank = known["rank"]
            self.remove_background_noise = known["removeBackgroundNoise"]
            v = known["samplePrompts"]
            self.sample_prompts = v if kind(v) is list else absent(v, data, "samplePrompts")
            v = known["sampleSourceImages"]
            self.sample_source_images = v if kind(v) is list else absent(v, data, "sampleSourceImages")
            self.scale_lr = known["scaleLr"]
            self.seed = known["seed"]
            self.text_encoder_training_ratio = known["textEncoderTrainingRatio"]
            self.validation_frequency = known["validationFrequency"]
            self.validation_prompt = known["validationPrompt"]
            self.voice_description = known["voiceDescription"]
            self.wandb_key = known["wandbKey"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .lr_scheduler import LR_SCHEDULER_MEMBERS, LrScheduler  # noqa: E402
from .optimize_for import OPTIMIZE_FOR_MEMBERS, OptimizeFor  # noqa: E402
