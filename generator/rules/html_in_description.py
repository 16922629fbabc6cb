from __future__ import annotations

from typing import Final

from ..markdown import markdown
from ..rule import Found
from ..spec.grammar import OBJECTS
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import Edit, Spec

_KINDS: Final = tuple(kind for kind, fields in OBJECTS.items() if "description" in fields)


def html_in_description(spec: Spec) -> Found:
    """Write descriptions in Markdown, as OpenAPI has them, where they are HTML.

    72 of 339 public documents hold HTML; in a docstring a table of it is noise. Row and column spans are
    written out, so that every row can be read by itself.
    """
    for kind in _KINDS:
        for pointer, node in nodes(spec, kind):
            if not isinstance(node, dict):
                continue
            text = node.get("description")
            if isinstance(text, str) and "<" in text:
                found = markdown(text)
                if found.text != text:
                    yield Edit(
                        join(pointer, "description"),
                        found.text,
                        " ".join(["OpenAPI has Markdown.", *found.remarks]),
                    )
