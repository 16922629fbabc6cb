"""What routers, converters and hands leave in a document is read for what it means."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from loopback import Loopback, answer
from render_support import Built


@pytest.fixture
def client(built: Built, server: Loopback) -> Any:
    server.then(answer("text"))
    return built.client(server.url)


def test_nothing_of_it_is_lost(built: Built) -> None:
    assert (built.code, built.losses) == (0, [])


def test_paths_are_sent_with_their_variables_in_place(client: Any, server: Loopback) -> None:
    client.paths.file("a/b c")
    client.paths.item(12, "x")
    client.paths.notes("7")
    client.paths.html("T", "9")
    client.paths.product(3)
    assert [request.target for request in server.requests] == [
        "/files/a/b%20c", "/items/12/x", "/contacts/7/notes", "/html/T/9", "/products/3",
    ]  # fmt: skip


def test_lists_have_the_separators_of_their_collection_format(client: Any, server: Loopback) -> None:
    client.old.lists(bars=["a", "b"], commas=["a", "b"], many=["a", "b"])
    assert server.requests[0].query == "bars=a%7Cb&commas=a,b&many=a&many=b"


def test_a_form_of_swagger_2_sends_its_file(client: Any, server: Loopback) -> None:
    client.old.form(n=1, f=b"bytes")
    (request,) = server.requests
    assert (request.header("Content-Type") or "").startswith("multipart/form-data")
    assert b'name="n"' in request.body and b"bytes" in request.body


def test_schemas_out_of_place_type_their_answers(client: Any, server: Loopback) -> None:
    order = {"id": 1, "at": "2024-01-02T03:04:05Z", "genre": None}
    server.then(answer(order))
    for found in (client.schemas.media(), client.schemas.level()):
        assert type(found).__name__ == "Order" and isinstance(found.at, datetime) and found.genre is None
    server.then(answer([{**order, "genre": "novel"}]))
    (found,) = client.schemas.beside()
    assert type(found.genre).__name__ == "Genre"
    server.then(answer({"lines": [{"sku": "x"}]}))
    assert client.schemas.cart().lines[0].sku == "x"


def test_a_whole_answer_of_a_base_is_one_of_its_heirs(client: Any, server: Loopback) -> None:
    server.then(answer({"kind": "Cat", "lives": 9}))
    pet = client.schemas.pet()
    assert type(pet).__name__ == "Cat" and pet.lives == 9
    server.then(answer({"kind": "Dog"}))
    assert type(client.schemas.pet()).__name__ == "Pet"
