"""The wire engine on junk, on circles and on large documents: it raises nothing, ends, and stays in bounded time."""

from __future__ import annotations

import copy
import json
import time
from typing import Any

import pytest
from wire_documents import TEXT, TODAY, obj, request, response, spec

from generator.drift import compare

JUNK: list[Any] = [
    None,
    True,
    3,
    "x",
    [],
    [None],
    {},
    {"$ref": "#/nowhere"},
    {"$ref": 3},
    {"type": 3, "properties": []},
]


@pytest.mark.parametrize("junk", JUNK, ids=str)
def test_wrong_kinds_anywhere_raise_nothing(junk: Any) -> None:
    """Every node of a document in turn is replaced by junk."""
    whole = spec(
        {
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "array", "items": TEXT}}],
            "requestBody": {"content": {"application/json": {"schema": obj(("a",), a={"oneOf": [TEXT, {"enum": [1]}]})}}},
            "responses": {"200": {"headers": {"X": {"schema": TEXT}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
            "callbacks": {"c": {"u": {"post": {}}}}, "security": [{"k": ["s"]}], "tags": ["t"], "deprecated": True,
        },
        components={"schemas": {"A": {"allOf": [obj(b=TEXT), obj(c=TEXT)], "discriminator": {"propertyName": "b", "mapping": {"x": "A"}}}},
                    "securitySchemes": {"k": {"type": "oauth2", "flows": {"implicit": {"scopes": {"s": ""}}}}}},
        security=[{"k": []}], servers=[{"url": "https://a.test"}], webhooks={"w": {"post": {"requestBody": {}}}},
    )  # fmt: skip
    for path in list(_paths(whole)):
        broken = copy.deepcopy(whole)
        node: Any = broken
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = copy.deepcopy(junk)
        if path[0] == "openapi":
            continue
        compare(whole, broken, today=TODAY)
        compare(broken, whole, today=TODAY)


def _paths(node: Any, path: tuple[Any, ...] = ()) -> Any:
    for key, child in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*path, key)
        yield from _paths(child, (*path, key))


def test_references_that_chase_each_other_end() -> None:
    loops = {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}, "C": {"allOf": [{"$ref": "#/components/schemas/C"}]}, "D": {"oneOf": [{"$ref": "#/components/schemas/D"}, TEXT]}}  # fmt: skip
    for name in loops:
        old = {**response({"$ref": f"#/components/schemas/{name}"}), "components": {"schemas": loops}}
        new = {**response({"$ref": f"#/components/schemas/{name}"}), "components": {"schemas": {**loops, "E": TEXT}}}
        assert compare(old, copy.deepcopy(new), today=TODAY) == []


def test_a_cycle_through_several_components_is_compared_once() -> None:
    def ring(kind: str, size: int = 300) -> dict[str, Any]:
        schemas = {
            f"N{n}": obj(
                next={"$ref": f"#/components/schemas/N{(n + 1) % size}"}, value={"type": kind if n == 7 else "string"}
            )
            for n in range(size)
        }
        return {**response({"$ref": "#/components/schemas/N0"}), "components": {"schemas": schemas}}

    (change,) = compare(ring("string"), ring("integer"), today=TODAY)
    assert (change.id, change.pointer) == ("response-property-type-changed", "/components/schemas/N7/properties/value")


def test_a_union_of_5000_is_matched_in_bounded_time() -> None:
    members = [obj(("kind",), kind={"const": f"k{n}"}, value=TEXT) for n in range(5000)]
    start = time.process_time()
    assert compare(request({"oneOf": members}), request({"oneOf": members[::-1]}), today=TODAY) == []
    changes = compare(request({"oneOf": members}), request({"oneOf": members[100:]}), today=TODAY)
    assert [change.id for change in changes] == ["request-body-one-of-removed"] * 100
    assert time.process_time() - start < 30


def large(size: int) -> dict[str, Any]:
    """A document in which every component leads to every other, so that each change is in each operation."""
    schemas = {
        f"C{n}": obj(
            **{f"f{m}": {"type": "string", "description": "x" * 40, "maxLength": 10 + m} for m in range(12)},
            next={"$ref": f"#/components/schemas/C{(n * 7 + 1) % size}"},
        )
        for n in range(size)
    }
    paths = {
        f"/p{n}": {
            "get": {
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/C{n}"}}}}
                }
            }
        }
        for n in range(size)
    }
    return {"openapi": "3.0.3", "paths": paths, "components": {"schemas": schemas}}


def test_time_grows_with_the_document_and_not_with_its_square() -> None:
    seconds = {}
    for size in (200, 800):
        old, new = large(size), large(size)
        for schema in new["components"]["schemas"].values():
            schema["properties"]["f3"]["maxLength"] = 5
        start = time.process_time()
        changes = compare(old, new, today=TODAY)
        seconds[size] = time.process_time() - start
        assert {change.pointer for change in changes} == {
            f"/components/schemas/C{n}/properties/f3" for n in range(size)
        }
    assert seconds[800] < 12 * max(seconds[200], 0.05)


def tangled(components: int) -> dict[str, Any]:
    """A document in which unions, lists and wrappers lead from every component to every other."""

    def part(n: int, m: int) -> dict[str, Any]:
        ref = {"$ref": f"#/components/schemas/C{(n * 31 + m * 17 + 1) % components}"}
        words = "A property, with a description that is as long as descriptions usually are."
        kinds: list[dict[str, Any]] = [
            ref, {"type": "array", "items": ref}, {"oneOf": [ref, TEXT]}, {"allOf": [ref], "nullable": True},
            {"type": "string", "enum": [f"v{n % 5}", "w"], "description": words},
        ]  # fmt: skip
        return kinds[m] if m < len(kinds) else {"type": "string", "maxLength": n + m, "description": words}

    schemas = {f"C{n}": obj(**{f"p{m}": part(n, m) for m in range(12)}) for n in range(components)}
    paths = {}
    for n in range(components):
        body = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/C{n}"}}}}
        paths[f"/p{n}"] = {"post": {"requestBody": body, "responses": {"200": {"description": "ok", **body}}}}
    return {"openapi": "3.0.3", "paths": paths, "components": {"schemas": schemas}}


@pytest.mark.slow
def test_two_documents_of_5_mb_are_compared_in_bounded_time() -> None:
    """Each component leads to each other one, and one of them changed: nothing can be left out unseen."""
    old, new = tangled(3000), tangled(3000)
    assert len(json.dumps(old)) > 5_000_000
    new["components"]["schemas"]["C9"]["properties"]["p9"]["maxLength"] = 1
    start = time.process_time()
    changes = compare(old, new, today=TODAY)
    assert {change.pointer for change in changes} == {"/components/schemas/C9/properties/p9"}
    assert time.process_time() - start < 30
