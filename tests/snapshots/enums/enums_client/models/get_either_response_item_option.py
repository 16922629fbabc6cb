"""GetEitherResponseItemOption."""

from __future__ import annotations

from enum import Enum
from typing import Final

from .._runtime.codec import members


class GetEitherResponseItemOption(float, Enum):
    """GetEitherResponseItemOption."""

    VALUE_1 = 1
    VALUE_2_5 = 2.5


GET_EITHER_RESPONSE_ITEM_OPTION_MEMBERS: Final = members(GetEitherResponseItemOption)
