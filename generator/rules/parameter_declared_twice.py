from __future__ import annotations

from ..rule import Found
from ..spec.instances import same
from ..spec.parameters import ParameterAt, parameters
from ..spec.walk import nodes
from ..values import REMOVED, Edit, Note, Spec


def parameter_declared_twice(spec: Spec) -> Found:
    """Keep the first of several parameters with the same name and place in one list.

    OpenAPI forbids the others. They are mostly copies; one that says something else is noted.
    """
    for kind in ("path_item", "operation"):
        for pointer, node in nodes(spec, kind):
            if not isinstance(node, dict) or len(node.get("parameters") or ()) < 2:
                continue
            first: dict[tuple[str, str], ParameterAt] = {}
            for each in parameters(spec, pointer, node):
                known = first.setdefault(each.key, each)
                if known is each:
                    continue
                if not same(known.value, each.value):
                    what = f"Parameter {each.key[1]!r} is declared twice, differently; the first one counts."
                    yield Note("normalise", "parameter-twice", each.pointer, what)
                yield Edit(each.pointer, REMOVED, f"{known.pointer} declares the same parameter.")
