"""BagQuoted."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class BagQuoted(StrEnum):
    """BagQuoted."""

    AB = "a'b"
    A_B_2F3EC2 = 'a"b'
    A_B_CA4D5B = "a\\b"
    A_B_05E978 = "a\nb"
    X_56986B = "{x}"
    X_8746B2 = "{{ x }}"
    VALUE_BE24F5 = "'''"
    VALUE_B6D267 = '"""'
    A_B_93CDA8 = "a\u2028b"


BAG_QUOTED_MEMBERS: Final = members(BagQuoted)
