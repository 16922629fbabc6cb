"""Downloads end whole or not at all, uploads go as the presigned form wants them, and neither takes the key along."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from loopback import Answer, Loopback, Recorded, answer
from sample import errors as e
from sample._runtime.download import safe_name
from sample.models import Image

DATA = bytes(range(256)) * 40


def file(body: bytes = DATA, **headers: str) -> Answer:
    return Answer(200, body, {"ETag": '"v1"', **{k.replace("_", "-"): v for k, v in headers.items()}})


def part(start: int) -> Answer:
    named = {"ETag": '"v1"', "Content-Range": f"bytes {start}-{len(DATA) - 1}/{len(DATA)}"}
    return Answer(206, DATA[start:], named)


def fetch(driver: Any, server: Loopback, to: Any, source: Any = None, **options: Any) -> Path:
    url = source or f"{server.other_url}/pictures/cat.png?sig=1"
    found: Path = driver.run(lambda c: c.download(url, to, **options), server, default_headers={"X-Tenant": "t"})
    return found


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_download_comes_whole_and_without_the_key(driver: Any, server: Loopback, tmp_path: Path) -> None:
    server.then(file())
    seen: list[tuple[int, int | None]] = []
    got = fetch(driver, server, tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert got == tmp_path / "cat.png" and got.read_bytes() == DATA
    assert names(tmp_path) == ["cat.png"]
    assert seen[-1] == (len(DATA), len(DATA))
    sent = {k.lower() for k, _ in server.requests[0].headers}
    assert sent == {"host", "accept", "accept-encoding", "user-agent"}


@pytest.mark.parametrize("source", ["image", "mapping", "text"])
def test_what_has_a_url_can_be_downloaded_to_a_path(driver: Any, server: Loopback, tmp_path: Path, source: str) -> None:
    url = f"{server.url}/a"
    things: dict[str, Any] = {
        "image": Image(kind="image", id="1", url=url),
        "mapping": {"url": url},
        "text": url,
    }
    server.then(file())
    target = tmp_path / "new" / "b.bin"
    assert fetch(driver, server, str(target), things[source]) == target
    assert target.read_bytes() == DATA
    assert server.requests[0].header("authorization") is None


@pytest.mark.parametrize("source", [None, 7, "ftp://x/y", "nothing", {"no": 1}, "http://"])
def test_what_has_no_url_is_refused(driver: Any, server: Loopback, tmp_path: Path, source: Any) -> None:
    with pytest.raises(e.InvalidArgumentError):
        driver.run(lambda c: c.download(source, tmp_path), server)


def test_a_broken_download_goes_on_where_it_stopped(driver: Any, server: Loopback, tmp_path: Path) -> None:
    broken = file()
    broken.fault = "drop_body"

    def handle(request: Recorded) -> Answer:
        start = request.header("range")
        return broken if start is None else part(int(start[6:-1]))

    server.handle(handle)
    assert fetch(driver, server, tmp_path).read_bytes() == DATA
    assert [r.header("range") for r in server.requests] == [None, f"bytes={len(DATA) // 2}-"]
    assert server.requests[1].header("if-range") == '"v1"'


def test_a_download_goes_on_in_another_run(driver: Any, server: Loopback, tmp_path: Path) -> None:
    broken = file()
    broken.fault = "drop_body"
    server.then(broken)
    with pytest.raises(e.APIConnectionError, match="broke off after"):
        driver.run(lambda c: c.with_options(max_retries=0).download(f"{server.url}/a", tmp_path), server)
    assert not (tmp_path / "a").exists() and len(names(tmp_path)) == 2
    server.then(part(len(DATA) // 2))
    assert fetch(driver, server, tmp_path, f"{server.url}/a").read_bytes() == DATA
    assert server.requests[0].header("range") == f"bytes={len(DATA) // 2}-"
    assert names(tmp_path) == ["a"]


def test_a_file_that_changed_meanwhile_starts_again(driver: Any, server: Loopback, tmp_path: Path) -> None:
    broken, other = file(), file(b"other")
    broken.fault = "drop_body"
    server.then(broken, other)
    assert fetch(driver, server, tmp_path).read_bytes() == b"other"


def test_a_server_without_validators_starts_again(driver: Any, server: Loopback, tmp_path: Path) -> None:
    server.then(Answer(200, DATA, fault="drop_body"), Answer(200, DATA))
    assert fetch(driver, server, tmp_path).read_bytes() == DATA
    assert [r.header("range") for r in server.requests] == [None, None]


HALF = len(DATA) // 2


@pytest.mark.parametrize(
    "reply",
    [
        Answer(416),
        Answer(206, b"x"),
        Answer(206, b"x", {"Content-Range": "bytes 5-5/6"}),
        Answer(206, b"x", {"Content-Range": f"bytes {'9' * 5000}-5/6"}),
        Answer(206, DATA[:HALF], {"Content-Range": f"bytes 0-{HALF - 1}/{len(DATA)}"}),
    ],
    ids=["no-range", "unsaid", "other", "endless", "from-the-start"],
)
def test_a_wrong_range_starts_again(driver: Any, server: Loopback, tmp_path: Path, reply: Answer) -> None:
    broken = file()
    broken.fault = "drop_body"
    server.then(broken, reply, file())
    assert fetch(driver, server, tmp_path).read_bytes() == DATA


@pytest.mark.parametrize("fault", ["drop", "drop_body", "silence"])
def test_a_download_that_never_ends_whole_leaves_nothing(
    driver: Any, server: Loopback, tmp_path: Path, fault: str
) -> None:
    server.then(Answer(200, DATA, fault=fault))
    with pytest.raises(e.APIConnectionError):
        driver.run(lambda c: c.download(f"{server.url}/a", tmp_path), server, timeout=0.3)
    assert names(tmp_path) == [] and len(server.requests) == 3


def test_the_expected_size_is_checked(driver: Any, server: Loopback, tmp_path: Path) -> None:
    server.then(file())
    with pytest.raises(e.FileError, match="expected 5"):
        fetch(driver, server, tmp_path, expected_size=5)
    assert fetch(driver, server, tmp_path, expected_size=len(DATA)).exists()


def test_error_statuses_raise_as_everywhere(driver: Any, server: Loopback, tmp_path: Path) -> None:
    server.then(answer({"error": "gone"}, 404))
    with pytest.raises(e.NotFoundError, match="gone"):
        fetch(driver, server, tmp_path)
    server.then(Answer(503), file())
    assert fetch(driver, server, tmp_path).read_bytes() == DATA
    assert names(tmp_path) == ["cat.png"]


def test_redirects_are_followed_to_other_hosts(driver: Any, server: Loopback, tmp_path: Path) -> None:
    server.then(Answer(302, b"", {"Location": f"{server.url}/b.png"}), file())
    assert fetch(driver, server, tmp_path).name == "cat.png"
    server.then(Answer(302, b"", {"Location": "/again"}))
    with pytest.raises(e.APIStatusError):
        fetch(driver, server, tmp_path)
    assert len(server.requests) == 6


def test_a_file_in_the_way_is_kept_if_asked(driver: Any, server: Loopback, tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(b"mine")
    server.then(file())
    with pytest.raises(e.FileError, match="overwrite"):
        fetch(driver, server, tmp_path, overwrite=False)
    assert (tmp_path / "cat.png").read_bytes() == b"mine"
    assert fetch(driver, server, tmp_path).read_bytes() == DATA


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="a b.png"', "a b.png"),
        ("attachment; filename*=UTF-8''na%C3%AFve.png", "naïve.png"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ("attachment; filename=", "cat.png"),
        ("inline", "cat.png"),
    ],
)
def test_the_server_may_name_the_file_but_not_its_folder(
    driver: Any, server: Loopback, tmp_path: Path, header: str, name: str
) -> None:
    server.then(file(Content_Disposition=header))
    assert fetch(driver, server, tmp_path) == tmp_path / name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("a.png", "a.png"),
        ("../../x", "x"),
        ("..\\..\\x", "x"),
        ("", "download"),
        ("..", "download"),
        (".hidden", "hidden"),
        ("a:b?c*.png", "a_b_c_.png"),
        ("a\x00\nb", "a__b"),
        ("con.txt", "_con.txt"),
        ("x" * 300 + ".png", "x" * 50 + ".png"),
    ],
)
def test_file_names_are_made_safe(said: str, name: str) -> None:
    assert safe_name(said) == name


FIELDS = {"key": "up/1.png", "Content-Type": "image/png", "policy": "abc=="}


def form(request: Recorded) -> list[tuple[str, bytes]]:
    """The parts of a multipart body, in order."""
    content_type = request.header("content-type") or ""
    boundary = content_type.partition("boundary=")[2].encode()
    parts = request.body.split(b"--" + boundary)[1:-1]
    found = []
    for piece in parts:
        head, _, body = piece.partition(b"\r\n\r\n")
        found.append((head.decode().split('name="')[1].split('"')[0], body.removesuffix(b"\r\n")))
    return found


@pytest.mark.parametrize("fields", [FIELDS, json.dumps(FIELDS)], ids=["object", "json-text"])
@pytest.mark.parametrize("kind", ["bytes", "path", "text", "open"])
def test_an_upload_sends_the_fields_and_then_the_file(
    driver: Any, server: Loopback, tmp_path: Path, fields: Any, kind: str
) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(DATA)
    server.then(Answer(204))
    with path.open("rb") as opened:
        given: dict[str, Any] = {"bytes": DATA, "path": path, "text": str(path), "open": opened}
        driver.run(lambda c: c.upload_presigned(f"{server.other_url}/bucket", fields, given[kind]), server)
    request = server.requests[0]
    assert form(request) == [*((k, v.encode()) for k, v in FIELDS.items()), ("file", DATA)]
    assert {k.lower() for k, _ in request.headers} == {"host", "accept", "content-type", "content-length"}
    assert int(request.header("content-length") or 0) == len(request.body)
    assert b"Content-Type: image/png" in request.body


EXPIRED = (
    b"<?xml version='1.0'?><Error><Code>AccessDenied</Code>"
    b"<Message>Invalid according to Policy: Policy expired.</Message></Error>"
)

TOO_LARGE = b"<?xml version='1.0'?>\n<Error><Code>EntityTooLarge</Code><Message>a &lt; b is too much</Message></Error>"


@pytest.mark.parametrize(
    ("reply", "cls", "match"),
    [
        (Answer(403, EXPIRED), e.FileError, "has expired"),
        (Answer(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>"), e.PermissionDeniedError, "403"),
        (Answer(400, TOO_LARGE), e.BadRequestError, "400 Status: a < b is too much$"),
        (Answer(500), e.InternalServerError, "500"),
        (Answer(307, b"", {"Location": "/x"}), e.APIStatusError, "not followed"),
        (Answer(fault="drop"), e.APIConnectionError, "broke off"),
    ],
)
def test_an_upload_that_fails_says_why_and_is_not_repeated(
    driver: Any, server: Loopback, reply: Answer, cls: type[Exception], match: str
) -> None:
    server.then(reply)
    with pytest.raises(cls, match=match):
        driver.run(lambda c: c.upload_presigned(f"{server.url}/b", FIELDS, b"x"), server)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("url", "fields", "file"),
    [
        ("http://x.test", "{not json", b"x"),
        ("http://x.test", "[1]", b"x"),
        ("http://x.test", {"a": {"b": 1}}, b"x"),
        ("file:///x", {}, b"x"),
        ("http://x.test", {}, "/no/such/file"),
        ("http://x.test", {}, io.StringIO("x")),
        ("http://x.test", {}, (b"x" for _ in "x")),
        ("http://x.test", {}, None),
    ],
)
def test_an_impossible_upload_is_refused(driver: Any, server: Loopback, url: str, fields: Any, file: Any) -> None:
    with pytest.raises(e.InvalidArgumentError):
        driver.run(lambda c: c.upload_presigned(url, fields, file), server)


def test_an_escaped_name_cannot_break_out_of_its_part(driver: Any, server: Loopback) -> None:
    server.then(Answer(204))
    evil = 'a"\r\nX-Evil: 1'
    driver.run(lambda c: c.upload_presigned(f"{server.url}/b", {evil: "v"}, b"x", filename=evil), server)
    assert b"X-Evil: 1\r\n" not in server.requests[0].body
    assert b'name="a%22%0D%0AX-Evil: 1"' in server.requests[0].body
