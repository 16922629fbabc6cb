"""22 edits of Leonardo's Models document, each made where the vendor would make it."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from generator.ingest import find_document, read_page
from generator.repair import parse

TODAY = datetime.date(2026, 1, 1)
SOURCE = Path(__file__).parent.parent / "specs" / "leonardo" / "source"
POST, GET, DELETE = "POST /models", "GET /models/{id}", "DELETE /models/{id}"
USER, PLATFORM = "GET /models/user/{userId}", "GET /platformModels"

Spec = dict[str, Any]
Edit = Callable[[Spec], None]


@cache
def _models() -> Spec:
    """The Models document, which is cut in its components, with those of the Elements document."""
    models, elements = (
        parse(find_document(read_page(SOURCE / name)), name).data for name in ("models.txt", "elements.1.txt")
    )
    components = dict(elements["components"])
    components["schemas"] = {**elements["components"]["schemas"]}
    return {**models, "components": components, "security": elements.get("security", [])}


def models() -> Spec:
    return copy.deepcopy(_models())


def operation(spec: Spec, method: str, path: str) -> dict[str, Any]:
    return spec["paths"][path][method]


def body(spec: Spec) -> dict[str, Any]:
    return operation(spec, "post", "/models")["requestBody"]["content"]["application/json"]["schema"]


def model(spec: Spec) -> dict[str, Any]:
    """What `GET /models/{id}` answers, below its envelope."""
    content = operation(spec, "get", "/models/{id}")["responses"]["200"]["content"]
    return content["application/json"]["schema"]["properties"]["custom_models_by_pk"]["properties"]


def schema(spec: Spec, name: str) -> dict[str, Any]:
    return spec["components"]["schemas"][name]


def vector_removed(spec: Spec) -> None:
    schema(spec, "custom_model_type")["enum"].remove("VECTOR")


def cancelled_added(spec: Spec) -> None:
    schema(spec, "job_status")["enum"].append("CANCELLED")


def license_required(spec: Spec) -> None:
    body(spec)["properties"]["license"] = {"type": "string"}
    body(spec)["required"].append("license")


def resolution_retyped(spec: Spec) -> None:
    body(spec)["properties"]["resolution"].update(type="string", default="512")


def height_retyped(spec: Spec) -> None:
    model(spec)["modelHeight"]["type"] = "string"


def platform_models_deleted(spec: Spec) -> None:
    del spec["paths"]["/platformModels"]


def prompt_renamed(spec: Spec) -> None:
    model(spec)["instance_prompt"] = model(spec).pop("instancePrompt")


def name_nullable(spec: Spec) -> None:
    model(spec)["name"]["nullable"] = True


def uuid_anchored(spec: Spec) -> None:
    schema(spec, "uuid")["pattern"] = f"^{schema(spec, 'uuid')['pattern']}$"


def described(spec: Spec) -> None:
    operation(spec, "post", "/models")["description"] = "Trains a model."
    body(spec)["properties"]["name"]["description"] = "What to call it."


def create_renamed(spec: Spec) -> None:
    operation(spec, "post", "/models")["operationId"] = "trainModel"


def type_required(spec: Spec) -> None:
    body(spec)["required"].append("modelType")


def deprecated(spec: Spec) -> None:
    operation(spec, "get", "/platformModels")["deprecated"] = True


def resolution_default(spec: Spec) -> None:
    body(spec)["properties"]["resolution"]["default"] = 768


def made_public(spec: Spec) -> None:
    operation(spec, "get", "/platformModels")["security"] = []


def server_moved(spec: Spec) -> None:
    spec["servers"][0]["url"] = "https://api.leonardo.ai/v1"


def path_integer(spec: Spec) -> None:
    operation(spec, "delete", "/models/{id}")["parameters"][0]["schema"] = {"type": "integer"}


def uuid_component_renamed(spec: Spec) -> None:
    schemas = spec["components"]["schemas"]
    schemas["Uuid"] = schemas.pop("uuid")
    _replace_ref(spec, "uuid", {"$ref": "#/components/schemas/Uuid"})


def too_many_added(spec: Spec) -> None:
    operation(spec, "get", "/models/{id}")["responses"]["429"] = {"description": "Too many requests"}


def tags_added(spec: Spec) -> None:
    body(spec)["properties"]["tags"] = {"type": "array", "items": {"type": "string"}}


def strength_inlined(spec: Spec) -> None:
    _replace_ref(spec, "strength", schema(spec, "strength"))


def modern(spec: Spec) -> None:
    spec["openapi"] = "3.1.0"
    _modernise(spec)


def _replace_ref(node: Any, name: str, value: dict[str, Any]) -> None:
    for key, child in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if isinstance(child, dict) and child.get("$ref") == f"#/components/schemas/{name}":
            node[key] = copy.deepcopy(value)
        else:
            _replace_ref(child, name, value)


def _modernise(node: Any) -> None:
    if isinstance(node, dict):
        if "nullable" in node:
            nullable = node.pop("nullable")
            if nullable and isinstance(node.get("type"), str):
                node["type"] = [node["type"], "null"]
            elif nullable and "enum" in node:
                node["enum"].append(None)
            elif nullable:
                inner = dict(node)
                node.clear()
                node["anyOf"] = [inner, {"type": "null"}]
        for child in node.values():
            _modernise(child)
    elif isinstance(node, list):
        for child in node:
            _modernise(child)
