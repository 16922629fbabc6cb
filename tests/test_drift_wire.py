"""The wire engine, family by family: small documents, the exact changes."""

from __future__ import annotations

import copy
import datetime
import json
import time
from typing import Any

import pytest

from generator.drift import compare, verdict
from generator.errors import UnusableInput

TODAY = datetime.date(2026, 1, 1)


def spec(operation: dict[str, Any] | None = None, path: str = "/things", **extra: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "paths": {path: {"post": operation or {}}}, **extra}


def request(schema: Any, media: str = "application/json") -> dict[str, Any]:
    return spec({"requestBody": {"content": {media: {"schema": schema}}}})


def response(schema: Any) -> dict[str, Any]:
    return spec({"responses": {"200": {"content": {"application/json": {"schema": schema}}}}})


def query(schema: Any, **extra: Any) -> dict[str, Any]:
    return spec({"parameters": [{"name": "q", "in": "query", "schema": schema, **extra}]})


def ids(old: dict[str, Any], new: dict[str, Any], **options: Any) -> list[tuple[str, str]]:
    options = {"profile": "wire", "today": TODAY, **options}
    return sorted((change.id, change.level) for change in compare(old, new, **options))


def obj(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


TEXT = {"type": "string"}
CASES = [
    (query(TEXT), query(TEXT, style="spaceDelimited"), [("request-parameter-style-changed", "breaking")]),
    (query(TEXT), query(TEXT, style="form", explode=True), []),
    (query({**TEXT, "default": "a"}), query({**TEXT, "default": "b"}), [("request-parameter-default-value-changed", "breaking")]),
    (query({**TEXT, "default": "a"}, required=True), query({**TEXT, "default": "b"}, required=True), [("request-required-parameter-default-value-changed", "info")]),
    (query({"type": "integer"}), query(TEXT), [("request-parameter-type-generalized", "info")]),
    (query({"type": "array", "items": {"enum": ["a", "b"]}}), query({"type": "array", "items": {"enum": ["a"]}}), [("request-parameter-property-enum-value-removed", "breaking")]),
    (request({"type": "integer"}), request(TEXT), [("request-body-type-changed", "breaking")]),
    (request({"type": "integer"}, "text/plain"), request(TEXT, "text/plain"), [("request-body-type-compatible", "info")]),
    (request({"type": "integer", "format": "int32"}), request({"type": "integer", "format": "int64"}), [("request-body-type-generalized", "info")]),
    (response({"type": "integer"}), response({"type": "number"}), [("response-body-type-generalized", "breaking")]),
    (response({"type": "number"}), response({"type": "integer"}), [("response-body-type-specialized", "info")]),
    (request(obj(a=TEXT)), request({**obj(a=TEXT), "additionalProperties": False}), [("request-body-additional-properties-forbidden", "risky")]),
    (request(obj(a=TEXT)), request({**obj(a=TEXT), "additionalProperties": TEXT}), [("request-body-additional-properties-narrowed", "risky")]),
    (request(obj(a=TEXT)), request(obj(a={**TEXT, "enum": ["x"]})), [("request-property-became-enum", "breaking")]),
    (request(obj(a={**TEXT, "enum": ["x"]})), request(obj(a=TEXT)), [("request-property-became-not-enum", "info")]),
    (response(obj(a={**TEXT, "enum": ["x"]})), response(obj(a=TEXT)), [("response-property-became-not-enum", "risky")]),
    (request(obj(a={"const": "x"})), request(obj(a={"enum": ["x"]})), []),
    (request(obj(a={"const": 1})), request(obj(a={"const": True})), [("request-property-const-changed", "breaking"), ("request-property-type-changed", "breaking")]),
    (request(obj(a={"default": 1.0})), request(obj(a={"default": 1})), []),
    (request(obj()), request(obj(("a",), a={**TEXT, "default": "x"})), [("new-required-request-property-with-default", "breaking")]),
    (request(obj()), request(obj(("a",), a={**TEXT, "readOnly": True})), []),
    (request(obj(a={**TEXT, "readOnly": True})), request(obj(a={**TEXT, "readOnly": True, "maxLength": 3})), [("request-read-only-property-max-length-set", "info")]),
    (response(obj(("a",), a=TEXT)), response(obj(a=TEXT)), [("response-property-became-optional", "breaking")]),
    (response(TEXT), response({"oneOf": [TEXT, {"type": "integer"}]}), [("response-body-list-of-types-widened", "breaking")]),
    (request({"oneOf": [TEXT, {"type": "integer"}]}), request(TEXT), [("request-body-list-of-types-narrowed", "breaking")]),
    (request(obj(a=TEXT)), request({"oneOf": [obj(a=TEXT), obj(b={"type": "integer"})]}), [("request-body-wrapped-in-one-of", "breaking")]),
    (request({"oneOf": [obj(a=TEXT), obj(b=TEXT)]}), request({"anyOf": [obj(b=TEXT), obj(a=TEXT)]}), []),
    (request(TEXT), request({"oneOf": [obj(a=TEXT), obj(b=TEXT)]}), [("request-body-type-changed", "breaking")]),
    (request({"allOf": [obj(a=TEXT), obj(b=TEXT)]}), request(obj(a=TEXT, b=TEXT)), []),
    (request({"allOf": [obj(a=TEXT), obj(b=TEXT)]}), request({"allOf": [obj(a=TEXT), obj(b=TEXT), {"description": "words"}]}), []),
    (request({"type": ["string", "null"]}), request({"anyOf": [TEXT, {"type": "null"}]}), []),
    (request({"type": "array", "items": True}), request({"type": "array"}), []),
    (request({}), request(True), []),
    (request({}), request(False), [("request-body-not-added", "breaking")]),
    (spec({"responses": {"200": {}}}), spec({"responses": {"200": {}, "404": {}}}), [("response-non-success-status-added", "info")]),
    (spec({"tags": ["a"]}), spec({"tags": ["b"]}), [("api-tag-added", "info"), ("api-tag-removed", "info")]),
    (spec(servers=[{"url": "https://{r}.a.test", "variables": {"r": {"default": "eu"}}}]), spec(servers=[{"url": "https://eu.a.test/"}]), []),
    (spec({"security": [{"k": []}]}), spec({"security": [{"k": []}, {}]}), [("api-security-added", "info")]),
    (
        spec({"security": [{"k": []}]}, components={"securitySchemes": {"k": {"type": "http", "scheme": "bearer"}}}),
        spec({"security": [{"z": []}]}, components={"securitySchemes": {"z": {"type": "http", "scheme": "Bearer", "description": "d"}}}),
        [("api-security-added", "info"), ("api-security-component-added", "info"), ("api-security-component-removed", "info"), ("api-security-removed", "info")],
    ),
    (
        spec({"security": [{"k": []}]}, components={"securitySchemes": {"k": {"type": "http", "scheme": "bearer"}}}),
        spec({"security": [{"z": []}]}, components={"securitySchemes": {"z": {"type": "http", "scheme": "bearer", "description": "d"}}}),
        [],
    ),
    (
        spec(components={"securitySchemes": {"k": {"type": "apiKey", "in": "header", "name": "a"}}}),
        spec(components={"securitySchemes": {"k": {"type": "apiKey", "in": "query", "name": "a"}}}),
        [("api-security-component-location-changed", "breaking")],
    ),
    (request(TEXT, "application/json"), request(TEXT, "application/json; charset=utf-8"), [("request-body-media-type-name-changed", "info")]),
    (request(TEXT, "image/*"), request(TEXT, "image/png"), [("request-body-media-type-removed", "breaking")]),
    (spec({"deprecated": True, "x-sunset": "2025-01-01"}), {"openapi": "3.1.0", "paths": {}}, [("api-path-removed-with-deprecation", "info")]),
    (spec({"deprecated": True, "x-sunset": datetime.date(2027, 1, 1)}), {"openapi": "3.1.0", "paths": {}}, [("api-path-removed-before-sunset", "breaking")]),
    (spec({"x-stability-level": "beta"}), spec({"x-stability-level": "alpha"}), [("api-stability-decreased", "breaking")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_change_has_its_id_and_level(old: Any, new: Any, expected: list[tuple[str, str]]) -> None:
    assert ids(old, new) == expected


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_document_against_itself_is_no_change(old: Any, new: Any, expected: object) -> None:
    for one in (old, new):
        assert compare(one, copy.deepcopy(one), today=TODAY) == []


def test_a_change_in_a_shared_component_is_told_for_each_operation() -> None:
    def shared(kind: str) -> dict[str, Any]:
        body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}
        return {
            "openapi": "3.0.3",
            "paths": {f"/{n}": {"put": {"requestBody": body}} for n in "ab"},
            "components": {"schemas": {"A": obj(x={"type": kind})}},
        }

    changes = compare(shared("string"), shared("boolean"), today=TODAY)
    assert [(one.operation, one.pointer) for one in changes] == [
        ("PUT /a", "/components/schemas/A/properties/x"), ("PUT /b", "/components/schemas/A/properties/x"),
    ]  # fmt: skip
    assert len({one.fingerprint for one in changes}) == 1


def test_a_callback_flows_to_the_caller() -> None:
    def hook(schema: Any) -> dict[str, Any]:
        body = {"content": {"application/json": {"schema": schema}}}
        return spec({"callbacks": {"done": {"{$request.body#/url}": {"post": {"requestBody": body}}}}})

    assert ids(hook(obj(a={"enum": ["x"]})), hook(obj(a={"enum": ["x", "y"]}))) == [
        ("response-property-enum-value-added", "risky")
    ]
    assert ids(hook(obj(a=TEXT)), hook(obj(a=TEXT, b=TEXT))) == [("response-optional-property-added", "info")]


def test_levels_can_be_changed_and_silenced() -> None:
    old, new = query(TEXT), query(TEXT, style="spaceDelimited")
    assert ids(old, new, levels={"request-parameter-style-changed": "info"}) == [
        ("request-parameter-style-changed", "info")
    ]
    assert ids(old, new, levels={"request-parameter-style-changed": "none"}) == []


def test_the_body_of_an_error_breaks_no_client_unless_its_level_is_set() -> None:
    """The client raises by the status and hands the body on as it came."""

    def failing(kind: str) -> dict[str, Any]:
        return spec({"responses": {"429": {"content": {"application/json": {"schema": {"type": kind}}}}}})

    pair, name = (failing("object"), failing("string")), "response-body-type-changed"
    assert ids(*pair) == [(name, "breaking")]
    assert ids(*pair, profile="client") == [(name, "risky")]
    assert ids(*pair, profile="client", levels={name: "breaking"}) == [(name, "breaking")]
    assert ids(response({"type": "object"}), response(TEXT), profile="client") == [(name, "breaking")]


@pytest.mark.parametrize(
    "options", [{"levels": {"no-such-id": "info"}}, {"levels": {"endpoint-added": "loud"}}, {"profile": "x"}]
)
def test_a_wrong_level_id_or_profile_is_said(options: dict[str, Any]) -> None:
    with pytest.raises(UnusableInput):
        compare(spec(), spec(), **options)


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({"swagger": "2.0", "paths": {}}, "Swagger 2.0"), ({"openapi": "4.0.0"}, "OpenAPI 4.0.0"),
        ({"name": "package"}, "it has: name"), ([], "a list"), ("text", "text"), (None, "empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_said_with_the_reason(document: Any, reason: str) -> None:
    for pair in ((document, spec()), (spec(), document)):
        with pytest.raises(UnusableInput, match=reason):
            compare(*pair)


def test_the_verdict_is_of_the_worst_change() -> None:
    assert verdict([]) == "none"
    assert verdict(compare(query(TEXT), spec(), profile="wire", today=TODAY)) == "compatible"
    assert verdict(compare(query(TEXT), spec(), profile="client", today=TODAY)) == "breaking"


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
