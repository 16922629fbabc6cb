"""AnyAnimal."""

from __future__ import annotations

from typing import Any, TypeAlias

from .._runtime.unions import alias, union

AnyAnimal: TypeAlias = "Cat | Dog | Animal | dict[str, Any]"
"""AnyAnimal."""


def decode_AnyAnimal(value: Any) -> AnyAnimal:
    """Decode one; what fits no member stays as it came."""
    decoded: AnyAnimal = _decode(value)
    return decoded


from .animal import Animal  # noqa: E402
from .cat import Cat  # noqa: E402
from .dog import Dog  # noqa: E402

_decode = union(Cat, Dog, Animal, tag="type", mapping={"Animal": Animal, "cat": Cat, "dog": Dog})
alias(decode_AnyAnimal, _decode)
