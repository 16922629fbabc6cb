"""NodeInputItem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new, odd
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NodeInputItem(_Model):
    """NodeInputItem."""

    _FIELDS = {
        "name": "name",
        "type": "type",
        "allowedValues": "allowed_values",
        "backgroundBehavior": "background_behavior",
        "color": "color",
        "costImpact": "cost_impact",
        "default": "default",
        "description": "description",
        "group": "group",
        "hint": "hint",
        "inputs": "inputs",
        "kind": "kind",
        "label": "label",
        "maskFrom": "mask_from",
        "max": "max",
        "maxLength": "max_length",
        "maxSize": "max_size",
        "min": "min",
        "minLength": "min_length",
        "modelTypes": "model_types",
        "parent": "parent",
        "placeholder": "placeholder",
        "prompt": "prompt",
        "promptSpark": "prompt_spark",
        "ref": "ref",
        "required": "required",
        "step": "step",
        "value": "value",
    }

    name: str
    """The name that must be user to call the model through the API"""
    type: InputType | str
    allowed_values: list[Any] | Unset = UNSET
    """The allowed values for the input. For `string` or `number` types, creates a single-select dropdown.
    For `string_array` type, creates a multi-select dropdown.
    """
    background_behavior: BackgroundBehavior | str | Unset = UNSET
    color: bool | Unset = UNSET
    """Whether the input is a color or not. Only available for `string` input type."""
    cost_impact: bool | Unset = UNSET
    """Whether this input affects the model’s cost calculation"""
    default: Any | Unset = UNSET
    """The default value for the input"""
    description: str | Unset = UNSET
    """Help text displayed in the UI to provide additional information about the input"""
    group: str | Unset = UNSET
    """Used to visually group inputs together in the UI. Inputs with the same group value appear
    consecutively in the UI.
    """
    hint: str | Unset = UNSET
    """Hint text displayed in the UI as a tooltip to guide the user"""
    inputs: list[dict[str, Any]] | Unset = UNSET
    """The list of inputs which form an object within a container array. All inputs are the same as the
    current object. This is only available for type inputs_array inputs.
    """
    kind: AssetKind | str | Unset = UNSET
    label: str | Unset = UNSET
    """The label displayed in the UI for this input"""
    mask_from: str | Unset = UNSET
    """The name of the file input field to use as the mask source"""
    max: float | Unset = UNSET
    """The maximum allowed value. Only available for `number` and `array` input types."""
    max_length: float | Unset = UNSET
    """The maximum allowed length for `string` inputs. Also applies to each item in `string_array`."""
    max_size: float | Unset = UNSET
    """The maximum allowed file size in bytes. Only applies to `file` and `file_array` input types. Validated
    against `asset.properties.size` at job creation time.
    """
    min: float | Unset = UNSET
    """The minimum allowed value. Only available for `number` and array input types."""
    min_length: float | Unset = UNSET
    """The minimum allowed length for string inputs. Also applies to each item in `string_array`."""
    model_types: list[ModelType | str] | Unset = UNSET
    """The allowed model types for this input. Example: `[“flux.1-lora”]`. Only available for `model_array`
    input type.
    """
    parent: bool | Unset = UNSET
    """Whether this input represents a parent asset to assign to the produced assets. Only available for
    `file` and `file_array` input types.

    For `file_array`, the parent asset is the first item in the array.
    """
    placeholder: str | Unset = UNSET
    """Placeholder text for the input. Only available for ‘string’ input type."""
    prompt: bool | Unset = UNSET
    """Whether the input is a prompt. When true, displays as a text area with prompt spark feature. Only
    available for `string` input type.
    """
    prompt_spark: bool | Unset = UNSET
    """Whether the input is used with prompt spark. Only available for `string` input type."""
    ref: NodeInputRef | Unset = UNSET
    required: InputRequirement | Unset = UNSET
    step: float | Unset = UNSET
    """The step increment for numeric inputs. Only available for `number` input type."""
    value: Any | Unset = UNSET
    """The value of the input. This is the value of the input that will be used to run the node. Only
    available for flows managed by a WorkflowJob.
    """

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 28 else self._filled(data)
        try:
            self.name = known["name"]
            v = known["type"]
            self.type = INPUT_TYPE_MEMBERS[v] if kind(v) is str else v
            v = known["allowedValues"]
            self.allowed_values = v if kind(v) is list else absent(v, data, "allowedValues")
            v = known["backgroundBehavior"]
            self.background_behavior = BACKGROUND_BEHAVIOR_MEMBERS[v] if kind(v) is str else v
            self.color = known["color"]
            self.cost_impact = known["costImpact"]
            self.default = known["default"]
            self.description = known["description"]
            self.group = known["group"]
            self.hint = known["hint"]
            v = known["inputs"]
            self.inputs = (
                [i if kind(i) is dict else odd(i, v) for i in v]
                if kind(v) is list
                else absent(v, data, "inputs")
            )
            v = known["kind"]
            self.kind = ASSET_KIND_MEMBERS[v] if kind(v) is str else v
            self.label = known["label"]
            self.mask_from = known["maskFrom"]
            self.max = known["max"]
            self.max_length = known["maxLength"]
            self.max_size = known["maxSize"]
            self.min = known["min"]
            self.min_length = known["minLength"]
            v = known["modelTypes"]
            self.model_types = (
                [MODEL_TYPE_MEMBERS[i] if kind(i) is str else i for i in v]
                if kind(v) is list
                else absent(v, data, "modelTypes")
            )
            self.parent = known["parent"]
            self.placeholder = known["placeholder"]
            self.prompt = known["prompt"]
            self.prompt_spark = known["promptSpark"]
            v = known["ref"]
            self.ref = _read_NodeInputRef(v) if kind(v) is dict else absent(v, data, "ref", "an object")
            v = known["required"]
            self.required = (
                _read_InputRequirement(v) if kind(v) is dict else absent(v, data, "required", "an object")
            )
            self.step = known["step"]
            self.value = known["value"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .asset_kind import ASSET_KIND_MEMBERS, AssetKind  # noqa: E402
from .background_behavior import BACKGROUND_BEHAVIOR_MEMBERS, BackgroundBehavior  # noqa: E402
from .input_requirement import InputRequirement  # noqa: E402
from .input_type import INPUT_TYPE_MEMBERS, InputType  # noqa: E402
from .model_type import MODEL_TYPE_MEMBERS, ModelType  # noqa: E402
from .node_input_ref import NodeInputRef  # noqa: E402

_read_InputRequirement = InputRequirement.from_dict
_read_NodeInputRef = NodeInputRef.from_dict
