from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import Edit, Spec


def responses_missing(spec: Spec) -> Found:
    """Give an operation that documents no response one that says so.

    OpenAPI 3.0 and 3.1 want at least one; 15 documents of 3.2 and more of 3.1 leave them out.
    """
    for pointer, operation in objects(spec, "operation"):
        responses = operation.get("responses")
        if not isinstance(responses, dict) or not any(not key.startswith("x-") for key in responses):
            kept = responses if isinstance(responses, dict) else {}
            value = {**kept, "default": {"description": "Not documented."}}
            yield Edit(join(pointer, "responses"), value, "Every operation has a response.")
