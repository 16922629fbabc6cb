"""Commands on the project of a test, and what its vendor may change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from upstream import NAME, ROOT, Vendor

from generator.__main__ import main

SCHEMA = json.loads((ROOT / "generator" / "drift" / "schema.json").read_text())
MODELS = "models"
POST_BODY = ("paths", "/models", "post", "requestBody", "content", "application/json", "schema")


def run(project: Path, *arguments: str | Path) -> int:
    return main(["--root", str(project), *map(str, arguments)])


def drift(project: Path, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON report, which keeps its schema."""
    capsys.readouterr()
    code = run(project, "drift", NAME, "--format", "json", *arguments)
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, SCHEMA)
    return code, report


def body_of(document: dict[str, Any]) -> dict[str, Any]:
    """The schema of what `POST /models` sends."""
    node: Any = document
    for step in POST_BODY:
        node = node[step]
    return node


def told(report: dict[str, Any]) -> set[tuple[str, str, str, str | None]]:
    return {(one["id"], one["level"], one["operation"], one["client"]) for one in report["changes"]}


def vector_removed(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["custom_model_type"]["enum"].remove("VECTOR")


def prompt_renamed(vendor: Vendor) -> None:
    answer = vendor.documents[MODELS]["paths"]["/models/{id}"]["get"]["responses"]["200"]
    model = answer["content"]["application/json"]["schema"]["properties"]["custom_models_by_pk"]["properties"]
    model["instance_prompt"] = model.pop("instancePrompt")
