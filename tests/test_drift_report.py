"""The report of drift in each of its formats, for machines and people, also of hostile documents."""

from __future__ import annotations

import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from drift_changes import TODAY, changes, document

from generator.drift import Report, compare, render
from generator.drift.layers import _change
from generator.drift.version import next_version
from generator.errors import UnusableInput

TESTS = Path(__file__).resolve().parent
SCHEMA = json.loads((TESTS.parent / "generator" / "drift" / "schema.json").read_text())
SARIF = json.loads((TESTS / "data" / "sarif-2.1.0.json").read_text())
EVIL = "<script>alert(1)</script>|`*_[x](javascript:y)\n::error::%0A\x1b[31m\u202e@team"


def report(**extra: Any) -> Report:
    found = tuple(changes())
    options: dict[str, Any] = {
        "changes": found,
        "stale": ("overlay enum-type: matches nothing",),
        "notes": ("models  changed",),
        "next_version": next_version("0.2.0", found),
    }
    return Report("things", "old.yaml", "new.yaml", **{**options, **extra})


def hostile() -> Report:
    found = compare(document("string", [EVIL], EVIL), document("string", ["b"], EVIL), today=TODAY)
    found = [evolve(one, client=EVIL) for one in found]
    return Report(EVIL, EVIL, EVIL, tuple(found), stale=(EVIL,), notes=(EVIL,))


def test_the_text_is_what_a_person_reads() -> None:
    assert render("text", report()) == (
        "things: 1 breaking, 1 info\n"
        "  models  changed\n"
        "\n"
        "POST /things\n"
        "  BREAKING  request-property-enum-value-removed  body  kind: enum value removed a\n"
        "  info      request-property-enum-value-added    body  kind: enum value added c\n"
        "\n"
        "STALE  overlay enum-type: matches nothing\n"
        "verdict: breaking\n"
        "next version: 0.3.0, request-property-enum-value-removed POST /things kind (major change in 0.x)\n"
    )


def test_what_several_operations_share_is_told_once_beside_their_names() -> None:
    found = changes()
    places = [f"GET /things/{number}" for number in range(10)]
    shared = [evolve(one, operation=place) for one in found for place in places]
    other = evolve(found[0], operation="GET /other", client="Kind.A removed")
    one = report(changes=(*found, *shared, evolve(found[0], path="more.kind"), other), stale=(), notes=())
    listed = [", ".join(("body more.kind", *places[:7])), ", ".join(places[:8])]
    assert render("text", one).splitlines()[:11] == [
        "things: 13 breaking, 11 info", "", "POST /things",
        "  BREAKING  request-property-enum-value-removed  body  kind: enum value removed a",
        f"            also in: {listed[0]} and 3 more",
        "  info      request-property-enum-value-added    body  kind: enum value added c",
        f"            also in: {listed[1]} and 2 more", "", "GET /other",
        "  BREAKING  request-property-enum-value-removed  body  kind: enum value removed a",
        "            client: Kind.A removed",
    ]  # fmt: skip
    assert render("markdown", one).count("\n| ") == 5
    assert len(render("github", one).splitlines()) == 3
    assert len(json.loads(render("json", one))["changes"]) == 24


def test_names_that_went_are_findings_of_their_own() -> None:
    """What drift says of the client has no place in the spec: letting one pass lets no other pass."""
    gone = [_change("client-name-removed", "breaking", name, "gone", None) for name in ("a.get", "b.get")]
    assert len({one.fingerprint for one in gone}) == 2


@pytest.mark.parametrize(
    "one", [report(), report(changes=(), stale=(), next_version=None), hostile()], ids=["usual", "empty", "hostile"]
)
def test_json_keeps_its_schema(one: Report) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(render("json", one)), SCHEMA)


def test_json_says_each_change_in_full() -> None:
    first = json.loads(render("json", report()))["changes"][0]
    pointer = "/paths/~1things/post/requestBody/content/application~1json/schema/properties/kind"
    assert first == {
        "id": "request-property-enum-value-removed", "level": "breaking", "operation": "POST /things",
        "direction": "request", "where": "body", "path": "kind", "pointer": pointer, "old_pointer": pointer,
        "text": "kind: enum value removed a", "old": "a", "new": None, "client": None,
        "fingerprint": changes()[0].fingerprint, "accepted": None,
    }  # fmt: skip


