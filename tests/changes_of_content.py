"""What upstream may add to its documents, or change in them: each is made in place."""

from __future__ import annotations

import copy
from typing import Any

from leonardo_documents import Documents


def body(documents: Documents) -> dict[str, Any]:
    """What `POST /models` sends."""
    operation = documents["models"]["paths"]["/models"]["post"]
    schema: dict[str, Any] = operation["requestBody"]["content"]["application/json"]["schema"]
    return schema


def answer(documents: Documents) -> dict[str, Any]:
    """What `GET /models/{id}` answers, below its envelope."""
    response = documents["models"]["paths"]["/models/{id}"]["get"]["responses"]["200"]
    schema: dict[str, Any] = response["content"]["application/json"]["schema"]["properties"]["custom_models_by_pk"]
    return schema


def operation(documents: Documents, path: str = "/models/{id}") -> dict[str, Any]:
    found: dict[str, Any] = documents["models"]["paths"][path]["get"]
    return found


def generation(documents: Documents) -> dict[str, Any]:
    """What `GET /generations/{id}` answers, below its envelope: a shape that stands nowhere else."""
    response = documents["image-generation"]["paths"]["/generations/{id}"]["get"]["responses"]["200"]
    schema: dict[str, Any] = response["content"]["application/json"]["schema"]["properties"]["generations_by_pk"]
    return schema


def response_property(documents: Documents) -> None:
    generation(documents)["properties"]["zest"] = {"type": "string"}


def shared_property(documents: Documents) -> None:
    """In one of two places whose shapes were equal until now."""
    answer(documents)["properties"]["zest"] = {"type": "string"}


def request_property(documents: Documents) -> None:
    body(documents)["properties"]["zest"] = {"type": "string"}


def nested_property(documents: Documents) -> None:
    generation(documents)["properties"]["zest"] = {"type": "object", "properties": {"peel": {"type": "string"}}}


def enum_value(documents: Documents) -> None:
    for data in documents.values():
        if "job_status" in data.get("components", {}).get("schemas", {}):
            data["components"]["schemas"]["job_status"]["enum"].append("CANCELLED")


def query_parameter(documents: Documents) -> None:
    operation(documents)["parameters"].append({"name": "zest", "in": "query", "schema": {"type": "string"}})


def twin_operation(documents: Documents) -> None:
    """An operation whose shapes are there already."""
    twin = copy.deepcopy(operation(documents))
    twin["operationId"] = "getModelTwin"
    documents["models"]["paths"]["/models/{id}/twin"] = {"get": twin}


def fresh_operation(documents: Documents) -> None:
    """An operation with shapes of its own."""
    thing = {"type": "object", "properties": {"peel": {"type": "string", "enum": ["thin", "thick"]}}}
    documents["models"]["paths"]["/models/{id}/zest"] = {
        "get": {
            "operationId": "getModelZest",
            "tags": ["Models"],
            "parameters": copy.deepcopy(operation(documents)["parameters"]),
            "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": thing}}}},
        }
    }


def fresh_document(documents: Documents) -> None:
    """A document of its own with an operation in it that nothing names."""
    other = {key: copy.deepcopy(documents["models"][key]) for key in ("openapi", "info", "servers", "components")}
    thing = {"type": "object", "properties": {"peel": {"type": "string"}}}
    done = {"200": {"description": "ok", "content": {"application/json": {"schema": thing}}}}
    get_one = {"operationId": "getZest", "tags": ["Zests"], "responses": done}
    documents["zests"] = {**other, "paths": {"/zests": {"get": get_one}}}


def property_words(documents: Documents) -> None:
    body(documents)["properties"]["name"]["description"] = "Other words."


def operation_words(documents: Documents) -> None:
    operation(documents)["description"] = "Other words."


def property_type(documents: Documents) -> None:
    generation(documents)["properties"]["imageHeight"]["type"] = "string"


def property_required(documents: Documents) -> None:
    body(documents)["required"].append("modelType")


def operation_deprecated(documents: Documents) -> None:
    operation(documents, "/platformModels")["deprecated"] = True


def operation_public(documents: Documents) -> None:
    operation(documents, "/platformModels")["security"] = []


def server(documents: Documents) -> None:
    for data in documents.values():
        data["servers"][0]["url"] = "https://api.leonardo.ai/v1"


def operation_id(documents: Documents) -> None:
    operation(documents)["operationId"] = "fetchModel"


def default_value(documents: Documents) -> None:
    body(documents)["properties"]["resolution"]["default"] = 768
