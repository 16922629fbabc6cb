"""Every operation has one method of its own, whatever its id, tags and path are."""

from __future__ import annotations

from loopback import Answer, Loopback
from render_support import Built


def test_each_operation_is_called_by_exactly_one_method(built: Built, server: Loopback) -> None:
    import inspect

    server.then(Answer(204))
    client = built.client(server.url)
    seen = []
    for name in vars(type(client)):
        resource = getattr(client, name) if not name.startswith("_") else None
        for method in vars(type(resource)) if resource is not None else ():
            if method.startswith("_") or method == "with_raw_response":
                continue
            call = getattr(resource, method)
            positional = [p for p in inspect.signature(call).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
            call(*[1 if p.annotation == "int" else "v" for p in positional])
            request = server.requests[-1]
            seen.append(f"{request.method} {request.target}")
    assert sorted(seen) == sorted([
        "GET /users", "POST /users", "PUT /users", "DELETE /users", "HEAD /users", "OPTIONS /users", "TRACE /users", "GET /users/v",
        "GET /v1/api/things/v/", "PATCH /v1/api/things/v/", "GET /", "GET /items/1", "GET /cats", "POST /cats", "PUT /cats", "PATCH /cats", "GET /request",
        "POST /request", "PUT /request", "PATCH /request", "DELETE /request", "GET /weird%20path/%C3%BCn%C3%AFcode/v-v.v", "GET /attr/v/v",
        "POST /tool:run", "POST /hook", "GET /3/go",
    ])  # fmt: skip


def test_names_of_frameworks_are_taken_off(built: Built) -> None:
    client = built.client("http://127.0.0.1:9")
    assert callable(client.items.read_item)
    assert (
        callable(client.cats.feed)
        and callable(client.cats.find_all)
        and callable(client.cats.create)
        and callable(client.cats.request)
    )
    assert callable(client.request_.request) and callable(client.close_.x)


def test_a_head_gives_nothing_whatever_its_answer_is_said_to_hold(built: Built, server: Loopback) -> None:
    server.then(Answer(200, b"", {"Content-Type": "application/json"}))
    assert built.client(server.url).users.exist() is None


def test_beside_a_redirection_the_default_is_the_error(built: Built, server: Loopback) -> None:
    """And a number is no name, of a method as little as of a resource."""
    server.then(Answer(200, b"<html>", {"Content-Type": "text/html"}))
    assert built.client(server.url).go.get3_go() is None


def test_the_ends_of_what_is_left_out_are_named(built: Built) -> None:
    assert [note.partition(" ")[0] for note in built.notes()] == ["callback-left-out"]
    assert built.code == 0


def test_path_level_parameters_are_taken_and_a_deprecation_shows(built: Built, server: Loopback) -> None:
    source = built.source("resources/users.py")
    assert source.count("x_org: str | Unset = UNSET") == 14
    # Two operations, one of them without a summary, sync and async.
    assert source.count("List them.\n\n        Deprecated.") == 2
    assert source.count('"""Deprecated.\n') == 2
    assert 'People "who" use it.' in source
