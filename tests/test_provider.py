"""Provider settings: read whole, and every mistake told with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import UnusableInput
from generator.overlay import read_overlay
from generator.provider import load_provider
from generator.provider.settings import Accept, Method, Paginator, Source, Waiter, Webhooks

SPECS = Path(__file__).parent.parent / "specs"

WHOLE = """\
title: Pets
package: pets_client
client: Pets
env: PETS
version: 1.0.0
documents:
  - {name: pets, url: "https://pets.example/openapi.json", sources: [pets.1.txt, pets.2.txt]}
  - {name: toys, sources: toys.json}
operations:
  GET /pets/{id}: {method: pets.get, result: pet}
  POST /pets: {method: pets.create}
  GET /pets: {method: pets.list}
names:
  Pet: GET /pets/{id} 200 /pet
  NewPet: POST /pets body
  Kind: GET /pets query.kind /[]
waiters:
  - {resource: pets, method: wait, poll: "GET /pets/{id}", status: /status, success: [DONE], failure: FAILED,
     interval: 2, create: POST /pets, id: /id}
paginators:
  GET /pets: {style: cursor, limit: limit, page_size: 10, cursor: after, next: /next}
webhooks: {scheme: bearer, header: Authorization, type: /type, data: /data, events: {pet.born: Pet}}
limits: {per_minute: 60, concurrent: 2}
levels: {api-removed: info}
accept:
  - {note: "document-cut pets#/paths", reason: known}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "pets").mkdir(exist_ok=True)
    (folder / "pets" / "provider.yaml").write_text(text, encoding="utf-8")
    return folder / "pets"


def test_everything_that_is_said_is_read(tmp_path: Path) -> None:
    provider = load_provider(written(tmp_path, WHOLE))
    assert provider.name == "pets"
    assert (provider.title, provider.package, provider.client, provider.env, provider.version) == (
        "Pets", "pets_client", "Pets", "PETS", "1.0.0",
    )  # fmt: skip
    assert provider.documents == (
        Source("pets", "https://pets.example/openapi.json", ("pets.1.txt", "pets.2.txt")),
        Source("toys", None, ("toys.json",)),
    )
    assert provider.operations == {
        "GET /pets/{id}": Method("pets", "get", "pet"),
        "POST /pets": Method("pets", "create"),
        "GET /pets": Method("pets", "list"),
    }
    assert provider.names == {
        "Pet": "GET /pets/{id} 200 /pet", "NewPet": "POST /pets body", "Kind": "GET /pets query.kind /[]",
    }  # fmt: skip
    assert provider.waiters == (
        Waiter("pets", "wait", "GET /pets/{id}", "/status", ("DONE",), ("FAILED",), 2, 1.5, 30, 0.2, 600,
               "POST /pets", "/id"),
    )  # fmt: skip
    assert provider.paginators == {"GET /pets": Paginator("cursor", "limit", 10, cursor="after", next="/next")}
    assert provider.webhooks == Webhooks("bearer", "Authorization", "/type", "/data", {"pet.born": "Pet"})
    assert provider.limits == {"per_minute": 60, "concurrent": 2}
    assert provider.levels == {"api-removed": "info"}
    assert provider.accept == (Accept("document-cut pets#/paths", "known", 26),)


def test_only_the_first_six_settings_are_needed(tmp_path: Path) -> None:
    provider = load_provider(written(tmp_path, WHOLE.partition("operations:")[0]))
    assert (provider.operations, provider.names, provider.waiters, provider.accept) == ({}, {}, (), ())


