from __future__ import annotations

from collections import Counter

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Spec


def operation_id_repeated(spec: Spec) -> Found:
    """Drop an operationId that several operations share: it identifies none of them.

    All of them lose it, not all but the first, so that names do not depend on the order of the document;
    a name is then made from method and path. Five of 339 documents repeat one.
    """
    found = [
        (pointer, node["operationId"])
        for pointer, node in objects(spec, "operation")
        if isinstance(node.get("operationId"), str)
    ]
    counts = Counter(name for _, name in found)
    for pointer, name in found:
        if counts[name] > 1 or not name.strip():
            why = f"{counts[name]} operations are called {name!r}." if name.strip() else "It is empty."
            yield Edit(join(pointer, "operationId"), REMOVED, why)
