"""Redirects: what follows them, with which headers, and what never does."""

from __future__ import annotations

from typing import Any

import pytest
from driver import GOOD, create, get
from loopback import Answer, Loopback
from sample import errors as e


def test_a_read_follows_a_redirect_on_its_own_host_with_the_key(driver: Any, server: Loopback) -> None:
    server.then(Answer(307, b"", {"Location": "/jobs/y?a=1"}), GOOD)
    assert driver.run(get, server).id == "x"
    assert [r.target for r in server.requests] == ["/jobs/x", "/jobs/y?a=1"]
    assert server.requests[1].header("authorization") is not None


def test_a_redirect_to_a_port_that_is_none_is_a_failed_connection(driver: Any, server: Loopback) -> None:
    server.then(Answer(302, b"", {"Location": "http://127.0.0.1:99999/x"}))
    with pytest.raises(e.APIConnectionError):
        driver.run(get, server, max_retries=0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_key_does_not_follow_a_redirect_to_another_host(driver: Any, server: Loopback, status: int) -> None:
    server.then(Answer(status, b"", {"Location": f"{server.other_url}/jobs/y"}), GOOD)
    options = {"default_headers": {"X-Tenant": "secret-tenant", "Cookie": "a=b"}}
    assert driver.run(get, server, **options).id == "x"
    names = {k.lower() for k, _ in server.requests[1].headers}
    assert names == {"host", "accept", "accept-encoding", "user-agent"}
    assert server.requests[1].header("host") == f"localhost:{server.port}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_create_is_never_sent_again_by_a_redirect(driver: Any, server: Loopback, status: int) -> None:
    server.then(Answer(status, b"", {"Location": f"{server.url}/elsewhere"}), GOOD)
    with pytest.raises(e.APIStatusError) as caught:
        driver.run(create, server)
    assert caught.value.status_code == status and len(server.requests) == 1


def test_a_redirect_loop_ends(driver: Any, server: Loopback) -> None:
    server.then(Answer(302, b"", {"Location": "/again"}))
    with pytest.raises(e.APIStatusError):
        driver.run(get, server)
    assert len(server.requests) == 6
