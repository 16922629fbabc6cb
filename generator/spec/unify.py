"""Two definitions of one thing, from two documents, made into one where neither contradicts the other.

Vendors that split one description repeat its components, and the copies differ: a bundler pruned the
properties that nothing in that document uses, or dropped `type`; a page was cut. What counts as
*a part of the other*:

- a member of a map of names (`properties`, `responses`, `content`...) that only one side has;
- text for people (`title`, `description`, `example`, `x-...`) and `type`, where only one side has it;
- any keyword, where the side that lacks it was pruned: it has fewer properties, or lost `type: object`;
- anything below a node on the way to a cut (`open` pointers), also the end of a list;
- `required` compared on the properties that both sides have, since pruning shortens it too.

Lists are equal or they disagree, whatever their length: no bundler shortens an enum, and an enum that
grew in one document alone is news. Text that differs is no contradiction: one is kept, and told.
In `exact` mode (documents that nobody vouches for) only what says exactly the same is one thing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from attrs import Factory, define, frozen

from .openapi import SCHEMA_LISTS, SCHEMA_MAPS, join

ANNOTATIONS: Final = frozenset(
    ("title", "summary", "description", "example", "examples", "externalDocs", "$comment", "operationId")
)
"""Keywords that say something to people only, and `operationId`, which is a name and no meaning."""

NAMED: Final = frozenset(
    (*SCHEMA_MAPS, "responses", "content", "headers", "encoding", "callbacks", "links", "variables",
     "mapping", "scopes", "schemas", "parameters", "requestBodies", "securitySchemes", "pathItems",
     "mediaTypes", "paths", "webhooks")
)  # fmt: skip
"""Keywords whose value maps names that the author chose."""

UNORDERED: Final = frozenset(("enum", "type", "required", "tags", "anyOf", "oneOf", "allOf", "security", "parameters"))
"""Keywords whose list means the same in another order."""

SPEAKING: Final = frozenset(
    ("$ref", "nullable", "required", "enum", "const", "default", "format", "pattern", "minimum", "maximum",
     "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems",
     "uniqueItems", "minProperties", "maxProperties", "items", "not", "additionalProperties", "readOnly",
     "writeOnly", "discriminator", "deprecated", "security", "servers", *SCHEMA_LISTS)
)  # fmt: skip
"""Keywords whose absence says something too, so that one side without it contradicts the other."""

SILENT: Final[dict[str, tuple[Any, ...]]] = {
    "nullable": (False,), "required": (False, []), "deprecated": (False,), "readOnly": (False,),
    "writeOnly": (False,), "uniqueItems": (False,), "additionalProperties": (True, {}), "parameters": ([],),
    "tags": ([],), "default": (),
}  # fmt: skip
"""Values that say the same as no value."""


@frozen
class Difference:
    """One place where two definitions cannot both be right."""

    pointer: str
    left: Any
    right: Any


class Absent:
    """Stands in a Difference for a value that one side does not have."""

    def __repr__(self) -> str:
        return "nothing"


ABSENT: Final = Absent()


def canonical(value: Any) -> str:
    """A text that is equal for equal values, whatever the order of keys; `1` and `true` differ."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True, default=repr)


def same(left: Any, right: Any) -> bool:
    """Equal as JSON: key order is nothing, `1` and `true` are two values."""
    if type(left) is type(right) and not isinstance(left, dict | list | float):
        return bool(left == right)
    return canonical(left) == canonical(right)


