"""Parameters with everything said that a client needs to send them."""

from __future__ import annotations

import re
from typing import Any, Final

from ..spec.parameters import IGNORED_HEADERS
from ..values import Spec
from ._operations import each_operation
from ._walk import Notes, note

WHOLE: Final = "querystring"
"""The style of a query parameter that is the query string itself, without a name: JSON or text, as 3.2 has it."""
FORM: Final = "application/x-www-form-urlencoded"
STYLES: Final[dict[str, tuple[str, ...]]] = {
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject", WHOLE),
    "cookie": ("form",),
    "path": ("simple", "label", "matrix"),
    "header": ("simple",),
}
"""The styles of each place; the first one is the default."""
KEPT: Final = ("name", "in", "description", "deprecated", "example", "examples", "allowReserved")
_GREEDY: Final = re.compile(r"^[+*]|[+*]$")
"""A variable that takes in slashes: `{proxy+}` at an API gateway, `{+path}` in RFC 6570; AutoRest has an extension."""
_RESOURCE: Final = re.compile(r"\^?[A-Za-z][\w-]*/(?:\[\^/\]\+|\.\*)")
"""The pattern of a resource name, `depots/[^/]+/vans/[^/]+`, as gateways of gRPC and Google's discovery write it."""
_VARIABLE: Final = re.compile(r"\{([^{}/]+)\}")


def parameter_style(spec: Spec, notes: Notes) -> Spec:
    """Fill style, explode and schema; declare path variables; leave out headers that the client sends itself.

    OpenAPI says to ignore `Accept`, `Content-Type` and `Authorization` parameters. A path parameter is
    required and never null, whatever the document says (nullable in 3 documents of the census).
    """

    def lowered(pointer: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        variables = dict.fromkeys(_VARIABLE.findall(path.partition("#")[0]))
        taken = {(node["in"], node["name"]) for node in operation["parameters"]}
        parameters = []
        for node in operation["parameters"]:
            at = f"{pointer}/parameters ({node['in']} {node['name']})"
            if node["in"] == "header" and node["name"].lower() in IGNORED_HEADERS:
                continue
            if node["in"] == "querystring" and ("query", node["name"]) not in taken:
                node = _query_string(node)
            if node["in"] not in STYLES:
                note(notes, "parameter-left-out", at, f"a parameter in {node['in']!r} cannot be sent")
            elif node["in"] == "path" and node["name"] not in variables:
                note(notes, "parameter-left-out", at, f"the path {path} has no variable of that name")
            else:
                parameters.append(_parameter(node))
        declared = {node["name"] for node in parameters if node["in"] == "path"}
        for name in variables:
            if name not in declared:
                parameters.append(_parameter({"name": name, "in": "path", "schema": {"type": "string"}}))
        return {**operation, "parameters": parameters}

    return each_operation(spec, lowered)


def _query_string(node: dict[str, Any]) -> dict[str, Any]:
    """A parameter that is the whole query string (3.2), as a query parameter.

    A form is what an exploded object makes of its properties; anything else stands there quoted, without a name.
    """
    node = {**node, "in": "query"}
    content = node.get("content")
    content = content if isinstance(content, dict) else {}
    media = next(iter(content), "")
    if media.partition(";")[0].strip().lower() != FORM:
        return {**node, "style": WHOLE, "explode": False}
    value = content[media]
    schema = value.get("schema", {}) if isinstance(value, dict) else {}
    return {**node, "content": None, "schema": schema, "style": "form", "explode": True}


def _takes_slashes(node: dict[str, Any], schema: dict[str, Any]) -> bool:
    """Whether the value of a path variable has slashes of its own, by its name, AutoRest's extension or its pattern."""
    if _GREEDY.search(node["name"]) or node.get("x-ms-skip-url-encoding") is True:
        return True
    return _RESOURCE.match(str(schema.get("pattern", ""))) is not None


def _parameter(node: dict[str, Any]) -> dict[str, Any]:
    place = node["in"]
    new: dict[str, Any] = {key: node[key] for key in KEPT if key in node}
    new |= {
        key: value for key, value in node.items() if key.startswith("x-") and key not in ("x-python-name", "x-content")
    }
    new["required"] = place == "path" or node.get("required") is True
    content = node.get("content")
    if isinstance(content, dict) and content and "schema" not in node:
        media = min(content, key=lambda name: ("json" not in name, name))
        new["x-content"] = media
        value = content[media]
        new["schema"] = value.get("schema", {}) if isinstance(value, dict) else {}
    else:
        new["schema"] = node.get("schema", {})
    if not isinstance(new["schema"], dict):
        new["schema"] = {}
    if place == "path":
        if _takes_slashes(node, new["schema"]):
            new["allowReserved"] = True
        new["schema"] = {key: value for key, value in new["schema"].items() if key != "x-nullable"}
    style = node.get("style")
    new["style"] = style if style in STYLES[place] else STYLES[place][0]
    explode = node.get("explode")
    new["explode"] = explode if isinstance(explode, bool) else new["style"] in ("form", "deepObject")
    return new