def test_annotations_point_at_the_line_of_the_nearest_known_place() -> None:
    one = report(locations={"/paths/~1things/post": ("specs/a,b.yaml", 7)})
    assert render("github", one).splitlines() == [
        "::error file=specs/a%2Cb.yaml,line=7,title=request-property-enum-value-removed POST /things::kind: enum value removed a",
        "::notice file=specs/a%2Cb.yaml,line=7,title=request-property-enum-value-added POST /things::kind: enum value added c",
        "::error title=stale::overlay enum-type: matches nothing",
    ]


def test_a_word_of_a_spec_starts_no_workflow_command() -> None:
    lines = render("github", hostile()).splitlines()
    assert [line[:9] for line in lines] == ["::error f", "::notice ", "::error t"]


def test_markdown_holds_no_markup_of_a_spec() -> None:
    text = render("markdown", hostile())
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\[x\]\(", text)
    assert "@team" not in text
    for line in text.splitlines():
        if line.startswith("| **"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 5


def test_a_terminal_is_not_steered_by_a_spec() -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", render("text", hostile()))


@pytest.mark.parametrize(
    "one", [report(), report(changes=(), stale=(), next_version=None), hostile()], ids=["usual", "empty", "hostile"]
)
def test_sarif_keeps_the_schema_of_oasis(one: Report) -> None:
    """tests/data/sarif-2.1.0.json is the schema that OASIS published with SARIF 2.1.0, errata 01."""
    log = json.loads(render("sarif", one))
    jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(log)
    log["runs"][0]["results"] = [{"message": {}}]
    assert not jsonschema.Draft4Validator(SARIF).is_valid(log)


def test_a_sarif_log_says_what_github_reads() -> None:
    """Code scanning wants more than the schema: rules found by index, lines from 1, places as URIs."""
    accepted = report(changes=(evolve(changes()[0], accepted="wrong docs"), *changes()[1:]))
    log = json.loads(render("sarif", accepted))
    assert (log["$schema"], log["version"]) == ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0")
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results", "properties"}
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert set(rule) == {"id", "name", "shortDescription", "defaultConfiguration"}
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"]["startLine"] >= 1
        assert re.fullmatch(r"[A-Za-z0-9._~%/:-]+", location["physicalLocation"]["artifactLocation"]["uri"])
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
    assert run["results"][0]["suppressions"] == [{"kind": "external", "justification": "wrong docs"}]


class _Page(html.parser.HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.bodies: dict[str, str] = {}
        self.words = ""
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style"):
            self.bodies[self._open] = self.bodies.get(self._open, "") + data
        else:
            self.words += data


def test_the_page_stands_alone_and_runs_only_its_own_script() -> None:
    page = _Page(render("html", hostile()))
    names = [tag for tag, _ in page.tags]
    assert (names.count("script"), names.count("style")) == (1, 1)
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & set(names)
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")]
        assert (attributes.get("href") or "#")[0] == "#"
    (policy,) = [a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
    hashes = {
        kind: "sha256-" + b64encode(hashlib.sha256(page.bodies[kind].encode()).digest()).decode()
        for kind in ("script", "style")
    }
    assert policy == (
        f"default-src 'none'; style-src '{hashes['style']}'; script-src '{hashes['script']}'; base-uri 'none'"
    )
    assert "<script>alert(1)</script>" in page.words


def test_the_page_has_a_card_for_each_change_with_both_sides() -> None:
    page = _Page(render("html", report()))
    cards = [attributes for tag, attributes in page.tags if tag == "article"]
    assert [card["data-level"] for card in cards] == ["breaking", "info"]
    assert (page.words.count("Before"), page.words.count("After")) == (2, 2)


def test_every_format_is_the_same_to_the_byte_twice() -> None:
    """In whatever order a process has its sets."""
    code = (
        "from generator.drift import FORMATS, render\n"
        "from test_drift_report import hostile, report\n"
        "print(ascii([render(name, one) for name in FORMATS for one in (report(), hostile())]))\n"
    )
    path = os.pathsep.join(map(str, (TESTS.parent, TESTS)))
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": order},
            capture_output=True, text=True, check=True,
        ).stdout
        for order in ("1", "2")
    )  # fmt: skip
    assert first == second != ""


def test_an_unknown_format_is_said() -> None:
    with pytest.raises(UnusableInput, match="there is no format 'pdf'"):
        render("pdf", report())


def test_exit_codes_tell_nothing_compatible_breaking_and_stale_apart() -> None:
    harmless = tuple(one for one in changes() if one.level == "info")
    codes = [report(changes=found, stale=()).exit_code for found in ((), harmless, tuple(changes()))]
    assert [*codes, report().exit_code] == [0, 1, 2, 3]
