"""The models, imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .bag import Bag as Bag
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .get_shape_response_with_height import GetShapeResponseWithHeight as GetShapeResponseWithHeight
    from .get_shape_response_with_radius import GetShapeResponseWithRadius as GetShapeResponseWithRadius
    from .listed import Listed as Listed
    from .mapped import Mapped as Mapped
    from .nested_nested_with_radius import NestedNestedWithRadius as NestedNestedWithRadius
    from .nested_square import NestedSquare as NestedSquare
    from .pet import Pet as Pet
    from .square import Square as Square
    from .square_shape import SquareShape as SquareShape

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "Bag": ".bag",
        "Cat": ".cat",
        "Dog": ".dog",
        "GetShapeResponseWithHeight": ".get_shape_response_with_height",
        "GetShapeResponseWithRadius": ".get_shape_response_with_radius",
        "Listed": ".listed",
        "Mapped": ".mapped",
        "NestedNestedWithRadius": ".nested_nested_with_radius",
        "NestedSquare": ".nested_square",
        "Pet": ".pet",
        "decode_Pet": ".pet",
        "Square": ".square",
        "SquareShape": ".square_shape",
    },
)
