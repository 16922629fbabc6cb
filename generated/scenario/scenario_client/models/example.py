"""Example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Example(_Model):
    """An asset that shows what a model can do, and how it was made."""

    _FIELDS = {
        "asset": "asset",
        "modelId": "model_id",
        "inferenceId": "inference_id",
        "inferenceParameters": "inference_parameters",
        "job": "job",
    }

    asset: Asset
    model_id: str
    """Model id of the model used to generate the asset"""
    inference_id: str | Unset = UNSET
    """Inference id of the inference used to generate the asset"""
    inference_parameters: InferenceParameters | Unset = UNSET
    job: Job | Unset = UNSET
    """The job associated with the asset"""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 5 else self._filled(data)
        try:
            v = known["asset"]
            self.asset = _read_Asset(v) if kind(v) is dict else absent(v, data, "asset", "an object")
            self.model_id = known["modelId"]
            self.inference_id = known["inferenceId"]
            v = known["inferenceParameters"]
            self.inference_parameters = (
                _read_InferenceParameters(v)
                if kind(v) is dict
                else absent(v, data, "inferenceParameters", "an object")
            )
            v = known["job"]
            self.job = _read_Job(v) if kind(v) is dict else absent(v, data, "job", "an object")
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .asset import Asset  # noqa: E402
from .inference_parameters import InferenceParameters  # noqa: E402
from .job import Job  # noqa: E402

_read_Asset = Asset.from_dict
_read_InferenceParameters = InferenceParameters.from_dict
_read_Job = Job.from_dict
