"""Waiting as it is generated from waiter data: what it takes, what it binds, what it says."""

from __future__ import annotations

import asyncio
import inspect
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from loopback import Loopback, answer

from generator.__main__ import main

TASKS = [answer({"id": "7"}), answer({"id": "7", "status": "NEW"}), answer({"id": "7", "status": "DONE"})]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    root = tmp_path_factory.mktemp("waits") / "root"
    shutil.copytree(Path(__file__).parent / "root", root)
    assert main(["--root", str(root), "build", "tasks"]) == 0
    sys.path.insert(0, str(root / "generated" / "tasks"))
    yield import_module("waits_tasks_client")
    sys.path.pop(0)


@pytest.fixture
def server() -> Iterator[Loopback]:
    made = Loopback(TASKS)
    yield made
    made.close()


def lines(server: Loopback) -> list[str]:
    return [f"{r.method} {r.target}" for r in server.requests]


POLLED = ["POST /projects/p/tasks", *["GET /projects/p/tasks/7"] * 2]


def test_waiting_takes_what_the_create_returned(package: Any, server: Loopback) -> None:
    with package.Tasks(base_url=server.url) as client:
        created = client.tasks.create("p", name="n")
        assert client.tasks.wait("p", created).status == "DONE"
    assert lines(server) == POLLED


def test_creating_and_waiting_binds_what_stands_before_the_id(package: Any, server: Loopback) -> None:
    with package.Tasks(base_url=server.url) as client:
        assert client.tasks.create_and_wait("p", name="n", timeout=9, wait_timeout=5).status == "DONE"
    assert lines(server) == POLLED
    assert server.requests[0].json() == {"name": "n", "timeout": 9}


def test_async_waiting_does_the_same(package: Any, server: Loopback) -> None:
    async def run() -> Any:
        async with package.AsyncTasks(base_url=server.url) as client:
            return await client.tasks.create_and_wait("p", name="n")

    assert asyncio.run(run()).status == "DONE"
    assert lines(server) == POLLED


def test_a_wait_hands_on_what_its_poll_takes_beside_the_id(package: Any, server: Loopback) -> None:
    polled = "GET /builds/7?region=eu&view=full&job=j"
    with package.Tasks(base_url=server.url) as client:
        assert client.builds.create_and_wait(
            region="eu", view="mine", timeout=9, get_view="full", job="j", x_trace="t", wait_timeout=5
        ).status == "DONE"  # fmt: skip
        assert lines(server) == ["POST /builds?region=eu", polled, polled]
        assert server.requests[0].json() == {"view": "mine", "timeout": 9}
        assert [r.header("x-trace") for r in server.requests] == [None, "t", "t"]
        server.then(*TASKS[1:])
        assert client.builds.wait("7", region="eu", view="full", job="j").status == "DONE"
    assert lines(server) == [polled, polled]
    assert "view: How much to tell." in client.builds.wait.__doc__
    assert "get_view: How much to tell." in client.builds.create_and_wait.__doc__
    with pytest.raises(TypeError, match="region"):
        client.builds.wait("7", view="full")


def test_a_create_that_the_waiter_does_not_name_is_not_waited_for(package: Any) -> None:
    client = package.Tasks(base_url="http://x.test")
    assert not hasattr(client.tasks, "create_anywhere_and_wait")


def test_the_docstrings_name_the_job_the_limits_and_the_allowed_values(package: Any) -> None:
    tasks = package.Tasks(base_url="http://x.test").tasks
    assert "id: The id of the job, or what `create` returned." in tasks.wait.__doc__
    assert str(inspect.signature(tasks.wait)).startswith(
        "(project_id: 'str', id: 'str | Created', *, timeout: 'float | None' = 5.0"
    )
    doc = tasks.create.__doc__
    assert "kind: How fast. One of 'quick', 'slow'. The server's default: 'slow'." in doc
    assert "tags: Each one of 'quick', 'slow'." in doc
    assert "timeout: Seconds that the task may take." in doc
    assert "wait_timeout: Seconds to wait in all, None for no limit." in tasks.create_and_wait.__doc__
