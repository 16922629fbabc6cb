"""Single values of provider.yaml set by a command, to the letter: comments, order and quotes stay as a person wrote them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from ..errors import UnusableInput

_UNQUOTED: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


def revised(text: str, *, version: str | None = None, sources: Mapping[str, Sequence[str]] | None = None) -> str:
    """The text of a provider.yaml with another package version, and other sources of single documents.

    Raises UnusableInput where the text does not hold what is to be set.
    """
    root: Any = YAML(pure=True).compose(text)
    found: list[tuple[Node, str]] = []
    if version is not None:
        found.append((_child(root, "version"), version))
    for document in getattr(_child(root, "documents"), "value", ()) if sources else ():
        name = _child(document, "name").value
        if sources and name in sources:
            node = _child(document, "sources")
            found.append((node, _list(node, [_scalar(one) for one in sources[name]])))
    if len(found) != (version is not None) + len(sources or ()):
        raise UnusableInput("provider.yaml does not name a document that is to be revised.")
    for node, value in sorted(found, key=lambda one: -one[0].start_mark.index):
        end = node.end_mark.index
        # A block list ends where the next entry begins; its last line feed is not a part of it.
        kept = text[node.start_mark.index : end]
        tail = kept[len(kept.rstrip()) :] if isinstance(node, SequenceNode) and not node.flow_style else ""
        text = text[: node.start_mark.index] + value + tail + text[end:]
    return text


def _list(node: Any, items: list[str]) -> str:
    """A list in the style of the one that it replaces."""
    if node.flow_style:
        return f"[{', '.join(items)}]"
    line_feed: str = "\n" + " " * node.start_mark.column
    return line_feed.join(f"- {one}" for one in items)


def _child(node: Any, key: str) -> Node:
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == key:
                return value  # type: ignore[no-any-return]
    raise UnusableInput(f"provider.yaml has no {key} where one is to be revised.")


def _scalar(text: str) -> str:
    return text if set(text) <= _UNQUOTED and text[:1].isalpha() else "'" + text.replace("'", "''") + "'"
