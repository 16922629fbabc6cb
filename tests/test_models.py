"""Every model of every package keeps what it was given: `to_dict(from_dict(x)) == x`."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent

PACKAGES = {}
for project in sorted((ROOT / "generated").glob("*/pyproject.toml")):
    sys.path.insert(0, str(project.parent))
    PACKAGES[project.parent.name] = next(path.parent.name for path in project.parent.glob("*/py.typed"))


def models(package: str) -> list[Any]:
    found = importlib.import_module(f"{package}.models")
    base = importlib.import_module(f"{package}._runtime.codec").Model
    values = [getattr(found, name) for name in found.__all__]
    return [value for value in values if isinstance(value, type) and issubclass(value, base)]


MODELS = [model for package in PACKAGES.values() for model in models(package)]

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8), st.sampled_from(["2026-01-02T03:04:05.678Z", "2026-01-02", "COMPLETE", ""]),
)  # fmt: skip


def annotated(model: Any, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """JSON objects for a model: its fields with values of about the right kind, and fields it does not know."""
    by_attribute = {name: wire for wire, name in model._FIELDS.items()}
    known = {
        by_attribute[name]: value(model, annotation, depth)
        for name, annotation in model.__annotations__.items() if name in by_attribute
    }  # fmt: skip
    extra = st.dictionaries(st.text(max_size=6).filter(lambda key: key not in known), SCALARS, max_size=2)
    return st.builds(lambda fields, more: {**more, **fields}, st.fixed_dictionaries({}, optional=known), extra)


def value(model: Any, annotation: str, depth: int) -> st.SearchStrategy[Any]:
    module = sys.modules[model.__module__]
    names = [getattr(module, word, None) for word in annotation.replace("[", " ").replace("]", " ").split()]
    inner = [name for name in names if isinstance(name, type) and hasattr(name, "from_dict")]
    one: st.SearchStrategy[Any] = SCALARS
    if inner:
        one = st.none() | (annotated(inner[0], depth - 1) if depth else st.just({}))
    alternatives = [part for part in annotation.split(" | ") if part not in ("None", "Unset")]
    containers = annotation.count("list[") + annotation.count("dict[")
    if containers > 1 or (containers and len(alternatives) > 1):
        return st.none()
    if "dict[str, Any]" in annotation:
        return st.none() | st.dictionaries(st.text(max_size=4), SCALARS, max_size=2)
    if "dict[" in annotation:
        return st.none() | st.dictionaries(st.text(max_size=4), one, max_size=2)
    if "list[builtins.list" in annotation or "list[list" in annotation:
        return st.none() | st.lists(st.lists(one, max_size=2), max_size=2)
    if "list[" in annotation:
        return st.none() | st.lists(one, max_size=2)
    return one


@pytest.mark.parametrize("model", MODELS, ids=lambda model: f"{model.__module__.split('.')[0]}-{model.__name__}")
def test_a_model_gives_back_what_it_was_made_from(model: Any) -> None:
    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(annotated(model, 2))
    def holds(data: dict[str, Any]) -> None:
        before = copy.deepcopy(data)
        made = model.from_dict(data)
        assert made.to_dict() == before
        assert json.dumps(made.to_dict(), sort_keys=True) == json.dumps(before, sort_keys=True)
        assert data == before
        assert pickle.loads(pickle.dumps(made)) == made
        assert copy.deepcopy(made) == made

    holds()


def test_there_are_models_to_try() -> None:
    assert len(MODELS) > 30
