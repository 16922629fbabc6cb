"""The models, imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .bag import Bag as Bag
    from .cat import Cat as Cat
    from .deletion import Deletion as Deletion
    from .deletion_change import DeletionChange as DeletionChange
    from .deletion_type import DeletionType as DeletionType
    from .dog import Dog as Dog
    from .get_shape_response_with_height import GetShapeResponseWithHeight as GetShapeResponseWithHeight
    from .get_shape_response_with_radius import GetShapeResponseWithRadius as GetShapeResponseWithRadius
    from .known_email import KnownEmail as KnownEmail
    from .known_email_result import KnownEmailResult as KnownEmailResult
    from .listed import Listed as Listed
    from .mapped import Mapped as Mapped
    from .nested_square import NestedSquare as NestedSquare
    from .nested_with_radius import NestedWithRadius as NestedWithRadius
    from .of_match import OfMatch as OfMatch
    from .of_match_change import OfMatchChange as OfMatchChange
    from .of_match_type import OfMatchType as OfMatchType
    from .of_team import OfTeam as OfTeam
    from .of_team_type import OfTeamType as OfTeamType
    from .pet import Pet as Pet
    from .square import Square as Square
    from .square_shape import SquareShape as SquareShape
    from .unknown_email import UnknownEmail as UnknownEmail
    from .unknown_email_result import UnknownEmailResult as UnknownEmailResult

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "Bag": ".bag",
        "Cat": ".cat",
        "Deletion": ".deletion",
        "DeletionChange": ".deletion_change",
        "DeletionType": ".deletion_type",
        "Dog": ".dog",
        "GetShapeResponseWithHeight": ".get_shape_response_with_height",
        "GetShapeResponseWithRadius": ".get_shape_response_with_radius",
        "KnownEmail": ".known_email",
        "KnownEmailResult": ".known_email_result",
        "Listed": ".listed",
        "Mapped": ".mapped",
        "NestedSquare": ".nested_square",
        "NestedWithRadius": ".nested_with_radius",
        "OfMatch": ".of_match",
        "OfMatchChange": ".of_match_change",
        "OfMatchType": ".of_match_type",
        "OfTeam": ".of_team",
        "OfTeamType": ".of_team_type",
        "Pet": ".pet",
        "decode_Pet": ".pet",
        "Square": ".square",
        "SquareShape": ".square_shape",
        "UnknownEmail": ".unknown_email",
        "UnknownEmailResult": ".unknown_email_result",
    },
)
