"""`fetch`, `drift` and `accept` on a whole project, with the vendor on the loopback interface."""

from __future__ import annotations

import copy
import datetime
import importlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from loopback import Answer, Recorded
from upstream import NAME, Vendor, git, make_project, whole_documents

from generator.__main__ import main
from generator.output import files
from generator.provider import load_provider

pytestmark = pytest.mark.slow

SCHEMA = json.loads((Path(__file__).parent.parent / "generator" / "drift" / "schema.json").read_text())
MODELS = "models"
POST_BODY = ("paths", "/models", "post", "requestBody", "content", "application/json", "schema")


@pytest.fixture(scope="module")
def vendor() -> Iterator[Vendor]:
    made = Vendor(whole_documents())
    yield made
    made.server.close()


@pytest.fixture(scope="module")
def original(vendor: Vendor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as committed; one type checker's cache serves all tests."""
    return make_project(tmp_path_factory.mktemp("original"), vendor.documents, vendor.server.url)


@pytest.fixture
def project(original: Path, vendor: Vendor, tmp_path: Path) -> Iterator[Path]:
    copied = tmp_path / "project"
    shutil.copytree(original, copied, ignore=shutil.ignore_patterns("build"))
    (original / "build" / "types").mkdir(parents=True, exist_ok=True)
    (copied / "build").mkdir()
    (copied / "build" / "types").symlink_to(original / "build" / "types")
    yield copied
    vendor.reset()


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


# fetch


def test_what_upstream_still_serves_is_unchanged_and_the_second_time_not_even_sent(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "fetch", NAME) == 0
    assert capsys.readouterr().out.splitlines()[0] == "leonardo: 3 of 3 documents, 1 file written"
    assert run(project, "fetch", NAME) == 0
    assert capsys.readouterr().out.splitlines()[0] == "leonardo: 3 of 3 documents, 0 files written"
    assert [request.header("if-none-match") is None for request in vendor.server.requests] == [True] * 3 + [False] * 3
    assert git(project, "status", "--porcelain").split() == ["M", "specs/leonardo/lock.json"]


def test_a_changed_document_comes_into_source_and_lock(project: Path, vendor: Vendor) -> None:
    vendor.documents[MODELS]["info"]["description"] = "anew"
    assert run(project, "fetch", NAME) == 0
    folder = project / "specs" / NAME
    assert json.loads((folder / "source" / "models.json").read_bytes()) == vendor.documents[MODELS]
    entry = json.loads((folder / "lock.json").read_text())["documents"][MODELS]
    assert sorted(entry) == [
        "bytes", "canonical_sha256", "date", "etag", "file", "last_modified", "paths", "raw_sha256", "url", "version",
    ]  # fmt: skip
    assert entry["bytes"] == (folder / "source" / "models.json").stat().st_size


def test_the_committed_locks_hold_the_committed_pages() -> None:
    from generator.fetch import read_lock, recorded

    for settings in sorted((Path(__file__).parent.parent / "specs").glob("*/provider.yaml")):
        folder = settings.parent
        provider = load_provider(folder)
        found = {one.source.name: one.entry for one in recorded(provider, datetime.date(2000, 1, 1))}
        assert read_lock(folder)["documents"] == found


HTML = b"<!doctype html><title>Moved</title><p>We have a new developer hub!"
OTHER = json.dumps({"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {"/pets": {}}}).encode()
FAULTS: list[tuple[str, Answer, str]] = [
    ("moved", Answer(404), "look for the new URL and set it in provider.yaml"),
    ("gone", Answer(410), "it is gone for good"),
    ("broken", Answer(500), "the server has trouble"),
    ("html", Answer(200, HTML), "not with an API description"),
    ("another document", Answer(200, OTHER), "now serves another document, 'Pets'"),
    (
        "cut document",
        Answer(200, b'{"openapi": "3.0.3", "paths": {"/models": {"get": {"summary": "Li'),
        "serves a broken copy",
    ),
    ("cut off", Answer(200, b'{"openapi": "3.0.3", "info": ', fault="drop_body"), "cut the connection"),
    ("dropped", Answer(200, b"", fault="drop"), "cut the connection"),
    ("circle", Answer(302, b"", {"Location": "/models.json"}), "redirects in a circle"),
    ("private", Answer(302, b"", {"Location": "https://10.0.0.1/models.json"}), "a private address"),
    ("not https", Answer(302, b"", {"Location": "http://example.org/models.json"}), "is not https"),
]


@pytest.mark.parametrize(
    ("command", "answer", "said"),
    [("drift", *case[1:]) for case in FAULTS] + [("fetch", *FAULTS[0][1:]), ("accept", *FAULTS[0][1:])],
    ids=[f"drift {case[0]}" for case in FAULTS] + ["fetch moved", "accept moved"],
)
def test_an_upstream_that_cannot_be_had_ends_in_4_and_writes_nothing(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str], command: str, answer: Answer, said: str
) -> None:
    def one_fails(request: Recorded) -> Answer | None:
        return answer if request.path == "/models.json" else None

    vendor.answer = one_fails
    before = files(project / "specs"), files(project / "generated")
    assert run(project, command, NAME) == 4
    assert (files(project / "specs"), files(project / "generated")) == before
    error = capsys.readouterr().err
    assert said in error
    assert "The copy in source/ is as it was." in error


@pytest.mark.parametrize(
    ("answer", "limits", "said"),
    [
        (Answer(200, b"{}", delay=2), {"silence": 0.2}, "did not answer within 0.2 s"),
        (Answer(200, b" " * 2_000, fault="trickle"), {"seconds": 0.4}, "was not done after 0.4 s"),
        (Answer(200, b" " * 100_000), {"size": 50_000}, "sends more than 50,000 bytes"),
    ],
    ids=["slow", "dripping", "endless"],
)
def test_a_slow_or_endless_upstream_ends_in_4(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    answer: Answer, limits: dict[str, float], said: str,
) -> None:  # fmt: skip
    from generator.fetch.download import Limits

    module = importlib.import_module("generator.fetch.download")
    monkeypatch.setattr(module, "Limits", lambda: Limits(**limits))  # type: ignore[arg-type]
    vendor.answer = lambda request: copy.copy(answer) if request.path == "/models.json" else None
    before = files(project / "specs")
    assert run(project, "drift", NAME) == 4
    assert files(project / "specs") == before
    assert said in capsys.readouterr().err


def test_a_fetch_drops_the_copies_of_what_was(project: Path, vendor: Vendor) -> None:
    """They would be held against a document that they are no copies of."""
    folder = project / "specs" / NAME
    shutil.copyfile(folder / "source" / "models.json", folder / "source" / "models.2.json")
    settings = folder / "provider.yaml"
    settings.write_text(settings.read_text().replace("  - models.json\n", "  - models.json\n  - models.2.json\n"))
    assert [one.sources for one in load_provider(folder).documents if one.name == MODELS] == [
        ("models.json", "models.2.json")
    ]
    assert run(project, "fetch", NAME) == 0
    assert (folder / "source" / "models.2.json").is_file()
    vendor.documents[MODELS]["info"]["description"] = "anew"
    assert run(project, "fetch", NAME) == 0
    assert [one.sources for one in load_provider(folder).documents if one.name == MODELS] == [("models.json",)]
    assert sorted(path.name for path in (folder / "source").iterdir()) == [
        "elements.json", "image-generation.json", "models.json",
    ]  # fmt: skip


# drift


def test_nothing_changed_is_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = drift(project, capsys)
    assert (code, report["verdict"], report["changes"], report["stale"]) == (0, "none", [], [])
    assert report["next_version"] is None
    assert report["notes"] == [
        "3 documents, 0 changed, 0 unreachable",
        "overlay: 16 actions, 0 stale; settings: 0 stale",
        "client: no file of the package changes",
    ]


def test_a_document_that_says_the_same_otherwise_is_0(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    def reversed_keys(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: reversed_keys(value) for key, value in reversed(node.items())}
        return [reversed_keys(one) for one in node] if isinstance(node, list) else node

    vendor.documents = {name: reversed_keys(data) for name, data in vendor.documents.items()}
    code, report = drift(project, capsys)
    assert (code, report["changes"]) == (0, [])
    assert [note.split()[-1] for note in report["notes"][1:4]] == ["reformatted"] * 3


def test_a_description_alone_is_1_and_patch(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    vendor.documents[MODELS]["paths"]["/models"]["post"]["description"] = "Trains a model, in other words."
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert (code, report["verdict"]) == (1, "compatible")
    assert [one["id"] for one in report["changes"]] == ["client-documentation-changed"]
    assert report["next_version"] == {
        "version": "0.1.1", "bump": "patch", "reason": "documentation or internals only",
    }  # fmt: skip


def test_an_operation_id_that_no_method_is_named_after_is_1(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.documents[MODELS]["paths"]["/models"]["post"]["operationId"] = "trainModel"
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert (code, report["verdict"]) == (1, "compatible")
    assert told(report) == {
        ("api-operation-id-removed", "info", "POST /models", "no method is named after it"),
    }


def test_an_addition_is_1_and_minor(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    """All three layers agree that nobody breaks: old calls still type-check although each signature moved."""
    body_of(vendor.documents[MODELS])["properties"]["tags"] = {"type": "array", "items": {"type": "string"}}
    code, report = drift(project, capsys)
    assert (code, report["verdict"]) == (1, "compatible")
    assert told(report) == {(
        "new-optional-request-property", "info", "POST /models",
        "CreateModelRequest.tags added; models.create(tags) added; models.create_and_wait(tags) added",
    )}  # fmt: skip
    assert report["next_version"]["bump"] == "minor"
    assert report["notes"][-2] == "callers: all that the old package offered type-checks"


def test_an_enum_value_removed_is_2_and_names_the_member(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    """All three layers, each of them with something to do; their time is work, so that a busy machine does not matter."""
    before = os.times()
    vendor.edit(vector_removed)
    code, report = drift(project, capsys)
    assert (code, report["verdict"]) == (2, "breaking")
    gone = "CustomModelType.VECTOR removed"
    assert told(report) == {
        ("request-property-enum-value-removed", "breaking", "POST /models", gone),
        ("response-property-enum-value-removed", "info", "GET /models/{id}", gone),
        ("response-property-enum-value-removed", "info", "GET /models/user/{userId}", gone),
    }
    assert report["next_version"]["version"] == "0.2.0"
    assert "callers: 1 use of the old package no longer type-checks (CustomModelType.VECTOR)" in report["notes"]
    assert sum(os.times()[:4]) - sum(before[:4]) < 10


def test_a_required_property_is_2_and_names_the_methods_that_need_it(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    body = body_of(vendor.documents[MODELS])
    body["properties"]["license"] = {"type": "string"}
    body.setdefault("required", []).append("license")
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert code == 2
    assert told(report) == {(
        "new-required-request-property", "breaking", "POST /models",
        "CreateModelRequest.license added; models.create(license) added; models.create_and_wait(license) added",
    )}  # fmt: skip


def test_a_property_renamed_under_the_same_attribute_is_major_although_no_caller_notices(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt_renamed(vendor)
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert code == 2
    wire = "client-wire-name-changed"
    (found,) = (one for one in report["changes"] if one["id"] == wire)
    assert (found["level"], found["old"], found["new"]) == ("breaking", "instancePrompt", "instance_prompt")
    assert report["next_version"]["bump"] == "major"


def test_an_operation_that_went_leaves_a_stale_name_which_is_3(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    del vendor.documents[MODELS]["paths"]["/platformModels"]
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert (code, report["verdict"]) == (3, "breaking")
    removed = [one for one in report["changes"] if one["id"] == "api-path-removed-without-deprecation"]
    assert [one["client"] for one in removed] == ["models.list_platform removed"]
    stale = [line.split(": ")[1] for line in report["stale"]]
    assert "GET /platformModels" in stale
    assert {"names/PlatformModel", "names/PlatformModelImage", "names/ListPlatformModelsResponse"} <= set(stale)


def test_an_operation_that_moved_is_named_with_where_it_may_be_now(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = vendor.documents[MODELS]["paths"]
    paths["/platform-models"] = paths.pop("/platformModels")
    _, report = drift(project, capsys, "--layers", "wire")
    gone = "provider.yaml: GET /platformModels: provider.yaml names an operation that is not there"
    assert f"{gone}; is it GET /platform-models now?" in report["stale"]


def test_an_overlay_action_that_upstream_made_needless_is_3_and_named(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    operation = vendor.documents["elements"]["paths"]["/elements"]["post"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["num_train_epochs"]["description"] = "How often."
    code, report = drift(project, capsys, "--layers", "wire")
    assert code == 3
    (stale,) = report["stale"]
    assert stale.startswith("overlay.yaml:")
    assert "num_train_epochs" in stale
    assert "Upstream may have fixed it; delete the action if so." in stale


def test_documents_that_contradict_each_other_are_3(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vector_removed(vendor.documents[MODELS])
    code, report = drift(project, capsys, "--layers", "wire")
    assert code == 3
    (stale,) = report["stale"]
    assert "/components/schemas/custom_model_type/enum" in stale


def test_levels_of_the_provider_count(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    settings = project / "specs" / NAME / "provider.yaml"
    levels = "{response-optional-property-removed: info, client-wire-name-changed: risky, response-optional-property-added: none}"
    settings.write_text(f"{settings.read_text()}levels: {levels}\n")
    prompt_renamed(vendor)
    code, report = drift(project, capsys, "--layers", "wire,surface")
    assert {(one["id"], one["level"]) for one in report["changes"]} == {
        ("response-optional-property-removed", "info"),
        ("client-wire-name-changed", "risky"),
        # The answer of the list, which had the same shape, has a class of its own now.
        ("client-name-changed", "risky"),
    }
    assert code == 1


def test_each_file_is_written_in_the_format_of_its_suffix(
    project: Path, vendor: Vendor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    names = ("drift.json", "drift.md", "drift.sarif", "drift.html", "drift.txt")
    reports = [part for name in names for part in ("-o", tmp_path / "new" / name)]
    assert run(project, "drift", NAME, "--layers", "wire", *reports) == 2
    shown = capsys.readouterr().out
    texts = {name: (tmp_path / "new" / name).read_text() for name in names}
    assert texts["drift.txt"] == shown
    assert json.loads(texts["drift.json"])["verdict"] == "breaking"
    assert json.loads(texts["drift.sarif"])["version"] == "2.1.0"
    assert texts["drift.md"].startswith("## leonardo: breaking\n")
    assert texts["drift.html"].startswith("<!doctype html>")


def test_annotations_point_into_the_committed_spec(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    capsys.readouterr()
    assert run(project, "drift", NAME, "--layers", "wire", "--format", "github") == 2
    first = capsys.readouterr().out.splitlines()[0]
    line = int(first.partition("line=")[2].partition(",")[0])
    assert first.startswith("::error file=specs/leonardo/openapi.yaml,line=")
    spec = (project / "specs" / NAME / "openapi.yaml").read_text().splitlines()
    assert spec[line - 1].strip() == "CustomModelType:"


def test_reports_of_several_providers_are_one_text() -> None:
    from generator.drift import Report, render
    from generator.drift_commands import _joined
    from generator.errors import UnusableInput

    reports = [Report("one", "a", "b"), Report("two", "a", "b")]
    texts = {format: [render(format, report) for report in reports] for format in ("json", "sarif", "markdown", "html")}
    assert [report["name"] for report in json.loads(_joined("json", texts["json"]))] == ["one", "two"]
    assert len(json.loads(_joined("sarif", texts["sarif"]))["runs"]) == 2
    assert _joined("markdown", texts["markdown"]).count("## ") == 2
    with pytest.raises(UnusableInput, match="of one provider"):
        _joined("html", texts["html"])


# drift OLD NEW


def test_two_specs_are_compared_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str], vendor: Vendor) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(vendor.documents[MODELS]))
    edited = copy.deepcopy(vendor.documents[MODELS])
    vector_removed(edited)
    new.write_text(json.dumps(edited))
    assert run(tmp_path, "drift", old, new, "--layers", "wire", "--format", "json") == 2
    report = json.loads(capsys.readouterr().out)
    assert {one["pointer"] for one in report["changes"]} == {"/components/schemas/custom_model_type"}
    assert run(tmp_path, "drift", new, new, "--layers", "wire") == 0


def test_without_a_client_the_wire_says_who_breaks_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        operation = {"operationId": name, "responses": {"200": {"description": "ok"}}}
        (tmp_path / f"{name}.json").write_text(json.dumps({"openapi": "3.0.3", "paths": {"/p": {"get": operation}}}))
    pair = (tmp_path / "a.json", tmp_path / "b.json", "--layers", "wire", "--format", "json")
    assert run(tmp_path, "drift", *pair) == 1
    assert json.loads(capsys.readouterr().out)["profile"] == "wire"
    assert run(tmp_path, "drift", *pair, "--profile", "client") == 2
    assert json.loads(capsys.readouterr().out)["profile"] == "client"


def test_two_folders_of_pages_are_compared_in_all_layers(
    project: Path, tmp_path: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    new = tmp_path / "new"
    new.mkdir()
    for name, data in vendor.documents.items():
        (new / f"{name}.json").write_text(json.dumps(data))
    (new / "notes.txt").write_text("no document")
    assert run(project, "drift", project / "specs" / NAME / "source", new, "--format", "json") == 2
    report = json.loads(capsys.readouterr().out)
    (breaking,) = (one for one in report["changes"] if one["level"] == "breaking")
    assert breaking["id"] == "request-property-enum-value-removed"
    assert breaking["client"].endswith(".VECTOR removed")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"swagger": "2.0", "info": {"title": "Old", "version": "1"}, "paths": {}}', "Swagger 2.0"),
        ('{"hello": "world"}', "cannot be compared"),
        ("<html><body>Nothing here", "cannot be compared"),
    ],
    ids=["OpenAPI 2", "not OpenAPI", "HTML"],
)
@pytest.mark.parametrize("layers", ["wire", "wire,surface,callers"])
def test_what_cannot_be_compared_is_64_with_the_reason(
    tmp_path: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str], text: str, said: str, layers: str
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(vendor.documents[MODELS]))
    new.write_text(text)
    assert run(tmp_path, "drift", old, new, "--layers", layers) == 64
    error = capsys.readouterr().err
    assert said in error
    assert str(new) in error


@pytest.mark.parametrize(
    "arguments",
    [
        ["drift", "one", "two", "three"],
        ["drift", "nowhere.json", "neither.json"],
        ["drift", NAME, "--layers", "callers"],
        ["drift", NAME, "--layers", "wire,deep"],
        ["drift", NAME, "--format", "pdf"],
        ["drift", NAME, "--profile", "both"],
        ["fetch", "nobody"],
        ["accept", NAME, "--finding", "0123456789abcdef"],
        ["accept", NAME, "--finding", "0", "--reason", "x", "--expires", "soon"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_64(project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    try:
        code = run(project, *arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 64
    assert "error: " in capsys.readouterr().err


def test_a_defect_of_the_toolchain_is_not_taken_for_a_change(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("a defect")

    monkeypatch.setattr("generator.drift.upstream.compare", broken)
    assert run(project, "drift", NAME) == 70
    assert "KeyError: 'a defect'" in capsys.readouterr().err


# accept


def test_accept_takes_everything_over_in_one_go(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    body_of(vendor.documents[MODELS])["properties"]["tags"] = {"type": "array", "items": {"type": "string"}}
    assert run(project, "accept", NAME) == 0
    assert capsys.readouterr().out.startswith("leonardo: version 0.2.0, request-property-enum-value-removed")
    moved = {line[3:] for line in git(project, "status", "--porcelain").splitlines()}
    package = "generated/leonardo/leonardo_client"
    assert moved == {
        *(f"specs/leonardo/{name}" for name in ("lock.json", "openapi.yaml", "edits.json", "provider.yaml")),
        *(f"specs/leonardo/source/{name}.json" for name in vendor.documents),
        *(f"generated/leonardo/{name}" for name in ("CHANGELOG.md", "PROVENANCE.json", "pyproject.toml", "surface.txt")),
        f"{package}/_version.py",
        f"{package}/models/custom_model_type.py",
        f"{package}/models/create_model_request.py",
        f"{package}/resources/models.py",
    }  # fmt: skip
    assert 'version = "0.2.0"' in (project / "generated/leonardo/pyproject.toml").read_text()
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    assert (project / "generated/leonardo/CHANGELOG.md").read_text() == (
        f"# Changelog\n\n## 0.2.0 ({today})\n\n"
        "- **Breaking:** POST /models: modelType: enum value removed VECTOR (CustomModelType.VECTOR removed)\n"
        "- POST /models: tags: new optional request property (array) (CreateModelRequest.tags added; models.create(tags) added;"
        " models.create\\_and\\_wait(tags) added)\n"
        "- GET /models/user/{userId}: custom\\_models\\[\\].type: enum value removed VECTOR (CustomModelType.VECTOR removed);"
        " also in GET /models/{id}\n"
        "\n## 0.1.0\n\n- First version.\n"
    )
    settings = git(project, "diff", "--unified=0", "specs/leonardo/provider.yaml").splitlines()[-2:]
    assert settings == ["-version: 0.1.0", "+version: 0.2.0"]
    assert run(project, "drift", NAME) == 0
    assert run(project, "build", "--check") == 0


def test_accept_refuses_a_dirty_tree(project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    vendor.edit(vector_removed)
    (project / "note.txt").write_text("not committed")
    before = files(project / "specs"), files(project / "generated")
    assert run(project, "accept", NAME) == 64
    assert (files(project / "specs"), files(project / "generated")) == before
    assert "the tree is not clean" in capsys.readouterr().err
    shutil.rmtree(project / ".git")
    assert run(project, "accept", NAME) == 64


def test_accept_of_what_needs_a_hand_is_3_and_changes_nothing(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    del vendor.documents[MODELS]["paths"]["/platformModels"]
    assert run(project, "accept", NAME) == 3
    assert git(project, "status", "--porcelain") == ""
    assert "names/PlatformModel" in capsys.readouterr().out


def test_an_accept_that_fails_half_way_puts_everything_back(
    project: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    vendor.edit(vector_removed)
    monkeypatch.setattr("generator.drift.adopt.build_provider", full)
    assert run(project, "accept", NAME) == 64
    assert git(project, "status", "--porcelain") == ""


def test_accept_of_nothing_is_0_and_writes_nothing(project: Path) -> None:
    assert run(project, "accept") == 0
    assert git(project, "status", "--porcelain") == ""


def test_a_finding_can_be_let_pass_with_a_reason_until_a_day(
    project: Path, vendor: Vendor, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.edit(vector_removed)
    _, report = drift(project, capsys, "--layers", "wire")
    (finding,) = (one["fingerprint"] for one in report["changes"] if one["level"] == "breaking")
    arguments = ("--finding", finding, "--reason", "The docs are wrong.", "--expires", "2999-01-31")
    assert run(project, "accept", NAME, *arguments) == 0
    code, report = drift(project, capsys, "--layers", "wire")
    assert (code, report["counts"]["breaking"], report["counts"]["accepted"]) == (1, 0, 1)
    vendor.reset()
    code, report = drift(project, capsys, "--layers", "wire")
    assert code == 3
    assert report["stale"] == [
        f"leonardo/lock.json: request-property-enum-value-removed {finding}: matches no change any more; delete it"
    ]
