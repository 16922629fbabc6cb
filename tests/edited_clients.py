"""Leonardo's documents with an edit of tests/model_edits.py in them, laid out as a client as `drift` does it."""

from __future__ import annotations

import copy
import json
from functools import cache

import model_edits as edits
from leonardo_documents import FOLDER, Documents, whole_documents
from model_edits import Edit
from rewrites import as_3_1

from generator import pipeline
from generator.ingest import read_text_page
from generator.pipeline import Planned, Progress
from generator.provider import load_provider

PROVIDER = load_provider(FOLDER)
EVERYWHERE = (edits.vector_removed, edits.cancelled_added, edits.uuid_anchored, edits.uuid_component_renamed, edits.server_moved)  # fmt: skip
"""The edits of what each document repeats."""


@cache
def whole() -> Documents:
    return whole_documents()


def edited(edit: Edit) -> Documents:
    documents = copy.deepcopy(whole())
    for name, document in documents.items():
        if name == "models" or edit in EVERYWHERE:
            edit(document)
    return documents


def planned(documents: Documents) -> Planned:
    pages = {name: [read_text_page(f"{name}.json", json.dumps(data).encode())] for name, data in documents.items()}
    return pipeline.plan(pipeline.describe(PROVIDER, pages, Progress()), Progress())


@cache
def before() -> Planned:
    return planned(whole())


@cache
def after(edit: Edit) -> Planned:
    if edit is edits.modern:
        return planned({name: as_3_1(document) for name, document in whole().items()})
    return planned(edited(edit))
