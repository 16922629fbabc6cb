"""NodeInputRef."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NodeInputRef(_Model):
    """The reference to another input or output of the same workflow. Must have at least one of node or
    conditional.
    """

    _FIELDS = {"conditional": "conditional", "equal": "equal", "name": "name", "node": "node"}

    conditional: list[str] | Unset = UNSET
    """The conditional nodes to reference. If the conditional nodes are successful, the node will be
    successful. If the conditional nodes are skipped, the node will be skipped. Contains an array of node
    ids used to check the status of the nodes.
    """
    equal: str | Unset = UNSET
    """This is the desired node output value if ref is an if/else node."""
    name: str | Unset = UNSET
    """The name of the input or output to reference. If the type is ‘workflow’, the name is the name of the
    input of the workflow is required If the type is ‘node’, the name is not mandatory, except if you want
    all outputs of the node. To get all outputs of a node, you can use the name ‘all’.
    """
    node: str | Unset = UNSET
    """The node id or ‘workflow’ if the source is a workflow input."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            v = known["conditional"]
            self.conditional = v if kind(v) is list else absent(v, data, "conditional")
            self.equal = known["equal"]
            self.name = known["name"]
            self.node = known["node"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
