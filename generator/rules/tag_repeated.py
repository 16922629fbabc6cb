from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..values import REMOVED, Edit, Spec


def tag_repeated(spec: Spec) -> Found:
    """Keep one of several tags with the same name: the first with a description, else the first.

    Names of tags are unique. Documents put together from several declare a tag in each of them, once with its
    text and once without.
    """
    tags = spec.get("tags")
    best: dict[str, int] = {}
    for index, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, dict) and isinstance(name := tag.get("name"), str):
            known = best.setdefault(name, index)
            if known != index and isinstance(tags, list) and "description" in tag and "description" not in tags[known]:
                best[name] = index
    for index, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, dict) and best.get(tag.get("name", ""), index) != index:
            yield Edit(join("/tags", index), REMOVED, f"The tag {tag['name']!r} is there already.")
