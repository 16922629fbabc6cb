"""The methods of `generations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._runtime.operation import Body, Operation, Param, Result
from .._runtime.paging import Paginator
from .._runtime.raw import raw, raw_async
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET
from .._runtime.waiting import Waiter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .._runtime.paging import AsyncPages, Pages
    from .._runtime.unset import Unset
    from ..models import (
        CanvasRequestType,
        ControlNetInput,
        ControlNetType,
        DeletedObject,
        ElementInput,
        Generation,
        GenerationJob,
        PresetStyle,
        Scheduler,
        SDVersion,
        Transparency,
        UserElementInput,
        UserGeneration,
    )

_CREATE: Final[Operation[GenerationJob]] = Operation(
    "POST",
    "/generations",
    Result("200", "GenerationJob"),
    name="generations.create",
    body=(Body("application/json", "json"),),
    security=(("bearerAuth",),),
    envelope="sdGenerationJob",
)
_DELETE: Final[Operation[DeletedObject]] = Operation(
    "DELETE",
    "/generations/{id}",
    Result("200", "DeletedObject"),
    name="generations.delete",
    params=(Param("id", "path"),),
    security=(("bearerAuth",),),
    envelope="delete_generations_by_pk",
)
_GET: Final[Operation[Generation]] = Operation(
    "GET",
    "/generations/{id}",
    Result("200", "Generation"),
    name="generations.get",
    params=(Param("id", "path"),),
    security=(("bearerAuth",),),
    envelope="generations_by_pk",
)
_LIST_BY_USER: Final[Operation[list[UserGeneration]]] = Operation(
    "GET",
    "/generations/user/{userId}",
    Result("200", "[UserGeneration]"),
    name="generations.list_by_user",
    params=(
        Param("userId", "path"),
        Param("limit", "query"),
        Param("offset", "query"),
    ),
    security=(("bearerAuth",),),
    envelope="generations",
)
_LIST_BY_USER_PAGES: Final = Paginator("offset", offset="offset", size="limit", page_size=10)
_WAITER: Final = Waiter(
    status="/status",
    success=("COMPLETE",),
    failure=("FAILED",),
    id="/generationId",
    interval=2,
    growth=1.5,
    max_interval=20,
    jitter=0.2,
)


class Generations(Resource):
    """The methods of `generations`."""

    @property
    def with_raw_response(self) -> GenerationsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return GenerationsRaw(self._raw_twin())

    def create(
        self,
        *,
        prompt: str,
        alchemy: bool | None | Unset = UNSET,
        canvas_init_id: str | None | Unset = UNSET,
        canvas_mask_id: str | None | Unset = UNSET,
        canvas_request: bool | None | Unset = UNSET,
        canvas_request_type: CanvasRequestType | str | None | Unset = UNSET,
        contrast: float | None | Unset = UNSET,
        contrast_ratio: float | None | Unset = UNSET,
        control_net: bool | None | Unset = UNSET,
        control_net_type: ControlNetType | str | Unset = UNSET,
        controlnets: Sequence[ControlNetInput | Mapping[str, Any]] | None | Unset = UNSET,
        elements: Sequence[ElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        enhance_prompt: bool | None | Unset = UNSET,
        enhance_prompt_instruction: str | None | Unset = UNSET,
        expanded_domain: bool | None | Unset = UNSET,
        fantasy_avatar: bool | None | Unset = UNSET,
        guidance_scale: float | None | Unset = UNSET,
        height: int | None | Unset = UNSET,
        high_contrast: bool | None | Unset = UNSET,
        high_resolution: bool | None | Unset = UNSET,
        image_prompt_weight: float | None | Unset = UNSET,
        image_prompts: Sequence[str | None] | None | Unset = UNSET,
        init_generation_image_id: str | None | Unset = UNSET,
        init_image_id: str | None | Unset = UNSET,
        init_strength: float | None | Unset = UNSET,
        model_id: str | None | Unset = UNSET,
        negative_prompt: str | None | Unset = UNSET,
        num_images: int | None | Unset = UNSET,
        num_inference_steps: int | None | Unset = UNSET,
        photo_real: bool | None | Unset = UNSET,
        photo_real_strength: float | None | Unset = UNSET,
        photo_real_version: str | None | Unset = UNSET,
        preset_style: PresetStyle | str | None | Unset = UNSET,
        prompt_magic: bool | None | Unset = UNSET,
        prompt_magic_strength: float | None | Unset = UNSET,
        prompt_magic_version: str | None | Unset = UNSET,
        public: bool | None | Unset = UNSET,
        scheduler: Scheduler | str | Unset = UNSET,
        sd_version: SDVersion | str | Unset = UNSET,
        seed: int | None | Unset = UNSET,
        tiling: bool | None | Unset = UNSET,
        transparency: Transparency | str | None | Unset = UNSET,
        ultra: bool | None | Unset = UNSET,
        unzoom: bool | None | Unset = UNSET,
        unzoom_amount: float | None | Unset = UNSET,
        upscale_ratio: float | None | Unset = UNSET,
        user_elements: Sequence[UserElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        weighting: float | None | Unset = UNSET,
        width: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> GenerationJob:
        """Create a Generation of Images.

        This endpoint will generate images

        `POST /generations`

        Args:
            prompt: The prompt used to generate images. The server's default: 'A majestic cat in the snow'.
            alchemy: Enable to use Alchemy. Note: The appropriate Alchemy version is selected for the specified
                model. For example, XL models will use Alchemy V2. The server's default: True.
            canvas_init_id: The ID of an initial image to use in Canvas Editor request.
            canvas_mask_id: The ID of a mask image to use in Canvas Editor request.
            canvas_request: Whether the generation is for the Canvas Editor feature.
            canvas_request_type: The type of request for the Canvas Editor. One of 'INPAINT', 'OUTPAINT', 'SKETCH2IMG',
                'IMG2IMG'.
            contrast: Adjusts the contrast level of the generated image. Used in Phoenix and Flux models.
                Accepts values [1.0, 1.3, 1.8, 2.5, 3, 3.5, 4, 4.5]. For Phoenix, if alchemy is true,
                contrast needs to be 2.5 or higher. Limits: at least 1, at most 4.5.
            contrast_ratio: Contrast Ratio to use with Alchemy. Must be a float between 0 and 1 inclusive.
            control_net: This parameter will be deprecated in September 2024. Please use the controlnets array
                instead. Deprecated.
            control_net_type: This parameter will be deprecated in September 2024. Please use the controlnets array
                instead. One of 'POSE', 'CANNY', 'DEPTH'. Deprecated.
            enhance_prompt: When enabled, your prompt is expanded to include more detail.
            enhance_prompt_instruction: When enhancePrompt is enabled, the prompt is enhanced based on the given instructions.
            expanded_domain: Enable to use the Expanded Domain feature of Alchemy.
            fantasy_avatar: Enable to use the Fantasy Avatar feature.
            guidance_scale: How strongly the generation should reflect the prompt. 7 is recommended. Must be between 1
                and 20.
            height: The input height of the images. Must be between 32 and 1536 and be a multiple of 8. Note:
                Input resolution is not always the same as output resolution due to upscaling from other
                features. The server's default: 768.
            high_contrast: Enable to use the High Contrast feature of Prompt Magic. Note: Controls RAW mode. Set to
                false to enable RAW mode.
            high_resolution: Enable to use the High Resolution feature of Prompt Magic.
            init_generation_image_id: The ID of an existing image to use in image2image.
            init_image_id: The ID of an Init Image to use in image2image.
            init_strength: How strongly the generated images should reflect the original image in image2image. Must
                be a float between 0.1 and 0.9.
            model_id: The model ID used for image generation. If not provided, uses sd_version to determine the
                version of Stable Diffusion to use. In-app, model IDs are under the Finetune Models menu.
                Click on the platform model or your custom model, then click View More. For platform
                models, you can also use the List Platform Models API. The server's default:
                'b24e16ff-06e3-43eb-8d33-4416c2d75876'.
            negative_prompt: The negative prompt used for the image generation
            num_images: The number of images to generate. Must be between 1 and 8. If either width or height is
                over 768, must be between 1 and 4. The server's default: 4.
            num_inference_steps: The Step Count to use for the generation. Must be between 10 and 60. Default is 15.
            photo_real: Enable the photoReal feature. Requires enabling alchemy and unspecifying modelId (for
                photoRealVersion V1).
            photo_real_strength: Depth of field of photoReal. Must be 0.55 for low, 0.5 for medium, or 0.45 for high.
                Defaults to 0.55 if not specified.
            photo_real_version: The version of photoReal to use. Must be v1 or v2.
            preset_style: The style to generate images with. When photoReal is enabled, refer to the Guide section
                for a full list. When alchemy is disabled, use LEONARDO or NONE. When alchemy is enabled,
                use ANIME, CREATIVE, DYNAMIC, ENVIRONMENT, GENERAL, ILLUSTRATION, PHOTOGRAPHY, RAYTRACED,
                RENDER_3D, SKETCH_BW, SKETCH_COLOR, or NONE. One of 'ANIME', 'BOKEH', 'CINEMATIC',
                'CINEMATIC_CLOSEUP', 'CREATIVE', 'DYNAMIC', 'ENVIRONMENT', 'FASHION', 'FILM', 'FOOD',
                'GENERAL', 'HDR', 'ILLUSTRATION', 'LEONARDO', 'LONG_EXPOSURE', 'MACRO', 'MINIMALISTIC',
                'MONOCHROME', 'MOODY', 'NONE', 'NEUTRAL', 'PHOTOGRAPHY', 'PORTRAIT', 'RAYTRACED',
                'RENDER_3D', 'RETRO', 'SKETCH_BW', 'SKETCH_COLOR', 'STOCK_PHOTO', 'VIBRANT',
                'UNPROCESSED'. The server's default: 'DYNAMIC'.
            prompt_magic: Enable to use Prompt Magic.
            prompt_magic_strength: Strength of prompt magic. Must be a float between 0.1 and 1.0
            prompt_magic_version: Prompt magic version v2 or v3, for use when promptMagic: true
            public: Whether the generated images should show in the community feed.
            scheduler: The scheduler to generate images with. Defaults to EULER_DISCRETE if not specified. One of
                'KLMS', 'EULER_ANCESTRAL_DISCRETE', 'EULER_DISCRETE', 'DDIM', 'DPM_SOLVER', 'PNDM',
                'LEONARDO'.
            sd_version: The base version of stable diffusion to use if not using a custom model. v1_5 is 1.5, v2
                is 2.1, if not specified it will default to v1_5. Also includes SDXL and SDXL Lightning
                models. One of 'v1_5', 'v2', 'v3', 'SDXL_0_8', 'SDXL_0_9', 'SDXL_1_0', 'SDXL_LIGHTNING',
                'PHOENIX', 'FLUX', 'FLUX_DEV', 'KINO_2_0'.
            seed: Apply a fixed seed to maintain consistency across generation sets. The maximum seed value
                is 2147483637 for Flux and 9999999998 for other models
            tiling: Whether the generated images should tile on all axis.
            transparency: Which type of transparency this image should use. One of 'disabled', 'foreground_only'.
            ultra: Enable to use Ultra mode. Note: can not be used with Alchemy.
            unzoom: Whether the generated images should be unzoomed (requires unzoomAmount and init_image_id
                to be set).
            unzoom_amount: How much the image should be unzoomed (requires an init_image_id and unzoom to be set to
                true).
            upscale_ratio: How much the image should be upscaled. (Enterprise Only)
            weighting: This parameter will be deprecated in September 2024. Please use the controlnets array
                instead. Deprecated.
            width: The input width of the images. Must be between 32 and 1536 and be a multiple of 8. Note:
                Input resolution is not always the same as output resolution due to upscaling from other
                features. The server's default: 1024.
            extra_body: Fields to send that the specification does not list.
        """
        return self._send(
            _CREATE,
            body={
                "prompt": prompt,
                "alchemy": alchemy,
                "canvasInitId": canvas_init_id,
                "canvasMaskId": canvas_mask_id,
                "canvasRequest": canvas_request,
                "canvasRequestType": canvas_request_type,
                "contrast": contrast,
                "contrastRatio": contrast_ratio,
                "controlNet": control_net,
                "controlNetType": control_net_type,
                "controlnets": controlnets,
                "elements": elements,
                "enhancePrompt": enhance_prompt,
                "enhancePromptInstruction": enhance_prompt_instruction,
                "expandedDomain": expanded_domain,
                "fantasyAvatar": fantasy_avatar,
                "guidance_scale": guidance_scale,
                "height": height,
                "highContrast": high_contrast,
                "highResolution": high_resolution,
                "imagePromptWeight": image_prompt_weight,
                "imagePrompts": image_prompts,
                "init_generation_image_id": init_generation_image_id,
                "init_image_id": init_image_id,
                "init_strength": init_strength,
                "modelId": model_id,
                "negative_prompt": negative_prompt,
                "num_images": num_images,
                "num_inference_steps": num_inference_steps,
                "photoReal": photo_real,
                "photoRealStrength": photo_real_strength,
                "photoRealVersion": photo_real_version,
                "presetStyle": preset_style,
                "promptMagic": prompt_magic,
                "promptMagicStrength": prompt_magic_strength,
                "promptMagicVersion": prompt_magic_version,
                "public": public,
                "scheduler": scheduler,
                "sd_version": sd_version,
                "seed": seed,
                "tiling": tiling,
                "transparency": transparency,
                "ultra": ultra,
                "unzoom": unzoom,
                "unzoomAmount": unzoom_amount,
                "upscaleRatio": upscale_ratio,
                "userElements": user_elements,
                "weighting": weighting,
                "width": width,
                **(extra_body or {}),
            },
        )

    def delete(self, id: str) -> DeletedObject:
        """Delete a Single Generation.

        This endpoint deletes a specific generation

        `DELETE /generations/{id}`

        Args:
            id: The ID of the generation to delete.
        """
        return self._send(_DELETE, path={"id": id})

    def get(self, id: str) -> Generation:
        """Get a Single Generation.

        This endpoint will provide information about a specific generation

        `GET /generations/{id}`

        Args:
            id: The ID of the generation to return.
        """
        return self._send(_GET, path={"id": id})

    def list_by_user(
        self,
        user_id: str,
        *,
        page_size: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | None = None,
    ) -> Pages[UserGeneration]:
        """Get generations by user ID.

        This endpoint returns all generations by a specific user

        `GET /generations/user/{userId}`

        Args:
            user_id: The ID of the user whose generations to return.
            page_size: How many generations to answer at most. The server's default: 10.
            offset: How many generations to leave out at the start. The server's default: 0.
            limit: How many items to give in all; None for all there are.
        """
        return self._pages(
            _LIST_BY_USER,
            _LIST_BY_USER_PAGES,
            path={"userId": user_id},
            query={"limit": page_size, "offset": offset},
            limit=limit,
        )

    def wait(
        self,
        id: str | GenerationJob,
        *,
        timeout: float | None = 600.0,
        on_poll: Callable[[Generation], object] | None = None,
    ) -> Generation:
        """Poll `get` until the job has ended.

        Args:
            id: The id of the job, or what `create` returned.
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        return self._wait(_WAITER, self.get, id, timeout=timeout, on_poll=on_poll)

    def create_and_wait(
        self,
        *,
        prompt: str,
        alchemy: bool | None | Unset = UNSET,
        canvas_init_id: str | None | Unset = UNSET,
        canvas_mask_id: str | None | Unset = UNSET,
        canvas_request: bool | None | Unset = UNSET,
        canvas_request_type: CanvasRequestType | str | None | Unset = UNSET,
        contrast: float | None | Unset = UNSET,
        contrast_ratio: float | None | Unset = UNSET,
        control_net: bool | None | Unset = UNSET,
        control_net_type: ControlNetType | str | Unset = UNSET,
        controlnets: Sequence[ControlNetInput | Mapping[str, Any]] | None | Unset = UNSET,
        elements: Sequence[ElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        enhance_prompt: bool | None | Unset = UNSET,
        enhance_prompt_instruction: str | None | Unset = UNSET,
        expanded_domain: bool | None | Unset = UNSET,
        fantasy_avatar: bool | None | Unset = UNSET,
        guidance_scale: float | None | Unset = UNSET,
        height: int | None | Unset = UNSET,
        high_contrast: bool | None | Unset = UNSET,
        high_resolution: bool | None | Unset = UNSET,
        image_prompt_weight: float | None | Unset = UNSET,
        image_prompts: Sequence[str | None] | None | Unset = UNSET,
        init_generation_image_id: str | None | Unset = UNSET,
        init_image_id: str | None | Unset = UNSET,
        init_strength: float | None | Unset = UNSET,
        model_id: str | None | Unset = UNSET,
        negative_prompt: str | None | Unset = UNSET,
        num_images: int | None | Unset = UNSET,
        num_inference_steps: int | None | Unset = UNSET,
        photo_real: bool | None | Unset = UNSET,
        photo_real_strength: float | None | Unset = UNSET,
        photo_real_version: str | None | Unset = UNSET,
        preset_style: PresetStyle | str | None | Unset = UNSET,
        prompt_magic: bool | None | Unset = UNSET,
        prompt_magic_strength: float | None | Unset = UNSET,
        prompt_magic_version: str | None | Unset = UNSET,
        public: bool | None | Unset = UNSET,
        scheduler: Scheduler | str | Unset = UNSET,
        sd_version: SDVersion | str | Unset = UNSET,
        seed: int | None | Unset = UNSET,
        tiling: bool | None | Unset = UNSET,
        transparency: Transparency | str | None | Unset = UNSET,
        ultra: bool | None | Unset = UNSET,
        unzoom: bool | None | Unset = UNSET,
        unzoom_amount: float | None | Unset = UNSET,
        upscale_ratio: float | None | Unset = UNSET,
        user_elements: Sequence[UserElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        weighting: float | None | Unset = UNSET,
        width: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 600.0,
        on_poll: Callable[[Generation], object] | None = None,
    ) -> Generation:
        """`create` with the same arguments, then wait until the job has ended.

        Args:
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        timeout = self._patience(timeout)
        created = self.create(
            prompt=prompt,
            alchemy=alchemy,
            canvas_init_id=canvas_init_id,
            canvas_mask_id=canvas_mask_id,
            canvas_request=canvas_request,
            canvas_request_type=canvas_request_type,
            contrast=contrast,
            contrast_ratio=contrast_ratio,
            control_net=control_net,
            control_net_type=control_net_type,
            controlnets=controlnets,
            elements=elements,
            enhance_prompt=enhance_prompt,
            enhance_prompt_instruction=enhance_prompt_instruction,
            expanded_domain=expanded_domain,
            fantasy_avatar=fantasy_avatar,
            guidance_scale=guidance_scale,
            height=height,
            high_contrast=high_contrast,
            high_resolution=high_resolution,
            image_prompt_weight=image_prompt_weight,
            image_prompts=image_prompts,
            init_generation_image_id=init_generation_image_id,
            init_image_id=init_image_id,
            init_strength=init_strength,
            model_id=model_id,
            negative_prompt=negative_prompt,
            num_images=num_images,
            num_inference_steps=num_inference_steps,
            photo_real=photo_real,
            photo_real_strength=photo_real_strength,
            photo_real_version=photo_real_version,
            preset_style=preset_style,
            prompt_magic=prompt_magic,
            prompt_magic_strength=prompt_magic_strength,
            prompt_magic_version=prompt_magic_version,
            public=public,
            scheduler=scheduler,
            sd_version=sd_version,
            seed=seed,
            tiling=tiling,
            transparency=transparency,
            ultra=ultra,
            unzoom=unzoom,
            unzoom_amount=unzoom_amount,
            upscale_ratio=upscale_ratio,
            user_elements=user_elements,
            weighting=weighting,
            width=width,
            extra_body=extra_body,
        )
        return self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class GenerationsRaw:
    """`Generations`, with the raw response."""

    def __init__(self, resource: Generations) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)


class AsyncGenerations(AsyncResource):
    """The methods of `generations`."""

    @property
    def with_raw_response(self) -> AsyncGenerationsRaw:
        """The same methods, answering with status, headers and body beside the result."""
        return AsyncGenerationsRaw(self._raw_twin())

    async def create(
        self,
        *,
        prompt: str,
        alchemy: bool | None | Unset = UNSET,
        canvas_init_id: str | None | Unset = UNSET,
        canvas_mask_id: str | None | Unset = UNSET,
        canvas_request: bool | None | Unset = UNSET,
        canvas_request_type: CanvasRequestType | str | None | Unset = UNSET,
        contrast: float | None | Unset = UNSET,
        contrast_ratio: float | None | Unset = UNSET,
        control_net: bool | None | Unset = UNSET,
        control_net_type: ControlNetType | str | Unset = UNSET,
        controlnets: Sequence[ControlNetInput | Mapping[str, Any]] | None | Unset = UNSET,
        elements: Sequence[ElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        enhance_prompt: bool | None | Unset = UNSET,
        enhance_prompt_instruction: str | None | Unset = UNSET,
        expanded_domain: bool | None | Unset = UNSET,
        fantasy_avatar: bool | None | Unset = UNSET,
        guidance_scale: float | None | Unset = UNSET,
        height: int | None | Unset = UNSET,
        high_contrast: bool | None | Unset = UNSET,
        high_resolution: bool | None | Unset = UNSET,
        image_prompt_weight: float | None | Unset = UNSET,
        image_prompts: Sequence[str | None] | None | Unset = UNSET,
        init_generation_image_id: str | None | Unset = UNSET,
        init_image_id: str | None | Unset = UNSET,
        init_strength: float | None | Unset = UNSET,
        model_id: str | None | Unset = UNSET,
        negative_prompt: str | None | Unset = UNSET,
        num_images: int | None | Unset = UNSET,
        num_inference_steps: int | None | Unset = UNSET,
        photo_real: bool | None | Unset = UNSET,
        photo_real_strength: float | None | Unset = UNSET,
        photo_real_version: str | None | Unset = UNSET,
        preset_style: PresetStyle | str | None | Unset = UNSET,
        prompt_magic: bool | None | Unset = UNSET,
        prompt_magic_strength: float | None | Unset = UNSET,
        prompt_magic_version: str | None | Unset = UNSET,
        public: bool | None | Unset = UNSET,
        scheduler: Scheduler | str | Unset = UNSET,
        sd_version: SDVersion | str | Unset = UNSET,
        seed: int | None | Unset = UNSET,
        tiling: bool | None | Unset = UNSET,
        transparency: Transparency | str | None | Unset = UNSET,
        ultra: bool | None | Unset = UNSET,
        unzoom: bool | None | Unset = UNSET,
        unzoom_amount: float | None | Unset = UNSET,
        upscale_ratio: float | None | Unset = UNSET,
        user_elements: Sequence[UserElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        weighting: float | None | Unset = UNSET,
        width: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> GenerationJob:
        """Create a Generation of Images.

        This endpoint will generate images

        `POST /generations`

        Args:
            prompt: The prompt used to generate images. The server's default: 'A majestic cat in the snow'.
            alchemy: Enable to use Alchemy. Note: The appropriate Alchemy version is selected for the specified
                model. For example, XL models will use Alchemy V2. The server's default: True.
            canvas_init_id: The ID of an initial image to use in Canvas Editor request.
            canvas_mask_id: The ID of a mask image to use in Canvas Editor request.
            canvas_request: Whether the generation is for the Canvas Editor feature.
            canvas_request_type: The type of request for the Canvas Editor. One of 'INPAINT', 'OUTPAINT', 'SKETCH2IMG',
                'IMG2IMG'.
            contrast: Adjusts the contrast level of the generated image. Used in Phoenix and Flux models.
                Accepts values [1.0, 1.3, 1.8, 2.5, 3, 3.5, 4, 4.5]. For Phoenix, if alchemy is true,
                contrast needs to be 2.5 or higher. Limits: at least 1, at most 4.5.
            contrast_ratio: Contrast Ratio to use with Alchemy. Must be a float between 0 and 1 inclusive.
            control_net: This parameter will be deprecated in September 2024. Please use the controlnets array
                instead. Deprecated.
            control_net_type: This parameter will be deprecated in September 2024. Please use the controlnets array
                instead. One of 'POSE', 'CANNY', 'DEPTH'. Deprecated.
            enhance_prompt: When enabled, your prompt is expanded to include more detail.
            enhance_prompt_instruction: When enhancePrompt is enabled, the prompt is enhanced based on the given instructions.
            expanded_domain: Enable to use the Expanded Domain feature of Alchemy.
            fantasy_avatar: Enable to use the Fantasy Avatar feature.
            guidance_scale: How strongly the generation should reflect the prompt. 7 is recommended. Must be between 1
                and 20.
            height: The input height of the images. Must be between 32 and 1536 and be a multiple of 8. Note:
                Input resolution is not always the same as output resolution due to upscaling from other
                features. The server's default: 768.
            high_contrast: Enable to use the High Contrast feature of Prompt Magic. Note: Controls RAW mode. Set to
                false to enable RAW mode.
            high_resolution: Enable to use the High Resolution feature of Prompt Magic.
            init_generation_image_id: The ID of an existing image to use in image2image.
            init_image_id: The ID of an Init Image to use in image2image.
            init_strength: How strongly the generated images should reflect the original image in image2image. Must
                be a float between 0.1 and 0.9.
            model_id: The model ID used for image generation. If not provided, uses sd_version to determine the
                version of Stable Diffusion to use. In-app, model IDs are under the Finetune Models menu.
                Click on the platform model or your custom model, then click View More. For platform
                models, you can also use the List Platform Models API. The server's default:
                'b24e16ff-06e3-43eb-8d33-4416c2d75876'.
            negative_prompt: The negative prompt used for the image generation
            num_images: The number of images to generate. Must be between 1 and 8. If either width or height is
                over 768, must be between 1 and 4. The server's default: 4.
            num_inference_steps: The Step Count to use for the generation. Must be between 10 and 60. Default is 15.
            photo_real: Enable the photoReal feature. Requires enabling alchemy and unspecifying modelId (for
                photoRealVersion V1).
            photo_real_strength: Depth of field of photoReal. Must be 0.55 for low, 0.5 for medium, or 0.45 for high.
                Defaults to 0.55 if not specified.
            photo_real_version: The version of photoReal to use. Must be v1 or v2.
            preset_style: The style to generate images with. When photoReal is enabled, refer to the Guide section
                for a full list. When alchemy is disabled, use LEONARDO or NONE. When alchemy is enabled,
                use ANIME, CREATIVE, DYNAMIC, ENVIRONMENT, GENERAL, ILLUSTRATION, PHOTOGRAPHY, RAYTRACED,
                RENDER_3D, SKETCH_BW, SKETCH_COLOR, or NONE. One of 'ANIME', 'BOKEH', 'CINEMATIC',
                'CINEMATIC_CLOSEUP', 'CREATIVE', 'DYNAMIC', 'ENVIRONMENT', 'FASHION', 'FILM', 'FOOD',
                'GENERAL', 'HDR', 'ILLUSTRATION', 'LEONARDO', 'LONG_EXPOSURE', 'MACRO', 'MINIMALISTIC',
                'MONOCHROME', 'MOODY', 'NONE', 'NEUTRAL', 'PHOTOGRAPHY', 'PORTRAIT', 'RAYTRACED',
                'RENDER_3D', 'RETRO', 'SKETCH_BW', 'SKETCH_COLOR', 'STOCK_PHOTO', 'VIBRANT',
                'UNPROCESSED'. The server's default: 'DYNAMIC'.
            prompt_magic: Enable to use Prompt Magic.
            prompt_magic_strength: Strength of prompt magic. Must be a float between 0.1 and 1.0
            prompt_magic_version: Prompt magic version v2 or v3, for use when promptMagic: true
            public: Whether the generated images should show in the community feed.
            scheduler: The scheduler to generate images with. Defaults to EULER_DISCRETE if not specified. One of
                'KLMS', 'EULER_ANCESTRAL_DISCRETE', 'EULER_DISCRETE', 'DDIM', 'DPM_SOLVER', 'PNDM',
                'LEONARDO'.
            sd_version: The base version of stable diffusion to use if not using a custom model. v1_5 is 1.5, v2
                is 2.1, if not specified it will default to v1_5. Also includes SDXL and SDXL Lightning
                models. One of 'v1_5', 'v2', 'v3', 'SDXL_0_8', 'SDXL_0_9', 'SDXL_1_0', 'SDXL_LIGHTNING',
                'PHOENIX', 'FLUX', 'FLUX_DEV', 'KINO_2_0'.
            seed: Apply a fixed seed to maintain consistency across generation sets. The maximum seed value
                is 2147483637 for Flux and 9999999998 for other models
            tiling: Whether the generated images should tile on all axis.
            transparency: Which type of transparency this image should use. One of 'disabled', 'foreground_only'.
            ultra: Enable to use Ultra mode. Note: can not be used with Alchemy.
            unzoom: Whether the generated images should be unzoomed (requires unzoomAmount and init_image_id
                to be set).
            unzoom_amount: How much the image should be unzoomed (requires an init_image_id and unzoom to be set to
                true).
            upscale_ratio: How much the image should be upscaled. (Enterprise Only)
            weighting: This parameter will be deprecated in September 2024. Please use the controlnets array
                instead. Deprecated.
            width: The input width of the images. Must be between 32 and 1536 and be a multiple of 8. Note:
                Input resolution is not always the same as output resolution due to upscaling from other
                features. The server's default: 1024.
            extra_body: Fields to send that the specification does not list.
        """
        return await self._send(
            _CREATE,
            body={
                "prompt": prompt,
                "alchemy": alchemy,
                "canvasInitId": canvas_init_id,
                "canvasMaskId": canvas_mask_id,
                "canvasRequest": canvas_request,
                "canvasRequestType": canvas_request_type,
                "contrast": contrast,
                "contrastRatio": contrast_ratio,
                "controlNet": control_net,
                "controlNetType": control_net_type,
                "controlnets": controlnets,
                "elements": elements,
                "enhancePrompt": enhance_prompt,
                "enhancePromptInstruction": enhance_prompt_instruction,
                "expandedDomain": expanded_domain,
                "fantasyAvatar": fantasy_avatar,
                "guidance_scale": guidance_scale,
                "height": height,
                "highContrast": high_contrast,
                "highResolution": high_resolution,
                "imagePromptWeight": image_prompt_weight,
                "imagePrompts": image_prompts,
                "init_generation_image_id": init_generation_image_id,
                "init_image_id": init_image_id,
                "init_strength": init_strength,
                "modelId": model_id,
                "negative_prompt": negative_prompt,
                "num_images": num_images,
                "num_inference_steps": num_inference_steps,
                "photoReal": photo_real,
                "photoRealStrength": photo_real_strength,
                "photoRealVersion": photo_real_version,
                "presetStyle": preset_style,
                "promptMagic": prompt_magic,
                "promptMagicStrength": prompt_magic_strength,
                "promptMagicVersion": prompt_magic_version,
                "public": public,
                "scheduler": scheduler,
                "sd_version": sd_version,
                "seed": seed,
                "tiling": tiling,
                "transparency": transparency,
                "ultra": ultra,
                "unzoom": unzoom,
                "unzoomAmount": unzoom_amount,
                "upscaleRatio": upscale_ratio,
                "userElements": user_elements,
                "weighting": weighting,
                "width": width,
                **(extra_body or {}),
            },
        )

    async def delete(self, id: str) -> DeletedObject:
        """Delete a Single Generation.

        This endpoint deletes a specific generation

        `DELETE /generations/{id}`

        Args:
            id: The ID of the generation to delete.
        """
        return await self._send(_DELETE, path={"id": id})

    async def get(self, id: str) -> Generation:
        """Get a Single Generation.

        This endpoint will provide information about a specific generation

        `GET /generations/{id}`

        Args:
            id: The ID of the generation to return.
        """
        return await self._send(_GET, path={"id": id})

    def list_by_user(
        self,
        user_id: str,
        *,
        page_size: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | None = None,
    ) -> AsyncPages[UserGeneration]:
        """Get generations by user ID.

        This endpoint returns all generations by a specific user

        `GET /generations/user/{userId}`

        Args:
            user_id: The ID of the user whose generations to return.
            page_size: How many generations to answer at most. The server's default: 10.
            offset: How many generations to leave out at the start. The server's default: 0.
            limit: How many items to give in all; None for all there are.
        """
        return self._pages(
            _LIST_BY_USER,
            _LIST_BY_USER_PAGES,
            path={"userId": user_id},
            query={"limit": page_size, "offset": offset},
            limit=limit,
        )

    async def wait(
        self,
        id: str | GenerationJob,
        *,
        timeout: float | None = 600.0,
        on_poll: Callable[[Generation], object] | None = None,
    ) -> Generation:
        """Poll `get` until the job has ended.

        Args:
            id: The id of the job, or what `create` returned.
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        return await self._wait(_WAITER, self.get, id, timeout=timeout, on_poll=on_poll)

    async def create_and_wait(
        self,
        *,
        prompt: str,
        alchemy: bool | None | Unset = UNSET,
        canvas_init_id: str | None | Unset = UNSET,
        canvas_mask_id: str | None | Unset = UNSET,
        canvas_request: bool | None | Unset = UNSET,
        canvas_request_type: CanvasRequestType | str | None | Unset = UNSET,
        contrast: float | None | Unset = UNSET,
        contrast_ratio: float | None | Unset = UNSET,
        control_net: bool | None | Unset = UNSET,
        control_net_type: ControlNetType | str | Unset = UNSET,
        controlnets: Sequence[ControlNetInput | Mapping[str, Any]] | None | Unset = UNSET,
        elements: Sequence[ElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        enhance_prompt: bool | None | Unset = UNSET,
        enhance_prompt_instruction: str | None | Unset = UNSET,
        expanded_domain: bool | None | Unset = UNSET,
        fantasy_avatar: bool | None | Unset = UNSET,
        guidance_scale: float | None | Unset = UNSET,
        height: int | None | Unset = UNSET,
        high_contrast: bool | None | Unset = UNSET,
        high_resolution: bool | None | Unset = UNSET,
        image_prompt_weight: float | None | Unset = UNSET,
        image_prompts: Sequence[str | None] | None | Unset = UNSET,
        init_generation_image_id: str | None | Unset = UNSET,
        init_image_id: str | None | Unset = UNSET,
        init_strength: float | None | Unset = UNSET,
        model_id: str | None | Unset = UNSET,
        negative_prompt: str | None | Unset = UNSET,
        num_images: int | None | Unset = UNSET,
        num_inference_steps: int | None | Unset = UNSET,
        photo_real: bool | None | Unset = UNSET,
        photo_real_strength: float | None | Unset = UNSET,
        photo_real_version: str | None | Unset = UNSET,
        preset_style: PresetStyle | str | None | Unset = UNSET,
        prompt_magic: bool | None | Unset = UNSET,
        prompt_magic_strength: float | None | Unset = UNSET,
        prompt_magic_version: str | None | Unset = UNSET,
        public: bool | None | Unset = UNSET,
        scheduler: Scheduler | str | Unset = UNSET,
        sd_version: SDVersion | str | Unset = UNSET,
        seed: int | None | Unset = UNSET,
        tiling: bool | None | Unset = UNSET,
        transparency: Transparency | str | None | Unset = UNSET,
        ultra: bool | None | Unset = UNSET,
        unzoom: bool | None | Unset = UNSET,
        unzoom_amount: float | None | Unset = UNSET,
        upscale_ratio: float | None | Unset = UNSET,
        user_elements: Sequence[UserElementInput | Mapping[str, Any]] | None | Unset = UNSET,
        weighting: float | None | Unset = UNSET,
        width: int | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = 600.0,
        on_poll: Callable[[Generation], object] | None = None,
    ) -> Generation:
        """`create` with the same arguments, then wait until the job has ended.

        Args:
            timeout: Seconds to wait in all, None for no limit.
            on_poll: Called with each state as it is read.

        Raises:
            JobFailedError: The job ended in a failure; `.id` and `.job` tell which.
            JobTimeoutError: The time was up; the job goes on, `.id` finds it again.
        """
        timeout = self._patience(timeout)
        created = await self.create(
            prompt=prompt,
            alchemy=alchemy,
            canvas_init_id=canvas_init_id,
            canvas_mask_id=canvas_mask_id,
            canvas_request=canvas_request,
            canvas_request_type=canvas_request_type,
            contrast=contrast,
            contrast_ratio=contrast_ratio,
            control_net=control_net,
            control_net_type=control_net_type,
            controlnets=controlnets,
            elements=elements,
            enhance_prompt=enhance_prompt,
            enhance_prompt_instruction=enhance_prompt_instruction,
            expanded_domain=expanded_domain,
            fantasy_avatar=fantasy_avatar,
            guidance_scale=guidance_scale,
            height=height,
            high_contrast=high_contrast,
            high_resolution=high_resolution,
            image_prompt_weight=image_prompt_weight,
            image_prompts=image_prompts,
            init_generation_image_id=init_generation_image_id,
            init_image_id=init_image_id,
            init_strength=init_strength,
            model_id=model_id,
            negative_prompt=negative_prompt,
            num_images=num_images,
            num_inference_steps=num_inference_steps,
            photo_real=photo_real,
            photo_real_strength=photo_real_strength,
            photo_real_version=photo_real_version,
            preset_style=preset_style,
            prompt_magic=prompt_magic,
            prompt_magic_strength=prompt_magic_strength,
            prompt_magic_version=prompt_magic_version,
            public=public,
            scheduler=scheduler,
            sd_version=sd_version,
            seed=seed,
            tiling=tiling,
            transparency=transparency,
            ultra=ultra,
            unzoom=unzoom,
            unzoom_amount=unzoom_amount,
            upscale_ratio=upscale_ratio,
            user_elements=user_elements,
            weighting=weighting,
            width=width,
            extra_body=extra_body,
        )
        return await self._wait(_WAITER, self.get, created, timeout=timeout, on_poll=on_poll)


class AsyncGenerationsRaw:
    """`AsyncGenerations`, with the raw response."""

    def __init__(self, resource: AsyncGenerations) -> None:
        self.create = raw_async(resource.create)
        self.delete = raw_async(resource.delete)
        self.get = raw_async(resource.get)
