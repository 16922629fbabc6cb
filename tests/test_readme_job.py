"""A job from its creation to its webhook, played by a server with a memory, through the README's own code.

The server is the vendor's in small: a create makes a job, which is pending for two polls, then complete with
images on another host, and then told to the webhook that the application has set. It refuses what the vendor would
refuse: no key where one is needed, a key where none belongs, form fields after the file.
"""

from __future__ import annotations

import importlib
import json
import re
import runpy
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from client_calls import ROOT
from loopback import Answer, Loopback, Recorded, answer, unused_port

README = (ROOT / "generated" / "leonardo" / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"## ([^\n]+)\n(?:(?!## )[^`]|`(?!``))*```python\n(.*?)```", README, re.DOTALL))
KEY = "the-api-key"
WEBHOOK_KEY = "the webhookCallbackApiKey"
PICTURE = bytes(range(256)) * 400


class Vendor:
    """The service: its jobs, the files of another host, and the webhook that it calls."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.server = Loopback(self._answer)
        self.files = self.server.other_url
        self.webhook = ""
        self.told: list[int] = []
        self.polls: dict[str, int] = {"generation-id": 2}
        self.wanted: dict[str, Any] = {"generation-id": {"num_images": 1}}
        self.uploads: list[bytes] = []
        self.seen: list[str] = []

    def _answer(self, request: Recorded) -> Answer:
        self.seen.append(f"{request.method} {request.target}")
        host = str(request.header("host"))
        if host.startswith("localhost"):
            return self._file(request)
        if request.header("authorization") != f"Bearer {KEY}":
            return answer({"error": "no key", "code": "access-denied"}, 401)
        name = f"{request.method} {request.path}"
        if name == "POST /generations":
            return self._create(request.json())
        if name == "POST /init-image":
            fields = json.dumps({"key": "uploads/1.png", "policy": "signed"})
            return answer({"uploadInitImage": {"id": "init-1", "fields": fields, "url": f"{self.files}/bucket"}})
        if name == "GET /me":
            return answer({"user_details": [{"user": {"username": "somebody"}}]})
        if name == "GET /platformModels":
            return answer({"custom_models": [{"id": "m-1"}]})
        if name.startswith("GET /generations/user/"):
            return self._list(dict(pair.split("=") for pair in request.query.split("&") if pair))
        if name.startswith("GET /generations/"):
            return answer({"generations_by_pk": self._poll(request.path.rpartition("/")[2])})
        return answer({"error": f"no {name}"}, 404)

    def _create(self, body: dict[str, Any]) -> Answer:
        with self.lock:
            id = f"g-{len(self.polls)}"
            self.polls[id], self.wanted[id] = 0, body
        return answer({"sdGenerationJob": {"generationId": id, "cost": {"amount": "0.01", "unit": "DOLLARS"}}})

    def _poll(self, id: str) -> dict[str, Any] | None:
        if id not in self.polls:
            return None
        self.polls[id] += 1
        job = self._job(id)
        if self.polls[id] == 3 and self.webhook:
            self._tell(job)
        return job

    def _job(self, id: str) -> dict[str, Any]:
        if self.polls[id] < 3:
            return {"id": id, "status": "PENDING", "generated_images": [], "createdAt": "2026-01-02T03:04:05.678"}
        count = self.wanted[id].get("num_images", 4)
        images = [{"id": f"{id}-{n}", "url": f"{self.files}/cdn/{id}-{n}.png?sig=1"} for n in range(count)]
        return {"id": id, "status": "COMPLETE", "generated_images": images, "createdAt": "2026-01-02T03:04:05.678"}

    def _tell(self, job: dict[str, Any]) -> None:
        event = {"type": "image_generation.complete", "object": "generation", "data": {"object": job}}
        headers = {"Authorization": f"Bearer {WEBHOOK_KEY}"}
        with httpx2.Client() as http:
            self.told.append(http.post(self.webhook, json=event, headers=headers).status_code)
            self.told.append(http.post(self.webhook, json=event).status_code)

    def _list(self, query: dict[str, str]) -> Answer:
        start, size = int(query.get("offset", 0)), int(query["limit"])
        rows = [{"id": f"old-{n}", "createdAt": "2026-01-02T03:04:05.678"} for n in range(14)]
        return answer({"generations": rows[start : start + size]})

    def _file(self, request: Recorded) -> Answer:
        if request.header("authorization") is not None:
            return answer(status=400, raw=b"<Error>a key that is not ours</Error>")
        if request.method == "POST":
            names = re.findall(rb'; name="([^"]+)"', request.body)
            assert names == [b"key", b"policy", b"file"], names
            self.uploads.append(request.body)
            return Answer(204)
        return Answer(200, PICTURE, {"Content-Type": "image/png"})


@pytest.fixture
def vendor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Vendor]:
    made = Vendor()
    monkeypatch.setenv("LEONARDO_API_KEY", KEY)
    monkeypatch.setenv("LEONARDO_BASE_URL", made.server.url)
    monkeypatch.chdir(tmp_path)
    # Two polls of a pending job would take five seconds.
    waiting = importlib.import_module("leonardo_client._runtime.waiting")
    monkeypatch.setattr(waiting.Waiter, "delay", lambda self, poll: 0.001)
    yield made
    made.server.close()


def run(title: str) -> dict[str, Any]:
    """Run the code of a section of the README as a script; what it defines."""
    script = Path("script.py")
    script.write_text(BLOCKS[title], encoding="utf-8")
    return runpy.run_path(str(script), run_name="__main__")


def test_every_code_block_of_the_readme_is_played_here() -> None:
    assert sorted(BLOCKS) == [
        "Async", "Errors", "Files", "Paging", "Quickstart", "Raw access", "Waiting for jobs", "Webhooks",
    ]  # fmt: skip
    assert README.count("```python") == len(BLOCKS)


def test_the_quickstart_makes_images_and_saves_them(vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    run("Quickstart")
    assert capsys.readouterr().out == "images/g-1-0.png\nimages/g-1-1.png\n"
    assert sorted(p.name for p in Path("images").iterdir()) == ["g-1-0.png", "g-1-1.png"]
    assert Path("images/g-1-0.png").read_bytes() == PICTURE
    assert vendor.seen == [
        "POST /generations", *["GET /generations/g-1"] * 3, "GET /cdn/g-1-0.png?sig=1", "GET /cdn/g-1-1.png?sig=1",
    ]  # fmt: skip
    assert vendor.wanted["g-1"] == {"prompt": "a lighthouse in a storm", "num_images": 2}


def test_waiting_follows_the_job_and_the_webhook_comes(vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    handle = run("Webhooks")["handle"]
    application = Loopback(lambda request: Answer(handle(request.body, dict(request.headers))))
    vendor.webhook = application.url
    try:
        run("Waiting for jobs")
    finally:
        application.close()
    assert capsys.readouterr().out == "PENDING\nPENDING\ndone: g-1\nCOMPLETE\n4 images\n"
    assert vendor.told == [204, 403]


def test_many_jobs_run_at_once(vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    run("Async")
    # Printed in the order of the prompts; the vendor numbers them as they arrive.
    lines = [line.rsplit(" ", 2) for line in capsys.readouterr().out.splitlines()]
    assert [prompt for prompt, _, _ in lines] == ["a lighthouse", "a harbour", "a storm"]
    assert sorted((id, status) for _, id, status in lines) == [(f"g-{n}", "COMPLETE") for n in (1, 2, 3)]
    assert sorted(job.get("prompt", "") for job in vendor.wanted.values()) == [
        "", "a harbour", "a lighthouse", "a storm",
    ]  # fmt: skip


def test_a_list_is_read_to_its_end(vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    run("Paging")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [f"old-{n}" for n in range(14)]


def test_files_come_and_go_without_the_key(vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    run("Files")
    out = capsys.readouterr().out.splitlines()
    assert out[-2:] == [f"{len(PICTURE)} of {len(PICTURE)} bytes", "use it as init_image_id: init-1"]
    assert Path("images/generation-id-0.png").read_bytes() == PICTURE
    assert len(vendor.uploads) == 1 and PICTURE in vendor.uploads[0]


def test_what_lies_under_the_methods_can_be_reached(vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    run("Raw access")
    assert capsys.readouterr().out == "200 None COMPLETE\n1 models of the platform\nsomebody\n"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (answer({"error": "slow down"}, 429, retry_after="3600"), "too many requests, nothing was made: slow down\n"),
        (answer({"error": "bad", "code": "c"}, 400, x_request_id="r-1"), "400 c bad r-1\n"),
        (Answer(fault="drop"), "it may have been made all the same: POST http"),
    ],
    ids=["limit", "refused", "lost"],
)
def test_errors_say_what_they_mean_for_money(
    vendor: Vendor, capsys: pytest.CaptureFixture[str], reply: Answer, said: str
) -> None:
    vendor.server.handle(lambda _: reply)
    run("Errors")
    assert capsys.readouterr().out.startswith(said)
    assert len(vendor.server.requests) == 1


def test_a_refused_connection_was_never_sent(
    vendor: Vendor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEONARDO_BASE_URL", f"http://127.0.0.1:{unused_port()}")
    retries = importlib.import_module("leonardo_client._runtime.retries")
    monkeypatch.setattr(retries, "FIRST_DELAY", 0.001)
    run("Errors")
    assert capsys.readouterr().out.startswith("it was never sent: POST http")
