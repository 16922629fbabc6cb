"""InputRequirement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class InputRequirement(_Model):
    """Set of rules that describes when this input is required:

    - `always`: Input is always required
    - `ifNotDefined`: Input is required when another specified input is not defined
    - `ifDefined`: Input is required when another specified input is defined
    - `conditionalValues`: Input is required when another input has a specific value

    By default, the input is not required.
    """

    _FIELDS = {
        "always": "always",
        "conditionalValues": "conditional_values",
        "ifDefined": "if_defined",
        "ifNotDefined": "if_not_defined",
    }

    always: bool | Unset = UNSET
    """Whether the input is always required"""
    conditional_values: Any | Unset = UNSET
    """Makes this input required when another input has a specific value:

    - Key: name of the input to check
    - Value: operation and allowed values that trigger the requirement
    """
    if_defined: Any | Unset = UNSET
    """Makes this input required when another input is defined:

    - Key: name of the input that must be defined
    - Value: message to display when this input is required
    """
    if_not_defined: Any | Unset = UNSET
    """Makes this input required when another input is not defined:

    - Key: name of the input that must be undefined
    - Value: message to display when this input is required
    """

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 4 else self._filled(data)
        try:
            self.always = known["always"]
            self.conditional_values = known["conditionalValues"]
            self.if_defined = known["ifDefined"]
            self.if_not_defined = known["ifNotDefined"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self
