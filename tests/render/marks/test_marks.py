"""What a document says about a value shows in the docs and is never sent: defaults, deprecation, who writes it."""

from __future__ import annotations

import inspect
import warnings

from loopback import Answer, Loopback, answer
from render_support import Built

DEFAULTS = {
    "name": '''"it's"''', "text": r"'a\\nb'", "whole": "3", "real": "0.5", "flag": "False", "day": "'2024-01-01'",
    "moment": "'2024-01-01T00:00:00Z'", "mode": "'fast'", "modes": "['fast']", "numbers": "[]", "map": "{}", "object": "{'k': 1}",
    "either": "5",
}  # fmt: skip


def test_an_operation_and_its_parameters_say_that_they_are_deprecated(built: Built) -> None:
    assert inspect.getdoc(built.client("http://127.0.0.1:9").t.old) == "\n".join([
        "Lists what | there was.", "", "Deprecated.", "", "`GET /old`", "", "Args:",
        "    x_mode: One of 'fast', 'slow'. The server's default: 'slow'.",
        "    q: Deprecated.",
        "    r: Words. Deprecated.",
        "    since: The server's default: '2024-01-01'.",
        "    tags: Each one of 'a', 'b'. The server's default: ['a', 'b'].",
    ])  # fmt: skip
    assert "| Deprecated. Lists what \\| there was. |" in (built.out / "api.md").read_text()


def test_so_do_properties_and_what_they_refer_to(built: Built) -> None:
    source = built.source("models/thing.py")
    assert '    gone: Gone | Unset = UNSET\n    """Deprecated."""\n' in source
    assert '    last: str | Unset = UNSET\n    """Use `name`. Deprecated."""\n' in source


def test_defaults_of_every_type_are_told(built: Built) -> None:
    lines = built.source("resources/t.py").splitlines()
    for name, default in DEFAULTS.items():
        assert any(line.strip().startswith(f"{name}: ") and f"The server's default: {default}." in line for line in lines), name


def test_a_call_sends_what_is_given_and_warns_of_nothing(built: Built, server: Loopback) -> None:
    server.then(Answer(204), answer({"id": 1, "name": "n"}))
    client = built.client(server.url)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client.t.old(x_mode="fast")
        client.t.make(name="n", secret="s")
    old, make = server.requests
    assert (old.target, old.header("X-Mode"), make.json()) == ("/old", "fast", {"name": "n", "secret": "s"})


def test_who_writes_a_property_decides_where_it_is_asked_for(built: Built, server: Loopback) -> None:
    client, thing = built.client(server.url), built.models.Thing
    asked = inspect.signature(client.t.make).parameters
    assert not {"id", "made"} & asked.keys()
    assert [name for name, each in asked.items() if each.default is each.empty] == ["name", "secret"]
    server.then(Answer(204))
    client.t.make_list(body=[thing(id=1, name="n", secret="s", nested={"name": "m"})])
    assert server.requests[0].json() == [{"id": 1, "name": "n", "secret": "s", "nested": {"name": "m"}}]
    answered = thing.from_dict({"id": 1, "name": "n"})
    assert answered.to_dict() == {"id": 1, "name": "n"} and not answered.secret


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []
