from __future__ import annotations

from ..rule import Found
from ..spec.grammar import REFERABLE
from ..spec.openapi import join
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Spec


def ref_without_dollar(spec: Spec) -> Found:
    """Write `$ref` where `ref`, `$Ref` or `$ref:` stands with a pointer into the document.

    Annotations in a source file lose the dollar easily (`items: {ref: '#/components/schemas/Order'}`), and what
    it leads to would be anything.
    """
    for kind in REFERABLE:
        for pointer, node in nodes(spec, kind):
            if not isinstance(node, dict) or "$ref" in node:
                continue
            for name, value in node.items():
                if name.strip(" :$").lower() == "ref" and isinstance(value, str) and value.startswith("#/"):
                    yield Edit(join(pointer, "$ref"), value, f"A reference is written `$ref`, not `{name}`.")
                    yield Edit(join(pointer, name), REMOVED, "It is `$ref` now.")
                    break
