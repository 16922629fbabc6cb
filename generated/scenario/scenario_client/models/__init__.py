"""The models, imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .access_restriction import AccessRestriction as AccessRestriction
    from .arena_score import ArenaScore as ArenaScore
    from .aspect_ratio import AspectRatio as AspectRatio
    from .asset import Asset as Asset
    from .asset_kind import AssetKind as AssetKind
    from .asset_metadata import AssetMetadata as AssetMetadata
    from .asset_properties import AssetProperties as AssetProperties
    from .asset_ref import AssetRef as AssetRef
    from .asset_source import AssetSource as AssetSource
    from .asset_status import AssetStatus as AssetStatus
    from .asset_style import AssetStyle as AssetStyle
    from .asset_type import AssetType as AssetType
    from .audio_classification import AudioClassification as AudioClassification
    from .background_behavior import BackgroundBehavior as BackgroundBehavior
    from .bulk_model import BulkModel as BulkModel
    from .capability import Capability as Capability
    from .class_status import ClassStatus as ClassStatus
    from .concept import Concept as Concept
    from .copy_model_request import CopyModelRequest as CopyModelRequest
    from .create_model_request import CreateModelRequest as CreateModelRequest
    from .description_asset import DescriptionAsset as DescriptionAsset
    from .description_model import DescriptionModel as DescriptionModel
    from .description_response import DescriptionResponse as DescriptionResponse
    from .download_model_request import DownloadModelRequest as DownloadModelRequest
    from .dry_run import DryRun as DryRun
    from .edit_capability import EditCapability as EditCapability
    from .epoch import Epoch as Epoch
    from .example import Example as Example
    from .examples_response import ExamplesResponse as ExamplesResponse
    from .get_bulk_request import GetBulkRequest as GetBulkRequest
    from .inference_parameters import InferenceParameters as InferenceParameters
    from .inference_type import InferenceType as InferenceType
    from .input_fidelity import InputFidelity as InputFidelity
    from .input_location import InputLocation as InputLocation
    from .input_requirement import InputRequirement as InputRequirement
    from .input_type import InputType as InputType
    from .ip_adapter_type import IpAdapterType as IpAdapterType
    from .job import Job as Job
    from .job_billing import JobBilling as JobBilling
    from .job_metadata import JobMetadata as JobMetadata
    from .job_status import JobStatus as JobStatus
    from .job_status_change import JobStatusChange as JobStatusChange
    from .job_type import JobType as JobType
    from .list_privacy import ListPrivacy as ListPrivacy
    from .list_status import ListStatus as ListStatus
    from .lr_scheduler import LrScheduler as LrScheduler
    from .modality import Modality as Modality
    from .model import Model as Model
    from .model_class import ModelClass as ModelClass
    from .model_description import ModelDescription as ModelDescription
    from .model_download import ModelDownload as ModelDownload
    from .model_input import ModelInput as ModelInput
    from .model_page import ModelPage as ModelPage
    from .model_response import ModelResponse as ModelResponse
    from .model_source import ModelSource as ModelSource
    from .model_status import ModelStatus as ModelStatus
    from .model_type import ModelType as ModelType
    from .models_response import ModelsResponse as ModelsResponse
    from .node_input import NodeInput as NodeInput
    from .node_input_item import NodeInputItem as NodeInputItem
    from .node_input_ref import NodeInputRef as NodeInputRef
    from .node_logic import NodeLogic as NodeLogic
    from .node_logic_case import NodeLogicCase as NodeLogicCase
    from .node_logic_type import NodeLogicType as NodeLogicType
    from .node_status import NodeStatus as NodeStatus
    from .node_type import NodeType as NodeType
    from .optimize_for import OptimizeFor as OptimizeFor
    from .performance_stats import PerformanceStats as PerformanceStats
    from .privacy import Privacy as Privacy
    from .scheduler import Scheduler as Scheduler
    from .sort_by import SortBy as SortBy
    from .sort_direction import SortDirection as SortDirection
    from .tag_changes import TagChanges as TagChanges
    from .texture_image_type import TextureImageType as TextureImageType
    from .train_action import TrainAction as TrainAction
    from .train_action_request import TrainActionRequest as TrainActionRequest
    from .train_request import TrainRequest as TrainRequest
    from .training import Training as Training
    from .training_image import TrainingImage as TrainingImage
    from .training_image_pair import TrainingImagePair as TrainingImagePair
    from .training_image_pairs import TrainingImagePairs as TrainingImagePairs
    from .training_image_preset import TrainingImagePreset as TrainingImagePreset
    from .training_image_request import TrainingImageRequest as TrainingImageRequest
    from .training_image_response import TrainingImageResponse as TrainingImageResponse
    from .training_parameters import TrainingParameters as TrainingParameters
    from .training_progress import TrainingProgress as TrainingProgress
    from .training_stage import TrainingStage as TrainingStage
    from .training_stats import TrainingStats as TrainingStats
    from .transcription import Transcription as Transcription
    from .transfer_model_request import TransferModelRequest as TransferModelRequest
    from .trigger_position import TriggerPosition as TriggerPosition
    from .ui_config import UiConfig as UiConfig
    from .ui_generate_trigger import UiGenerateTrigger as UiGenerateTrigger
    from .ui_input_properties import UiInputProperties as UiInputProperties
    from .ui_loras_component import UiLorasComponent as UiLorasComponent
    from .ui_preset import UiPreset as UiPreset
    from .ui_resolution_component import UiResolutionComponent as UiResolutionComponent
    from .ui_resolution_preset import UiResolutionPreset as UiResolutionPreset
    from .update_description_request import UpdateDescriptionRequest as UpdateDescriptionRequest
    from .update_examples_request import UpdateExamplesRequest as UpdateExamplesRequest
    from .update_model_request import UpdateModelRequest as UpdateModelRequest
    from .update_tags_request import UpdateTagsRequest as UpdateTagsRequest
    from .variant_performance import VariantPerformance as VariantPerformance
    from .workflow_node import WorkflowNode as WorkflowNode

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "AccessRestriction": ".access_restriction",
        "ArenaScore": ".arena_score",
        "AspectRatio": ".aspect_ratio",
        "Asset": ".asset",
        "AssetKind": ".asset_kind",
        "AssetMetadata": ".asset_metadata",
        "AssetProperties": ".asset_properties",
        "AssetRef": ".asset_ref",
        "AssetSource": ".asset_source",
        "AssetStatus": ".asset_status",
        "AssetStyle": ".asset_style",
        "AssetType": ".asset_type",
        "AudioClassification": ".audio_classification",
        "BackgroundBehavior": ".background_behavior",
        "BulkModel": ".bulk_model",
        "Capability": ".capability",
        "ClassStatus": ".class_status",
        "Concept": ".concept",
        "CopyModelRequest": ".copy_model_request",
        "CreateModelRequest": ".create_model_request",
        "DescriptionAsset": ".description_asset",
        "DescriptionModel": ".description_model",
        "DescriptionResponse": ".description_response",
        "DownloadModelRequest": ".download_model_request",
        "DryRun": ".dry_run",
        "EditCapability": ".edit_capability",
        "Epoch": ".epoch",
        "Example": ".example",
        "ExamplesResponse": ".examples_response",
        "GetBulkRequest": ".get_bulk_request",
        "InferenceParameters": ".inference_parameters",
        "InferenceType": ".inference_type",
        "InputFidelity": ".input_fidelity",
        "InputLocation": ".input_location",
        "InputRequirement": ".input_requirement",
        "InputType": ".input_type",
        "IpAdapterType": ".ip_adapter_type",
        "Job": ".job",
        "JobBilling": ".job_billing",
        "JobMetadata": ".job_metadata",
        "JobStatus": ".job_status",
        "JobStatusChange": ".job_status_change",
        "JobType": ".job_type",
        "ListPrivacy": ".list_privacy",
        "ListStatus": ".list_status",
        "LrScheduler": ".lr_scheduler",
        "Modality": ".modality",
        "Model": ".model",
        "ModelClass": ".model_class",
        "ModelDescription": ".model_description",
        "ModelDownload": ".model_download",
        "ModelInput": ".model_input",
        "ModelPage": ".model_page",
        "ModelResponse": ".model_response",
        "ModelSource": ".model_source",
        "ModelStatus": ".model_status",
        "ModelType": ".model_type",
        "ModelsResponse": ".models_response",
        "NodeInput": ".node_input",
        "NodeInputItem": ".node_input_item",
        "NodeInputRef": ".node_input_ref",
        "NodeLogic": ".node_logic",
        "NodeLogicCase": ".node_logic_case",
        "NodeLogicType": ".node_logic_type",
        "NodeStatus": ".node_status",
        "NodeType": ".node_type",
        "OptimizeFor": ".optimize_for",
        "PerformanceStats": ".performance_stats",
        "Privacy": ".privacy",
        "Scheduler": ".scheduler",
        "SortBy": ".sort_by",
        "SortDirection": ".sort_direction",
        "TagChanges": ".tag_changes",
        "TextureImageType": ".texture_image_type",
        "TrainAction": ".train_action",
        "TrainActionRequest": ".train_action_request",
        "TrainRequest": ".train_request",
        "Training": ".training",
        "TrainingImage": ".training_image",
        "TrainingImagePair": ".training_image_pair",
        "TrainingImagePairs": ".training_image_pairs",
        "TrainingImagePreset": ".training_image_preset",
        "TrainingImageRequest": ".training_image_request",
        "TrainingImageResponse": ".training_image_response",
        "TrainingParameters": ".training_parameters",
        "TrainingProgress": ".training_progress",
        "TrainingStage": ".training_stage",
        "TrainingStats": ".training_stats",
        "Transcription": ".transcription",
        "TransferModelRequest": ".transfer_model_request",
        "TriggerPosition": ".trigger_position",
        "UiConfig": ".ui_config",
        "UiGenerateTrigger": ".ui_generate_trigger",
        "UiInputProperties": ".ui_input_properties",
        "UiLorasComponent": ".ui_loras_component",
        "UiPreset": ".ui_preset",
        "UiResolutionComponent": ".ui_resolution_component",
        "UiResolutionPreset": ".ui_resolution_preset",
        "UpdateDescriptionRequest": ".update_description_request",
        "UpdateExamplesRequest": ".update_examples_request",
        "UpdateModelRequest": ".update_model_request",
        "UpdateTagsRequest": ".update_tags_request",
        "VariantPerformance": ".variant_performance",
        "WorkflowNode": ".workflow_node",
    },
)
