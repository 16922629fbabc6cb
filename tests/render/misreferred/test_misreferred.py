"""References to objects of another kind, and mappings to files that a bundler resolved, mean what stands there."""

from __future__ import annotations

import pytest
from loopback import Answer, Loopback, answer
from render_support import Built


def test_nothing_of_it_is_lost(built: Built) -> None:
    assert (built.code, built.losses) == (0, [])


def test_a_schema_is_a_body_an_answer_and_a_path_argument(built: Built, server: Loopback) -> None:
    server.then(answer({"name": "Rex", "size": "big"}))
    pet = built.client(server.url).pets.replace(7, name="Rex", size="small", x_trace="t")
    assert (type(pet), pet.size) == (built.models.Pet, built.models.PetSize.BIG)
    sent = server.requests[0]
    assert (sent.target, sent.header("X-Trace"), sent.json()) == ("/pets/7", "t", {"name": "Rex", "size": "small"})


def test_a_response_serves_as_a_body(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    built.client(server.url).zoo.add(names=["a"])
    assert server.requests[0].json() == {"names": ["a"]}


@pytest.mark.parametrize(("kind", "model"), [("C", "BigCat"), ("D", "SmallDog")])
def test_a_mapping_to_a_file_tells_by_the_name_of_the_component(
    built: Built, server: Loopback, kind: str, model: str
) -> None:
    server.then(answer({"animals": [{"kind": kind, "name": "x"}]}))
    assert type(built.client(server.url).zoo.zoo().animals[0]).__name__ == model
