"""The real documents, broken: bytes cut, flipped and doubled; structures swapped, tied into circles, mislabelled.

Each seed breaks the pages of one provider and builds them as `--source` does.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from ..as_swagger_2 import as_swagger_2
from ..mutations import VALUES, damaged

ROOT: Final = Path(__file__).resolve().parents[2]
SPECS: Final = ROOT / "specs"

HTML: Final = b"<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>\n"


@frozen
class Broken:
    """The pages of a provider, one of them broken; `how` says how."""

    provider: str
    pages: dict[str, bytes]
    how: str


@cache
def sources(provider: str) -> dict[str, bytes]:
    """The pages of a provider by their names."""
    return {path.name: path.read_bytes() for path in sorted((SPECS / provider / "source").iterdir())}


@cache
def whole() -> list[tuple[str, str]]:
    """The pages that hold a whole JSON document after what is around it is taken away, and that document."""
    from generator.ingest import find_document, read_text_page
    from generator.repair import parse

    found = []
    for provider in providers():
        for name, data in sources(provider).items():
            fragment = find_document(read_text_page(name, data))
            if fragment.format == "json":
                found.append((f"{provider}/{name}", json.dumps(parse(fragment, name).data)))
    return found


def providers() -> list[str]:
    """Every provider that has pages."""
    return sorted(path.parent.name for path in SPECS.glob("*/provider.yaml"))


def broken(seed: int) -> Broken:
    """The broken pages of a seed: the same on every machine."""
    draw = random.Random(seed)
    if draw.random() < 0.4:
        at, text = draw.choice(whole())
        provider, name = at.split("/")
        how = draw.choice(list(STRUCTURES))
        spec = json.loads(text)
        data = _dump(STRUCTURES[how](_older(spec) if draw.random() < 0.25 else spec, draw), draw)
    else:
        provider = draw.choice(providers())
        name = draw.choice(sorted(sources(provider)))
        how = draw.choice(list(BYTES))
        data = BYTES[how](sources(provider)[name], draw)
    return Broken(provider, {**sources(provider), name: data}, f"{name}: {how}")


def _older(spec: dict[str, Any]) -> dict[str, Any]:
    """The document in Swagger 2, with the schemes of the pages that it is merged with, lest they be a conflict."""
    schemes = spec.get("components", {}).get("securitySchemes")
    return {**as_swagger_2(spec), **({"securityDefinitions": schemes} if schemes else {})}


def _dump(spec: Any, draw: random.Random) -> bytes:
    return json.dumps(spec, indent=draw.choice((None, 2)), ensure_ascii=True).encode()


def _cut(data: bytes, draw: random.Random) -> bytes:
    return data[: draw.randrange(len(data))]


def _headless(data: bytes, draw: random.Random) -> bytes:
    return data[draw.randrange(len(data)) :]


def _flip(data: bytes, draw: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 8, 64))):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def _hole(data: bytes, draw: random.Random) -> bytes:
    start = draw.randrange(len(data))
    return data[:start] + data[start + draw.choice((1, 2, 30, 1000, 20_000)) :]


def _doubled(data: bytes, draw: random.Random) -> bytes:
    start, other = draw.randrange(len(data)), draw.randrange(len(data))
    part = data[start : start + draw.choice((1, 40, 4000))]
    return data[:other] + part + data[other:]


def _inserted(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    what = draw.choice(
        (b"\x00", b"\xff\xfe", b"}", b"{", b"]", b'"', b"\\", b",", b"\n", b"...", b"NaN", b"1e999", b"//x\n", b"\t")
    )
    return data[:at] + what + data[at:]


def _lines(data: bytes, draw: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    for _ in range(draw.choice((1, 3, 20))):
        one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _encoded(data: bytes, draw: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(draw.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-7", "utf-8-sig")), "replace")


def _markup(data: bytes, draw: random.Random) -> bytes:
    return draw.choice((HTML, HTML + data, b"<pre>" + data + b"</pre>", b"", b"\n\n", b"null", b"[]", b'"text"', b"{}"))


def _twice(data: bytes, draw: random.Random) -> bytes:
    return data + b"\n" + data[: draw.randrange(len(data))]


BYTES: Final[dict[str, Callable[[bytes, random.Random], bytes]]] = {
    "cut": _cut,
    "cut at the head": _headless,
    "bits flipped": _flip,
    "a hole": _hole,
    "a part doubled": _doubled,
    "something inserted": _inserted,
    "lines swapped": _lines,
    "another encoding": _encoded,
    "no document": _markup,
    "two documents": _twice,
}


def _damaged(spec: dict[str, Any], draw: random.Random) -> Any:
    return damaged(spec, draw.randrange(2**32), draw.choice((1, 2, 5, 20)))


def _schemas(spec: dict[str, Any]) -> dict[str, Any]:
    components = spec.setdefault("components", {})
    found: dict[str, Any] = components.setdefault("schemas", {})
    return found


def _circle(spec: dict[str, Any], draw: random.Random) -> Any:
    """References, `allOf`, `oneOf`, `not` and `items` that lead back to themselves, and are used."""
    schemas = _schemas(spec)
    count = draw.choice((1, 2, 3, 40))
    kind = draw.choice(("$ref", "allOf", "oneOf", "anyOf", "items", "additionalProperties", "not"))
    for index in range(count):
        ref = {"$ref": f"#/components/schemas/Circle{(index + 1) % count}"}
        node: Any = ref if kind == "$ref" else {kind: [ref, {"type": "object"}] if kind.endswith("Of") else ref}
        schemas[f"Circle{index}"] = node
    _used(spec, {"$ref": "#/components/schemas/Circle0"}, draw)
    return spec


def _used(spec: dict[str, Any], schema: Any, draw: random.Random) -> None:
    """Let a schema be the answer of some operation, so that it matters."""
    for path in spec.get("paths", {}).values():
        for operation in path.values():
            if isinstance(operation, dict) and "responses" in operation and draw.random() < 0.3:
                operation["responses"]["200"] = {"description": "", "content": {"application/json": {"schema": schema}}}
                return


def _deep(spec: dict[str, Any], draw: random.Random) -> Any:
    """Nesting up to and beyond what can be read."""
    node: Any = {"type": "string"}
    key = draw.choice(("items", "additionalProperties", "not", "example", "default", "properties", "allOf", "x-own"))
    for _ in range(draw.choice((20, 80, 150, 198, 205))):
        node = (
            {"properties": {"p": node}} if key == "properties" else {"allOf": [node]} if key == "allOf" else {key: node}
        )
    _used(spec, node, draw)
    _schemas(spec)["Deep"] = node
    return spec


def _huge(spec: dict[str, Any], draw: random.Random) -> Any:
    """Numbers and names beyond any measure, and one shape a thousand times."""
    huge = draw.choice((10**400, 1e308, -(10**40), 2**63))
    if draw.random() < 0.5:
        _used(
            spec, {"type": "string", "minLength": huge, "maxLength": huge, "default": huge, "enum": [huge, -huge]}, draw
        )
    else:
        members = [
            {"type": "object", "properties": {f"p{index % 7}": {"type": "integer", "maximum": huge}}}
            for index in range(1000)
        ]
        _used(spec, {"oneOf": members, "allOf": members[:50]}, draw)
    return spec


def _version(spec: dict[str, Any], draw: random.Random) -> Any:
    """Version fields that are wrong, and other kinds of description."""
    spec.pop("openapi", None)
    version = draw.choice(("2.0", "3.0", "3.9.9", "4.0.0", "1", "", 3, 3.1, None, [], {}, "3.0.0\n", "v3"))
    return {draw.choice(("openapi", "swagger", "asyncapi", "OpenAPI")): version, **spec}


def _missing(spec: dict[str, Any], draw: random.Random) -> Any:
    """Whole parts gone, or something else in their place."""
    for name in draw.sample(sorted(spec), draw.randrange(1, len(spec))):
        if draw.random() < 0.5:
            del spec[name]
        else:
            spec[name] = copy.deepcopy(draw.choice(VALUES))
    return spec


def _references(spec: dict[str, Any], draw: random.Random) -> Any:
    """References to nothing, to everything, to other places and to files."""
    targets = (
        "#",
        "#/",
        "#/paths",
        "",
        "#/components",
        "x.yaml",
        "../../../etc/passwd",
        "http://localhost/x",
        "#/components/schemas/%",
        "~",
        "#/a~2",
    )
    text = json.dumps(spec)
    refs = text.split('"$ref": "')
    for _ in range(draw.choice((1, 5, 50))):
        at = draw.randrange(1, len(refs)) if len(refs) > 1 else 0
        if at:
            refs[at] = draw.choice(targets) + refs[at][refs[at].index('"') :]
    return json.loads('"$ref": "'.join(refs))


def _renamed(spec: dict[str, Any], draw: random.Random) -> Any:
    """Keys spelt otherwise everywhere."""
    key = draw.choice(
        ("type", "properties", "schema", "content", "responses", "paths", "schemas", "in", "name", "required")
    )
    other = draw.choice((key.upper(), f"{key} ", key[:-1], "$ref", "", "0", "200"))
    return json.loads(json.dumps(spec).replace(f'"{key}":', f'"{other}":'))


STRUCTURES: Final[dict[str, Callable[[dict[str, Any], random.Random], Any]]] = {
    "damaged": _damaged,
    "a circle": _circle,
    "deep": _deep,
    "huge": _huge,
    "another version": _version,
    "parts missing": _missing,
    "references": _references,
    "a key renamed": _renamed,
}
