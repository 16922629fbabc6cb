"""Names that collide with Python, with attrs, with the runtime and with each other; the wire names stay."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from loopback import Loopback, answer
from render_support import Built

ENUMS = {"enum": "x", "enums": "y", "members": "members", "int": 1}


def body(built: Built) -> dict[str, Any]:
    every = {wire: ENUMS.get(wire, {"x": "1"}) for wire in built.models.All._FIELDS}
    every["literal"] = {"x": "fixed"}
    every["datetime"] = {"x": "2024-01-02T03:04:05Z"}
    every["union"] = [{"x": "1"}, "s", [[]]]
    every["props"] = properties(built)
    return every


def properties(built: Built) -> dict[str, Any]:
    odd: dict[str, Any] = {"list": ["a"], "dict": {"a": 1}, "data": {"k": 1}, "item": [{"x": "1"}], "i": [[{"x": "1"}]], "e": "2024-01-02T03:04:05Z"}
    return {wire: odd.get(wire, f"value of {wire}") for wire in built.models.Properties._FIELDS}


def test_every_model_decodes_and_goes_back(built: Built, server: Loopback) -> None:
    server.then(answer(body(built)))
    found = built.client(server.url).pet.all(props=properties(built))
    assert server.requests[0].json() == {"props": properties(built)}
    assert found.to_dict() == body(built)
    classes = {type(getattr(found, name)).__name__ for name in found._FIELDS.values()}
    assert len(classes) == len(found._FIELDS)


def test_each_property_has_an_attribute_of_its_own(built: Built) -> None:
    model = built.models.Properties
    names = list(model._FIELDS.values())
    assert len(names) == len(set(names)) == 60
    assert all(name.isidentifier() for name in names)
    found = model.from_dict(properties(built))
    assert {wire: getattr(found, name) for wire, name in model._FIELDS.items() if wire not in ("item", "i", "e")} == {
        wire: value for wire, value in properties(built).items() if wire not in ("item", "i", "e")
    }
    assert model(**{name: "t" for name in names}).to_dict() == {wire: "t" for wire in model._FIELDS}


def test_other_fields_decode_beside_properties_of_any_name(built: Built) -> None:
    found = built.models.Properties.from_dict({"staticmethod": "s", "more": {"x": "1"}})
    assert found.additional_properties == {"more": built.models.AnySchema(x="1")}


def test_models_may_be_called_like_a_resource_and_like_the_runtime(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer({"x": "1"}), answer({"x": "2", "next": {"x": "3"}}), answer(["a"]), answer([1]))
    assert type(client.pet.get_pet()) is built.models.Pet
    assert client.operation.get_operation().next.x == "3"
    assert client.lists.list() == ["a"]
    assert client.lists.str(list=["b"], str="c", int=1) == [1]
    assert server.requests[-1].json() == {"int": 1, "list": ["b"], "str": "c"}


@pytest.mark.slow
def test_the_package_is_clean_under_mypy_strict(built: Built) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--cache-dir", "/dev/null", "-p", built.name],
        cwd=built.out, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip().startswith("Success"), done.stdout


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
