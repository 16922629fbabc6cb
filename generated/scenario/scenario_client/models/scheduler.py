"""Scheduler."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class Scheduler(StrEnum):
    """The scheduler to use to override the default configured for the model. See detailed documentation for
    more details.
    """

    DDIM_SCHEDULER = "DDIMScheduler"
    DDPM_SCHEDULER = "DDPMScheduler"
    DEIS_MULTISTEP_SCHEDULER = "DEISMultistepScheduler"
    DPM_SOLVER_MULTISTEP_SCHEDULER = "DPMSolverMultistepScheduler"
    DPM_SOLVER_SINGLESTEP_SCHEDULER = "DPMSolverSinglestepScheduler"
    EULER_ANCESTRAL_DISCRETE_SCHEDULER = "EulerAncestralDiscreteScheduler"
    EULER_DISCRETE_SCHEDULER = "EulerDiscreteScheduler"
    HEUN_DISCRETE_SCHEDULER = "HeunDiscreteScheduler"
    KDPM2_ANCESTRAL_DISCRETE_SCHEDULER = "KDPM2AncestralDiscreteScheduler"
    KDPM2_DISCRETE_SCHEDULER = "KDPM2DiscreteScheduler"
    LCM_SCHEDULER = "LCMScheduler"
    LMS_DISCRETE_SCHEDULER = "LMSDiscreteScheduler"
    PNDM_SCHEDULER = "PNDMScheduler"
    TCD_SCHEDULER = "TCDScheduler"
    UNI_PC_MULTISTEP_SCHEDULER = "UniPCMultistepScheduler"


SCHEDULER_MEMBERS: Final = members(Scheduler)
