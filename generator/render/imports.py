"""What a resource module has to import."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from .signatures import ResourceCode


@frozen
class Imports:
    """What a resource module imports: (module, names) each; `typing_only` ones under TYPE_CHECKING."""

    at_runtime: tuple[tuple[str, tuple[str, ...]], ...]
    typing_only: tuple[tuple[str, tuple[str, ...]], ...]
    cached: bool
    dates: bool
    builtins: bool


RUNTIME: Final = {
    "operation": ("Body", "Operation", "Param", "Result"), "paging": ("AsyncPages", "Pages", "Paginator"),
    "raw": ("raw", "raw_async"), "resource": ("AsyncResource", "Resource"), "unset": ("UNSET", "Unset"),
    "waiting": ("Waiter",), "bodies": ("FileTypes",), "events": ("AsyncEventStream", "EventStream"),
}  # fmt: skip

TYPING_ONLY: Final = {"AsyncPages", "Pages", "Unset", "FileTypes", "AsyncEventStream", "EventStream"}


def imports(code: ResourceCode) -> Imports:
    """What the text of a resource module refers to, and nothing else: the linter finds nothing to take out."""
    signatures = [*code.signatures(False), *code.signatures(True)]
    constants = list(code.constants())
    types = " ".join(
        [text for s in signatures for text in (*s.parameters, s.returns)]
        + [annotation for _, annotation, _ in constants]
    )
    words = set(_words(types))
    run = {"AsyncResource", "Resource", "raw", "raw_async"} if any(s.kind == "send" for s in signatures) else {
        "AsyncResource", "Resource"
    }  # fmt: skip
    run |= {word for _, _, text in constants for word in _words(text)} | ({"UNSET"} if "= UNSET" in types else set())
    at_runtime, typing_only = [], []
    for module, names in RUNTIME.items():
        now = tuple(name for name in names if name in run and name not in TYPING_ONLY)
        later = tuple(name for name in names if name in words and name in TYPING_ONLY)
        at_runtime += [(f".._runtime.{module}", now)] if now else []
        typing_only += [(f".._runtime.{module}", later)] if later else []
    abc = tuple(name for name in ("Callable", "Mapping", "Sequence") if name in words)
    typing_only = ([("collections.abc", abc)] if abc else []) + typing_only
    models = tuple(sorted(words & code.types.components.keys()))
    typing_only += [("..models", models)] if models else []
    others = {place.module: place.class_name for _, _, (place, _) in code.creates() if place.path != code.resource.path}
    at_runtime += [(f".{module}", (f"Async{name}", name)) for module, name in sorted(others.items())]
    typing_only += [
        (f".{child.module}", (f"Async{child.class_name}", child.class_name)) for child in code.resource.children
    ]
    return Imports(
        tuple(at_runtime), tuple(typing_only), bool(code.resource.children), "_dt." in types, "builtins." in types
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d]\w*", _QUOTED.sub("", text))


_QUOTED: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
