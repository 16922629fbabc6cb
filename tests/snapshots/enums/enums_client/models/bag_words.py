"""BagWords."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagWords(StrEnum):
    """BagWords."""

    CLASS = "class"
    NONE = "None"
    TRUE = "True"
    NAME__71F291 = "name"
    VALUE_ = "value"
    MRO_ = "mro"
    X = "_x"
    VALUE_1 = "1"
    UBER = "über"
    中文 = "中文"
    NAME__D1B8F6 = "name_"
    SELF = "self"


BAG_WORDS_MEMBERS: Final = members(BagWords)
