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
from generator.drift.surface import diff_surfaces, dump_surface
from generator.ingest import read_text_page
from generator.merge import merge
from generator.output import files
from generator.overlay import apply_overlay, read_overlay
from generator.pipeline import Progress
from generator.provider import load_provider
from generator.provider.settings import Provider
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
    tmp_path: Path,
    documents: Documents,
    *,
    dump: Callable[[Any], str] = json.dumps,
    name: str = "out",
    provider: Provider = PROVIDER,
) -> dict[str, bytes]:
    """The project that the documents give, without its provenance (which has their hashes)."""
    pages = {key: [read_text_page(f"{key}.txt", dump(data).encode("utf-8"))] for key, data in documents.items()}
    progress = Progress()
    described = pipeline.describe(provider, pages, progress)
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


@pytest.fixture(scope="module")
def unchanged(whole: Documents, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    """The project that the whole documents give, and its surface."""
    folder = tmp_path_factory.mktemp("base")
    return package(folder, whole), dump_surface(folder / "out" / "leonardo_client")


@pytest.fixture(scope="module")
def base(unchanged: tuple[dict[str, bytes], str]) -> dict[str, bytes]:
    return unchanged[0]


@pytest.fixture(scope="module")
def surface(unchanged: tuple[dict[str, bytes], str]) -> str:
    return unchanged[1]


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
        reordered,
        unreferenced_removed,
        pruned,
        hoisted,
        inlined,
        renamed,
        info_changed,
    ],
    ids=[
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
    whole: Documents, base: dict[str, bytes], tmp_path: Path, change: Callable[[Documents], Documents]
) -> None:
    assert changed(base, package(tmp_path, change(whole))) == []


def test_the_committed_package_is_that_of_whole_documents(base: dict[str, bytes], committed: dict[str, bytes]) -> None:
    """What was cut off and made good by the overlay gives the same bytes as if it had come."""
    assert changed(base, committed) == []


@pytest.mark.parametrize(
    "dump",
    [lambda data: json.dumps(data, indent=7), lambda data: json.dumps(data, ensure_ascii=False), as_yaml],
    ids=["indented", "unescaped", "yaml"],
)
def test_the_package_is_byte_identical_in_another_notation(
    whole: Documents, base: dict[str, bytes], tmp_path: Path, dump: Callable[[Any], str]
) -> None:
    assert changed(base, package(tmp_path, whole, dump=dump)) == []


def test_the_package_is_byte_identical_in_any_order_of_documents(
    whole: Documents, base: dict[str, bytes], tmp_path: Path
) -> None:
    backwards = dict(reversed(whole.items()))
    assert changed(base, package(tmp_path, backwards)) == []


def test_a_whole_upstream_makes_the_overlay_action_stale_and_says_so(whole: Documents) -> None:
    pages = {key: [read_text_page(f"{key}.json", json.dumps(data).encode())] for key, data in whole.items()}
    planned = pipeline.plan(pipeline.describe(PROVIDER, pages, Progress()), Progress())
    found = pipeline.account(planned)
    assert found.exit_code == 1
    assert found.losses == ()
    assert any("overlay.yaml" in text for text in found.stale)
    assert any("document-cut models#" in text for text in found.stale)


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


REACH: list[tuple[Callable[[Documents], None], list[str], list[str]]] = [
    # what is added
    (response_property, ["models/generation.py"], []),
    (nested_property, ["models/__init__.py", "models/generation.py", "models/generation_zest.py", "api.md"], []),
    (request_property, ["models/create_model_request.py", "resources/models.py"], ["models.create", "models.create_and_wait"]),
    (enum_value, ["models/job_status.py"], []),
    # The waiters poll with it, and hand on what it takes.
    (query_parameter, ["resources/models.py", "api.md"], ["models.create_and_wait", "models.get", "models.wait"]),
    (twin_operation, ["resources/models.py", "api.md"], []),
    (fresh_operation, ["models/__init__.py", "models/get_model_zest_response.py", "models/get_model_zest_response_peel.py", "resources/models.py", "api.md"], []),
    (fresh_document, ["_client.py", "models/__init__.py", "models/get_zest_response.py", "resources/zests.py", "api.md"], []),
    # The reviewed name stays with the place that grew; the other gets a class of its own.
    (shared_property, ["models/__init__.py", "models/custom_model.py", "models/custom_models.py", "models/list_user_models_response.py", "resources/models.py", "api.md"],
     ["ListUserModelsResponse.custom_models", "models.list_by_user"]),
    # what changes
    (property_words, ["models/create_model_request.py", "resources/models.py"], []),
    (operation_words, ["resources/models.py"], []),
    (property_type, ["models/generation.py"], ["Generation.image_height"]),
    (property_required, ["models/create_model_request.py", "resources/models.py", "api.md"], ["CreateModelRequest.model_type", "models.create", "models.create_and_wait"]),
    (default_value, ["models/create_model_request.py", "resources/models.py"], []),
    (operation_deprecated, ["resources/models.py", "api.md"], []),
    (operation_public, ["resources/models.py"], []),
    (operation_id, [], []),
    (server, ["_client.py"], []),
]  # fmt: skip
"""A change upstream, the files that it reaches, and the public names that are otherwise than before.

The table in ARCHITECTURE.md says the same in words.
"""


def moved(before: str, after: str) -> list[str]:
    """The names of the package that are gone or otherwise: `Generation.status`, `models.get` for both its clients."""
    diff = diff_surfaces(before, after)
    names = set()
    for line in (*diff.removed, *(old for old, _ in diff.changed)):
        *_, holder, name = line.partition("(")[0].partition(":")[0].partition(" ")[0].split(".")
        names.add(f"{holder.removeprefix('Async').lower() if '(' in line else holder}.{name}")
    return sorted(names)


@pytest.mark.parametrize(("change", "files_", "names"), REACH, ids=lambda value: getattr(value, "__name__", ""))
def test_a_change_upstream_reaches_the_files_that_must_change_and_moves_no_name_elsewhere(
    whole: Documents, base: dict[str, bytes], surface: str, tmp_path: Path,
    change: Callable[[Documents], None], files_: list[str], names: list[str],
) -> None:  # fmt: skip
    documents = copy.deepcopy(whole)
    change(documents)
    assert documents != whole
    expected = sorted(name if name == "api.md" else f"leonardo_client/{name}" for name in files_)
    assert changed(base, package(tmp_path, documents)) == expected
    assert moved(surface, dump_surface(tmp_path / "out" / "leonardo_client")) == sorted(names)


def test_places_of_one_shape_that_the_table_names_apart_keep_their_names(whole: Documents, tmp_path: Path) -> None:
    """What `shared_property` moves does not move for a reviewer who gave each place a name."""
    apart = {**PROVIDER.names, "UserModel": "GET /models/user/{userId} 200 /custom_models/[]"}
    provider = evolve(PROVIDER, names=apart)
    documents = copy.deepcopy(whole)
    shared_property(documents)
    before = package(tmp_path, whole, name="before", provider=provider)
    after = package(tmp_path, documents, name="after", provider=provider)
    assert changed(before, after) == ["leonardo_client/models/custom_model.py"]
    surfaces = [dump_surface(tmp_path / name / "leonardo_client") for name in ("before", "after")]
    assert moved(*surfaces) == []
