"""What the tests of promises take from a provider's own data."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from client_calls import FILES, ROOT

from generator.provider import load_provider
from generator.provider.settings import Method

PROVIDERS = {name: load_provider(ROOT / "specs" / name) for name in FILES}
BOTH = pytest.mark.parametrize("kind", ["sync", "async"])


class Naps:
    """A sleep for clients of both kinds that only writes down how long it was to be."""

    def __init__(self, kind: str) -> None:
        self.taken: list[float] = []
        self.sleep: Callable[[float], Any] = self._sync if kind == "sync" else self._async

    def _sync(self, seconds: float) -> None:
        self.taken.append(seconds)

    async def _async(self, seconds: float) -> None:
        self.taken.append(seconds)


def call_of(name: str, method: Method, suffix: str = "") -> dict[str, Any]:
    """The written call of an operation, or of the method made from it by `suffix`."""
    wanted = f"{method.resource}.{method.name}"
    call: dict[str, Any] = next(call for call in FILES[name]["calls"] if call["call"] == wanted)
    return {**call, "call": f"{wanted}{suffix}"}


def package_of(name: str) -> Any:
    return import_module(PROVIDERS[name].package)


def wrapped(method: Method, value: Any) -> Any:
    """A result as the wire has it, in its envelope."""
    return value if method.result is None else {method.result: value}


def placed(pointer: str, value: Any) -> Any:
    """The smallest object with a value at a JSON Pointer."""
    for part in reversed(pointer.strip("/").split("/")):
        value = {part: value}
    return value
