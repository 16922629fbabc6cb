"""`fetch` on a whole project, and what every command does where upstream cannot be had."""

from __future__ import annotations

import copy
import datetime
import importlib
import json
import shutil
from pathlib import Path

import pytest
from loopback import Answer, Recorded
from project_commands import MODELS, run
from upstream import NAME, ROOT, Vendor, git

from generator.fetch import read_lock, recorded
from generator.fetch.download import Limits
from generator.output import files
from generator.provider import load_provider

pytestmark = pytest.mark.slow


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
    for settings in sorted((ROOT / "specs").glob("*/provider.yaml")):
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
