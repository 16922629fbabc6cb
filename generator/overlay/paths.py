"""The JSONPath of overlays: the library's, quicker where overlays use it most, and as deep as documents go.

`$..properties.x` is how an overlay names what may be hoisted upstream. The library makes a node with its
whole path for every dict and list of the document before it looks for `properties` in it; made only for
those that have the name, such a query takes a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

import jsonpath_rfc9535 as jsonpath
from jsonpath_rfc9535.exceptions import JSONPathRecursionError
from jsonpath_rfc9535.function_extensions import Match, Search
from jsonpath_rfc9535.parse import Parser
from jsonpath_rfc9535.segments import JSONPathRecursiveDescentSegment, JSONPathSegment
from jsonpath_rfc9535.selectors import NameSelector
from jsonpath_rfc9535.tokens import TokenStream

DEPTH: Final = 300

_CONTAINERS: Final = (dict, list)


class _Descent(JSONPathRecursiveDescentSegment):
    """`..` with nothing but names after it: looks for them first, makes nodes then."""

    __slots__ = ()

    def resolve(self, nodes: Iterable[jsonpath.JSONPathNode]) -> Iterator[jsonpath.JSONPathNode]:
        names = [selector.name for selector in self.selectors if isinstance(selector, NameSelector)]
        for node in nodes:
            for value, location in self._holders(node, names):
                holder = jsonpath.JSONPathNode(value=value, location=location, parent=None, root=node.root)
                for selector in self.selectors:
                    yield from selector.resolve(holder)

    def _holders(self, node: jsonpath.JSONPathNode, names: list[str]) -> list[tuple[Any, tuple[str | int, ...]]]:
        """Every dict that has one of the names, parents first, with its place."""
        found = []
        path = [*node.location]
        deepest = len(path) + self.env.max_recursion_depth

        def visit(value: Any) -> None:
            below: Iterable[tuple[Any, Any]]
            if isinstance(value, dict):
                for name in names:
                    if name in value:
                        found.append((value, tuple(path)))
                        break
                below = value.items()
            elif isinstance(value, list):
                below = enumerate(value)
            else:
                return
            for key, child in below:
                if isinstance(child, _CONTAINERS):
                    path.append(key)
                    if len(path) >= deepest:
                        raise JSONPathRecursionError("recursion limit exceeded", token=self.token)
                    visit(child)
                    del path[-1]

        visit(node.value)
        return found


class _Parser(Parser):
    """Puts the quicker descent in the place of the library's."""

    def parse_query(self, stream: TokenStream, *, in_filter: bool = False) -> Iterator[JSONPathSegment]:
        for segment in super().parse_query(stream, in_filter=in_filter):
            names = all(isinstance(selector, NameSelector) for selector in getattr(segment, "selectors", ()))
            if isinstance(segment, JSONPathRecursiveDescentSegment) and names:
                yield _Descent(env=segment.env, token=segment.token, selectors=segment.selectors)
            else:
                yield segment


_match = lru_cache(4096)(Match())
_search = lru_cache(4096)(Search())


class _Match(Match):
    """Asks once for each text and pattern: most properties have no `description`, many the same one."""

    def __call__(self, string: str, pattern: object) -> bool:
        return isinstance(string, str) and isinstance(pattern, str) and _match(string, pattern)


class _Search(Search):
    """As `_Match`."""

    def __call__(self, string: str, pattern: object) -> bool:
        return isinstance(string, str) and isinstance(pattern, str) and _search(string, pattern)


class Paths(jsonpath.JSONPathEnvironment):
    """JSONPath on documents as deep as the parser lets them be."""

    parser_class = _Parser
    max_recursion_depth = DEPTH

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions |= {"match": _Match(), "search": _Search()}
