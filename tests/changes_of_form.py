"""What upstream may do to its documents without a byte of the package changing: the same said otherwise."""

from __future__ import annotations

import copy
import json
import random

from leonardo_documents import Documents
from notations import shuffled

from generator.spec.openapi import get, references


def unreferenced_removed(documents: Documents) -> Documents:
    """Every document keeps only the components that some document leads to."""
    result = copy.deepcopy(documents)
    while True:
        used = {"/".join(ref.split("/")[:4]) for data in result.values() for _, ref in references(data)}
        gone = 0
        for data in result.values():
            schemas = data.get("components", {}).get("schemas", {})
            for name in [name for name in schemas if f"#/components/schemas/{name}" not in used]:
                del schemas[name]
                gone += 1
        if not gone:
            return result


def pruned(documents: Documents) -> Documents:
    """`lora`, to which references lead only into its properties, keeps those alone and loses its type."""
    result = copy.deepcopy(documents)
    wanted = {
        ref.split("/")[5] for data in result.values() for _, ref in references(data)
        if ref.startswith("#/components/schemas/lora/properties/")
    }  # fmt: skip
    assert wanted
    for data in result.values():
        lora = data.get("components", {}).get("schemas", {}).get("lora")
        if lora:
            lora.pop("type", None)
            lora["properties"] = {key: value for key, value in lora["properties"].items() if key in wanted}
    return result


def hoisted(documents: Documents) -> Documents:
    """An inline schema becomes a component."""
    result = copy.deepcopy(documents)
    media = result["elements"]["paths"]["/elements"]["post"]["requestBody"]["content"]["application/json"]
    result["elements"]["components"]["schemas"]["NewElement"] = media["schema"]
    media["schema"] = {"$ref": "#/components/schemas/NewElement"}
    return result


def inlined(documents: Documents) -> Documents:
    """A component that is an enum stands inline wherever it was referenced."""
    result = copy.deepcopy(documents)
    target = "#/components/schemas/job_status"
    status = copy.deepcopy(result["elements"]["components"]["schemas"]["job_status"])
    count = 0
    for data in result.values():
        for pointer, ref in list(references(data)):
            if ref == target:
                node = get(data, pointer)
                node.clear()
                node.update(copy.deepcopy(status))
                count += 1
    assert count
    return result


def renamed(documents: Documents) -> Documents:
    """Components that are only referenced get other names."""
    text = json.dumps(documents)
    for old, new in (
        ("uuid", "Identifier"),
        ("job_status", "StateOfJob"),
        ("custom_model_type", "KindOfModel"),
    ):
        text = text.replace(f'#/components/schemas/{old}"', f'#/components/schemas/{new}"')
    result: Documents = json.loads(text)
    for data in result.values():
        schemas = data.get("components", {}).get("schemas", {})
        for old, new in (
            ("uuid", "Identifier"),
            ("job_status", "StateOfJob"),
            ("custom_model_type", "KindOfModel"),
        ):
            if old in schemas:
                schemas[new] = schemas.pop(old)
    return result


def info_changed(documents: Documents) -> Documents:
    result = copy.deepcopy(documents)
    for data in result.values():
        data["info"] |= {
            "version": "v9.9.9",
            "description": "Another text.",
            "title": data["info"]["title"] + " 2",
        }
    return result


def reordered(documents: Documents) -> Documents:
    result: Documents = shuffled(documents, random.Random(7))
    return result
