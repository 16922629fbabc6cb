"""Packed answers and large ones: what is unpacked, how far, and what is refused unread."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from typing import Any

import pytest
from driver import JOB, get
from loopback import Answer, Loopback, gzipped
from sample import errors as e


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_is_read_no_further_than_the_limit(driver: Any, server: Loopback, packed: bool) -> None:
    body = json.dumps({"jobs_by_pk": JOB | {"padding": " " * 3_000_000}}).encode()
    server.then(gzipped(body) if packed else Answer(200, body))
    with pytest.raises(e.DecodeError, match="larger than 1,000,000 bytes"):
        driver.run(get, server, max_response_size=1_000_000)
    server.then(gzipped(body) if packed else Answer(200, body))
    assert driver.run(get, server, max_response_size=4_000_000).id == "x"


@pytest.mark.parametrize("packing", ["gzip, gzip", "deflate, gzip", "GZIP,Gzip"])
def test_an_answer_that_is_packed_twice_is_refused_unread(driver: Any, server: Loopback, packing: str) -> None:
    """A gigabyte of zeros, packed twice, is a few kilobytes; unpacked in one go it would fill the memory."""
    bomb = gzip.compress(gzip.compress(b" " * 30_000_000))
    assert len(bomb) < 1000
    server.then(Answer(200, bomb, {"Content-Encoding": packing}))
    tracemalloc.start()
    with pytest.raises(e.DecodeError, match="which was not asked for"):
        driver.run(get, server)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize("packing", ["br", "zstd"])
def test_a_packing_that_was_not_asked_for_is_refused(driver: Any, server: Loopback, packing: str) -> None:
    server.then(Answer(200, b"whatever", {"Content-Encoding": packing}))
    with pytest.raises(e.DecodeError, match=f"packed as {packing}, which was not asked for"):
        driver.run(get, server)


@pytest.mark.parametrize("packing", ["", "identity", "utf-8"])
def test_what_says_that_it_is_packed_and_is_not_is_read(driver: Any, server: Loopback, packing: str) -> None:
    server.then(Answer(200, json.dumps({"jobs_by_pk": JOB}).encode(), {"Content-Encoding": packing}))
    assert driver.run(get, server).id == "x"


def test_a_packed_answer_is_read(driver: Any, server: Loopback) -> None:
    server.then(gzipped(json.dumps({"jobs_by_pk": JOB}).encode()))
    assert driver.run(get, server).id == "x"
