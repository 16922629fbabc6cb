"""The examples of each package, run as they stand, against a server that answers as the service would."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from client_calls import FILES, ROOT
from loopback import answer, loopback
from ruamel.yaml import YAML

from generator.provider import load_provider

PLAYS = {name: YAML(typ="safe").load(ROOT / "tests" / "examples" / f"{name}.yaml") for name in FILES}
EXAMPLES = [
    pytest.param(name, path, id=f"{name}-{path.stem}")
    for name in FILES for path in sorted((ROOT / "specs" / name / "examples").glob("*.py"))
]  # fmt: skip


@pytest.mark.parametrize(("name", "path"), EXAMPLES)
def test_an_example_runs_and_prints_what_it_promises(
    name: str, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    play, provider = PLAYS[name][path.stem], load_provider(ROOT / "specs" / name)
    monkeypatch.chdir(tmp_path)
    with loopback() as server:
        for variable, value in (("API_KEY", "key"), ("API_SECRET", "secret"), ("BASE_URL", server.url)):
            monkeypatch.setenv(f"{provider.env}_{variable}", value)
        server.then(*(reply(value, play.get("status", 200), server.url) for value in play["answers"]))
        runpy.run_path(str(path), run_name="__main__")
        requests = [f"{request.method} {request.target}" for request in server.requests]
    if path.stem == "asynchronous":
        requests.sort()
    assert requests == play["requests"]
    assert capsys.readouterr().out == play["prints"]


def reply(value: Any, status: int, url: str) -> Any:
    """A record as JSON, with the address of the server where it says so; a text as the file that it is."""
    if isinstance(value, str):
        return answer(raw=value.encode(), content_type="image/png")
    return answer(json.loads(json.dumps(value).replace("{server}", url)), status)


@pytest.mark.parametrize("name", list(FILES))
def test_every_example_has_its_play_and_the_readme_shows_the_main_ones(name: str) -> None:
    folder = ROOT / "specs" / name / "examples"
    examples = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.py")}
    assert set(PLAYS[name]) == set(examples)
    # The formatter breaks lines of code in a README to its own width.
    readme = "".join((ROOT / "generated" / name / "README.md").read_text(encoding="utf-8").split())
    shown = {stem for stem, text in examples.items() if "".join(text.split()) in readme}
    assert shown >= {"quickstart", "asynchronous", "waiting", "paging", "errors"}
