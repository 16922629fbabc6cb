"""NodeLogicType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class NodeLogicType(StrEnum):
    """The type of the logic for the node. Only available for logic nodes."""

    IF_ELSE = "if-else"


NODE_LOGIC_TYPE_MEMBERS: Final = members(NodeLogicType)
