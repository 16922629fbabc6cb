"""Regeneration stays stable: what upstream may do without a byte of the package changing, and how far additions reach.

The documents are the published ones made whole (the cut operation as the overlay completes it), so that
every change is made where upstream would make it.
"""

from __future__ import annotations

import copy
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from ruamel.yaml import YAML

from generator import pipeline
from generator.ingest import read_text_page
from generator.merge import merge
from generator.output import files
from generator.overlay import apply_overlay, read_overlay
from generator.pipeline import Progress
from generator.provider import load_provider
from generator.spec.openapi import get, references

ROOT = Path(__file__).resolve().parent.parent
PROVIDER = load_provider(ROOT / "specs" / "leonardo")

Documents = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def whole() -> Documents:
    """The three documents as they would be uncut."""
    documents = pipeline.read_documents(pipeline.pages_of(PROVIDER), Progress())
    merged, _ = merge(documents)
    notes = [note for document in documents for note in document.notes]
    overlaid = apply_overlay(merged, _resolving(), notes).spec
    found = {document.name: copy.deepcopy(document.data) for document in documents}
    cut = "/generations/user/{userId}"
    found["image-generation"]["paths"][cut] = copy.deepcopy(overlaid["paths"][cut])
    return found


def _resolving() -> Any:
    """The overlay with nothing but the actions that make good a loss."""
    overlay = read_overlay(PROVIDER.folder / "overlay.yaml")
    return evolve(overlay, actions=tuple(action for action in overlay.actions if action.resolves))


def package(
    tmp_path: Path, documents: Documents, *, dump: Callable[[Any], str] = json.dumps, name: str = "out"
) -> dict[str, bytes]:
    """The project that the documents give, without its provenance (which has their hashes)."""
    pages = {key: [read_text_page(f"{key}.txt", dump(data).encode("utf-8"))] for key, data in documents.items()}
    progress = Progress()
    described = pipeline.describe(PROVIDER, pages, progress)
    out = tmp_path / name
    out.mkdir()
    pipeline.write(pipeline.plan(described, progress), out, progress)
    return {
        path: data for path, data in files(out).items() if path not in ("PROVENANCE.json", "openapi.yaml", "edits.json")
    }


@pytest.fixture(scope="module")
def committed() -> dict[str, bytes]:
    found = files(ROOT / "generated" / "leonardo")
    return {
        path: data for path, data in found.items() if path not in ("PROVENANCE.json", "CHANGELOG.md", "surface.txt")
    }


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def shuffled(value: Any, source: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        source.shuffle(keys)
        return {key: shuffled(value[key], source) for key in keys}
    return [shuffled(item, source) for item in value] if isinstance(value, list) else value


def as_yaml(data: Any) -> str:
    stream = io.StringIO()
    YAML(typ="safe").dump(data, stream)
    return stream.getvalue()


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


@pytest.mark.parametrize(
    "change",
    [
        lambda documents: documents,
        reordered,
        unreferenced_removed,
        pruned,
        hoisted,
        inlined,
        renamed,
        info_changed,
    ],
    ids=[
        "whole again",
        "keys reordered",
        "unreferenced removed",
        "pruned",
        "hoisted",
        "inlined",
        "renamed",
        "info",
    ],
)
def test_the_package_is_byte_identical_when_upstream_changes_only_its_form(
    whole: Documents, committed: dict[str, bytes], tmp_path: Path, change: Callable[[Documents], Documents]
) -> None:
    assert changed(committed, package(tmp_path, change(whole))) == []


@pytest.mark.parametrize(
    "dump",
    [lambda data: json.dumps(data, indent=7), lambda data: json.dumps(data, ensure_ascii=False), as_yaml],
    ids=["indented", "unescaped", "yaml"],
)
def test_the_package_is_byte_identical_in_another_notation(
    whole: Documents, committed: dict[str, bytes], tmp_path: Path, dump: Callable[[Any], str]
) -> None:
    assert changed(committed, package(tmp_path, whole, dump=dump)) == []


def test_the_package_is_byte_identical_in_any_order_of_documents(
    whole: Documents, committed: dict[str, bytes], tmp_path: Path
) -> None:
    backwards = dict(reversed(whole.items()))
    assert changed(committed, package(tmp_path, backwards)) == []


def test_a_whole_upstream_makes_the_overlay_action_stale_and_says_so(whole: Documents) -> None:
    pages = {key: [read_text_page(f"{key}.json", json.dumps(data).encode())] for key, data in whole.items()}
    planned = pipeline.plan(pipeline.describe(PROVIDER, pages, Progress()), Progress())
    found = pipeline.account(planned)
    assert found.exit_code == 1
    assert found.losses == ()
    assert any("overlay.yaml" in text for text in found.stale)
    assert any("document-cut models#" in text for text in found.stale)


def test_a_new_property_changes_its_model_and_nothing_else(
    whole: Documents, committed: dict[str, bytes], tmp_path: Path
) -> None:
    added = copy.deepcopy(whole)
    answer = added["image-generation"]["paths"]["/generations/{id}"]["get"]["responses"]["200"]
    schema = answer["content"]["application/json"]["schema"]
    schema["properties"]["generations_by_pk"]["properties"]["zest"] = {"type": "string"}
    assert changed(committed, package(tmp_path, added)) == ["leonardo_client/models/generation.py"]


def test_a_new_enum_value_changes_the_enum_alone(whole: Documents, committed: dict[str, bytes], tmp_path: Path) -> None:
    added = copy.deepcopy(whole)
    for data in added.values():
        if "job_status" in data.get("components", {}).get("schemas", {}):
            data["components"]["schemas"]["job_status"]["enum"].append("CANCELLED")
    assert changed(committed, package(tmp_path, added)) == ["leonardo_client/models/job_status.py"]


def test_a_new_operation_with_shapes_that_are_there_changes_its_resource_alone(
    whole: Documents, committed: dict[str, bytes], tmp_path: Path
) -> None:
    added = copy.deepcopy(whole)
    operation = copy.deepcopy(added["models"]["paths"]["/models/{id}"]["get"])
    operation["operationId"] = "getModelTwin"
    added["models"]["paths"]["/models/{id}/twin"] = {"get": operation}
    touched = changed(committed, package(tmp_path, added))
    assert touched == ["api.md", "leonardo_client/resources/models.py"]
