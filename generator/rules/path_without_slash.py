from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.moves import followed
from ..spec.openapi import join
from ..values import REMOVED, Edit, Note, Spec


def path_without_slash(spec: Spec) -> Found:
    """Start every path with a slash, as OpenAPI has it.

    A path is appended to the URL of the server, so `users` would ask `https://api.example.comusers`. Where the
    same path stands there with a slash, the methods of both are kept; a method that both have is lost, and noted.
    """
    yield from followed(spec, _mended(spec))


def _mended(spec: Spec) -> Found:
    paths = spec.get("paths")
    if not isinstance(paths, dict):
        return
    slashed = {path: item for path, item in paths.items() if path.startswith("/")}
    for path, item in paths.items():
        if path.startswith(("/", "x-")):
            continue
        meant, old = "/" + path.strip(), join("/paths", path)
        other = slashed.get(meant)
        if other is None:
            slashed[meant] = item
            yield Edit(join("/paths", meant), item, "A path starts with a slash.", source=old)
        elif isinstance(other, dict) and isinstance(item, dict) and _are_apart(other, item):
            slashed[meant] = {**other, **item}
            yield Edit(join("/paths", meant), slashed[meant], f"{path!r} and {meant!r} are the same path.")
        else:
            what = f"{path!r} and {meant!r} are the same path; this one was left out."
            yield Note("normalise", "path-twice", old, what)
        yield Edit(old, REMOVED, f"The path is {meant!r}.")


def _are_apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether nothing that two path items say is about the same method, or about all of them."""
    both = {*one, *other}
    return not one.keys() & other.keys() and not {"parameters", "servers", "$ref"} & both
