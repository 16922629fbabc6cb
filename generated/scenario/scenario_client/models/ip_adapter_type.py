"""IpAdapterType."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .._runtime.codec import members


class IpAdapterType(StrEnum):
    """The type of IP Adapter model to use. Must be one of [style, character], default to `style“"""

    CHARACTER = "character"
    STYLE = "style"


IP_ADAPTER_TYPE_MEMBERS: Final = members(IpAdapterType)
