"""Pet."""

from __future__ import annotations

from typing import Any, TypeAlias

from .._runtime.unions import alias, union

Pet: TypeAlias = "Cat | Dog | dict[str, Any]"
"""Pet."""


def decode_Pet(value: Any) -> Pet:
    """Decode one; what fits no member stays as it came."""
    decoded: Pet = _decode(value)
    return decoded


from .cat import Cat  # noqa: E402
from .dog import Dog  # noqa: E402

_decode = union(Cat, Dog, tag="kind", mapping={"cat": Cat, "dog": Dog, "tom's": Cat})
alias(decode_Pet, _decode)
