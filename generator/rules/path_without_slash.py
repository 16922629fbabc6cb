from __future__ import annotations

from ..rule import Found
from ..spec.openapi import join
from ..values import REMOVED, Edit, Note, Spec


def path_without_slash(spec: Spec) -> Found:
    """Start every path with a slash, as OpenAPI has it.

    A path is appended to the URL of the server, so `users` would ask `https://api.example.comusers`. Where the
    same path stands there with a slash, one of the two is lost, and noted.
    """
    paths = spec.get("paths")
    if not isinstance(paths, dict):
        return
    taken = set(paths)
    for path, item in paths.items():
        if path.startswith(("/", "x-")):
            continue
        meant, old = "/" + path.strip(), join("/paths", path)
        if meant in taken:
            yield Note(
                "normalise",
                "path-twice",
                old,
                f"{path!r} and {meant!r} are the same path; this one was left out.",
            )
        else:
            taken.add(meant)
            yield Edit(join("/paths", meant), item, "A path starts with a slash.", source=old)
        yield Edit(old, REMOVED, f"The path is {meant!r}.")
