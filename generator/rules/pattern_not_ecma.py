from __future__ import annotations

from ..rule import Found
from ..spec.openapi import escape, join
from ..spec.patterns import ecma
from ..spec.walk import schemas_with
from ..values import REMOVED, Edit, Spec


def pattern_not_ecma(spec: Spec) -> Found:
    """Drop patterns that are no regular expressions of ECMA-262, which JSON Schema's patterns are.

    An ECMA engine decides, with the `u` flag, as validators use it: of thirteen patterns in public
    documents that Python refuses twelve are right.
    """
    for pointer, schema in schemas_with(spec, "pattern", "patternProperties"):
        pattern = schema.get("pattern")
        if isinstance(pattern, str) and ecma(pattern) is None:
            yield Edit(join(pointer, "pattern"), REMOVED, "It is no expression of ECMA-262.")
        named = schema.get("patternProperties")
        for name in named if isinstance(named, dict) else ():
            if ecma(name) is None:
                at = f"{join(pointer, 'patternProperties')}/{escape(name)}"
                yield Edit(at, REMOVED, "It is no expression of ECMA-262.")
