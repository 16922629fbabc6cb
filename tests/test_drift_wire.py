"""The wire engine, family by family: small documents, the exact changes."""

from __future__ import annotations

import copy
import datetime
from typing import Any

import pytest
from wire_documents import TEXT, TODAY, obj, query, request, response, spec

from generator.drift import compare, verdict
from generator.errors import UnusableInput


def ids(old: dict[str, Any], new: dict[str, Any], **options: Any) -> list[tuple[str, str]]:
    options = {"profile": "wire", "today": TODAY, **options}
    return sorted((change.id, change.level) for change in compare(old, new, **options))


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
        ({"swagger": "1.2", "paths": {}}, "Swagger 1.2"), ({"openapi": "4.0.0"}, "OpenAPI 4.0.0"),
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
