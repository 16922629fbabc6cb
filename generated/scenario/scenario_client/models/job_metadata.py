"""JobMetadata."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class JobMetadata(_Model):
    """Metadata of the job with some additional information"""

    _FIELDS = {
        "assetIds": "asset_ids",
        "error": "error",
        "flow": "flow",
        "hint": "hint",
        "input": "input",
        "output": "output",
        "outputModelId": "output_model_id",
        "workflowId": "workflow_id",
        "workflowJobId": "workflow_job_id",
    }

    asset_ids: list[str] | Unset = UNSET
    """List of produced assets for this job"""
    error: str | Unset = UNSET
    """Eventual error for the job"""
    flow: list[WorkflowNode] | Unset = UNSET
    """The flow of the job. Only available for workflow jobs."""
    hint: str | Unset = UNSET
    """Actionable hint for the user explaining what went wrong and how to resolve it."""
    input: dict[str, Any] | Unset = UNSET
    """The inputs for the job"""
    output: dict[str, Any] | Unset = UNSET
    """May contain the output of the job for specific custom models jobs. Only available for custom models
    which generate non-assets outputs. Example: LLM text results.
    """
    output_model_id: str | Unset = UNSET
    """For voice-clone jobs: the ID of the model being trained."""
    workflow_id: str | Unset = UNSET
    """The workflow ID of the job if job is part of a workflow."""
    workflow_job_id: str | Unset = UNSET
    """The workflow job ID of the job if job is part of a workflow job."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 9 else self._filled(data)
        try:
            v = known["assetIds"]
            self.asset_ids = v if kind(v) is list else absent(v, data, "assetIds")
            self.error = known["error"]
            self.flow = objects(known["flow"], _read_WorkflowNode, data, "flow")
            self.hint = known["hint"]
            v = known["input"]
            self.input = v if kind(v) is dict else absent(v, data, "input", "an object")
            v = known["output"]
            self.output = v if kind(v) is dict else absent(v, data, "output", "an object")
            self.output_model_id = known["outputModelId"]
            self.workflow_id = known["workflowId"]
            self.workflow_job_id = known["workflowJobId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .workflow_node import WorkflowNode  # noqa: E402

_read_WorkflowNode = WorkflowNode.from_dict
