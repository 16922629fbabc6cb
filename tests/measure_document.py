"""Measure one document: `python -m tests.measure_document FILE` prints the figures as a line of JSON."""

from __future__ import annotations

import ast
import importlib
import json
import re
import resource
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import asdict, frozen

from generator import build
from generator.errors import GeneratorError

from .measure_corpus import Found
from .published import answers, body_of, operations, parameters_of, read, schema_of
from .sample_values import Sampler

_VARIABLE: Final = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}|(?<=/):\w+(?=/|\Z)")
"""A variable of a path: with a pattern in it, or written as routers of servers have it, `/:id`."""
_ROUTED: Final = re.compile(r"\{\w+\?\}|\(\?P?<\w+>(?:\\.|\[(?:\\.|[^\\\]])*\]|\([^()]*\)|[^()\\\[])*\)")
"""A variable of a path as the routers of Laravel and WordPress have it; its question mark begins no query."""
_KEY: Final = re.compile(r"^`([A-Z]\S*\s[^`]*)`$", re.MULTILINE)
"""The line of a method's docstring that names its operation as the document does."""


@frozen
class Written:
    """A generated method: the Operation that it sends, its annotations, and which argument each wire name gets."""

    operation: Any
    result: str
    arguments: dict[tuple[str, str], str]
    body: tuple[str, ...]


def main() -> int:
    found = measured(Path(sys.argv[1]))
    found.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(json.dumps(asdict(found)))
    return 0


def measured(path: Path, package: str = "measured_client") -> Found:
    """Build a package of this name from the document and hold it against the document."""
    found = Found(path.name)
    try:
        document = read(path)
        expected = dict(operations(document))
    except Exception as error:  # noqa: BLE001  what this reader cannot read the toolchain may still read
        document, expected = {}, {}
        found.failure = f"unread by the measure: {type(error).__name__}: {error}"[:300]
    found.operations = len(expected)
    with tempfile.TemporaryDirectory() as folder:
        _build(path, Path(folder), package, found)
        if found.code in (0, 1):
            _hold(document, expected, Path(folder) / package, found)
    return found


def _build(path: Path, folder: Path, package: str, found: Found) -> None:
    try:
        outcome = build.build_specs([path], package, folder, lambda stage: None)
    except GeneratorError as error:
        found.code, found.failure = 2, f"refused: {error}"[:300]
    except Exception:  # noqa: BLE001  a crash is what is counted
        frames = traceback.format_exc().strip().splitlines()
        found.failure = f"crash: {frames[-1]} {[line.strip() for line in frames if 'generator/' in line][-1:]}"[:400]
    else:
        found.code = outcome.code
        found.losses = [f"{note['code']} {note['where']}: {note['what']}" for note in outcome.report["notes"]]


def _hold(document: dict[str, Any], expected: dict[str, Any], package: Path, found: Found) -> None:
    sys.path.insert(0, str(package.parent))
    broken = ""
    try:
        for path in sorted(package.rglob("*.py")):
            name = (
                path.relative_to(package.parent).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
            )
            importlib.import_module(name)
    except Exception as error:  # noqa: BLE001  a module may fail in any way
        broken = f"{type(error).__name__}: {error}"[:120]
    written: dict[str, list[tuple[str, Written]]] = {}
    for key, one in () if broken else _written(package):
        written.setdefault(_bare(key), []).append((key, one))
    for key, (operation, item) in expected.items():
        if broken:
            found.faults["import"][key] = broken
        elif (mine := _mine(key, written.get(_bare(key), []))) is None:
            found.faults["present"][key] = "not in the package"
        else:
            for fault, why in _faults(document, operation, item, mine, key, package.name):
                found.faults[fault].setdefault(key, why)
    faulty = {key for keys in found.faults.values() for key in keys}
    found.whole = len(expected) - len(faulty)


def _loose(key: str) -> str:
    """A key up to what a rule may mend in a path: the names of its variables, slashes at its ends, signs of RFC 6570."""
    method, _, path = _ROUTED.sub("{}", key).replace("{._format}", "").replace("{/", "/{").partition(" ")
    return f"{method} /{_VARIABLE.sub('{}', path.strip('/'))}"


def _bare(key: str) -> str:
    """A key up to the query and the fragment of its path too."""
    return _loose(key if "{?" in key else re.split(r"[?#]", _ROUTED.sub("{}", key))[0])


def _mine(key: str, written: list[tuple[str, Written]]) -> Written | None:
    """The method of an operation: of several on one path, the one of the same query string or fragment."""
    same = [one for other, one in written if other == key] or [
        one for other, one in written if _loose(other) == _loose(key)
    ]
    wanted = [part.partition("=") for part in _query(key).split("&")]
    known = same or sorted(
        (one for _, one in written), key=lambda one: -sum(_sends(one, name, value) for name, _, value in wanted)
    )
    return known[0] if known else None


def _query(path: str) -> str:
    """The query string that a path carries; `{search}=1` is an example of a variable's value."""
    return "" if "{?" in path else _ROUTED.sub("{}", path).partition("?")[2].partition("#")[0].replace("&amp;", "&")


def _sends(written: Written, name: str, value: str) -> bool:
    """Whether a method sends a part of a query string: as it stands, or as a parameter."""
    fixed = [part.partition("=") for part in _query(written.operation.path).split("&")]
    sent = {param.name for param in written.operation.params if param.location == "query"}
    if name.strip("{}") in sent or not name:
        return True
    return any(name == one and value == text for one, _, text in fixed)


