"""NodeStatus."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class NodeStatus(StrEnum):
    """The status of the node. Only available for WorkflowJob nodes."""

    FAILURE = "failure"
    PENDING = "pending"
    PROCESSING = "processing"
    SKIPPED = "skipped"
    SUCCESS = "success"


NODE_STATUS_MEMBERS: Final = members(NodeStatus)
