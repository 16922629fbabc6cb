"""Records as a service really sends them, against what its documents say: typed, and back as they came."""

from __future__ import annotations

import copy
import json
from importlib import import_module
from typing import Any

import pytest
from client_calls import FILES, at

RECORDS = [
    pytest.param(data["package"], record, id=f"{name}-{record['type']}")
    for name, data in FILES.items() for record in data.get("records", [])
]  # fmt: skip


@pytest.mark.parametrize(("package", "record"), RECORDS)
def test_a_record_is_typed_and_goes_back_as_it_came(package: str, record: dict[str, Any]) -> None:
    sent = json.dumps(record["json"])
    model = getattr(import_module(f"{package}.models"), record["type"]).from_dict(json.loads(sent))
    assert {path: type(at(model, path)).__name__ for path in record["types"]} == record["types"]
    unknown = {path: sorted(at(model, path).additional_properties) for path in record["unknown"]}
    assert unknown == record["unknown"]
    assert model.to_dict() == record["json"]
    # Reading it all has changed nothing either, nor has a copy.
    assert copy.deepcopy(model).to_dict() == record["json"]
    assert json.loads(json.dumps(model.to_dict())) == json.loads(sent)


@pytest.mark.parametrize(("package", "record"), RECORDS)
def test_a_changed_member_goes_back_changed_and_nothing_else_does(package: str, record: dict[str, Any]) -> None:
    model = getattr(import_module(f"{package}.models"), record["type"]).from_dict(copy.deepcopy(record["json"]))
    model.status = "changed"
    assert model.to_dict() == {**record["json"], "status": "changed"}
