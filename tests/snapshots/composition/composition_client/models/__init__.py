"""The models, imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .animal import Animal as Animal
    from .any_animal import AnyAnimal as AnyAnimal
    from .bag import Bag as Bag
    from .bag_conflicting import BagConflicting as BagConflicting
    from .bag_conflicting_x import BagConflictingX as BagConflictingX
    from .base import Base as Base
    from .cat import Cat as Cat
    from .child import Child as Child
    from .deep import Deep as Deep
    from .dog import Dog as Dog
    from .looped import Looped as Looped
    from .make_thing_request import MakeThingRequest as MakeThingRequest
    from .with_union_with_left import WithUnionWithLeft as WithUnionWithLeft
    from .with_union_with_right import WithUnionWithRight as WithUnionWithRight

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "Animal": ".animal",
        "AnyAnimal": ".any_animal",
        "decode_AnyAnimal": ".any_animal",
        "Bag": ".bag",
        "BagConflicting": ".bag_conflicting",
        "BagConflictingX": ".bag_conflicting_x",
        "Base": ".base",
        "Cat": ".cat",
        "Child": ".child",
        "Deep": ".deep",
        "Dog": ".dog",
        "Looped": ".looped",
        "MakeThingRequest": ".make_thing_request",
        "WithUnionWithLeft": ".with_union_with_left",
        "WithUnionWithRight": ".with_union_with_right",
    },
)