MISTAKES = {
    ("title: Pets\n", ""): "1: title is missing: a text",
    ("env: PETS\n", ""): "1: env is missing: an upper-case word such as PET_STORE",
    ("version: 1.0.0\n", ""): "1: version is missing: a version such as 0.1.0, in quotes",
    ("title: Pets", "title: 5"): "1: title: must be a text, not 5",
    ("title:", "titel:"): "1: titel: unknown key; did you mean title?",
    ("pets_client", "pets-client"): "2: package: 'pets-client' is not a Python name",
    ("pets_client", "class"): "2: package: 'class' is a keyword of Python",
    ("client: Pets", "client: pets"): "3: client: 'pets' is not a class name",
    ("env: PETS", "env: Pets"): "4: env: 'Pets' is not an upper-case word",
    ("version: 1.0.0", "version: 1.0"): "5: version: must be a text, not 1.0",
    ("version: 1.0.0", "version: v1"): "5: version: 'v1' is not a version",
    ("documents:\n", "documents: 1\nx:\n"): "unknown key",
    ("name: toys", "name: pets"): "8: documents[1].name: 'pets' is named twice",
    ("name: toys", "name: ../x"): "8: documents[1].name: '../x' is not a plain lower-case name",
    ("sources: toys.json", "sources: ../toys.json"): "8: documents[1].sources: '../toys.json' must be",
    ("sources: toys.json", "sources: [1]"): "8: documents[1].sources: must be a text or a list of texts",
    ("sources: toys.json", "source: toys.json"): "8: documents[1].source: unknown key; did you mean sources?",
    ("https://pets.example/openapi.json", "file:///etc/passwd"): "7: documents[0].url: ",
    ("https://pets.example/openapi.json", "https://[pets"): "7: documents[0].url: 'https://[pets' is no https address",
    ("POST /pets: {", "post /pets: {"): "11: operations.post /pets: 'post /pets' is no operation",
    ("pets.create", "pets.get"): "11: operations.POST /pets.method: pets.get is the name of GET",
    ("pets.create", "create"): "11: operations.POST /pets.method: 'create' is not resource.method",
    ("pets.create", "pets.import"): "11: operations.POST /pets.method: pets.import has a keyword",
    ("NewPet:", "new_pet:"): "15: names.new_pet: is not a class name in PascalCase",
    ("POST /pets body", "POST /pets bodies"): "15: names.NewPet: 'POST /pets bodies' is no use path",
    ("POST /pets body", "GET /pets/{id} 200 /pet"): "is named Pet already",
    ("interval: 2", "interval: 0"): "19: waiters[0].interval: must be above zero, not 0",
    ("interval: 2", "interval: true"): "19: waiters[0].interval: must be a number, not True",
    ("interval: 2", "interval: 60"): "18: waiters[0]: growth is at least 1, jitter at most 1",
    ("create: POST /pets, ", ""): "18: waiters[0]: `create` and `id` go together",
    ('poll: "GET /pets/{id}"', "poll: GET /x"): "18: waiters[0].poll: 'GET /x' is not among `operations`",
    ("style: cursor", "style: guess"): "21: paginators.GET /pets.style: 'guess' is not one of offset",
    ("next: /next", "next: next"): "21: paginators.GET /pets.next: 'next' is not a pointer such as /nextPageToken",
    ("page_size: 10", "page_size: 1.5"): "21: paginators.GET /pets.page_size: must be a whole number",
    ("  GET /pets: {style", "  GET /x: {style"): "21: paginators.GET /x: 'GET /x' is not among `operations`",
    ("scheme: bearer", "scheme: hmac"): "22: webhooks.scheme: only bearer is known",
    ("pet.born: Pet", "pet.born: a pet"): "22: webhooks.events.pet.born: 'a pet' is neither",
    ("concurrent: 2", "parallel: 2"): "23: limits.parallel: unknown key",
    ("api-removed: info", "api-removed: warn"): "24: levels.api-removed: must be one of breaking, risky",
    ("reason: known", "reason: ''"): "26: accept[0].reason: must not be empty",
    ("document-cut pets", "document-cut,pets"): "26: accept[0].note: must be the code of a note and where",
    ("limits: {", "limits: ["): "not valid YAML",
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), MISTAKES)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str) -> None:
    assert old in WHOLE
    with pytest.raises(UnusableInput, match=re.escape(MISTAKES[old, new])) as caught:
        load_provider(written(tmp_path, WHOLE.replace(old, new, 1)))
    assert str(caught.value).startswith("pets/provider.yaml:")


def test_a_folder_without_settings_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"provider\.yaml: there is no such file; write it\.$"):
        load_provider(tmp_path)


def test_settings_that_are_no_text_are_told(tmp_path: Path) -> None:
    folder = written(tmp_path, "")
    (folder / "provider.yaml").write_bytes(b"title: \xff")
    with pytest.raises(UnusableInput, match=r"^pets/provider\.yaml: cannot be read: "):
        load_provider(folder)


@pytest.mark.parametrize("folder", sorted(path.parent for path in SPECS.glob("*/provider.yaml")), ids=lambda p: p.name)
def test_the_settings_in_this_tree_are_right(folder: Path) -> None:
    provider = load_provider(folder)
    for document in provider.documents:
        assert [source for source in document.sources if not (folder / "source" / source).is_file()] == []
    if (folder / "overlay.yaml").is_file():
        assert read_overlay(folder / "overlay.yaml").actions


def test_no_provider_is_named_in_the_toolchain() -> None:
    """A provider is a folder of YAML: code, docs and templates that know one by name would be a patch for it."""
    names = re.compile("|".join(path.parent.name for path in SPECS.glob("*/provider.yaml")), re.IGNORECASE)
    folders = (SPECS.parent / "generator", SPECS.parent / "templates")
    paths = [path for folder in folders for kind in ("*.py", "*.jinja") for path in folder.rglob(kind)]
    assert len(paths) > 200 and any(path.suffix == ".jinja" for path in paths)
    assert [str(path) for path in paths if names.search(path.read_text(encoding="utf-8"))] == []
