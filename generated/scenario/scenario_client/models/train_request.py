"""TrainRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TrainRequest(_Model):
    """TrainRequest."""

    _FIELDS = {"parameters": "parameters"}

    parameters: TrainingParameters | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 1 else self._filled(data)
        try:
            v = known["parameters"]
            self.parameters = (
                _read_TrainingParameters(v) if kind(v) is dict else absent(v, data, "parameters", "an object")
            )
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .training_parameters import TrainingParameters  # noqa: E402

_read_TrainingParameters = TrainingParameters.from_dict
