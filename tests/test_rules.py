"""Every rule, by its case file; and what holds for all of them together."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import openapi_spec_validator
import pytest
from mutations import damaged, spec_3_0, spec_3_1
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from ruamel.yaml import YAML

from generator.errors import GeneratorError, UnusableInput
from generator.normalise import PASSES, normalise, rule_name
from generator.rules import RULES, STRUCTURE
from generator.spec.edits import apply_edits
from generator.values import REMOVED, Edit, Note

CASES = Path(__file__).parent / "cases" / "rules"


def load(rule: Any) -> list[dict[str, Any]]:
    """The documents of a rule's case file. `schema: true` means that they are schemas, of a component `X`."""
    text = (CASES / f"{rule.__name__}.yaml").read_text(encoding="utf-8")
    return list(YAML(typ="safe", pure=True).load_all(text))


def document(case: dict[str, Any], part: Any) -> dict[str, Any]:
    inner = {"components": {"schemas": {"X": part}}} if case.get("schema") else part
    return {"openapi": case.get("version", "3.0.3"), **copy.deepcopy(inner)}


def run(rule: Any, spec: dict[str, Any], names: dict[str, str]) -> list[Edit | Note]:
    return list(rule(spec, names) if rule in STRUCTURE else rule(spec))


def settled(rule: Any, spec: dict[str, Any], names: dict[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The spec after the rule alone has run until it finds nothing, and the codes of its notes."""
    notes: dict[str, str] = {}
    for _ in range(PASSES):
        found = run(rule, spec, names)
        notes |= {each.key: each.code for each in found if isinstance(each, Note)}
        edits = [each for each in found if isinstance(each, Edit)]
        if not edits:
            return spec, list(notes.values())
        spec, _ = apply_edits(spec, rule.__name__, edits)
    raise AssertionError(f"{rule.__name__} does not settle")


by_rule = pytest.mark.parametrize("rule", RULES, ids=rule_name)


@by_rule
def test_a_rule_mends_what_its_cases_show_and_then_finds_nothing(rule: Any) -> None:
    for case in load(rule):
        if "before" in case:
            before = document(case, case["before"])
            kept = copy.deepcopy(before)
            after, notes = settled(rule, before, case.get("names", {}))
            assert after == document({**case, "version": case.get("version", "3.0.3")}, case["after"]), case["prose"]
            assert notes == case.get("notes", []), case["prose"]
            assert before == kept, "a rule does not change its argument"


@by_rule
def test_a_rule_leaves_alone_what_is_right(rule: Any) -> None:
    for case in load(rule):
        if "unchanged" in case:
            assert run(rule, document(case, case["unchanged"]), case.get("names", {})) == [], case["prose"]


@pytest.mark.parametrize("make", [spec_3_0, spec_3_1])
def test_a_correct_document_stays_valid(make: Any) -> None:
    done = normalise(make())
    openapi_spec_validator.validate(done.spec)
    assert done.notes == ()


@pytest.mark.parametrize("times", [1, 3, 9])
def test_a_damaged_document_is_normalised_or_refused_and_a_second_run_finds_nothing(times: int) -> None:
    for seed in range(60):
        spec = damaged((spec_3_0, spec_3_1)[seed % 2](), seed * 10 + times, times)
        kept = copy.deepcopy(spec)
        try:
            done = normalise(spec)
        except UnusableInput:
            continue
        assert repr(spec) == repr(kept)
        again = normalise(done.spec)
        assert (again.applied, again.notes) == ((), ()), (seed, times)


def test_a_damaged_document_is_valid_after_it() -> None:
    """All but a few are: the validator itself recurses without end on some circles, which is not counted."""
    invalid = []
    for seed in range(60):
        try:
            spec = normalise(damaged((spec_3_0, spec_3_1)[seed % 2](), seed, 3)).spec
            openapi_spec_validator.validate(spec)
        except (UnusableInput, RecursionError):
            continue
        except OpenAPIValidationError as error:
            invalid.append((seed, str(error)[:200]))
    assert invalid == []


def test_a_rule_that_loops_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def title_too_short(spec: Any) -> Any:
        """Never satisfied."""
        yield Edit("/info/title", spec["info"]["title"] + "!", "too short")

    monkeypatch.setattr("generator.normalise.RULES", (title_too_short,))
    with pytest.raises(GeneratorError, match=r"Rule title-too-short loops: it still finds something at /info/title"):
        normalise({"info": {"title": ""}})


def test_rules_that_undo_each_other_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def a_missing(spec: Any) -> Any:
        if "a" not in spec:
            yield Edit("/a", 1, "")

    def a_there(spec: Any) -> Any:
        if "a" in spec:
            yield Edit("/a", REMOVED, "")

    monkeypatch.setattr("generator.normalise.RULES", (a_missing, a_there))
    with pytest.raises(GeneratorError, match="The rules never settle: a-missing, a-there"):
        normalise({})


def test_what_was_recorded_below_a_node_follows_it_when_it_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    def title(spec: Any) -> Any:
        if spec["paths"].get("a", {}).get("title") == "Int":
            yield Edit("/paths/a/title", REMOVED, "")
            yield Note("normalise", "lost", "/paths/a/title", "")

    def inline(spec: Any) -> Any:
        if "$ref" not in spec["paths"]["a"]:
            yield Edit("/components/A", spec["paths"]["a"], "hoisted", source="/paths/a")
            yield Edit("/paths/a", {"$ref": "#/components/A"}, "hoisted")

    monkeypatch.setattr("generator.normalise.RULES", (title, inline))
    done = normalise({"paths": {"a": {"title": "Int", "type": "integer"}}, "components": {}})
    assert done.spec == {"paths": {"a": {"$ref": "#/components/A"}}, "components": {"A": {"type": "integer"}}}
    assert [(each.rule, each.pointer) for each in done.applied] == [
        ("title", "/components/A/title"),
        ("inline", "/components/A"),
        ("inline", "/paths/a"),
    ]
    assert [note.where for note in done.notes] == ["/components/A/title"]
