"""Where requests go: servers with variables, servers of one path or operation, relative servers, none."""

from __future__ import annotations

from pathlib import Path

import pytest
from loopback import Answer, Loopback
from render_support import Built, build_package


def test_variables_take_their_defaults(built: Built) -> None:
    config = built.part("_client").CONFIG
    assert config.base_url == "https://eu.example.test:8443/v2"
    operations = built.part("resources.s")
    assert operations._GET_B.server == "https://upload.example.test/up"
    assert operations._GET_C.server.rstrip("/") == "https://path.example.test"
    assert operations._GET_D.server == "https://eu.example.test:8443/up/3"
    assert operations._GET_A.server is None


def test_another_base_url_takes_all_operations_along(built: Built, server: Loopback) -> None:
    server.then(Answer(204))
    client = built.client(server.url + "/x")
    client.s.get_a()
    client.s.get_b()
    assert [request.target for request in server.requests] == ["/x/a", "/x/b"]


def test_a_relative_server_needs_a_host(tmp_path: Path, server: Loopback) -> None:
    built = build_package(tmp_path, Path(__file__).with_name("relative.yaml"))
    server.then(Answer(204))
    client = built.client(server.url + "/api/v3")
    client.s.get_a()
    client.s.get_b()
    assert [request.target for request in server.requests] == ["/api/v3/a", "/other/b"]
    with pytest.raises(built.part("_runtime.errors").ClientError, match="base_url"):
        getattr(built.module, built.client_name)("key-0123456789")
