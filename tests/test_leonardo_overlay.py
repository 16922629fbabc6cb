"""The overlay of Leonardo: what it makes good of the cut pages, and that it says when upstream is whole."""

from __future__ import annotations

import copy
import json

from attrs import evolve
from leonardo_documents import CUT, FOLDER, overlaid, read_documents

from generator.overlay import read_overlay
from generator.provider import load_provider
from generator.spec.openapi import get, operations, references


def test_the_overlay_of_leonardo_leaves_no_loss_that_is_not_accepted() -> None:
    result = overlaid(read_documents())
    assert [note.key for note in result.notes] == [entry.note for entry in load_provider(FOLDER).accept]
    assert result.stale == ()
    assert {operation.key for operation in operations(result.spec)} == set(load_provider(FOLDER).operations)
    assert [ref for _, ref in references(result.spec) if get(result.spec, ref[1:]) is None] == []
    for operation in operations(result.spec):
        assert set(operation.operation["responses"]) == {"200", "400", "401", "403", "404", "429", "500"}


def test_the_cut_list_of_leonardo_has_the_shape_of_a_single_generation() -> None:
    result = overlaid(read_documents(), only_resolving=True)
    schema = "/responses/200/content/application~1json/schema/properties"
    items = get(result.spec, f"/paths/~1generations~1user~1{{userId}}/get{schema}/generations/items")
    single = copy.deepcopy(get(result.spec, f"/paths/~1generations~1{{id}}/get{schema}/generations_by_pk"))
    del single["properties"]["generated_images"]["items"]["properties"]["fantasyAvatar"]
    assert items == {**single, "nullable": False}


def test_the_overlay_of_leonardo_gives_the_same_where_upstream_is_whole() -> None:
    documents = read_documents()
    completed = overlaid(documents, only_resolving=True).spec["paths"][CUT]
    whole = [
        evolve(one, data={**one.data, "paths": {**one.data["paths"], CUT: completed}}, notes=())
        if one.name == "image-generation" else one
        for one in documents
    ]  # fmt: skip
    today, then = overlaid(documents), overlaid(whole)
    assert json.dumps(then.spec) == json.dumps(today.spec)
    assert then.notes == today.notes
    resolving = [action for action in read_overlay(FOLDER / "overlay.yaml").actions if action.resolves]
    assert [stale.action.place for stale in then.stale] == [action.place for action in resolving]
