from __future__ import annotations

from typing import Any

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..swagger.words import FORM, MULTIPART, form, place_of
from ..values import REMOVED, Edit, Spec


def parameter_in_body(spec: Spec) -> Found:
    """Make a request body of the parameters that are `in: body` or `in: formData`.

    They are Swagger 2, left over in a document that says it is OpenAPI 3.
    """
    for pointer, operation in objects(spec, "operation"):
        listed = operation.get("parameters")
        if not isinstance(listed, list) or "requestBody" in operation:
            continue
        at = {index: each for index, each in enumerate(listed) if place_of(each) in ("body", "formdata")}
        if not at:
            continue
        yield Edit(join(pointer, "requestBody"), _body(list(at.values())), "OpenAPI 3 says a body as requestBody.")
        for index in at:
            yield Edit(join(pointer, "parameters", index), REMOVED, "It is the request body now.")


def _body(parameters: list[dict[str, Any]]) -> dict[str, Any]:
    whole = next((each for each in parameters if place_of(each) == "body"), None)
    if whole is not None:
        body = {
            "required": whole.get("required") is True,
            "content": {"application/json": {"schema": whole.get("schema", {})}},
        }
        return body | {key: whole[key] for key in ("description",) if key in whole}
    schema, files = form(parameters)
    return {"required": "required" in schema, "content": {MULTIPART if files else FORM: {"schema": schema}}}
