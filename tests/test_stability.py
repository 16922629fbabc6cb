"""Regeneration stays stable: what upstream may do without a byte of the package changing, and how far additions reach.

The documents are the published ones made whole (the cut operation as the overlay completes it), so that
every change is made where upstream would make it.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from changes_of_content import (
    default_value,
    enum_value,
    fresh_document,
    fresh_operation,
    nested_property,
    operation_deprecated,
    operation_id,
    operation_public,
    operation_words,
    property_required,
    property_type,
    property_words,
    query_parameter,
    request_property,
    response_property,
    server,
    shared_property,
    twin_operation,
)
from changes_of_form import hoisted, info_changed, inlined, pruned, renamed, reordered, unreferenced_removed
from leonardo_documents import Documents, uncut_documents
from notations import as_yaml
from upstream import ROOT

from generator import pipeline
from generator.drift.surface import diff_surfaces, dump_surface
from generator.ingest import read_text_page
from generator.output import files
from generator.pipeline import Progress
from generator.provider import load_provider
from generator.provider.settings import Provider

PROVIDER = load_provider(ROOT / "specs" / "leonardo")


@pytest.fixture(scope="module")
def whole() -> Documents:
    """The three documents as they would be uncut."""
    return uncut_documents()


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
