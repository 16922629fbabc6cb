"""Every repair, rule and lowering is listed, named, documented, and proved by a changed and an unchanged case."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.__main__ import main
from generator.explain import CASES, explain
from generator.lowerings import LOWERINGS
from generator.repairs import REPAIRS
from generator.rules import CONTENT, RULES, STRUCTURE

GENERATOR = Path(__file__).parent.parent / "generator"
FAMILIES: dict[str, tuple[Any, ...]] = {"repairs": REPAIRS, "rules": RULES, "lowerings": LOWERINGS}
KEYS = {
    "repairs": {"prose", "before", "after", "unchanged"},
    "rules": {"prose", "schema", "version", "names", "before", "after", "unchanged", "notes"},
    "lowerings": {"prose", "schema", "ordered", "before", "after", "unchanged", "notes"},
}
NOT_PLUG_INS = {"repairs": {"splices"}, "rules": set(), "lowerings": set()}
"""Modules beside the plug-ins that are shared by them."""
REPEATED = {"unreachable_component"}
"""Runs twice: what flattening copies from leaves components behind that nothing refers to any more."""
MENDING = re.compile(r"(fix|mend|repair|remove|drop|add|make|set|check|ensure|handle|convert|normali[sz]e|lower)_")
"""A name says the defect or the construct, not that something is done about it."""

EACH = list(dict.fromkeys((family, function.__name__) for family, each in FAMILIES.items() for function in each))
each_one = pytest.mark.parametrize(("family", "name"), EACH, ids=[f"{family}-{name}" for family, name in EACH])


def cases(family: str, name: str) -> list[dict[str, Any]]:
    path = CASES / family / f"{name}.yaml"
    assert path.exists(), f"{path.relative_to(CASES.parent.parent)} is missing: write a changed and an unchanged case"
    return list(YAML(typ="safe", pure=True).load_all(path.read_text(encoding="utf-8")))


def function(family: str, name: str) -> Any:
    return next(each for each in FAMILIES[family] if each.__name__ == name)


@each_one
def test_there_is_a_case_that_changes_and_one_that_does_not(family: str, name: str) -> None:
    found = cases(family, name)
    changed = [case for case in found if "before" in case and case["before"] != case["after"]]
    # The order of keys is all that this one changes.
    changed += [case for case in found if case.get("ordered") and repr(case.get("before")) != repr(case.get("after"))]
    assert changed, "no changed case"
    assert [case for case in found if "unchanged" in case], "no unchanged case"


@each_one
def test_each_case_says_why_and_nothing_that_is_not_read(family: str, name: str) -> None:
    for case in cases(family, name):
        assert case["prose"].strip().endswith((".", ":")), case["prose"]
        assert set(case) <= KEYS[family]
        assert ("before" in case) == ("after" in case)


@each_one
def test_it_says_what_it_does_in_one_sentence_and_then_why(family: str, name: str) -> None:
    doc = inspect.getdoc(function(family, name)) or ""
    what, _, why = doc.partition("\n\n")
    assert re.fullmatch(r"[A-Z].*\.", what) and len(what) <= 120, what
    assert why.strip().endswith("."), "the second paragraph says why, with the case from the wild"


@each_one
def test_its_name_is_the_defect_and_that_of_its_module(family: str, name: str) -> None:
    found = function(family, name)
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)
    assert not MENDING.match(name)
    assert inspect.getmodule(getattr(found, "function", found)).__name__ == f"generator.{family}.{name}"  # type: ignore[union-attr]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_module_is_listed_once_and_every_case_file_belongs_to_one(family: str) -> None:
    listed = Counter(each.__name__ for each in FAMILIES[family])
    modules = {path.stem for path in (GENERATOR / family).glob("[!_]*.py")} - NOT_PLUG_INS[family]
    assert set(listed) == modules
    assert {name for name, count in listed.items() if count > 1} <= REPEATED
    assert {path.stem for path in (CASES / family).glob("*")} == set(listed)


def test_rules_about_content_run_before_those_about_structure() -> None:
    assert (*CONTENT, *STRUCTURE) == RULES


@pytest.mark.parametrize(("family", "name"), [("rules", "pattern_on_number"), ("lowerings", "boolean_schema")])
def test_explain_says_what_why_and_an_example(family: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{name.replace('_', '-')} ({family.removesuffix('s')})\n")
    for part in (
        inspect.getdoc(function(family, name)) or "",
        f"tests/cases/{family}/{name}.yaml",
        "before:",
        "after:",
    ):
        assert part in shown


def test_explain_lists_all_in_the_order_in_which_they_run() -> None:
    ids = [re.split(r"\s+", line)[1].replace("-", "_") for line in explain(None)]
    every = [[each.__name__ for each in family] for family in (REPAIRS, RULES, LOWERINGS)]
    assert ids == [*every[0], "swagger_2", *every[1], *every[2]]


def test_explain_tells_how_swagger_2_is_read() -> None:
    first, _, what, *_ = shown = explain("swagger-2")
    assert first == "swagger-2 (reading)"
    assert what.startswith("Say a document of Swagger 2 in the words of OpenAPI 3.0;")
    assert "Example, from tests/cases/swagger/bodies.yaml:" in shown


def test_explain_knows_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "pattern_on_nubmer"]) == 2
    assert "pattern-on-number" in capsys.readouterr().err
