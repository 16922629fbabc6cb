"""The two quick ways to read an answer give what the general decoder gives, whatever the server sends."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "generated" / "leonardo"))

answers = importlib.import_module("leonardo_client._runtime.answers")
fast = importlib.import_module("leonardo_client._runtime.fast")
longlists = importlib.import_module("leonardo_client._runtime.longlists")
generations = importlib.import_module("leonardo_client.resources.generations")

GENERATION: dict[str, Any] = {
    "id": "g1", "createdAt": "2024-05-01T10:11:12.345", "status": "COMPLETE", "sdVersion": "SDXL_1_0", "seed": 7,
    "guidanceScale": 7, "initStrength": None, "public": False, "ultra": None, "prompt": "a cat", "imageWidth": 1024,
    "generated_images": [
        {"id": "i1", "url": "https://x.test/1.jpg", "nsfw": False, "likeCount": 0, "generated_image_variation_generics": [
            {"id": "v1", "status": "PENDING", "transformType": "UPSCALE", "url": None}]},
        {"id": "i2", "generated_image_variation_generics": []},
    ],
    "generation_elements": [{"id": 3, "weightApplied": 0.5, "lora": {"akUUID": "a", "weightMax": 2, "name": "n"}}],
}  # fmt: skip


class Answer:
    """As much of a response as reading it takes."""

    status_code = 200
    headers: dict[str, str] = {}

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.text = content.decode("utf-8", "replace")


def msgspec() -> Any:
    """The real one, which the other tests do without."""
    hidden = sys.modules.pop("msgspec", None)
    try:
        return importlib.import_module("msgspec")
    finally:
        sys.modules["msgspec"] = hidden  # type: ignore[assignment]


def plan(monkeypatch: pytest.MonkeyPatch, extra: Any) -> Any:
    """How a list of generations is read, with msgspec or without."""
    monkeypatch.setattr(fast, "_msgspec", extra)
    return answers.plans(generations._LIST_BY_USER, "leonardo_client")(Answer(b""))


def outcome(read: Any, content: bytes) -> Any:
    """The result as plain data, or the exception's text."""
    try:
        found = read(Answer(content))
    except Exception as error:  # noqa: BLE001 - the exception is the outcome
        return type(error).__name__, str(error)
    return [None if item is None else (repr(item), item.to_dict(), item.additional_properties) for item in found]


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a document."""
    pairs = list(node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ())
    return [place for key, value in pairs for place in [(node, key), *places(value)]]


ODD: list[Any] = [None, 1, -1.5, 2**70, True, "PAUSED", "2024", "", [], [None], {}, {"x": 1}, [{"id": "z"}], "\ud800"]
CHANGES = st.lists(
    st.tuples(st.sampled_from(["put", "drop", "add"]), st.integers(0, 10_000), st.sampled_from(ODD)), max_size=4
)


@given(changes=CHANGES)
def test_whatever_is_sent_is_read_the_same_in_each_way(changes: list[tuple[str, int, Any]]) -> None:
    """Missing, null, unknown, of another type, too large, half a character: with msgspec, item by item, and in general."""
    body = {"generations": [json.loads(json.dumps(GENERATION)) for _ in range(2)]}
    for change, number, value in changes:
        found = places(body)
        if not found:
            break
        container, key = found[number % len(found)]
        if change == "put":
            container[key] = value
        elif change == "drop" and isinstance(container, dict):
            del container[key]
        elif isinstance(container, dict):
            container["newField"] = value
        body = json.loads(json.dumps(body))
    content = json.dumps(body).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "LONG", 10**9)
        general = outcome(plan(patch, None).read, content)
        assert outcome(plan(patch, msgspec()).read, content) == general
        patch.setattr(answers, "LONG", 0)
        assert outcome(plan(patch, None).read, content) == general


@pytest.mark.parametrize("text", [
    '{"generations": []}', ' {\n"other": {"a": [1]}, "generations" : [ null , {"id": "x"} ]\t}\n', '{"generations": null}',
    '{"generations": [{"id": "a"}], "generations": [{"id": "b"}]}', '{"generations": [{"id": "a"}]} x', '{"generations": [',
    "[]", "", "{}", '{"generations": [1]}', '{"generations": {"id": 1}}', '{"errors": [{"message": "no"}]}',
    '{5: 1, "generations": []}', '{"generations": [{"id": "a"} ,\n{"id": "b"} ]}', '{"generations": [{"id": "a"} {"id": "b"}]}',
    '{"generations": [{"id": NaN}]}', '{"generations": [{"id": "a"},]}', '\ufeff{"generations": []}', '{"generations": [[]]}',
])  # fmt: skip
def test_bodies_of_every_form_are_read_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Space, order, repeated names, trailing text, and what is no list."""
    content = text.encode()
    monkeypatch.setattr(answers, "LONG", 10**9)
    general = outcome(plan(monkeypatch, None).read, content)
    assert outcome(plan(monkeypatch, msgspec()).read, content) == general
    monkeypatch.setattr(answers, "LONG", 0)
    assert outcome(plan(monkeypatch, None).read, content) == general


def test_what_is_documented_takes_the_quick_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the tests above would compare the general decoder with itself."""
    content = json.dumps({"generations": [GENERATION]}).encode()
    reader = plan(monkeypatch, msgspec()).fast
    assert [item.id for item in reader.read(content)] == ["g1"]
    item = plan(monkeypatch, None).item
    assert [found.id for found in longlists.read_list(content, "generations", item)] == ["g1"]


def test_a_server_ahead_of_the_documents_is_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """After three answers in a row with unknown fields, the general decoder reads alone."""
    known = json.dumps({"generations": [GENERATION]}).encode()
    ahead = json.dumps({"generations": [GENERATION | {"newField": 1}]}).encode()
    reader = plan(monkeypatch, msgspec()).fast
    assert [reader.read(content) is None for content in (ahead, ahead, known)] == [True, True, False]
    assert [reader.read(content) is None for content in (ahead, ahead, ahead, known)] == [True] * 4
