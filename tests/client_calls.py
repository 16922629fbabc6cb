"""The calls in tests/clients/*.yaml: every operation of each generated package, and how to make them."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
KEY = "test-key"


def _load(path: Path) -> dict[str, Any]:
    project = str(ROOT / "generated" / path.stem)
    if project not in sys.path:
        sys.path.insert(0, project)
    data: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return data


FILES = {path.stem: _load(path) for path in sorted((ROOT / "tests" / "clients").glob("*.yaml"))}
CALLS = [(name, call) for name, data in FILES.items() for call in data["calls"]]
IDS = [f"{name}-{call['call']}" for name, call in CALLS]


def client_of(name: str, kind: str, package: str = "", **options: Any) -> Any:
    """A client of a provider, from its package or from a copy of it."""
    data = FILES[name]
    module = importlib.import_module(package or data["package"])
    word = "Async" if kind == "async" else ""
    return getattr(module, f"{word}{data['client']}")(KEY, **{**data.get("options", {}), **options})


def make(client: Any, call: dict[str, Any], **changed: Any) -> Any:
    """What the method gives: the result, or (async) what has to be awaited or iterated."""
    for part in call["call"].split("."):
        client = getattr(client, part)
    return client(**{**call["args"], **changed})


def at(value: Any, path: str) -> Any:
    """What stands in a model at a path such as `inputs.0.step`; the model itself for an empty one."""
    for part in path.split(".") if path else ():
        value = value[int(part)] if part.isdigit() else getattr(value, part)
    return value


def play(
    name: str, call: dict[str, Any], url: str, kind: str, *, package: str = "", changed: Any = None, **options: Any
) -> Any:
    """The result of a call; of a list that comes in pages, all items."""
    client = client_of(name, kind, package, base_url=url, **options)
    if kind == "sync":
        with client:
            result = make(client, call, **(changed or {}))
            return list(result) if hasattr(result, "pages") else result

    async def run() -> Any:
        async with client:
            result = make(client, call, **(changed or {}))
            if inspect.isawaitable(result):
                return await result
            return [item async for item in result]

    return asyncio.run(run())
