from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final
from urllib.parse import unquote

from ..rule import Found
from ..spec.grammar import REFERABLE, SECTIONS
from ..spec.openapi import components_of, get, join, leads, split, step
from ..spec.walk import objects, referring
from ..values import Edit, Spec

MOST_TRIES: Final = 300
"""Places to look at for one pointer: with what stands beside each reference there may be two ways at each step."""
MOST_REFERENCES: Final = 10
"""References in a row that a pointer may pass through."""

_OWN_URL: Final = re.compile(
    r"https?://[^#?]+(?:#/|/)(?:components/)?(?:models|schemas|definitions|responses|parameters)/([^/#?]+)\Z"
)
"""The address that a component has on the service which keeps the document, as an API gateway exports it."""


def ref_misspelt(spec: Spec) -> Found:
    """Write a reference so that it leads to the component it means.

    `User`, `#/definitions/User`, `components/schemas/User`, `#/components/schemas/user` and
    percent-encoded names each mean the one component that is called so, where nothing stands at the
    reference as it is written; a pointer that passes through another reference means what that leads to, and
    a schema that refers to a parameter or a response means the schema there. A discriminator's mapping refers
    in the same ways. `https://apigateway.amazonaws.com/restapis/1/models/User` is the component on the
    service that the document was exported from.
    """
    by_case: dict[str, dict[str, str]] = {}
    for kind in REFERABLE:
        names = components_of(spec, SECTIONS[kind])
        counts = Counter(name.lower() for name in names)
        cased = {name.lower(): name for name in names if counts[name.lower()] == 1}
        by_case[kind] = cased | {name: name for name in names}
    known: dict[tuple[str, str], str | None] = {}
    for kind in REFERABLE:
        for pointer, node in referring(spec, kind):
            ref = node["$ref"]
            if not isinstance(ref, str):
                continue
            if (kind, ref) not in known:
                known[kind, ref] = _meant(spec, ref, kind, by_case[kind])
            meant = known[kind, ref]
            if meant is not None:
                yield Edit(join(pointer, "$ref"), meant, f"Nothing stands at {ref!r}.")
    yield from _mappings(spec, by_case["schema"])


def _mappings(spec: Spec, names: dict[str, str]) -> Iterator[Edit]:
    """The targets of discriminators' mappings; a name alone is no misspelling there."""
    for pointer, node in objects(spec, "discriminator"):
        mapping = node.get("mapping")
        for value, target in mapping.items() if isinstance(mapping, dict) else ():
            meant = _meant(spec, target, "schema", names) if isinstance(target, str) else None
            if meant is not None and names.get(target) != target:
                yield Edit(join(pointer, "mapping", value), meant, f"Nothing stands at {target!r}.")


def _meant(spec: Spec, ref: str, kind: str, names: dict[str, str]) -> str | None:
    if leads(spec, ref):
        return _schema_in(spec, ref) if kind == "schema" else None
    for each in _spellings(ref):
        if leads(spec, each):
            return each
        if (direct := _through(spec, each)) is not None:
            return direct
    found = _named(ref, kind, names)
    return "#" + join("/components", SECTIONS[kind], found) if found else None


def _named(ref: str, kind: str, names: dict[str, str]) -> str | None:
    """The component whose name stands in a reference, whatever stands around it."""
    if (own := _OWN_URL.match(ref)) and own[1] in names:
        return names[own[1]]
    if ref.startswith(("http:", "https:", "file:")) or ".yaml" in ref or ".json" in ref or ".yml" in ref:
        return None
    head = f"#/components/{SECTIONS[kind]}/"
    whole = names.get(unquote(ref[len(head) :])) if ref.startswith(head) else None
    if whole or ref.count("/") > 3:  # what is deeper means a part of something, not a component of that name
        return whole
    name = unquote(ref.rpartition("/")[2]).replace("~1", "/").replace("~0", "~")
    return names.get(name) or names.get(name.lower())


def _spellings(ref: str) -> Iterator[str]:
    if (bare := ref.strip()) != ref and bare.startswith("#/"):
        yield bare
    fragment = ref.strip().lstrip("#").lstrip("/")
    yield "#/" + unquote(fragment)
    yield "#/" + fragment


def _through(spec: Spec, ref: str) -> str | None:
    """Where a pointer leads that passes through references on its way, as bundlers write them.

    What stands beside a reference comes first, where the pointer leads somewhere by that.
    """
    stack: list[tuple[str, Any, list[str], int]] = [("", spec, split(ref[1:]), 0)]
    for _ in range(MOST_TRIES):
        if not stack:
            break
        at, node, tokens, passed = stack.pop()
        if not tokens:
            return "#" + at
        inner = node.get("$ref") if isinstance(node, dict) else None
        if isinstance(inner, str) and passed < MOST_REFERENCES and leads(spec, inner):
            stack.append((inner[1:], get(spec, inner[1:]), tokens, passed + 1))
        with suppress(KeyError):
            stack.append((join(at, tokens[0]), step(node, tokens[0]), tokens[1:], passed))
    return None


def _schema_in(spec: Spec, ref: str) -> str | None:
    """The schema that a parameter or a response has, where a schema refers to the whole of it."""
    target = get(spec, ref[1:])
    if not isinstance(target, dict) or target.keys() & {"type", "properties", "$ref", "allOf", "oneOf", "anyOf"}:
        return None
    is_header = ref.startswith("#/components/headers/")
    if ({"in", "name"} <= target.keys() or is_header) and isinstance(target.get("schema"), dict):
        return f"{ref}/schema"
    content = target.get("content")
    is_body = "description" in target or ref.startswith(("#/components/responses/", "#/components/requestBodies/"))
    for media, value in content.items() if isinstance(content, dict) and is_body else ():
        if isinstance(value, dict) and isinstance(value.get("schema"), dict):
            return "#" + join(ref[1:], "content", media, "schema")
    return None
