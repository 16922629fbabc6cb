"""What the words of Swagger 2 are called in OpenAPI 3, where that is another word and nothing else."""

from __future__ import annotations

from typing import Any, Final

SECTIONS: Final = {
    "definitions": "schemas", "securityDefinitions": "securitySchemes", "parameters": "parameters", "responses": "responses",
}  # fmt: skip
"""What a document defines at its top, by the section of `components` that holds it."""

KEYWORDS: Final = (
    "type", "format", "enum", "items", "default", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "multipleOf", "nullable",
    "properties", "additionalProperties", "anyOf", "oneOf", "allOf",
)  # fmt: skip
"""What a parameter or header says of its value beside its name, which is in its schema now."""

STYLES: Final = {
    "csv": ("form", False), "ssv": ("spaceDelimited", False), "pipes": ("pipeDelimited", False), "multi": ("form", True),
}  # fmt: skip
"""Style and explode of a `collectionFormat`; `tsv` has none."""

FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"


def place_of(parameter: Any) -> str:
    """Where a parameter goes, in lower case: `formData` is written in many ways. Empty where it does not say."""
    place = parameter.get("in") if isinstance(parameter, dict) else None
    return place.strip().lower() if isinstance(place, str) else ""


def form(parameters: list[dict[str, Any]]) -> tuple[dict[str, Any], bool]:
    """The schema of a form of these parameters, and whether it holds a file, which only multipart can carry."""
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
    files = any("binary" in (each.get("format"), _item_format(each)) for each in fields.values())
    return {"type": "object", "properties": fields} | ({"required": required} if required else {}), files


def _item_format(schema: dict[str, Any]) -> Any:
    items = schema.get("items")
    return items.get("format") if isinstance(items, dict) else None


def addresses(spec: dict[str, Any]) -> list[str]:
    """The URLs of `host`, `basePath` and `schemes`, that of https first; only a path where there is no host.

    Without `schemes` it is that of the document itself, which is https nowadays.
    """
    host, path = (_text(spec.get(name)) for name in ("host", "basePath"))
    if not host:
        return [path] if path else []
    if "://" in path:
        return [path]
    path = path if path.startswith("/") or not path else f"/{path}"
    if "://" in host:
        return [host + path]
    return [f"{scheme}://{host.lstrip('/')}{path}" for scheme in schemes(spec.get("schemes")) or ("https",)]


def _text(said: Any) -> str:
    """An address without what ends it, also where it stands in a list of its own."""
    alone = said[0] if isinstance(said, list) and len(said) == 1 else said
    return alone.strip().rstrip("/") if isinstance(alone, str) else ""


def schemes(said: Any) -> list[str]:
    """The schemes over which requests can be sent, https first; web sockets are none. `http:` is `http`."""
    said = [said] if isinstance(said, str) else said if isinstance(said, list) else []
    listed = [each.strip().lower().rstrip(":/") for each in said if isinstance(each, str)]
    return sorted((each for each in dict.fromkeys(listed) if each in ("http", "https")), reverse=True)
