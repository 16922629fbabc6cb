"""Using a package as a user would: import every module, call every method over loopback, read the answers."""

from __future__ import annotations

import importlib
import importlib.machinery
import inspect
import json
import pkgutil
import sys
import tomllib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import CodeType
from typing import Any, Final
from urllib.parse import parse_qsl

from ..loopback import Loopback, answer
from .hostile import Expected

KEY: Final = "key-0123456789"
SPACE: Final = "clientsmith-fuzz-"
"""What the folders of packages under test are called."""


class _Loader(importlib.machinery.SourceFileLoader):
    """Compiles each text once: the runtime is the same in every package."""

    compiled: dict[bytes, CodeType] = {}

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override]
        if "_runtime" not in str(path):
            return compile(data, path, "exec", dont_inherit=True)
        if data not in self.compiled:
            self.compiled[data] = compile(data, path, "exec", dont_inherit=True)
        return self.compiled[data]


def share_compiled_runtime() -> None:
    """Let this process compile the runtime once, however many packages it imports."""
    finder = importlib.machinery.FileFinder.path_hook((_Loader, importlib.machinery.SOURCE_SUFFIXES))

    def hook(path: str) -> Any:
        if SPACE not in path:
            raise ImportError(path)
        return finder(path)

    sys.path_hooks.insert(0, hook)


class Differs(Exception):
    """The package, or the tree, is not what it has to be."""

    def __init__(self, what: str, kind: str = "wrong") -> None:
        super().__init__(what)
        self.kind = kind


def same(what: str, found: Any, wanted: Any) -> None:
    """Raise Differs, showing both, unless they are equal and of one kind."""
    if json.dumps(found, sort_keys=True) != json.dumps(wanted, sort_keys=True):
        raise Differs(f"{what}: {found!r} instead of {wanted!r}"[:2000])


def import_all(out: Path, package: str) -> Any:
    """The package, with every one of its modules imported; its project's texts are what they claim to be."""
    sys.path.insert(0, str(out))
    try:
        importlib.invalidate_caches()
        root = importlib.import_module(package)
        for module in pkgutil.walk_packages([str(out / package)], f"{package}."):
            if "._runtime." not in module.name:
                importlib.import_module(module.name)
        for name in root.__all__:
            getattr(root, name)
    finally:
        sys.path.remove(str(out))
    for path in sorted([*out.rglob("*.py"), *out.glob("*.md"), *out.glob("*.toml")]):
        if "_runtime" not in path.parts and (odd := unreadable(path.read_text(encoding="utf-8"))):
            raise Differs(f"{path.name} holds {odd!r} as it is")
    project = tomllib.loads((out / "pyproject.toml").read_text(encoding="utf-8"))
    same("the tables of pyproject.toml", sorted(project), ["build-system", "project", "tool"])
    return root


def unreadable(text: str) -> str | None:
    """A character that makes a text read differently from what it is."""
    return next((c for c in text if not c.isprintable() and c != "\n"), None)


def forget(package: str) -> None:
    """Take a package out of the interpreter again."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]


def use(root: Any, expected: Expected, server: Loopback) -> None:
    """Call the one operation with every argument; hold the request and the decoded answers against the document."""
    errors = {name for name in root.__all__ if name.endswith("Error")}
    name = next(name for name in root.__all__ if f"Async{name}" in root.__all__ and f"{name}Error" in errors)
    server.then(*(answer(each) for each in expected.answers))
    with getattr(root, name)(KEY, base_url=server.url, max_retries=0, timeout=5.0) as client:
        (method,) = methods(client)
        for wanted in expected.answers:
            server.requests.clear()
            found = method(**_arguments(method, expected))
            _check_request(server.requests[0], expected)
            _check_answer(found, wanted, expected)


def methods(node: Any) -> Iterator[Any]:
    """Every method of the resources of a client."""
    base = importlib.import_module(f"{type(node).__module__.partition('.')[0]}._runtime.resource").Resource
    for name in sorted(vars(type(node))):
        if name.startswith("_") or (name == "with_raw_response" and isinstance(node, base)):
            continue
        value = getattr(node, name)
        if isinstance(value, base):
            yield from methods(value)
        elif isinstance(node, base) and callable(value):
            yield value


def _arguments(method: Any, expected: Expected) -> dict[str, str]:
    names = [name for name in inspect.signature(method).parameters if name not in ("self", "extra_body")]
    same("how many arguments", len(names), 1 + len(expected.body) + len(expected.query) + len(expected.header))
    return {name: f"value{index}" for index, name in enumerate(names)}


def _check_request(request: Any, expected: Expected) -> None:
    query = parse_qsl(request.query, keep_blank_values=True, strict_parsing=True, encoding="utf-8", errors="strict")
    body = json.loads(request.body)
    same("names of the query", sorted(name for name, _ in query), sorted(expected.query))
    same("names in the body", sorted(body), sorted(expected.body))
    headers = [name for name, value in request.headers if value.startswith("value")]
    same("headers", [name.lower() for name in headers], [name.lower() for name in expected.header])
    segments = request.path.strip("/").split("/")
    # RFC 3986, 5.2.4: `.` and `..` of the documented path lead elsewhere, and are not sent
    same("segments of the path", len(segments), 1 if expected.segment in (".", "..") else 2)
    sent = [segments[-1], *(value for _, value in query), *body.values(), request.header(headers[0])]
    same("values", sorted(sent), sorted(f"value{index}" for index in range(len(sent))))
    same("the key", request.header("authorization"), expected.scheme + KEY)


def _check_answer(found: Any, wanted: dict[str, Any], expected: Expected) -> None:
    fields = type(found)._FIELDS
    same("the answer", found.to_dict(), wanted)
    unknown = [key for key in wanted if key not in fields]
    same("fields that are not documented", found.additional_properties, {key: wanted[key] for key in unknown})
    member = getattr(found, fields[expected.enum_property])
    if not isinstance(member, Enum):
        raise Differs(f"{member!r} is no member of its enum")
    same("the values of the enum", sorted(each.value for each in type(member)), sorted(expected.enum))
    chosen = getattr(found, fields[expected.union_property])
    same("fields of the member of the union", sorted(type(chosen)._FIELDS), sorted(wanted[expected.union_property]))
    same("a copy", type(found).from_dict(json.loads(json.dumps(found.to_dict()))).to_dict(), wanted)
    repr(found)
