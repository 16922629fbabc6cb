from __future__ import annotations

import re
from typing import Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import schemas_with
from ..values import Edit, Spec
from .required_undeclared import is_member

_BREAK: Final = re.compile(r"(?<=.)[-_ ]")
_COMPOSED: Final = ("allOf", "anyOf", "oneOf", "$ref")


def required_misspelt(spec: Spec) -> Found:
    """Require the property that is declared, where the two names differ in case, hyphens and underscores alone.

    Xero's folder requires `name` and declares `Name`; the client would have an argument for each, and the one that is
    required would be sent under a name that the server does not know.
    """
    for pointer, schema in schemas_with(spec, "required"):
        required, properties = schema["required"], schema.get("properties")
        if not isinstance(required, list) or not isinstance(properties, dict) or is_member(pointer):
            continue
        if any(key in schema for key in _COMPOSED):
            continue
        meant: dict[str, list[str]] = {}
        for name in properties:
            meant.setdefault(_loosely(str(name)), []).append(str(name))
        for index, name in enumerate(required):
            if not isinstance(name, str) or name in properties:
                continue
            found = meant.get(_loosely(name), [])
            if len(found) == 1 and found[0] not in required:
                yield Edit(join(pointer, "required", index), found[0], f"{name!r} is declared as {found[0]!r}.")


def _loosely(name: str) -> str:
    return _BREAK.sub("", name).lower()
