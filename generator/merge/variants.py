"""Same-named definitions that differ, kept apart under names of their own.

For documents that nobody vouches for (an ad-hoc build): of one vendor's split files 57 of 106 shared
schema names meant different things. `Name` stays with the first document by alphabet, another's becomes
`Name_<document>`, an operation `/path#<document>` (a fragment never goes over the wire, so the request is
the same). What refers to two variants is two variants itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias
from urllib.parse import unquote

from ..spec.openapi import join, references, split
from ..spec.unify import NAMED, Unifier, canonical

Key: TypeAlias = tuple[str, str, str]
"""("components", section, name), ("paths", path, method) or ("webhooks", name, method)."""

Entries: TypeAlias = Mapping[Key, Sequence[tuple[int, Any]]]
"""Each definition with (index of its document, value), in the order of the documents."""

Classes: TypeAlias = dict[Key, dict[int, int]]
"""For each definition: document -> number of the variant it has."""


def classify(entries: Entries, opened: Sequence[frozenset[str]] = ()) -> Classes:
    """Tell the variants of each definition apart; one that refers to variants of another is split with it.

    `opened` has, per document, the pointers on the way to where it was cut.
    """
    classes = {key: _by_text(join("", *key), values, opened) for key, values in entries.items()}
    targets = {
        (key, index): [target for target in _targets(value) if target in entries]
        for key, values in entries.items() if len(values) > 1
        for index, value in values
    }  # fmt: skip
    referrers: dict[Key, list[Key]] = {}
    for (key, _), found in targets.items():
        for target in dict.fromkeys(found):
            referrers.setdefault(target, []).append(key)
    queue = [key for key, of in classes.items() if len(set(of.values())) > 1]
    while queue:
        for key in dict.fromkeys(referrers.get(queue.pop(), ())):
            refined = _refine(key, classes, targets)
            if len(set(refined.values())) > len(set(classes[key].values())):
                classes[key] = refined
                queue.append(key)
    return classes


def _by_text(pointer: str, values: Sequence[tuple[int, Any]], opened: Sequence[frozenset[str]]) -> dict[int, int]:
    """Number the values by what they say, in the order of the documents."""
    first: list[tuple[int, Any]] = []
    found: dict[int, int] = {}
    for index, value in values:
        for number, (owner, other) in enumerate(first):
            cuts = (opened[owner], opened[index]) if opened else (frozenset[str](), frozenset[str]())
            unifier = Unifier(True, *cuts)
            unifier.unify(pointer, other, value)
            if not unifier.differences:
                found[index] = number
                break
        else:
            found[index] = len(first)
            first.append((index, value))
    return found


def _refine(key: Key, classes: Classes, targets: Mapping[tuple[Key, int], list[Key]]) -> dict[int, int]:
    numbers: dict[str, int] = {}
    return {
        index: numbers.setdefault(
            canonical([number, [classes[target].get(index, 0) for target in targets[key, index]]]),
            len(numbers),
        )
        for index, number in classes[key].items()
    }


def names_apart(classes: Classes, documents: Sequence[str]) -> list[dict[Key, Key]]:
    """Per document, the definitions that get another name. The names are free in all documents."""
    renames: list[dict[Key, Key]] = [{} for _ in documents]
    taken = set(classes)
    for key in sorted(classes):
        chosen: dict[int, Key] = {0: key}
        for index, number in classes[key].items():
            if number not in chosen:
                chosen[number] = _free(key, documents[index], taken)
            if number:
                renames[index][key] = chosen[number]
    return renames


def _free(key: Key, document: str, taken: set[Key]) -> Key:
    kind, first, second = key
    word = re.sub(r"[^A-Za-z0-9._-]+", "-", document).strip("-") or "other"
    for number in range(1, len(taken) + 3):
        suffix = word if number == 1 else f"{word}-{number}"
        name = (kind, first, f"{second}_{suffix}") if kind == "components" else (kind, f"{first}#{suffix}", second)
        if name not in taken:
            break
    taken.add(name)
    return name


def target_of(ref: str) -> tuple[Key, list[str]] | None:
    """The definition that a local `$ref` leads to or into, and the tokens after it."""
    if not ref.startswith("#/"):
        return None
    tokens = [unquote(token) if "%" in token else token for token in split(ref[1:])]
    return ((tokens[0], tokens[1], tokens[2]), tokens[3:]) if len(tokens) > 2 else None


def _targets(value: Any) -> Iterator[Key]:
    for _, ref in references(value):
        if found := target_of(ref):
            yield found[0]
    for requirement in value.get("security") or () if isinstance(value, dict) else ():
        for name in requirement if isinstance(requirement, dict) else ():
            yield ("components", "securitySchemes", str(name))


def renamed(node: Any, renames: Mapping[Key, Key], named: bool = False) -> Any:
    """`node` with its references, discriminator mappings and security requirements following `renames`."""
    if isinstance(node, list):
        return [renamed(item, renames) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: value if named is False and _opaque(key) else _renamed(key, value, renames, named)
        for key, value in node.items()
    }


def _opaque(key: Any) -> bool:
    return key in ("example", "examples", "default", "enum", "const") or str(key).startswith("x-")


def _renamed(key: str, value: Any, renames: Mapping[Key, Key], named: bool) -> Any:
    if named:
        return renamed(value, renames)
    if key == "$ref" and isinstance(value, str):
        return reference(value, renames)
    if key == "mapping" and isinstance(value, dict):
        return {name: _mapped(target, renames) for name, target in value.items()}
    if key == "security" and isinstance(value, list):
        return [
            {
                renames.get(("components", "securitySchemes", name), ("", "", name))[2]: scopes
                for name, scopes in one.items()
            }
            if isinstance(one, dict)
            else one
            for one in value
        ]
    return renamed(value, renames, key in NAMED and isinstance(value, dict))


def reference(ref: str, renames: Mapping[Key, Key]) -> str:
    """A `$ref` that follows `renames`; unchanged where they do not touch it."""
    found = target_of(ref)
    if not found or found[0] not in renames:
        return ref
    return "#" + join("", *renames[found[0]], *found[1])


def _mapped(target: Any, renames: Mapping[Key, Key]) -> Any:
    if not isinstance(target, str):
        return target
    if target.startswith("#"):
        return reference(target, renames)
    return renames.get(("components", "schemas", target), ("", "", target))[2]
