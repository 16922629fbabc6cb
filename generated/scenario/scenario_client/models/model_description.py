"""ModelDescription."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import new, objects


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ModelDescription(_Model):
    """What a model says of itself, with the assets and models that it names."""

    _FIELDS = {"assets": "assets", "models": "models", "value": "value"}

    assets: list[DescriptionAsset]
    """The list of assets referenced by the Markdown {asset} tag in the description."""
    models: list[DescriptionModel]
    """The list of models referenced by the Markdown {model} tag in the description."""
    value: str
    """The markdown description of the model (ex: # My model). We allow the {asset:<assetId>} and
    {model:<modelId>} tags.
    """

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 3 else self._filled(data)
        try:
            self.assets = objects(known["assets"], _read_DescriptionAsset, data, "assets")
            self.models = objects(known["models"], _read_DescriptionModel, data, "models")
            self.value = known["value"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .description_asset import DescriptionAsset  # noqa: E402
from .description_model import DescriptionModel  # noqa: E402

_read_DescriptionAsset = DescriptionAsset.from_dict
_read_DescriptionModel = DescriptionModel.from_dict
