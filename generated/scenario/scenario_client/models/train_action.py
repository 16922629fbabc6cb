"""TrainAction."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class TrainAction(StrEnum):
    """What to do with the training."""

    CANCEL = "cancel"


TRAIN_ACTION_MEMBERS: Final = members(TrainAction)
