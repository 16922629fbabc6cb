from __future__ import annotations

from ..rule import Found
from ..spec.parameters import parameters
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec


def header_parameter_reserved(spec: Spec) -> Found:
    """Drop header parameters called Accept, Content-Type or Authorization, which OpenAPI says to ignore.

    What is sent in them follows from the media types and the security of the operation; as arguments of
    a method they would fight with both.
    """
    for kind in ("path_item", "operation"):
        for pointer, node in nodes(spec, kind):
            if isinstance(node, dict) and node.get("parameters"):
                for each in parameters(spec, pointer, node):
                    place, name = each.key
                    if place == "header" and name.strip().lower() in (
                        "accept",
                        "content-type",
                        "authorization",
                    ):
                        yield Edit(each.pointer, REMOVED, f"OpenAPI ignores header parameters called {name}.")
