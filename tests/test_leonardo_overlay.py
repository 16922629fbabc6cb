"""The overlay of Leonardo: what it makes good of the cut pages, and that it says when upstream is whole."""

from __future__ import annotations

import copy
import json
from pathlib import Path

from attrs import evolve

from generator.ingest import find_document, read_page
from generator.merge import merge
from generator.overlay import OverlayResult, apply_overlay, read_overlay
from generator.provider import load_provider
from generator.reconcile import reconcile
from generator.repair import parse
from generator.spec.openapi import get, operations, references
from generator.values import Document

LEONARDO = Path(__file__).parent.parent / "specs" / "leonardo"
LIST = "/generations/user/{userId}"


def leonardo_documents() -> list[Document]:
    return [
        reconcile([
            parse(find_document(read_page(LEONARDO / "source" / source)), document.name)
            for source in document.sources
        ])
        for document in load_provider(LEONARDO).documents
    ]  # fmt: skip


def overlaid(documents: list[Document], only_resolving: bool = False) -> OverlayResult:
    overlay = read_overlay(LEONARDO / "overlay.yaml")
    if only_resolving:
        overlay = evolve(overlay, actions=tuple(action for action in overlay.actions if action.resolves))
    spec, notes = merge(documents)
    return apply_overlay(spec, overlay, [*(note for one in documents for note in one.notes), *notes])


def test_the_overlay_of_leonardo_leaves_no_loss_that_is_not_accepted() -> None:
    result = overlaid(leonardo_documents())
    assert [note.key for note in result.notes] == [entry.note for entry in load_provider(LEONARDO).accept]
    assert result.stale == ()
    assert {operation.key for operation in operations(result.spec)} == set(load_provider(LEONARDO).operations)
    assert [ref for _, ref in references(result.spec) if get(result.spec, ref[1:]) is None] == []
    for operation in operations(result.spec):
        assert set(operation.operation["responses"]) == {"200", "400", "401", "403", "404", "429", "500"}


def test_the_cut_list_of_leonardo_has_the_shape_of_a_single_generation() -> None:
    result = overlaid(leonardo_documents(), only_resolving=True)
    schema = "/responses/200/content/application~1json/schema/properties"
    items = get(result.spec, f"/paths/~1generations~1user~1{{userId}}/get{schema}/generations/items")
    single = copy.deepcopy(get(result.spec, f"/paths/~1generations~1{{id}}/get{schema}/generations_by_pk"))
    del single["properties"]["generated_images"]["items"]["properties"]["fantasyAvatar"]
    assert items == {**single, "nullable": False}


def test_the_overlay_of_leonardo_gives_the_same_where_upstream_is_whole() -> None:
    documents = leonardo_documents()
    completed = overlaid(documents, only_resolving=True).spec["paths"][LIST]
    whole = [
        evolve(one, data={**one.data, "paths": {**one.data["paths"], LIST: completed}}, notes=())
        if one.name == "image-generation" else one
        for one in documents
    ]  # fmt: skip
    today, then = overlaid(documents), overlaid(whole)
    assert json.dumps(then.spec) == json.dumps(today.spec)
    assert then.notes == today.notes
    resolving = [action for action in read_overlay(LEONARDO / "overlay.yaml").actions if action.resolves]
    assert [stale.action.place for stale in then.stale] == [action.place for action in resolving]
