"""CreateElementRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateElementRequest(Model):
    """CreateElementRequest."""

    _FIELDS = {
        "datasetId": "dataset_id",
        "learning_rate": "learning_rate",
        "lora_focus": "lora_focus",
        "name": "name",
        "num_train_epochs": "num_train_epochs",
        "sd_version": "sd_version",
        "train_text_encoder": "train_text_encoder",
        "description": "description",
        "instance_prompt": "instance_prompt",
        "resolution": "resolution",
    }

    dataset_id: str
    """The ID of the dataset to train the element on. The server's default: ''."""
    learning_rate: float
    """The speed at which the model learns during training.

    | Model Type | Lora Focus | Min | Max | Default |
    | --- | --- | --- | --- | --- |
    | Default | General \\| Style \\| Character \\| Object | 0.00000001 | 0.00001 | 0.000001 |
    | FLUX_DEV | Style | 0.000001 | 0.00003 | 0.00001 |
    | FLUX_DEV | Object | 0.00001 | 0.001 | 0.0004 |
    | FLUX_DEV | Character | 0.00001 | 0.001 | 0.0005 |
    | FLUX_DEV | General | NA | NA | NA |
    """
    lora_focus: str
    """The category determines how the element will be trained. Options are 'General' | 'Character' | 'Style'
    | 'Object'. FLUX_DEV doesn't support General category.
    """
    name: str
    """The name of the element. The server's default: 'placeholder'."""
    num_train_epochs: int
    """The number of times the entire training dataset is passed through the element.

    | Model Type | Lora Focus | Min | Max | Default |
    | --- | --- | --- | --- | --- |
    | Default | General \\| Style \\| Character \\| Object | 1 | 250 | 100 |
    | FLUX_DEV | Style | 30 | 120 | 60 |
    | FLUX_DEV | Object | 120 | 220 | 140 |
    | FLUX_DEV | Character | 100 | 200 | 135 |
    | FLUX_DEV | General | NA | NA | NA |
    """
    sd_version: ElementSDVersion | str
    """The server's default: 'FLUX_DEV'."""
    train_text_encoder: bool
    """Whether or not encode the train text. The server's default: True."""
    description: str | None | Unset = UNSET
    """The description of the element. The server's default: ''."""
    instance_prompt: str | None | Unset = UNSET
    """Use a word that is closely related to what you're training that isn't too common. For example, instead
    of 'dog,' try something unique like 'jackthedog' or 'magicdonut'. Required for all non-FLUX_DEV models
    and FLUX_DEV Character model training. The server's default: ''.
    """
    resolution: int | None | Unset = UNSET
    """The resolution for training. Must be 1024. The server's default: 1024."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 10 else self._filled(data)
        try:
            self.dataset_id = known["datasetId"]
            self.learning_rate = known["learning_rate"]
            self.lora_focus = known["lora_focus"]
            self.name = known["name"]
            self.num_train_epochs = known["num_train_epochs"]
            v = known["sd_version"]
            self.sd_version = ELEMENT_SD_VERSION_MEMBERS[v] if kind(v) is str else v
            self.train_text_encoder = known["train_text_encoder"]
            self.description = known["description"]
            self.instance_prompt = known["instance_prompt"]
            self.resolution = known["resolution"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .element_sd_version import ELEMENT_SD_VERSION_MEMBERS, ElementSDVersion  # noqa: E402
