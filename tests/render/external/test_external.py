"""References to files that lie beside the document are followed, whatever those hold, and circles end."""

from __future__ import annotations

from pathlib import Path

from loopback import Loopback, answer
from render_support import Built, build_package


def test_schemas_of_other_files_are_models(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    body = {"name": "Rex", "kind": "dog", "owner": {"name": "Jo", "pets": [{"name": "Kit", "friend": {"name": "Rex"}}]}}
    server.then(answer(body))
    pet = client.pets.get_pet("1")
    assert type(pet) is type(pet.owner.pets[0]) is type(pet.owner.pets[0].friend) is built.models.Pet
    assert pet.kind.value == "dog" and pet.to_dict() == body


def test_parameters_responses_and_path_items_of_other_files(built: Built, server: Loopback) -> None:
    client = built.client(server.url)
    server.then(answer([{"name": "Jo"}]))
    assert [owner.name for owner in client.owners.list_owners(limit=3)] == ["Jo"]
    assert server.requests[0].target == "/owners?limit=3"
    server.then(answer({"pet": {"name": "Rex"}}))
    assert type(client.pets.set_local("1").pet) is built.models.Pet


def test_files_of_any_form_and_name_and_what_they_hold_deep_inside(built: Built, server: Loopback) -> None:
    models = built.models
    server.then(answer({"q": 1, "whole": [{"name": "Rex"}], "deep": "cat"}))
    found = built.client(server.url).owners.flow(x="a", extra="b", me={"x": "c"})
    assert server.requests[0].json() == {"x": "a", "extra": "b", "me": {"x": "c"}}
    assert (found.q, found.whole, found.deep) == (1, [models.Pet(name="Rex")], models.Kind.CAT)


def test_nothing_is_lost_and_calls_of_the_vendor_are_named(built: Built) -> None:
    assert built.losses == []
    assert built.notes() == ["callback-left-out /paths/~1flow/post/callbacks/done"]


def test_a_file_that_is_not_there_or_not_beside_is_named(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("A: {type: object, properties: {leaked: {type: string}}}")
    folder = tmp_path / "in"
    folder.mkdir()
    refs = ("missing.yaml#/A", "../secret.yaml#/A", f"{secret}#/A", f"file://{secret}#/A", "https://example.test/x.yaml#/A", "parts#/A")
    answers = "".join(
        f"  /{n}: {{get: {{operationId: get{n}, responses: {{'200': {{description: ok, content: {{application/json: {{schema: {{$ref: '{ref}'}}}}}}}}}}}}}}\n"
        for n, ref in enumerate(refs)
    )
    (folder / "spec.yaml").write_text(f"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n{answers}")
    built = build_package(tmp_path / "out", folder / "spec.yaml")
    assert built.code == 1
    assert len(built.losses) >= len(refs)
    assert "leaked" not in (tmp_path / "out" / "openapi.yaml").read_text()
