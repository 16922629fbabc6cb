"""What components are made of, and the order in which that can be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..values import Spec
from ._parts import ref_name
from ._walk import Notes, at_component, note


def composed_refs(schema: Any) -> Iterator[str]:
    """The components that a component is made of: through `$ref`, `allOf` and `oneOf`, not properties."""
    stack = [schema]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if (name := ref_name(node)) is not None:
                yield name
            for key in ("allOf", "oneOf"):
                stack.extend(reversed(node.get(key, ())))


def references(spec: Spec) -> Counter[str]:
    """How often the document refers to each component."""
    found: Counter[str] = Counter()
    stack: list[Any] = [spec]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if (name := ref_name(node)) is not None:
                found[name] += 1
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return found


def dependencies_first(schemas: dict[str, Any], notes: Notes, cut: set[tuple[str, str]]) -> list[str]:
    """The components, each after those it is made of. An edge that closes a circle is cut, with a note."""
    order: list[str] = []
    state: dict[str, int] = {}
    for start in sorted(schemas):
        stack = [(start, iter(sorted(set(composed_refs(schemas[start])))))] if start not in state else []
        state.setdefault(start, 1)
        while stack:
            name, edges = stack[-1]
            target = next(edges, None)
            if target is None:
                stack.pop()
                state[name] = 2
                order.append(name)
            elif target not in schemas:
                continue
            elif state.get(target) == 1:
                cut.add((name, target))
                note(
                    notes,
                    "schema-circle",
                    at_component(name),
                    f"is made of itself by way of {target}; that part is left out",
                )
            elif target not in state:
                state[target] = 1
                stack.append((target, iter(sorted(set(composed_refs(schemas[target]))))))
    return order
