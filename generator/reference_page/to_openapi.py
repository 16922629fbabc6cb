"""The tree of a reference page as an OpenAPI document."""

from __future__ import annotations

import re
from typing import Any, Final

from ..spec.openapi import join
from ..values import Spec
from .constraints import Schema
from .findings import Finding
from .model import Operation, Resource
from .page import Tree
from .schemas import Schemas, text_of
from .tree import Node
from .types import Scalar

_MEDIA: Final = {
    "": "application/json",
    "json": "application/json",
    "form data": "multipart/form-data",
    "multipart": "multipart/form-data",
    "form": "application/x-www-form-urlencoded",
    "url encoded": "application/x-www-form-urlencoded",
}


def to_openapi(tree: Tree) -> tuple[Spec, Schemas]:
    """An OpenAPI 3.1 document, and the builder that holds its lines, findings and warnings.

    What no page prints stays out: servers, security, other statuses than success, nullability.
    """
    schemas = Schemas(tree)
    schemas.collect()
    paths: dict[str, Any] = {}
    tags: dict[str, Schema] = {}
    for resource in tree.resources:
        if resource.operations and resource.names:
            tag: Schema = {"name": " ".join(resource.names)}
            if description := text_of(resource.docs):
                tag["description"] = description
            tags.setdefault(tag["name"], tag)
        for operation in resource.operations:
            paths.setdefault(operation.path, {})[operation.verb] = _operation(resource, operation, schemas)
    title = tree.resources[0].names[0] if tree.resources and tree.resources[0].names else "API"
    spec: Spec = {"openapi": "3.1.0", "info": {"title": title, "version": "unversioned"}}
    if tags:
        spec["tags"] = list(tags.values())
    spec["paths"] = paths
    if schemas.components:
        spec["components"] = {"schemas": schemas.components}
    return spec, schemas


def _operation(resource: Resource, operation: Operation, schemas: Schemas) -> Schema:
    pointer = join("/paths", operation.path, operation.verb)
    schemas.lines[pointer] = operation.line
    found: Schema = {"operationId": _camel([*resource.names, operation.title])}
    if resource.names:
        found["tags"] = [" ".join(resource.names)]
    found["summary"] = operation.title
    if description := text_of(operation.docs):
        found["description"] = description
    if parameters := _parameters(operation, pointer, schemas):
        found["parameters"] = parameters
    if "Body" in operation.parameters:
        found["requestBody"] = _body(operation, join(pointer, "requestBody"), schemas)
    found["responses"] = {"200": _response(operation, join(pointer, "responses", "200"), schemas)}
    return found


def _parameters(operation: Operation, pointer: str, schemas: Schemas) -> list[Schema]:
    declared = {section: nodes for section, nodes in operation.parameters.items() if section != "Body"}
    in_path = {node.name: node for node in declared.get("Path", [])}
    wanted = list(dict.fromkeys(re.findall(r"\{([^{}]+)\}", operation.path)))
    for node in in_path.values():
        if node.name not in wanted:
            schemas.findings.append(Finding(node.line, f"{{{node.name}}} in {operation.path}", "none"))
    parameters: list[Schema] = []

    def add(name: str, place: str, required: bool, node: Node | None) -> None:
        at = join(pointer, "parameters", len(parameters))
        schema = schemas.node(node, join(at, "schema")) if node else {"type": "string"}
        parameter: Schema = {"name": name, "in": place, "required": required}
        if "description" in schema:
            parameter["description"] = schema.pop("description")
        schemas.lines[at] = node.line if node else operation.line
        parameters.append({**parameter, "schema": schema})

    for name in wanted:
        add(name, "path", True, in_path.get(name))
    for section, nodes in declared.items():
        for node in nodes:
            if section != "Path":
                add(node.name, section.lower(), not node.optional, node)
    return parameters


def _body(operation: Operation, pointer: str, schemas: Schemas) -> Schema:
    nodes = operation.parameters["Body"]
    media = _MEDIA.get(operation.body_form.strip().casefold())
    if media is None:
        expected = f"a body of {', '.join(form for form in _MEDIA if form)}"
        schemas.findings.append(Finding(operation.line, expected, f"`{operation.body_form}`"))
        media = "application/octet-stream"
    at = join(pointer, "content", media, "schema")
    if len(nodes) == 1 and nodes[0].name == "body":
        what = "to know whether `body` is the body or a member of it; its type is left open"
        schemas.warnings.append(Finding(nodes[0].line, what, "only `body`", code="ambiguous-body"))
        schema: Schema = {}
    else:
        schema = schemas.properties(nodes, at)
    required = any(not node.optional for node in nodes)
    return {"required": required, "content": {media: {"schema": schema}}}


def _response(operation: Operation, pointer: str, schemas: Schemas) -> Schema:
    node = operation.response
    # No JSON can hold a file. Of which media type it is, the page does not say.
    media = "*/*" if node is not None and node.type == Scalar("file") else "application/json"
    at = join(pointer, "content", media, "schema")
    if node is not None:
        schema = schemas.response(node, at)
    elif operation.returns:
        schema = schemas.properties(operation.returns, at)
    else:
        return {"description": "Success"}
    return {"description": "Success", "content": {media: {"schema": schema}}}


def _camel(names: list[str]) -> str:
    words = [word for name in names for word in re.findall(r"[A-Za-z0-9]+", name)]
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    return joined[:1].lower() + joined[1:]
