"""NodeType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class NodeType(StrEnum):
    """The type of the job for the node."""

    CUSTOM_MODEL = "custom-model"
    FOR_EACH = "for-each"
    GENERATE_PROMPT = "generate-prompt"
    LIST = "list"
    LOGIC = "logic"
    MODEL = "model"
    REMOVE_BACKGROUND = "remove-background"
    TRANSFORM = "transform"
    USER_APPROVAL = "user-approval"
    WORKFLOW = "workflow"


NODE_TYPE_MEMBERS: Final = members(NodeType)
