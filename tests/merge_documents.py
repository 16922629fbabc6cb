"""Small documents that the tests of merging are made of."""

from __future__ import annotations

import copy
from typing import Any

from generator.merge import merge
from generator.values import Document, Note

PET = {
    "type": "object",
    "title": "Pet",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string", "nullable": True},
        "kind": {"$ref": "#/components/schemas/Kind"},
        "owner": {"type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "integer"}}},
    },
}
KIND = {"type": "string", "enum": ["CAT", "DOG"]}


def document(name: str, schemas: dict[str, Any] | None = None, cut: str | None = None, **fields: Any) -> Document:
    data: dict[str, Any] = {"openapi": "3.0.3", "info": {"title": name, "version": "1"}, "paths": {}}
    if schemas is not None:
        data["components"] = {"schemas": schemas}
    notes = (Note("repair", "document-cut", f"{name}#{cut}", "cut"),) if cut is not None else ()
    return Document(name, {**data, **fields}, notes)


def operation(identity: str = "getIt", **fields: Any) -> dict[str, Any]:
    return {"operationId": identity, "responses": {"200": {"description": "ok"}}, **fields}


def schemas_of(*documents: Document, **options: Any) -> Any:
    return merge(documents, **options)[0]["components"]["schemas"]


def pruned(schema: dict[str, Any], *without: str) -> dict[str, Any]:
    rest = copy.deepcopy(schema)
    for name in without:
        del rest["properties"][name]
    rest["required"] = [name for name in rest["required"] if name in rest["properties"]]
    return rest
