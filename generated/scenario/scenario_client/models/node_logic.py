"""NodeLogic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, objects
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NodeLogic(_Model):
    """The logic of the node. Only available for logic nodes."""

    _FIELDS = {"cases": "cases", "default": "default", "transform": "transform"}

    cases: list[NodeLogicCase] | Unset = UNSET
    """The cases of the logic. Only available for if/else nodes."""
    default: str | Unset = UNSET
    """The default case of the logic. Contains the id/output of the node to execute if no case is matched.
    Only available for if/else nodes.
    """
    transform: str | Unset = UNSET
    """The transform of the logic. Only available for transform nodes."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.cases = objects(known["cases"], _read_NodeLogicCase, data, "cases")
            self.default = known["default"]
            self.transform = known["transform"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .node_logic_case import NodeLogicCase  # noqa: E402

_read_NodeLogicCase = NodeLogicCase.from_dict
