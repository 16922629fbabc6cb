"""Documents in the idioms of many vendors: every operation becomes a whole one, and only the losses below are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measure_corpus import documents
from tests.measure_document import measured

CORPUS = Path(__file__).parent / "corpus"

LOSSES = {
    "dangling": [
        "dangling-ref /components/schemas/D/properties/file",
        "dangling-ref /components/schemas/D/properties/gone",
        "dangling-ref /components/schemas/D/properties/me",
        "dangling-ref /components/schemas/Me",
        "dangling-ref /paths/~1d/get/parameters/-",
        "dangling-ref /paths/~1d/get/responses/400",
    ],
}


@pytest.mark.parametrize("path", documents(CORPUS), ids=lambda path: path.stem)
def test_every_operation_is_whole_and_every_loss_is_named(path: Path) -> None:
    found = measured(path, f"corpus_{path.stem}_client")
    assert found.failure == ""
    assert {fault: why for fault, why in found.faults.items() if why} == {}
    assert found.whole == found.operations
    assert sorted(loss.split(": ")[0] for loss in found.losses) == LOSSES.get(path.stem, [])
