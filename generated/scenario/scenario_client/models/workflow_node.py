"""WorkflowNode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class WorkflowNode(_Model):
    """A step of the workflow that a job runs."""

    _FIELDS = {
        "id": "id",
        "status": "status",
        "type": "type",
        "assets": "assets",
        "count": "count",
        "dependsOn": "depends_on",
        "includeOutputsInWorkflowJob": "include_outputs_in_workflow_job",
        "inputs": "inputs",
        "items": "items",
        "iterationIndex": "iteration_index",
        "jobId": "job_id",
        "logic": "logic",
        "logicType": "logic_type",
        "loopBodyNodeIds": "loop_body_node_ids",
        "loopNodeId": "loop_node_id",
        "modelId": "model_id",
        "output": "output",
        "workflowId": "workflow_id",
    }
    _CONST = {"includeOutputsInWorkflowJob": True}

    id: str
    """The id of the node."""
    status: NodeStatus | str
    type: NodeType | str
    assets: list[AssetRef] | Unset = UNSET
    """List of produced assets for this node."""
    count: float | Unset = UNSET
    """Fixed number of iterations for a ForEach node. When set, the loop runs exactly count times regardless
    of array input. When not set, the loop iterates over the resolved array input. Only available for
    ForEach nodes.
    """
    depends_on: list[str] | Unset = UNSET
    """The nodes that this node depends on. Only available for nodes that have dependencies. Mainly used for
    user approval nodes.
    """
    include_outputs_in_workflow_job: bool | Unset = UNSET
    """If true, the outputs of this node will be included in the workflow job’s final output. Only applicable
    to producing nodes (custom-model, inference, etc.). By default, only last nodes (nodes not referenced
    by other nodes) contribute to outputs. Set this to true to also include intermediate nodes in the
    final output. Note: This should only be set to true or left undefined.
    """
    inputs: list[NodeInput] | Unset = UNSET
    """The inputs of the node."""
    items: list[str] | Unset = UNSET
    """Statically-configured items for a List node. The node outputs this array as-is when executed. Only
    available for List nodes. The values can be strings, numbers, or asset IDs.
    """
    iteration_index: float | Unset = UNSET
    """Zero-based index of the iteration this node copy belongs to. Set on dynamically-created copies of loop
    body nodes.
    """
    job_id: str | Unset = UNSET
    """If the flow is part of a WorkflowJob, this is the jobId for the node. jobId is only available for
    nodes started. A node “Pending” for a running workflow job is not started.
    """
    logic: NodeLogic | Unset = UNSET
    logic_type: NodeLogicType | str | Unset = UNSET
    loop_body_node_ids: list[str] | Unset = UNSET
    """IDs of the body template nodes that belong to this ForEach loop. At runtime these templates are cloned
    once per iteration and marked Skipped. Only available for ForEach nodes.
    """
    loop_node_id: str | Unset = UNSET
    """ID of the ForEach node that spawned this iteration copy. Set on dynamically-created copies of loop
    body nodes.
    """
    model_id: str | Unset = UNSET
    """The model id for the node. Mainly used for custom model tasks."""
    output: Any | Unset = UNSET
    """The output of the node. Only available for logic nodes."""
    workflow_id: str | Unset = UNSET
    """The workflow id for the node. Mainly used for workflow tasks."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 18 else self._filled(data)
        try:
            self.id = known["id"]
            v = known["status"]
            self.status = NODE_STATUS_MEMBERS[v] if kind(v) is str else v
            v = known["type"]
            self.type = NODE_TYPE_MEMBERS[v] if kind(v) is str else v
            self.assets = objects(known["assets"], _read_AssetRef, data, "assets")
            self.count = known["count"]
            v = known["dependsOn"]
            self.depends_on = v if kind(v) is list else absent(v, data, "dependsOn")
            self.include_outputs_in_workflow_job = known["includeOutputsInWorkflowJob"]
            self.inputs = objects(known["inputs"], _read_NodeInput, data, "inputs")
            v = known["items"]
            self.items = v if kind(v) is list else absent(v, data, "items")
            self.iteration_index = known["iterationIndex"]
            self.job_id = known["jobId"]
            v = known["logic"]
            self.logic = _read_NodeLogic(v) if kind(v) is dict else absent(v, data, "logic", "an object")
            v = known["logicType"]
            self.logic_type = NODE_LOGIC_TYPE_MEMBERS[v] if kind(v) is str else v
            v = known["loopBodyNodeIds"]
            self.loop_body_node_ids = v if kind(v) is list else absent(v, data, "loopBodyNodeIds")
            self.loop_node_id = known["loopNodeId"]
            self.model_id = known["modelId"]
            self.output = known["output"]
            self.workflow_id = known["workflowId"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .asset_ref import AssetRef  # noqa: E402
from .node_input import NodeInput  # noqa: E402
from .node_logic import NodeLogic  # noqa: E402
from .node_logic_type import NODE_LOGIC_TYPE_MEMBERS, NodeLogicType  # noqa: E402
from .node_status import NODE_STATUS_MEMBERS, NodeStatus  # noqa: E402
from .node_type import NODE_TYPE_MEMBERS, NodeType  # noqa: E402

_read_AssetRef = AssetRef.from_dict
_read_NodeInput = NodeInput.from_dict
_read_NodeLogic = NodeLogic.from_dict
