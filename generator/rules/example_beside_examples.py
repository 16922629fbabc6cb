from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Spec


def example_beside_examples(spec: Spec) -> Found:
    """Put a lone `example` among the `examples` where an object has both, which OpenAPI forbids.

    The two exclude each other, so readers show one or the other and validators refuse both.
    """
    for kind in ("parameter", "header", "media_type"):
        for pointer, node in objects(spec, kind):
            listed = node.get("examples")
            if "example" not in node or not isinstance(listed, dict):
                continue
            old = join(pointer, "example")
            if listed:
                name = next(each for each in ("example", "example-1", "example-2", "example-3") if each not in listed)
                why = "There is one of `example` and `examples`."
                yield Edit(join(pointer, "examples", name), {"value": node["example"]}, why)
                yield Edit(old, REMOVED, "It is among the examples now.")
            else:
                yield Edit(join(pointer, "examples"), REMOVED, "It is empty, and `example` is not.")
