"""`make large`: documents of 1,000 and 3,200 operations with every construct mixed, and what each stage takes for them.

Each size is built in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from generator import build

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (1000, 3200)
SLACK: Final = 1.5
"""How much more than its share of operations a stage may take in the larger document, and still count as linear."""

LONG: Final = "<p>Text as <b>vendors</b> write it, with <code>code</code> and a <a href='/x'>link</a>.</p>"


def large(count: int) -> dict[str, Any]:
    """An OpenAPI 3.1 document of `count` operations; each tenth one is of another sort."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    for number in range(count):
        sort = SORTS[number % len(SORTS)]
        path, method, operation = sort(number, schemas)
        operation.setdefault("operationId", f"{method}_{sort.__name__.strip('_')}_{number}")
        operation.setdefault("tags", [f"Group {number // 40}"])
        operation.setdefault("summary", f"Operation {number}")
        operation.setdefault("description", LONG)
        paths.setdefault(path, {})[method] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://{region}.example.com", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}],
        "security": [{"bearer": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}, "key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "parameters": {"Limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10}}},
            "responses": {"Failed": {"description": "no", "content": {"application/json": {"schema": {"type": "object", "properties": {"error": {"type": "string"}}}}}}},
        },
    }  # fmt: skip


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answers(schema: Any, status: str = "200", media: str = "application/json") -> dict[str, Any]:
    return {
        status: {"description": "ok", "content": {media: {"schema": schema}}},
        "4XX": {"$ref": "#/components/responses/Failed"},
    }


def _object(number: int, **more: Any) -> dict[str, Any]:
    """Properties of every plain kind."""
    return {
        "type": "object", "title": "Item", "description": LONG, "required": ["id"],
        "properties": {
            "id": {"type": "string", "format": "uuid"}, "count": {"type": ["integer", "null"], "default": number},
            "createdAt": {"type": "string", "format": "date-time"}, "day": {"type": "string", "format": "date"},
            "kind": {"type": "string", "enum": [f"a {number}", f"A {number}", "b", None]}, "ratio": {"type": "number", "maximum": 1},
            "tags": {"type": "array", "items": {"type": "string"}}, "extra": {"type": "object", "additionalProperties": True},
            "inner": {"type": "object", "properties": {f"x{number}": {"type": "string"}, "deep": {"type": "object", "properties": {f"y{number}": {"type": "integer"}}}}},
            **more,
        },
    }  # fmt: skip


def _plain(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Plain{number}"] = _object(number)
    parameters = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"$ref": "#/components/parameters/Limit"},
    ]
    return f"/plain/{number}/{{id}}", "get", {"parameters": parameters, "responses": _answers(_ref(f"Plain{number}"))}


