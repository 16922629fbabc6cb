from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Spec
from .parameter_type_at_top import KEYWORDS


def parameter_in_body(spec: Spec) -> Found:
    """Make a request body of the parameters that are `in: body` or `in: formData`.

    They are Swagger 2, left over in a document that says it is OpenAPI 3.
    """
    for pointer, operation in objects(spec, "operation"):
        listed = operation.get("parameters")
        if not isinstance(listed, list) or "requestBody" in operation:
            continue
        at = {index: each for index, each in enumerate(listed) if _place(each) in ("body", "formdata")}
        if not at:
            continue
        yield Edit(join(pointer, "requestBody"), _body(list(at.values())), "OpenAPI 3 says a body as requestBody.")
        for index in at:
            yield Edit(join(pointer, "parameters", index), REMOVED, "It is the request body now.")


def _place(parameter: Any) -> str:
    place = parameter.get("in") if isinstance(parameter, dict) else None
    return place.lower() if isinstance(place, str) else ""


def _body(parameters: list[dict[str, Any]]) -> dict[str, Any]:
    whole = next((each for each in parameters if _place(each) == "body"), None)
    if whole is not None:
        body = {
            "required": whole.get("required") is True,
            "content": {"application/json": {"schema": whole.get("schema", {})}},
        }
        return body | {key: whole[key] for key in ("description",) if key in whole}
    fields: dict[str, Any] = {}
    for each in parameters:
        schema = each.get("schema")
        top: dict[str, Any] = {name: each[name] for name in KEYWORDS if name in each}
        schema = dict(schema) if isinstance(schema, dict) else top or {"type": "string"}
        if "description" in each and "$ref" not in schema:
            schema.setdefault("description", each["description"])
        if schema.get("type") == "file":
            schema |= {"type": "string", "format": "binary"}
        fields[str(each.get("name"))] = schema
    required = [str(each.get("name")) for each in parameters if each.get("required") is True]
    files = any(schema.get("format") == "binary" for schema in fields.values())
    media = "multipart/form-data" if files else "application/x-www-form-urlencoded"
    schema = {"type": "object", "properties": fields} | ({"required": required} if required else {})
    return {"required": bool(required), "content": {media: {"schema": schema}}}
