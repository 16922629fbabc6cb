"""Two documents of one vendor: what they both call by one name and mean differently is there twice."""

from __future__ import annotations

from loopback import Loopback, answer
from render_support import Built

SPECS = ("pets.yaml", "shops.yaml")


def test_schemas_of_one_name_decode_as_each_document_says(built: Built, server: Loopback) -> None:
    models, client = built.models, built.client(server.url)
    server.then(
        answer({"name": "Rex", "error": {"message": "m"}}), answer({"name": None, "error": {"code": 5}}),
        answer({"up": True}), answer({"open": True}),
    )  # fmt: skip
    pet, shop = client.pets.get_pets_by_id("a"), client.shops.get_shops_by_id(7)
    assert (pet.error, shop.error) == (models.Error(message="m"), models.ErrorShops(code=5))
    assert (client.pets.get_status(), client.shops.get_status_shops()) == (models.Status(up=True), models.StatusShops(open=True))
    assert [request.target for request in server.requests] == ["/pets/a", "/shops/7", "/status", "/status"]


def test_what_both_say_alike_is_one_model_in_the_words_of_either_version(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer({"a": 1}), answer(None))
    assert (client.pets.get_shared(), client.pets.get_shared_shops()) == (built.models.Same(a=1), None)


def test_each_operation_has_the_key_and_the_server_of_its_document(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer({}))
    client.pets.get_status()
    client.shops.get_status_shops()
    keys = [(request.header("X-Key"), request.header("Authorization")) for request in server.requests]
    assert keys == [("key-0123456789", None), (None, "Bearer key-0123456789")]
    assert built.part("_client").CONFIG.base_url == "https://pets.example.test/v1"
    assert built.part("resources.shops")._GET_STATUS_SHOPS.server == "https://shops.example.test/v2"


def test_each_double_is_named(built: Built) -> None:
    assert built.notes() == [
        "component-kept-twice /components/schemas/Error", "component-kept-twice /components/schemas/Status",
        "operation-kept-twice /paths/~1shared/get", "operation-kept-twice /paths/~1status/get",
    ]  # fmt: skip
