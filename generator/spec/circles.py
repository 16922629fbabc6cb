"""A graph in the order of its dependencies, its circles found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles_first(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[list[str], bool]]:
    """Groups of nodes that lead to each other (Tarjan), each after those it leads to, and whether it is a circle.

    Iterative: a chain of ten thousand references must not end in a RecursionError.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for start in sorted(edges):
        if start in index:
            continue
        index[start] = low[start] = len(index)
        path.append(start)
        on_path.add(start)
        work = [(start, iter(edges[start]))]
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    path.append(target)
                    on_path.add(target)
                    work.append((target, iter(edges[target])))
                    break
                if target in on_path:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    group = [path.pop()]
                    while group[-1] != node:
                        group.append(path.pop())
                    on_path.difference_update(group)
                    yield sorted(group), len(group) > 1 or node in edges[node]
