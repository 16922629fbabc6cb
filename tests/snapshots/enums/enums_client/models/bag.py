"""Bag."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model, absent, kind, member, new
from .._runtime.unions import array_of, union
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Bag(Model):
    """Bag."""

    _FIELDS = {
        "activity": "activity",
        "big": "big",
        "booleans": "booleans",
        "case": "case",
        "choice": "choice",
        "date": "date",
        "fixed": "fixed",
        "game": "game",
        "integer": "integer",
        "list": "list",
        "mixed": "mixed",
        "named": "named",
        "number": "number",
        "one": "one",
        "onenum": "onenum",
        "open": "open",
        "quoted": "quoted",
        "stars": "stars",
        "twice": "twice",
        "untyped": "untyped",
        "words": "words",
        "wrong": "wrong",
        "yesno": "yesno",
    }
    _CONST = {"one": "fixed"}

    activity: builtins.list[BagActivityItem | str] | Unset = UNSET
    big: BagBig | int | Unset = UNSET
    booleans: bool | Unset = UNSET
    case: BagCase | str | Unset = UNSET
    choice: BagChoiceOption | str | builtins.list[str] | Unset = UNSET
    date: BagDate | str | Unset = UNSET
    fixed: BagFixed | Unset = UNSET
    game: BagGame | Unset = UNSET
    integer: BagInteger | int | Unset = UNSET
    list: builtins.list[BagListItem | str] | Unset = UNSET
    mixed: BagMixed | str | int | float | bool | None | Unset = UNSET
    named: BagNamed | int | Unset = UNSET
    number: BagNumber | float | Unset = UNSET
    one: str | Unset = UNSET
    onenum: BagOnenum | str | Unset = UNSET
    open: BagOpen | str | Unset = UNSET
    quoted: BagQuoted | str | Unset = UNSET
    stars: BagStars | str | Unset = UNSET
    twice: BagTwice | str | Unset = UNSET
    untyped: BagUntyped | str | Unset = UNSET
    words: BagWords | str | Unset = UNSET
    wrong: BagWrong | int | Unset = UNSET
    yesno: BagYesno | str | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        self._raw = data
        known = data if len(data) == 23 else self._filled(data)
        try:
            v = known["activity"]
            self.activity = (
                [BAG_ACTIVITY_ITEM_MEMBERS[i] if kind(i) is str else i for i in v]
                if kind(v) is list
                else absent(v, data, "activity")
            )
            v = known["big"]
            self.big = BAG_BIG_MEMBERS[v] if kind(v) is int else v
            self.booleans = known["booleans"]
            v = known["case"]
            self.case = BAG_CASE_MEMBERS[v] if kind(v) is str else v
            self.choice = _union_1(known["choice"])
            v = known["date"]
            self.date = BAG_DATE_MEMBERS[v] if kind(v) is str else v
            v = known["fixed"]
            self.fixed = _read_BagFixed(v) if kind(v) is dict else absent(v, data, "fixed", "an object")
            v = known["game"]
            self.game = _read_BagGame(v) if kind(v) is dict else absent(v, data, "game", "an object")
            v = known["integer"]
            self.integer = BAG_INTEGER_MEMBERS[v] if kind(v) is int else v
            v = known["list"]
            self.list = (
                [BAG_LIST_ITEM_MEMBERS[i] if kind(i) is str else i for i in v]
                if kind(v) is list
                else absent(v, data, "list")
            )
            self.mixed = member(BAG_MIXED_MEMBERS, known["mixed"])
            v = known["named"]
            self.named = BAG_NAMED_MEMBERS[v] if kind(v) is int else v
            v = known["number"]
            self.number = BAG_NUMBER_MEMBERS[v] if kind(v) in (int, float) else v
            self.one = known["one"]
            v = known["onenum"]
            self.onenum = BAG_ONENUM_MEMBERS[v] if kind(v) is str else v
            v = known["open"]
            self.open = BAG_OPEN_MEMBERS[v] if kind(v) is str else v
            v = known["quoted"]
            self.quoted = BAG_QUOTED_MEMBERS[v] if kind(v) is str else v
            v = known["stars"]
            self.stars = BAG_STARS_MEMBERS[v] if kind(v) is str else v
            v = known["twice"]
            self.twice = BAG_TWICE_MEMBERS[v] if kind(v) is str else v
            v = known["untyped"]
            self.untyped = BAG_UNTYPED_MEMBERS[v] if kind(v) is str else v
            v = known["words"]
            self.words = BAG_WORDS_MEMBERS[v] if kind(v) is str else v
            v = known["wrong"]
            self.wrong = BAG_WRONG_MEMBERS[v] if kind(v) is int else v
            v = known["yesno"]
            self.yesno = BAG_YESNO_MEMBERS[v] if kind(v) is str else v
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .bag_activity_item import BAG_ACTIVITY_ITEM_MEMBERS, BagActivityItem  # noqa: E402
from .bag_big import BAG_BIG_MEMBERS, BagBig  # noqa: E402
from .bag_case import BAG_CASE_MEMBERS, BagCase  # noqa: E402
from .bag_choice_option import BagChoiceOption  # noqa: E402
from .bag_date import BAG_DATE_MEMBERS, BagDate  # noqa: E402
from .bag_fixed import BagFixed  # noqa: E402
from .bag_game import BagGame  # noqa: E402
from .bag_integer import BAG_INTEGER_MEMBERS, BagInteger  # noqa: E402
from .bag_list_item import BAG_LIST_ITEM_MEMBERS, BagListItem  # noqa: E402
from .bag_mixed import BAG_MIXED_MEMBERS, BagMixed  # noqa: E402
from .bag_named import BAG_NAMED_MEMBERS, BagNamed  # noqa: E402
from .bag_number import BAG_NUMBER_MEMBERS, BagNumber  # noqa: E402
from .bag_onenum import BAG_ONENUM_MEMBERS, BagOnenum  # noqa: E402
from .bag_open import BAG_OPEN_MEMBERS, BagOpen  # noqa: E402
from .bag_quoted import BAG_QUOTED_MEMBERS, BagQuoted  # noqa: E402
from .bag_stars import BAG_STARS_MEMBERS, BagStars  # noqa: E402
from .bag_twice import BAG_TWICE_MEMBERS, BagTwice  # noqa: E402
from .bag_untyped import BAG_UNTYPED_MEMBERS, BagUntyped  # noqa: E402
from .bag_words import BAG_WORDS_MEMBERS, BagWords  # noqa: E402
from .bag_wrong import BAG_WRONG_MEMBERS, BagWrong  # noqa: E402
from .bag_yesno import BAG_YESNO_MEMBERS, BagYesno  # noqa: E402

_read_BagFixed = BagFixed.from_dict
_read_BagGame = BagGame.from_dict

_union_1 = union(BagChoiceOption, array_of(str))
