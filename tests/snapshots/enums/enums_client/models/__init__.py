"""The models, imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .bag import Bag as Bag
    from .bag_activity_item import BagActivityItem as BagActivityItem
    from .bag_big import BagBig as BagBig
    from .bag_case import BagCase as BagCase
    from .bag_choice_option import BagChoiceOption as BagChoiceOption
    from .bag_date import BagDate as BagDate
    from .bag_fixed import BagFixed as BagFixed
    from .bag_game import BagGame as BagGame
    from .bag_integer import BagInteger as BagInteger
    from .bag_list_item import BagListItem as BagListItem
    from .bag_mixed import BagMixed as BagMixed
    from .bag_named import BagNamed as BagNamed
    from .bag_number import BagNumber as BagNumber
    from .bag_onenum import BagOnenum as BagOnenum
    from .bag_open import BagOpen as BagOpen
    from .bag_quoted import BagQuoted as BagQuoted
    from .bag_stars import BagStars as BagStars
    from .bag_twice import BagTwice as BagTwice
    from .bag_untyped import BagUntyped as BagUntyped
    from .bag_words import BagWords as BagWords
    from .bag_wrong import BagWrong as BagWrong
    from .bag_yesno import BagYesno as BagYesno
    from .get_bag_sort import GetBagSort as GetBagSort
    from .get_either_response_item_option import GetEitherResponseItemOption as GetEitherResponseItemOption

__all__, __getattr__, __dir__ = lazy(
    __name__,
    {
        "Bag": ".bag",
        "BagActivityItem": ".bag_activity_item",
        "BagBig": ".bag_big",
        "BagCase": ".bag_case",
        "BagChoiceOption": ".bag_choice_option",
        "BagDate": ".bag_date",
        "BagFixed": ".bag_fixed",
        "BagGame": ".bag_game",
        "BagInteger": ".bag_integer",
        "BagListItem": ".bag_list_item",
        "BagMixed": ".bag_mixed",
        "BagNamed": ".bag_named",
        "BagNumber": ".bag_number",
        "BagOnenum": ".bag_onenum",
        "BagOpen": ".bag_open",
        "BagQuoted": ".bag_quoted",
        "BagStars": ".bag_stars",
        "BagTwice": ".bag_twice",
        "BagUntyped": ".bag_untyped",
        "BagWords": ".bag_words",
        "BagWrong": ".bag_wrong",
        "BagYesno": ".bag_yesno",
        "GetBagSort": ".get_bag_sort",
        "GetEitherResponseItemOption": ".get_either_response_item_option",
    },
)