def _created(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Create{number}"] = _object(number, itself=_ref(f"Create{number}"))
    body = {"required": True, "content": {"application/json": {"schema": _ref(f"Create{number}")}}}
    return f"/created/{number}", "post", {"requestBody": body, "responses": _answers(_ref(f"Create{number}"), "201")}


def _composed(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Base{number}"] = _object(number)
    schemas[f"Composed{number}"] = {
        "allOf": [
            _ref(f"Base{number}"),
            {
                "type": "object",
                "required": ["own"],
                "properties": {"own": {"type": "string"}, "count": {"type": "integer"}},
            },
        ]
    }
    return f"/composed/{number}", "get", {"responses": _answers({"type": "array", "items": _ref(f"Composed{number}")})}  # fmt: skip


def _union(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    members = [f"Cat{number}", f"Dog{number}"]
    for name in members:
        schemas[name] = _object(number, pet={"const": name})
    union = {
        "oneOf": [_ref(name) for name in members],
        "discriminator": {"propertyName": "pet", "mapping": {name: _ref(name)["$ref"] for name in members}},
    }
    schemas[f"Pet{number}"] = {**union, "description": LONG}
    operation = {
        "responses": _answers(
            {
                "type": "object",
                "properties": {
                    "pet": _ref(f"Pet{number}"),
                    "other": {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]},
                },
            }
        )
    }
    return f"/union/{number}", "get", operation  # fmt: skip


def _filtered(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    parameters = [
        {"name": "filter", "in": "query", "style": "deepObject", "explode": True, "schema": {"type": "object", "properties": {"a": {"type": "string"}}}},
        {"name": "ids", "in": "query", "style": "pipeDelimited", "explode": False, "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
        {"name": "session", "in": "cookie", "schema": {"type": "string"}},
        {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["up", "down"]}},
    ]  # fmt: skip
    schema = {"type": "object", "additionalProperties": _ref(f"Plain{number - number % len(SORTS)}")}
    return f"/filtered/{number}", "get", {"parameters": parameters, "responses": _answers(schema), "deprecated": True}


def _uploaded(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    form = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {"type": "string", "format": "binary"}, "note": {"type": "string"}},
    }
    body = {
        "content": {
            "multipart/form-data": {"schema": form},
            "application/x-www-form-urlencoded": {
                "schema": {"type": "object", "properties": {"note": {"type": "string"}}}
            },
        }
    }
    return f"/uploaded/{number}", "post", {"requestBody": body, "responses": {"204": {"description": "done"}}}  # fmt: skip


def _binary(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    media = ("image/png", "text/plain", "application/octet-stream", "text/event-stream")[number // len(SORTS) % 4]
    return (
        f"/binary/{number}",
        "get",
        {"responses": _answers({"type": "string"}, media=media), "security": [{"key": []}, {"bearer": []}]},
    )


def _recursive(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas[f"Tree{number}"] = {
        "type": "object",
        "properties": {"children": {"type": "array", "items": _ref(f"Tree{number}")}, "json": _ref(f"Json{number}")},
    }
    schemas[f"Json{number}"] = {
        "oneOf": [
            {"type": "string"},
            {"type": "array", "items": _ref(f"Json{number}")},
            {"type": "object", "additionalProperties": _ref(f"Json{number}")},
        ]
    }
    return f"/recursive/{number}", "put", {"requestBody": {"content": {"application/json": {"schema": _ref(f"Tree{number}")}}}, "responses": _answers(_ref(f"Tree{number}"))}  # fmt: skip


def _inline(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schema = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": _object(number)},
            "meta": {"type": "object", "properties": {"next": {"type": "string"}}},
        },
    }
    operation = {
        "responses": {
            **_answers(schema),
            "202": {
                "description": "later",
                "content": {
                    "application/json": {"schema": {"type": "object", "properties": {"job": {"type": "string"}}}}
                },
            },
        }
    }
    return f"/inline/{number}", "post", operation  # fmt: skip


def _shared(number: int, schemas: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    schemas.setdefault("Shared", _object(0, status={"type": "integer", "enum": [1, 2, 3]}))
    schema = (
        {"allOf": [_ref("Shared")], "description": "one of many", "nullable": True}
        if number % 20
        else {"type": ["string", "null"]}
    )
    return f"/shared/{number}", "delete", {"responses": _answers(schema), "x-own": {"number": number}}


SORTS: Final = (_plain, _created, _composed, _union, _filtered, _uploaded, _binary, _recursive, _inline, _shared)


class _Clock:
    """Seconds of processor time of this process and its children, for each stage: a busy machine does not lengthen them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = self._now()

    def tell(self, stage: str) -> None:
        """A stage begins."""
        now = self._now()
        self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now

    @staticmethod
    def _now() -> float:
        return sum(os.times()[:4])


def measure(count: int, out: Path) -> dict[str, Any]:
    """Build the document of that size into `out`; what its report says, with the peak of memory in bytes."""
    out.mkdir(parents=True, exist_ok=True)
    spec = out / "large.json"
    spec.write_text(json.dumps(large(count), indent=1), encoding="utf-8")
    clock = _Clock()
    outcome = build.build_specs([spec], "large_client", out, clock.tell)
    clock.tell("")
    clock.seconds.pop("")
    return {
        "code": outcome.code,
        "size": spec.stat().st_size,
        "operations": {name: len(found) for name, found in outcome.report["operations"].items()},
        "notes": outcome.report["notes"],
        "seconds": {**clock.seconds, "all": sum(clock.seconds.values())},
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def imported(out: Path) -> str:
    """What importing every module of the package says; empty when all is well."""
    code = (
        "import importlib, pkgutil, large_client\n"
        "for each in pkgutil.walk_packages(large_client.__path__, 'large_client.'): importlib.import_module(each.name)\n"
    )
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=out, capture_output=True, text=True, check=False)
    return done.stderr[-2000:]


def typed(out: Path) -> str:
    """What mypy strict says of the package; empty when it is clean."""
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "/dev/null", "large_client"]
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout[-2000:] + done.stderr[-2000:]


def faults(found: dict[str, Any], count: int, out: Path) -> list[str]:
    """Where the package of that size falls short."""
    wrong = [f"{count} operations: {note['code']} {note['where']}: {note['what']}" for note in found["notes"][:10]]
    wrong += [f"{count} operations: {n} are {name}" for name, n in found["operations"].items() if n != count]
    wrong += [f"{count} operations: {said}" for said in (imported(out), typed(out)) if said]
    return wrong


def growth(small: dict[str, Any], large: dict[str, Any], ratio: float) -> list[str]:
    """The stages that grow faster than the documents."""
    wrong = []
    for stage, seconds in large["seconds"].items():
        if seconds > 1 and seconds > small["seconds"].get(stage, 0.0) * ratio * SLACK:
            wrong.append(f"{stage}: {small['seconds'].get(stage, 0.0):.2f} s becomes {seconds:.2f} s")
    if large["memory"] > small["memory"] * ratio * SLACK:
        wrong.append(f"memory: {small['memory']:,} becomes {large['memory']:,} bytes")
    return wrong


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.large", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument(
        "--measure", type=Path, metavar="DIR", help="build one size there and print what it took as JSON"
    )
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.sizes[0], options.measure)))
        return 0
    made, wrong = [], []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            out = Path(folder) / str(size)
            command = [sys.executable, "-m", "tests.large", str(size), "--measure", str(out)]
            found = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
            made.append(found)
            stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in found["seconds"].items())
            print(
                f"{size} operations, {found['size'] / 1e6:.1f} MB: {found['operations']['typed']} typed; {found['memory'] / 2**20:.0f} MB; CPU seconds: {stages}",
                flush=True,
            )
            wrong += faults(found, size, out)
        for size, small, great in zip(options.sizes[1:], made, made[1:], strict=False):
            wrong += growth(small, great, size / options.sizes[0])
    print("\n".join(wrong) or "all typed, imported, clean under mypy strict; every stage grows with the document")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(_main())
