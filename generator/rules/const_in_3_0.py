from __future__ import annotations

from ..rule import Found
from ..spec.instances import same
from ..spec.openapi import join
from ..spec.walk import is_3_0, schemas_with
from ..values import REMOVED, Edit, Spec


def const_in_3_0(spec: Spec) -> Found:
    """Say `const` as OpenAPI 3.0 does: an enum of one value.

    3.0 does not know the word, so a reader of its version would allow anything. Public documents use words of
    3.1 in a 3.0 document 266 times.
    """
    if not is_3_0(spec):
        return
    for pointer, schema in schemas_with(spec, "const"):
        listed = schema.get("enum")
        why = "OpenAPI 3.0 has no `const`."
        if not isinstance(listed, list) or not any(same(schema["const"], each) for each in listed) or len(listed) > 1:
            yield Edit(join(pointer, "enum"), [schema["const"]], why)
        yield Edit(join(pointer, "const"), REMOVED, why)
