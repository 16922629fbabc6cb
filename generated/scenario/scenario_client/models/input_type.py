"""InputType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class InputType(StrEnum):
    """The data type of the input"""

    BOOLEAN = "boolean"
    FILE = "file"
    FILE_ARRAY = "file_array"
    INPUTS_ARRAY = "inputs_array"
    MODEL = "model"
    MODEL_ARRAY = "model_array"
    NUMBER = "number"
    NUMBER_ARRAY = "number_array"
    STRING = "string"
    STRING_ARRAY = "string_array"


INPUT_TYPE_MEMBERS: Final = members(InputType)
