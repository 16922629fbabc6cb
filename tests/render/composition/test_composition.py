"""`allOf` flattens: parents' properties, own properties, narrowings, bases with a discriminator."""

from __future__ import annotations

from loopback import Loopback, answer
from render_support import Built


def test_a_child_has_its_parents_properties_and_its_own(built: Built, server: Loopback) -> None:
    server.then(answer({"id": 1, "own": 2.5, "name": None}))
    child = built.client(server.url).things.make_thing(id=1, extra="x", list=["a"])
    assert server.requests[0].json() == {"id": 1, "extra": "x", "list": ["a"]}
    assert (child.id, child.own, child.name) == (1, 2.5, None)
    fields = {"id": "id", "name": "name", "list": "list_", "own": "own"}
    assert dict(built.models.Child._FIELDS).keys() == fields.keys()


def test_depth_wrappers_loops_and_unions_decode(built: Built, server: Loopback) -> None:
    body = {
        "deep": {"id": 1, "own": 1, "name": "n", "deep": {"id": 2}}, "wrapped": None, "looped": {"a": 1},
        "either": {"id": 3, "left": "l"}, "scalar": "abc", "described": {"id": 4}, "conflicting": {"x": "a"},
    }  # fmt: skip
    server.then(answer(body))
    bag = built.client(server.url).bag.get_bag()
    assert bag.deep.deep.id == 2 and bag.deep.own == 1
    assert bag.wrapped is None and bag.looped.a == 1 and bag.scalar == "abc"
    assert bag.either.id == 3 and bag.either.left == "l"
    assert bag.described.id == 4 and bag.conflicting.x == "a"
    assert bag.to_dict() == body


def test_a_base_with_a_discriminator_decodes_to_its_children(built: Built, server: Loopback) -> None:
    server.then(answer([{"type": "cat", "purr": True}, {"type": "dog", "bark": False}, {"type": "fish", "age": 1}]))
    zoo = built.client(server.url).zoo.get_zoo()
    assert [type(animal).__name__ for animal in zoo[:2]] == ["Cat", "Dog"]
    assert zoo[0].purr is True and zoo[2].age == 1


def test_only_the_loop_is_lost_and_named(built: Built) -> None:
    assert [note.partition(":")[0] for note in built.losses] == ["schema-circle /components/schemas/Looped"]
