"""Model."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects, parse_datetime
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Model(_Model):
    """A model: one to generate with, public or trained by a user."""

    _FIELDS = {
        "id": "id",
        "capabilities": "capabilities",
        "collectionIds": "collection_ids",
        "createdAt": "created_at",
        "custom": "custom",
        "exampleAssetIds": "example_asset_ids",
        "privacy": "privacy",
        "source": "source",
        "status": "status",
        "tags": "tags",
        "trainingImagesNumber": "training_images_number",
        "type": "type",
        "updatedAt": "updated_at",
        "accessRestrictions": "access_restrictions",
        "authorId": "author_id",
        "class": "class_",
        "compliantModelIds": "compliant_model_ids",
        "concepts": "concepts",
        "epoch": "epoch",
        "epochs": "epochs",
        "inputs": "inputs",
        "modelKeyword": "model_keyword",
        "name": "name",
        "negativePromptEmbedding": "negative_prompt_embedding",
        "ownerId": "owner_id",
        "parameters": "parameters",
        "parentModelId": "parent_model_id",
        "performanceStats": "performance_stats",
        "promptEmbedding": "prompt_embedding",
        "shortDescription": "short_description",
        "softDeletionOn": "soft_deletion_on",
        "thumbnail": "thumbnail",
        "trainingImagePairs": "training_image_pairs",
        "trainingImages": "training_images",
        "trainingProgress": "training_progress",
        "trainingStats": "training_stats",
        "uiConfig": "ui_config",
        "userId": "user_id",
    }

    id: str
    """The model ID (example: “model_eyVcnFJcR92BxBkz7N6g5w”)"""
    capabilities: list[Capability | str]
    """List of model capabilities (example: [“txt2img”, “img2img”, “txt2img_ip_adapter”, …])"""
    collection_ids: list[str]
    """A list of CollectionId this model belongs to"""
    created_at: _dt.datetime
    """The model creation date as an ISO string (example: “2023-02-03T11:19:41.579Z”)"""
    custom: bool
    """Whether the model is a custom model and can be used only with POST /generate/custom/{modelId} endpoint"""
    example_asset_ids: list[str]
    """List of all example asset IDs setup by the model owner"""
    privacy: Privacy | str
    source: ModelSource | str
    status: ModelStatus | str
    tags: list[str]
    """The associated tags (example: [“sci-fi”, “landscape”])"""
    training_images_number: float
    """The total number of training images"""
    type: ModelType | str
    updated_at: _dt.datetime
    """The model last update date as an ISO string (example: “2023-02-03T11:19:41.579Z”)"""
    access_restrictions: AccessRestriction | int | Unset = UNSET
    author_id: str | Unset = UNSET
    """The author user ID (example: “user_VFhihHKMRZyDDnZAJwLb2Q”)"""
    class_: ModelClass | Unset = UNSET
    compliant_model_ids: list[str] | Unset = UNSET
    """List of base model IDs compliant with the model (example: [“flux.1-dev”, “flux.1-schnell”]) This
    attribute is mainly used for Flux LoRA models
    """
    concepts: list[Concept] | Unset = UNSET
    """The concepts is required for the type model: composition"""
    epoch: str | Unset = UNSET
    """The epoch of the model. Only available for Flux Lora Trained models. If not set, uses the final model
    epoch (latest)
    """
    epochs: list[Epoch] | Unset = UNSET
    """The epochs of the model. Only available for Flux Lora Trained models."""
    inputs: list[ModelInput] | Unset = UNSET
    """The inputs of the model. Only used for custom models. To retrieve this list, get it by modelId with
    GET /models/{modelId}
    """
    model_keyword: str | Unset = UNSET
    """The model keyword, this is a legacy parameter, please use conceptPrompt in parameters"""
    name: str | Unset = UNSET
    """The model name (example: “Cinematic Realism”)"""
    negative_prompt_embedding: str | Unset = UNSET
    """Fine-tune the model’s inferences with negative prompt embedding"""
    owner_id: str | Unset = UNSET
    """The owner ID (example: “team_VFhihHKMRZyDDnZAJwLb2Q”)"""
    parameters: TrainingParameters | Unset = UNSET
    parent_model_id: str | Unset = UNSET
    """The id of the parent model"""
    performance_stats: PerformanceStats | Unset = UNSET
    prompt_embedding: str | Unset = UNSET
    """Fine-tune the model’s inferences with prompt embedding"""
    short_description: str | Unset = UNSET
    """The model short description (example: “This model generates highly detailed cinematic scenes.”)"""
    soft_deletion_on: str | Unset = UNSET
    """The date when the model will be soft deleted (only for Free plan)"""
    thumbnail: AssetRef | Unset = UNSET
    """A thumbnail for your model"""
    training_image_pairs: list[TrainingImagePair] | Unset = UNSET
    """Array of training image pairs"""
    training_images: list[TrainingImage] | Unset = UNSET
    """The URLs of the first 3 training images of the model. To retrieve the full set of images, get it by
    modelId
    """
    training_progress: TrainingProgress | Unset = UNSET
    training_stats: TrainingStats | Unset = UNSET
    ui_config: UiConfig | Unset = UNSET
    user_id: str | Unset = UNSET
    """(Deprecated) The user ID (example: “user_VFhihHKMRZyDDnZAJwLb2Q”)"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        self._raw = data
        known = data if len(data) == 38 else self._filled(data)
        try:
            self.id = known["id"]
            v = known["capabilities"]
            self.capabilities = (
                [CAPABILITY_MEMBERS[i] if kind(i) is str else i for i in v]
                if kind(v) is list
                else absent(v, data, "capabilities")
            )
            v = known["collectionIds"]
            self.collection_ids = v if kind(v) is list else absent(v, data, "collectionIds")
            self.created_at = parse_datetime(known["createdAt"])
            self.custom = known["custom"]
            v = known["exampleAssetIds"]
            self.example_asset_ids = v if kind(v) is list else absent(v, data, "exampleAssetIds")
            v = known["privacy"]
            self.privacy = PRIVACY_MEMBERS[v] if kind(v) is str else v
            v = known["source"]
            self.source = MODEL_SOURCE_MEMBERS[v] if kind(v) is str else v
            v = known["status"]
            self.status = MODEL_STATUS_MEMBERS[v] if kind(v) is str else v
            v = known["tags"]
            self.tags = v if kind(v) is list else absent(v, data, "tags")
            self.training_images_number = known["trainingImagesNumber"]
            v = known["type"]
            self.type = MODEL_TYPE_MEMBERS[v] if kind(v) is str else v
            self.updated_at = parse_datetime(known["updatedAt"])
            v = known["accessRestrictions"]
            self.access_restrictions = ACCESS_RESTRICTION_MEMBERS[v] if kind(v) is int else v
            self.author_id = known["authorId"]
            v = known["class"]
            self.class_ = _read_ModelClass(v) if kind(v) is dict else absent(v, data, "class", "an object")
            v = known["compliantModelIds"]
            self.compliant_model_ids = v if kind(v) is list else absent(v, data, "compliantModelIds")
            self.concepts = objects(known["concepts"], _read_Concept, data, "concepts")
            self.epoch = known["epoch"]
            self.epochs = objects(known["epochs"], _read_Epoch, data, "epochs")
            self.inputs = objects(known["inputs"], _read_ModelInput, data, "inputs")
            self.model_keyword = known["modelKeyword"]
            self.name = known["name"]
            self.negative_prompt_embedding = known["negativePromptEmbedding"]
            self.owner_id = known["ownerId"]
            v = known["parameters"]
            self.parameters = (
                _read_TrainingParameters(v) if kind(v) is dict else absent(v, data, "parameters", "an object")
            )
            self.parent_model_id = known["parentModelId"]
            v = known["performanceStats"]
            self.performance_stats = (
                _read_PerformanceStats(v)
                if kind(v) is dict
                else absent(v, data, "performanceStats", "an object")
            )
            self.prompt_embedding = known["promptEmbedding"]
            self.short_description = known["shortDescription"]
            self.soft_deletion_on = known["softDeletionOn"]
            v = known["thumbnail"]
            self.thumbnail = (
                _read_AssetRef(v) if kind(v) is dict else absent(v, data, "thumbnail", "an object")
            )
            self.training_image_pairs = objects(
                known["trainingImagePairs"], _read_TrainingImagePair, data, "trainingImagePairs"
            )
            self.training_images = objects(
                known["trainingImages"], _read_TrainingImage, data, "trainingImages"
            )
            v = known["trainingProgress"]
            self.training_progress = (
                _read_TrainingProgress(v)
                if kind(v) is dict
                else absent(v, data, "trainingProgress", "an object")
            )
            v = known["trainingStats"]
            self.training_stats = (
                _read_TrainingStats(v) if kind(v) is dict else absent(v, data, "trainingStats", "an object")
            )
            v = known["uiConfig"]
            self.ui_config = (
                _read_UiConfig(v) if kind(v) is dict else absent(v, data, "uiConfig", "an object")
            )
            self.user_id = known["userId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .access_restriction import ACCESS_RESTRICTION_MEMBERS, AccessRestriction  # noqa: E402
from .asset_ref import AssetRef  # noqa: E402
from .capability import CAPABILITY_MEMBERS, Capability  # noqa: E402
from .concept import Concept  # noqa: E402
from .epoch import Epoch  # noqa: E402
from .model_class import ModelClass  # noqa: E402
from .model_input import ModelInput  # noqa: E402
from .model_source import MODEL_SOURCE_MEMBERS, ModelSource  # noqa: E402
from .model_status import MODEL_STATUS_MEMBERS, ModelStatus  # noqa: E402
from .model_type import MODEL_TYPE_MEMBERS, ModelType  # noqa: E402
from .performance_stats import PerformanceStats  # noqa: E402
from .privacy import PRIVACY_MEMBERS, Privacy  # noqa: E402
from .training_image import TrainingImage  # noqa: E402
from .training_image_pair import TrainingImagePair  # noqa: E402
from .training_parameters import TrainingParameters  # noqa: E402
from .training_progress import TrainingProgress  # noqa: E402
from .training_stats import TrainingStats  # noqa: E402
from .ui_config import UiConfig  # noqa: E402

_read_AssetRef = AssetRef.from_dict
_read_Concept = Concept.from_dict
_read_Epoch = Epoch.from_dict
_read_ModelClass = ModelClass.from_dict
_read_ModelInput = ModelInput.from_dict
_read_PerformanceStats = PerformanceStats.from_dict
_read_TrainingImage = TrainingImage.from_dict
_read_TrainingImagePair = TrainingImagePair.from_dict
_read_TrainingParameters = TrainingParameters.from_dict
_read_TrainingProgress = TrainingProgress.from_dict
_read_TrainingStats = TrainingStats.from_dict
_read_UiConfig = UiConfig.from_dict