def _written(package: Path) -> Iterator[tuple[str, Written]]:
    for path in sorted((package / "resources").glob("*.py")):
        if path.name == "__init__.py":
            continue
        module = importlib.import_module(f"{package.name}.resources.{path.stem}")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name.removeprefix("Async") not in classes - {node.name}:
                for function in node.body:
                    if isinstance(function, ast.FunctionDef) and (one := _method(function, module)) is not None:
                        said = _KEY.findall(ast.get_docstring(function) or "")
                        yield (
                            " ".join(said[-1].split()) if said else f"{one.operation.method} {one.operation.path}",
                            one,
                        )


def _method(function: ast.FunctionDef, module: Any) -> Written | None:
    call = next((node for node in ast.walk(function) if _is_send(node)), None)
    if not isinstance(call, ast.Call) or not isinstance(call.args[0], ast.Name):
        return None
    every = [*function.args.args, *function.args.kwonlyargs]
    annotations = {each.arg: ast.unparse(each.annotation) for each in every if each.annotation is not None}
    arguments: dict[tuple[str, str], str] = {}
    body: list[str] = []
    for keyword in call.keywords:
        if keyword.arg == "body":
            body += [annotations[node.id] for node in ast.walk(keyword.value) if _is_argument(node, annotations)]
        elif keyword.arg and isinstance(keyword.value, ast.Dict):
            for wire, value in zip(keyword.value.keys, keyword.value.values, strict=True):
                if isinstance(wire, ast.Constant) and isinstance(value, ast.Name):
                    arguments[keyword.arg, str(wire.value)] = annotations.get(value.id, "")
    result = ast.unparse(function.returns) if function.returns is not None else ""
    return Written(getattr(module, call.args[0].id), result, arguments, tuple(body))


def _is_send(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("_send", "_stream")
    )


def _is_argument(node: ast.AST, annotations: dict[str, str]) -> bool:
    return isinstance(node, ast.Name) and node.id in annotations


def _faults(
    document: dict[str, Any], operation: dict[str, Any], item: dict[str, Any], written: Written, key: str, package: str
) -> Iterator[tuple[str, str]]:
    sampler = Sampler(document)
    parts = [part.partition("=") for part in _query(key).split("&")]
    moved = {text.strip("{}"): name.strip("{}") for name, _, text in parts if text.startswith("{")}
    if "#" in written.operation.path or not all(_sends(written, name, value) for name, _, value in parts):
        yield "parameters", "the query string of the path is not sent"
    for (place, name), parameter in parameters_of(document, operation, item).items():
        if place == "path" and name in moved:
            place, name = "query", moved[name]
        if place == "query" and any(name == one for one, _, _ in parts) and "{" not in name and name not in moved:
            continue
        if name not in {param.name for param in written.operation.params if param.location == place}:
            if place == "path" and f"{{{name}}}" not in written.operation.path:
                continue  # renamed, moved to the query that stands in the path, or without a place
            yield "parameters", f"a {place} parameter is not sent"
        elif _is_untyped(written.arguments.get((place, name), "")) and sampler.says(schema_of(parameter)):
            yield "parameters", f"a {place} parameter is untyped"
    yield from _body_faults(sampler, body_of(sampler, operation, item), written)
    yield from _result_faults(sampler, operation, written, package)


def _is_untyped(annotation: str) -> bool:
    return annotation.replace(" | Unset", "").replace(" | None", "") in ("Any", "")


def _body_faults(sampler: Sampler, content: dict[str, Any], written: Written) -> Iterator[tuple[str, str]]:
    if not content:
        return
    if not written.operation.body:
        yield "body", "not sent"
    elif not written.body or (len(written.body) == 1 and _is_untyped(written.body[0])):
        sent = {media.media.split(";")[0] for media in written.operation.body}
        schemas = [schema for media, schema in content.items() if media.split(";")[0] in sent]
        if any(sampler.says(schema) for schema in schemas):
            yield "body", "untyped"


def _result_faults(
    sampler: Sampler, operation: dict[str, Any], written: Written, package: str
) -> Iterator[tuple[str, str]]:
    for status, media, schema in answers(sampler, operation):
        said = sampler.says(schema)
        if said and written.result in ("Any", "None", "") and written.operation.method != "HEAD":
            yield "result", f"{written.result or 'nothing'} for {media} with a schema"
            return
        results = [one for one in written.operation.results if one.status == status and one.media == media]
        for result in results:
            if result.kind == "events" and isinstance(whole := sampler.found(schema), dict) and "items" in whole:
                schema = whole["items"]  # Spring says of a stream that it is a list
            if result.kind in ("json", "events") and said:
                yield from _decode(sampler, schema, result, package)


def _decode(sampler: Sampler, schema: Any, result: Any, package: str) -> Iterator[tuple[str, str]]:
    decoding = importlib.import_module(f"{package}._runtime.decoding")
    codec = importlib.import_module(f"{package}._runtime.codec")
    for pick in (0, 1):
        sample = Sampler(sampler.document, pick).value(schema)
        try:
            decode = decoding.decoder(result.decode, package) if isinstance(result.decode, str) else result.decode
            back = codec.to_wire(decode(sample))
        except Exception as error:  # noqa: BLE001  so may a decoder
            yield "decode", f"{type(error).__name__}: {error}"[:100]
            return
        if back != sample:
            yield "decode", "does not come back as it was"


if __name__ == "__main__":
    sys.exit(main())
