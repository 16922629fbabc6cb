from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.parameters import IGNORED_HEADERS, parameters
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec

FRAMING: Final = ("content-length", "transfer-encoding")


def header_parameter_reserved(spec: Spec) -> Found:
    """Drop header parameters called Accept, Content-Type or Authorization, which OpenAPI says to ignore, and those of framing.

    What is sent in them follows from the media types, the security and the body of the operation; as arguments of
    a method they would fight with these. Azure's Data Lake asks for `Transfer-Encoding: chunked` and Vercel for a
    Content-Length: beside the body as it is sent, no server could read the request.
    """
    for kind in ("path_item", "operation"):
        for pointer, node in nodes(spec, kind):
            if isinstance(node, dict) and node.get("parameters"):
                for each in parameters(spec, pointer, node):
                    place, name = each.key
                    if place == "header" and name.strip().lower() in IGNORED_HEADERS:
                        yield Edit(each.pointer, REMOVED, f"OpenAPI ignores header parameters called {name}.")
                    elif place == "header" and name.strip().lower() in FRAMING:
                        yield Edit(each.pointer, REMOVED, f"{name} follows from the body.")
