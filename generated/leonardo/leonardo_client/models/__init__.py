"""The models, imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .applied_element import AppliedElement as AppliedElement
    from .canvas_request_type import CanvasRequestType as CanvasRequestType
    from .control_net_input import ControlNetInput as ControlNetInput
    from .control_net_strength import ControlNetStrength as ControlNetStrength
    from .control_net_type import ControlNetType as ControlNetType
    from .cost import Cost as Cost
    from .cost_unit import CostUnit as CostUnit
    from .create_element_request import CreateElementRequest as CreateElementRequest
    from .create_element_response import CreateElementResponse as CreateElementResponse
    from .create_generation_request import CreateGenerationRequest as CreateGenerationRequest
    from .create_generation_response import CreateGenerationResponse as CreateGenerationResponse
    from .create_model_request import CreateModelRequest as CreateModelRequest
    from .create_model_response import CreateModelResponse as CreateModelResponse
    from .custom_model import CustomModel as CustomModel
    from .custom_model_type import CustomModelType as CustomModelType
    from .delete_element_response import DeleteElementResponse as DeleteElementResponse
    from .delete_generation_response import DeleteGenerationResponse as DeleteGenerationResponse
    from .delete_model_response import DeleteModelResponse as DeleteModelResponse
    from .deleted_element import DeletedElement as DeletedElement
    from .deleted_object import DeletedObject as DeletedObject
    from .element import Element as Element
    from .element_input import ElementInput as ElementInput
    from .element_sd_version import ElementSDVersion as ElementSDVersion
    from .element_training_job import ElementTrainingJob as ElementTrainingJob
    from .error_body import ErrorBody as ErrorBody
    from .generated_image import GeneratedImage as GeneratedImage
    from .generation import Generation as Generation
    from .generation_element import GenerationElement as GenerationElement
    from .generation_job import GenerationJob as GenerationJob
    from .get_element_response import GetElementResponse as GetElementResponse
    from .get_generation_response import GetGenerationResponse as GetGenerationResponse
    from .get_model_response import GetModelResponse as GetModelResponse
    from .image_variation import ImageVariation as ImageVariation
    from .init_image_type import InitImageType as InitImageType
    from .job_status import JobStatus as JobStatus
    from .list_elements_response import ListElementsResponse as ListElementsResponse
    from .list_platform_models_response import ListPlatformModelsResponse as ListPlatformModelsResponse
    from .list_user_elements_response import ListUserElementsResponse as ListUserElementsResponse
    from .list_user_generations_response import ListUserGenerationsResponse as ListUserGenerationsResponse
    from .list_user_models_response import ListUserModelsResponse as ListUserModelsResponse
    from .model_sd_version import ModelSDVersion as ModelSDVersion
    from .model_training_job import ModelTrainingJob as ModelTrainingJob
    from .platform_model import PlatformModel as PlatformModel
    from .platform_model_image import PlatformModelImage as PlatformModelImage
    from .preset_style import PresetStyle as PresetStyle
    from .scheduler import Scheduler as Scheduler
    from .sd_version import SDVersion as SDVersion
    from .training_strength import TrainingStrength as TrainingStrength
    from .transparency import Transparency as Transparency
    from .user_element import UserElement as UserElement
    from .user_element_input import UserElementInput as UserElementInput
    from .user_generated_image import UserGeneratedImage as UserGeneratedImage
    from .user_generation import UserGeneration as UserGeneration
    from .variation_type import VariationType as VariationType

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "AppliedElement": ".applied_element",
        "CanvasRequestType": ".canvas_request_type",
        "ControlNetInput": ".control_net_input",
        "ControlNetStrength": ".control_net_strength",
        "ControlNetType": ".control_net_type",
        "Cost": ".cost",
        "CostUnit": ".cost_unit",
        "CreateElementRequest": ".create_element_request",
        "CreateElementResponse": ".create_element_response",
        "CreateGenerationRequest": ".create_generation_request",
        "CreateGenerationResponse": ".create_generation_response",
        "CreateModelRequest": ".create_model_request",
        "CreateModelResponse": ".create_model_response",
        "CustomModel": ".custom_model",
        "CustomModelType": ".custom_model_type",
        "DeleteElementResponse": ".delete_element_response",
        "DeleteGenerationResponse": ".delete_generation_response",
        "DeleteModelResponse": ".delete_model_response",
        "DeletedElement": ".deleted_element",
        "DeletedObject": ".deleted_object",
        "Element": ".element",
        "ElementInput": ".element_input",
        "ElementSDVersion": ".element_sd_version",
        "ElementTrainingJob": ".element_training_job",
        "ErrorBody": ".error_body",
        "GeneratedImage": ".generated_image",
        "Generation": ".generation",
        "GenerationElement": ".generation_element",
        "GenerationJob": ".generation_job",
        "GetElementResponse": ".get_element_response",
        "GetGenerationResponse": ".get_generation_response",
        "GetModelResponse": ".get_model_response",
        "ImageVariation": ".image_variation",
        "InitImageType": ".init_image_type",
        "JobStatus": ".job_status",
        "ListElementsResponse": ".list_elements_response",
        "ListPlatformModelsResponse": ".list_platform_models_response",
        "ListUserElementsResponse": ".list_user_elements_response",
        "ListUserGenerationsResponse": ".list_user_generations_response",
        "ListUserModelsResponse": ".list_user_models_response",
        "ModelSDVersion": ".model_sd_version",
        "ModelTrainingJob": ".model_training_job",
        "PlatformModel": ".platform_model",
        "PlatformModelImage": ".platform_model_image",
        "PresetStyle": ".preset_style",
        "SDVersion": ".sd_version",
        "Scheduler": ".scheduler",
        "TrainingStrength": ".training_strength",
        "Transparency": ".transparency",
        "UserElement": ".user_element",
        "UserElementInput": ".user_element_input",
        "UserGeneratedImage": ".user_generated_image",
        "UserGeneration": ".user_generation",
        "VariationType": ".variation_type",
    },
)
