"""The contract with openapi-python-client: what we override and rely on is what we read when we wrote it."""

from __future__ import annotations

import inspect
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from jinja2 import PackageLoader
from lineage import FOLDER, LINEAGE, RELIED_ON, current, to_read_again
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile
from openapi_python_client.parser import GeneratorData
from render_support import build_package

ROOT = Path(__file__).parent.parent


def written() -> dict[str, Any]:
    return dict(json.loads(LINEAGE.read_text(encoding="utf-8")))


def test_the_originals_are_those_that_were_read() -> None:
    told = to_read_again(written(), current())
    assert told == [], "openapi-python-client changed below us; see tests/lineage.py for what to do"
    assert written() == current()


def test_the_version_is_pinned_wherever_it_is_named() -> None:
    pin = f"openapi-python-client=={version('openapi-python-client')}"
    assert written()["of"] == pin.replace("==", " ")
    for file in ("pyproject.toml", "requirements.in", "requirements.txt"):
        assert pin in (ROOT / file).read_text(encoding="utf-8"), file


def test_every_override_has_an_original() -> None:
    assert set(written()["overridden"]) == {path.name for path in FOLDER.glob("*.jinja")}
    assert [name for name, sha in written()["overridden"].items() if len(sha) != 64] == []


def test_a_changed_original_is_named_with_what_stands_in_its_place() -> None:
    now = current()
    now["overridden"] = {**now["overridden"], "model.py.jinja": "0" * 64}  # type: ignore[dict-item]
    now["relied on"] = {**now["relied on"], "config.py": {"sha256": "", "why": ""}}  # type: ignore[dict-item]
    assert to_read_again(written(), now) == [
        "model.py.jinja: read it again; it stands beside templates/opc/model.py.jinja",
        f"config.py: read it again; {RELIED_ON['config.py']}",
    ]


def test_no_stock_template_reaches_a_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded: set[str] = set()
    stock = PackageLoader.get_source

    def noted(self: PackageLoader, environment: Any, template: str) -> Any:
        found = stock(self, environment, template)
        loaded.add(template)
        return found

    monkeypatch.setattr(PackageLoader, "get_source", noted)
    render = ROOT / "tests" / "render"
    build_package(tmp_path, render / "enums" / "spec.yaml", render / "unions" / "spec.yaml", name="stock_client")
    assert {f"templates/{name}" for name in loaded} == {name for name in RELIED_ON if name.startswith("templates/")}


def test_the_private_names_that_are_overridden_are_called_by_build() -> None:
    source = inspect.getsource(Project.build)
    for name in ("_create_package", "_build_models", "_build_api"):
        assert f"self.{name}()" in source
        assert list(inspect.signature(getattr(Project, name)).parameters) == ["self"]
    fields = {"field_prefix", "package_name_override", "post_hooks"}
    assert fields <= set(ConfigFile.model_fields)
    wanted = {"config_file", "meta_type", "document_source", "file_encoding", "overwrite", "output_path"}
    assert set(inspect.signature(Config.from_sources).parameters) == wanted
    assert list(inspect.signature(GeneratorData.from_dict).parameters) == ["data", "config"]
