"""The surface and old callers: what a new package does to code that was written against the old one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import model_edits as edits
import pytest
from edited_clients import before, edited, planned
from upstream import ROOT

from generator import pipeline
from generator.drift import client_effects, compare
from generator.drift.callers import broken_callers
from generator.drift.layers import Client, Layered, layered
from generator.drift.script import write_script
from generator.drift.symbols import symbols
from generator.pipeline import Progress

pytestmark = pytest.mark.slow

ALL = ("wire", "surface", "callers")
CALLS = ("models.create", "models.create_and_wait")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it was, written once."""
    folder = tmp_path_factory.mktemp("old")
    pipeline.write(before(), folder, Progress())
    return folder / before().described.provider.package


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("types")


@pytest.fixture
def copied(package: Path, tmp_path: Path) -> Iterator[Path]:
    """The same package, for a test to change."""
    new = tmp_path / package.name
    shutil.copytree(package, new)
    yield new


def replaced(package: Path, name: str, old_text: str, new_text: str) -> None:
    text = (package / name).read_text()
    assert old_text in text
    (package / name).write_text(text.replace(old_text, new_text))


def judged(package: Path, copied: Path, cache: Path) -> Layered:
    """What the further layers say where the wire says nothing."""
    return layered((), Client.of(before(), package), Client.of(before(), copied), ALL, (), cache)


@pytest.mark.parametrize("name", ["leonardo", "scenario"])
def test_the_script_uses_every_method_and_type_checks_against_its_own_package(name: str, cache: Path) -> None:
    folder = ROOT / "generated" / name / f"{name}_client"
    surface = (ROOT / "generated" / name / "surface.txt").read_text().splitlines()
    offered = [
        line.partition("(")[0].rpartition(".")[2]
        for line in surface
        if ".resources." in line and "(self" in line and "Raw." not in line and "__init__" not in line
    ]
    uses = {(module, symbol) for (module, _), symbol in write_script(folder).symbols.items()}
    called = [symbol.rpartition(".")[2] for module, symbol in uses if module.startswith("calls_")]
    assert sorted(called) == sorted(offered)
    examples = sorted((ROOT / "specs" / name / "examples").glob("*.py"))
    assert broken_callers(folder, folder, examples, cache) == []


def test_old_callers_notice_what_no_longer_fits(package: Path, copied: Path, cache: Path, tmp_path: Path) -> None:
    """A member gone, an argument more, a type changed, attributes renamed: by the script, and by an example."""
    replaced(copied, "models/custom_model_type.py", "    VECTOR = ", "    VEKTOR = ")
    replaced(copied, "models/custom_model.py", "    model_height: int", "    model_height: str")
    replaced(copied, "models/generation.py", "    status: JobStatus", "    state: JobStatus")
    replaced(copied, "models/element_input.py", "    ak_uuid: str", "    ak_id: str")
    replaced(copied, "resources/models.py", "        name: str,\n", "        name: str,\n        license: str,\n")
    example = tmp_path / "waiting.py"
    example.write_text("from leonardo_client import Leonardo\n\nprint(Leonardo().generations.get('1').status)\n")
    found = broken_callers(package, copied, [example], cache)
    assert {one.symbol for one in found if one.symbol} == {
        "CustomModel.model_height", "CustomModelType.VECTOR", "ElementInput", "ElementInput.ak_uuid",
        "Generation.status", *CALLS,
    }  # fmt: skip
    (told,) = (one for one in found if not one.symbol)
    assert (told.place, told.text) == ("examples/waiting.py:3", '"Generation" has no attribute "status"')


def test_a_name_that_goes_without_the_wire_is_a_change_of_its_own(package: Path, copied: Path, cache: Path) -> None:
    replaced(copied, "models/__init__.py", '"CustomModelType": ".custom_model_type"', '"Kind": ".custom_model_type"')
    replaced(copied, "models/__init__.py", "CustomModelType as CustomModelType", "CustomModelType as Kind")
    assert [(one.id, one.level, one.client) for one in judged(package, copied, cache).changes] == [
        ("client-name-removed", "breaking", "CustomModelType removed"),
    ]


def test_an_argument_more_that_is_required_is_breaking_and_major(package: Path, copied: Path, cache: Path) -> None:
    replaced(copied, "resources/models.py", "        name: str,\n", "        name: str,\n        license: str,\n")
    found = judged(package, copied, cache)
    assert {(one.id, one.level, one.text) for one in found.changes} == {
        ("client-name-changed", "breaking", f"{name}: public name changed") for name in CALLS
    }
    assert {line[:2] for line in found.surface} == {"- "}


def test_an_optional_argument_more_is_an_addition_and_a_default_that_moved_is_breaking(
    package: Path, copied: Path, cache: Path
) -> None:
    more = "        name: str,\n        more: str | None = None,\n"
    replaced(copied, "resources/models.py", "        name: str,\n", more)
    found = judged(package, copied, cache)
    assert found.changes == ()
    assert {line[:2] for line in found.surface} == {"+ "}
    replaced(copied, "resources/models.py", "timeout: float | None = 7200.0", "timeout: float | None = 60.0")
    assert {(one.id, one.level, one.text) for one in judged(package, copied, cache).changes} == {
        ("client-name-changed", "breaking", f"{name}: public name changed") for name in ("models.wait", CALLS[1])
    }


def test_a_renamed_operation_that_no_method_is_named_after_breaks_nobody(package: Path) -> None:
    new = planned(edited(edits.create_renamed))
    changes = compare(before().described.spec, new.described.spec, today=edits.TODAY)
    found = layered(changes, Client.of(before(), package), Client.of(new, package), ("wire", "surface"), (), None)
    assert [(one.id, one.level, one.client) for one in found.changes] == [
        ("api-operation-id-removed", "info", "no method is named after it"),
    ]


def test_two_changes_in_one_body_tell_each_its_own() -> None:
    documents = edited(edits.tags_added)
    edits.resolution_retyped(documents["models"])
    new = planned(documents)
    changes = compare(before().described.spec, new.described.spec, today=edits.TODAY)
    found = {change.id: change.client or "" for change in client_effects(changes, symbols(before()), symbols(new))}
    assert found["new-optional-request-property"] == "; ".join(
        f"{place} added" for place in ("CreateModelRequest.tags", *(f"{name}(tags)" for name in CALLS))
    )
    assert "tags" not in found["request-property-type-changed"]


def test_a_parameter_that_came_or_went_names_the_argument() -> None:
    documents = edited(edits.server_moved)
    documents["models"]["paths"]["/platformModels"]["get"]["parameters"] = [
        {"name": "since", "in": "query", "required": True, "schema": {"type": "string"}}
    ]
    old, new = (planned(one) for one in (edited(edits.server_moved), documents))
    for pair, what in (((old, new), "added"), ((new, old), "removed")):
        changes = compare(*(one.described.spec for one in pair), today=edits.TODAY)
        (found,) = client_effects(changes, *(symbols(one) for one in pair))
        assert found.client == f"models.list_platform(since) {what}"


def test_an_alias_of_more_types_is_an_addition_where_callers_can_live_with_it(
    package: Path, copied: Path, cache: Path
) -> None:
    alias = "from typing import TypeAlias\n\nKind: TypeAlias = 'int'\n"
    (package / "models" / "kind.py").write_text(alias)
    (copied / "models" / "kind.py").write_text(alias.replace("'int'", "'int | str'"))
    try:
        found = judged(package, copied, cache)
    finally:
        (package / "models" / "kind.py").unlink()
    assert found.changes == ()
    assert {line[:2] for line in found.surface} == {"+ "}
