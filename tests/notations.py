"""Data in another order or notation, which says the same."""

from __future__ import annotations

import io
import random
from typing import Any

from ruamel.yaml import YAML


def shuffled(node: Any, chance: random.Random) -> Any:
    """A copy whose keys stand in another order."""
    if isinstance(node, dict):
        keys = list(node)
        chance.shuffle(keys)
        return {key: shuffled(node[key], chance) for key in keys}
    return [shuffled(item, chance) for item in node] if isinstance(node, list) else node


def reversed_keys(node: Any) -> Any:
    """A copy whose keys stand the other way round."""
    if isinstance(node, dict):
        return {key: reversed_keys(node[key]) for key in reversed(node)}
    return [reversed_keys(item) for item in node] if isinstance(node, list) else node


def as_yaml(data: Any) -> str:
    stream = io.StringIO()
    YAML(typ="safe").dump(data, stream)
    return stream.getvalue()