@define
class Unifier:
    """Unifies pairs of definitions and collects what differs.

    `left_open` and `right_open` are the pointers on the way to a cut, per side.
    """

    exact: bool = False
    left_open: frozenset[str] = frozenset()
    right_open: frozenset[str] = frozenset()
    differences: list[Difference] = Factory(list)
    texts: list[Difference] = Factory(list)

    def unify(self, pointer: str, left: Any, right: Any, key: str = "") -> Any:
        """The union of two values that stand under `key`; the left one where they differ."""
        if isinstance(left, dict) and isinstance(right, dict):
            named = key in NAMED
            if not named and ("$ref" in left) != ("$ref" in right) and self._whole(pointer, left, right):
                return self._differ(pointer, left, right)
            return self._maps(pointer, left, right, named)
        if isinstance(left, list) and isinstance(right, list):
            return self._lists(pointer, left, right, key)
        if isinstance(left, dict | list) or isinstance(right, dict | list) or not same(left, right):
            return self._differ(pointer, left, right)
        return left

    def _differ(self, pointer: str, left: Any, right: Any) -> Any:
        self.differences.append(Difference(pointer, left, right))
        return left

    def _whole(self, pointer: str, left: dict[str, Any], right: dict[str, Any]) -> bool:
        """Whether both sides say something and neither was cut here."""
        return bool(
            left and right and not (pointer in self.left_open and pointer in self.right_open)
            and not (pointer in self.left_open and "$ref" not in left)
            and not (pointer in self.right_open and "$ref" not in right)
        )  # fmt: skip

    def _maps(self, pointer: str, left: dict[str, Any], right: dict[str, Any], named: bool) -> dict[str, Any]:
        parts = (self._part(pointer, left, right, True), self._part(pointer, right, left, False))
        union: dict[str, Any] = {}
        for key in (*left, *(key for key in right if key not in left)):
            at = join(pointer, key)
            if not named and key == "required" and not self.exact and _lists_strings(left, right):
                union[key] = self._required(at, left, right, parts)
            elif key in left and key in right:
                if not named and (key in ANNOTATIONS or key.startswith("x-")):
                    union[key] = self._text(at, left[key], right[key])
                else:
                    union[key] = self.unify(at, left[key], right[key], "" if named else key)
            else:
                value = left.get(key, right.get(key))
                if not self._may_lack(key, value, named, parts[0] if key in right else parts[1]):
                    missing = (value, ABSENT) if key in left else (ABSENT, value)
                    self.differences.append(Difference(at, *missing))
                union[key] = value
        return union

    def _part(self, pointer: str, node: dict[str, Any], other: dict[str, Any], is_left: bool) -> bool:
        """Whether `node` is visibly only a part: cut here, pruned, or emptied."""
        if pointer in (self.left_open if is_left else self.right_open):
            return True
        if self.exact:
            return False
        if all(key in ANNOTATIONS for key in node):
            return True
        mine, others = node.get("properties"), other.get("properties")
        if not isinstance(mine, dict) or not isinstance(others, dict):
            return False
        return any(name not in mine for name in others) or ("type" in other and "type" not in node)

    def _may_lack(self, key: str, value: Any, named: bool, part: bool) -> bool:
        if part:
            return True
        if named:
            return not self.exact
        if key in ANNOTATIONS or key.startswith("x-") or any(same(value, one) for one in SILENT.get(key, ())):
            return True
        return not self.exact and key not in SPEAKING

    def _text(self, pointer: str, left: Any, right: Any) -> Any:
        if not same(left, right):
            self.texts.append(Difference(pointer, left, right))
        return left

    def _required(
        self, pointer: str, left: dict[str, Any], right: dict[str, Any], parts: tuple[bool, bool]
    ) -> list[str]:
        """The union of two `required` lists that agree on what both sides have."""
        one, two = left.get("required", []), right.get("required", [])
        mine, others = (
            node["properties"] if isinstance(node.get("properties"), dict) else {} for node in (left, right)
        )
        unsaid = ("required" not in left and parts[0]) or ("required" not in right and parts[1])
        alone = {name for name in (*mine, *others) if (name in mine) != (name in others)}
        if not unsaid and set(one) - alone != set(two) - alone:
            self.differences.append(Difference(pointer, left.get("required", ABSENT), right.get("required", ABSENT)))
        return list(dict.fromkeys((*one, *two)))

    def _lists(self, pointer: str, left: list[Any], right: list[Any], key: str) -> list[Any]:
        if key in UNORDERED and _as_bag(left) == _as_bag(right):
            return left
        if key == "parameters" and not self.exact and (union := self._parameters(pointer, left, right)) is not None:
            return union
        cut = (len(left) < len(right) and pointer in self.left_open) or (
            len(right) < len(left) and pointer in self.right_open
        )
        if (len(left) != len(right) and not cut) or key in ("enum", "type"):
            if not (cut and _is_prefix(left, right)):
                self.differences.append(Difference(pointer, left, right))
                return left
            return max(left, right, key=len)
        pairs = zip(left, right, strict=False)
        both = [self.unify(join(pointer, index), one, two) for index, (one, two) in enumerate(pairs)]
        return both + left[len(both) :] + right[len(both) :]

    def _parameters(self, pointer: str, left: list[Any], right: list[Any]) -> list[Any] | None:
        """The union of two lists of parameters by name and place; None where that cannot be told."""
        mine, others = _by_identity(left), _by_identity(right)
        if mine is None or others is None:
            return None
        return [
            self.unify(join(pointer, index), mine[identity], others[identity])
            if identity in mine and identity in others
            else mine.get(identity, others.get(identity))
            for index, identity in enumerate(dict.fromkeys((*mine, *others)))
        ]


def _lists_strings(*nodes: dict[str, Any]) -> bool:
    """Whether each `required` is a list of names, as in a schema (on a parameter it is a boolean)."""
    lists = [node.get("required", []) for node in nodes]
    return all(isinstance(one, list) and all(isinstance(name, str) for name in one) for one in lists)


def _as_bag(values: Iterable[Any]) -> list[str]:
    return sorted(canonical(value) for value in values)


def _is_prefix(left: list[Any], right: list[Any]) -> bool:
    return all(same(one, two) for one, two in zip(left, right, strict=False))


def _by_identity(parameters: list[Any]) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    for parameter in parameters:
        if not isinstance(parameter, dict):
            return None
        ref = parameter.get("$ref")
        identity = canonical([ref] if ref is not None else [parameter.get("name"), parameter.get("in")])
        if identity in found:
            return None
        found[identity] = parameter
    return found
