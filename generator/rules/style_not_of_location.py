from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import is_3_0, objects
from ..values import REMOVED, Edit, Spec

_STYLES: Final = {
    "path": ("matrix", "label", "simple"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}


def style_not_of_location(spec: Spec) -> Found:
    """Drop a style that a parameter of its place cannot have: the default of the place applies.

    `style: form` on a path parameter is what editors leave behind when a parameter moves. One that
    differs in case only (`deepobject`) is written right.
    """
    extra = {"cookie": ("cookie",)} if str(spec.get("openapi")).startswith("3.2") else {}
    for kind in ("parameter", "header"):
        for pointer, node in objects(spec, kind):
            style = node.get("style")
            place = "header" if kind == "header" else str(node.get("in"))
            allowed = _STYLES.get(place, ()) + extra.get(place, ())
            if style is None or style in allowed:
                continue
            meant = {name.lower(): name for name in allowed}.get(str(style).lower(), REMOVED)
            yield Edit(join(pointer, "style"), meant, f"The styles in a {place} are {', '.join(allowed)}.")
    for pointer, node in objects(spec, "encoding"):
        if "style" in node and node["style"] not in _STYLES["query"]:
            yield Edit(join(pointer, "style"), REMOVED, "The styles of a form are those of a query.")
    for pointer, node in objects(spec, "parameter"):
        if "allowEmptyValue" in node and node.get("in") != "query" and not is_3_0(spec):
            yield Edit(join(pointer, "allowEmptyValue"), REMOVED, "Only a query can be empty.")
