"""Models keep what they got: unknown fields, unknown values, times as they were written."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import UNSET, Unset
from sample._runtime import decoding
from sample._runtime.codec import Mismatch, parse_datetime, to_wire
from sample._runtime.unions import array_of, map_of, union
from sample.models import Clip, CreatedJob, Image, Job, JobStatus

FULL = {
    "id": "x",
    "status": "COMPLETE",
    "createdAt": "2024-05-06T07:08:09.123Z",
    "day": "2024-05-06",
    "images": [{"kind": "image", "id": "1", "url": "u", "likeCount": 3, "new": {"a": None}}],
    "cover": None,
    "tags": ["a"],
    "seed": 7,
    "settings": {"deep": [1]},
    "later": "kept",
}


def test_unset_is_one_falsy_thing_that_survives_copies_and_pickles() -> None:
    assert not UNSET and repr(UNSET) == str(UNSET) == "UNSET" and isinstance(UNSET, Unset)
    assert copy.copy(UNSET) is copy.deepcopy(UNSET) is pickle.loads(pickle.dumps(UNSET)) is UNSET


def test_a_model_reads_its_fields_and_gives_back_exactly_what_it_got() -> None:
    job = Job.from_dict(FULL)
    assert job.status is JobStatus.COMPLETE
    assert job.created_at == datetime(2024, 5, 6, 7, 8, 9, 123000, tzinfo=UTC)
    assert job.day == date(2024, 5, 6)
    assert job.images == [Image(kind="image", id="1", url="u", like_count=3)]
    assert job.additional_properties == {"later": "kept"}
    assert job.to_dict() == FULL
    assert json.loads(json.dumps(job.to_dict())) == FULL


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-06T07:08:09Z",
        "2024-05-06T07:08:09.120000Z",
        "2024-05-06T07:08:09+02:00",
        "2024-05-06t07:08:09z",
        "2024-05-06 07:08:09",
        "2024-05-06T07:08:09",
        "2024-05-06T07:08:60Z",
        "2024-05-06",
        "soon",
        "",
    ],
)
def test_times_are_sent_as_they_were_written_until_they_change(text: str) -> None:
    job = Job.from_dict({"createdAt": text})
    assert job.to_dict() == {"createdAt": text}
    assert pickle.loads(pickle.dumps(job)).to_dict() == {"createdAt": text}
    job.created_at = datetime(2025, 1, 1, tzinfo=UTC)
    assert job.to_dict() == {"createdAt": "2025-01-01T00:00:00Z"}
    job.created_at = datetime(2025, 1, 1, tzinfo=timezone(timedelta(hours=2)))
    assert job.to_dict() == {"createdAt": "2025-01-01T00:00:00+02:00"}


def test_the_same_moment_in_another_zone_is_a_change() -> None:
    job = Job.from_dict({"createdAt": "2024-01-01T00:00:00Z"})
    job.created_at = datetime(2024, 1, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    assert job.to_dict() == {"createdAt": "2024-01-01T01:00:00+01:00"}


def test_naive_and_unparseable_times() -> None:
    assert parse_datetime("2024-05-06T07:08:09") == datetime(2024, 5, 6, 7, 8, 9)
    assert parse_datetime("2024-05-06t07:08:09z") == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert parse_datetime("2024-05-06") == "2024-05-06"
    assert parse_datetime(5) == 5 and parse_datetime(None) is None and parse_datetime(UNSET) is UNSET


def test_a_model_made_by_hand_sends_what_was_set() -> None:
    image = Image(kind="image", id="1", url="u", like_count=None)
    assert image.to_dict() == {"kind": "image", "id": "1", "url": "u", "likeCount": None}
    image.additional_properties["extra"] = {1, 2}
    image.nsfw = True
    assert image.to_dict() == {**image.to_dict(), "extra": [1, 2], "nsfw": True}
    assert repr(CreatedJob(job_id="7")) == "CreatedJob(job_id='7')"
    unknown = CreatedJob.from_dict({"jobId": "7", "new": [1]})
    assert repr(unknown) == "CreatedJob(job_id='7', additional_properties={'new': [1]})"
    with pytest.raises(TypeError):
        Image("image")  # type: ignore[misc]
    with pytest.raises(AttributeError):
        image.typo = 1  # type: ignore[attr-defined]


def test_changes_and_unknown_fields_can_both_be_sent() -> None:
    job = Job.from_dict(FULL)
    job.status = "PAUSED"
    job.additional_properties["later"] = UNSET
    job.additional_properties["more"] = Image(kind="image", id="2", url="v")
    sent = job.to_dict()
    assert sent["status"] == "PAUSED" and sent["more"]["id"] == "2" and "later" not in sent
    assert FULL["later"] == "kept"


def test_equality_copies_and_pickles() -> None:
    job = Job.from_dict(FULL)
    for twin in (Job.from_dict(FULL), copy.copy(job), copy.deepcopy(job), pickle.loads(pickle.dumps(job))):
        assert twin == job and twin.to_dict() == FULL
    assert job != Job.from_dict(FULL | {"id": "y"}) and job != FULL
    with pytest.raises(TypeError):
        hash(job)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "image", "id": "1", "url": "u"}, Image),
        ({"kind": "clip", "url": "u"}, Clip),
        ({"kind": "hologram", "url": "u"}, dict),
        ({"url": "u", "seconds": 2, "kind": "clip"}, Clip),
        ({}, dict),
        ("text", str),
        (None, type(None)),
    ],
)
def test_a_union_is_told_apart_by_its_tag_and_what_fits_nothing_is_kept(value: Any, expected: type) -> None:
    clip = Clip.from_dict({"kind": "clip", "url": "c", "parts": [value]})
    assert isinstance(clip.parts, list) and type(clip.parts[0]) is expected
    assert clip.to_dict()["parts"] == [value]


def test_a_union_without_a_tag_takes_the_best_fit() -> None:
    decode = union(Image, Clip, CreatedJob, int, str, JobStatus, array_of(int), map_of(Image))
    assert isinstance(decode({"jobId": "1"}), CreatedJob)
    assert isinstance(decode({"kind": "clip", "url": "u"}), Clip)
    assert isinstance(decode({"kind": "image", "url": "u", "id": "1"}), Image)
    assert decode("COMPLETE") is JobStatus.COMPLETE
    assert [decode(v) for v in (5, "x", 1.5, True, None, [1, 2])] == [5, "x", 1.5, True, None, [1, 2]]
    mapped = decode({"a": {"kind": "image", "id": "1", "url": "u"}})
    assert type(mapped) is dict and isinstance(mapped["a"], Image)
    assert decode({"what": "ever"}) == {"what": "ever"}
    dated = union(datetime, int)
    assert dated("2024-05-06T07:08:09Z") == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert dated("soon") == "soon"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"images": "x"}, "$.images"),
        ({"images": [{"id": "1"}, "x", "x"]}, "$.images[1]"),
        ({"images": {}}, "$.images"),
        ({"tags": {"a": 1}}, "$.tags"),
        ({"cover": [1]}, "$.cover"),
        ({"cover": 5}, "$.cover"),
    ],
)
def test_a_mismatch_is_located(body: dict[str, Any], path: str) -> None:
    decode = decoding.decoder("Job", "sample")
    with pytest.raises(Mismatch) as caught:
        decode(body)
    assert decoding.locate(body, caught.value) == path
    outer = {"odd key": [[], {"a": body}]}
    assert decoding.locate(outer, caught.value) == "$['odd key'][1].a" + path[1:]


def test_decoding_texts() -> None:
    jobs = decoding.decoder("{[Job]}", "sample")({"a": [{"id": "1"}, None]})
    assert [j and j.id for j in jobs["a"]] == ["1", None]
    assert isinstance(decoding.decoder("Image|Clip", "sample")({"kind": "clip", "url": "u"}), Clip)
    assert isinstance(decoding.decoder("Source", "sample")({"kind": "clip", "url": "u"}), Clip)
    assert isinstance(decoding.decoder("[Source|str]", "sample")([{"kind": "clip", "url": "u"}, "a"])[0], Clip)
    assert decoding.decoder("*", "sample")([1]) == [1]
    assert decoding.decoder("JobStatus", "sample")("FAILED") is JobStatus.FAILED
    assert decoding.decoder("datetime", "sample")("2024-01-01T00:00:00") == datetime(2024, 1, 1)
    with pytest.raises(Mismatch):
        decoding.decoder("[[int]]", "sample")([1])


def test_values_for_the_wire() -> None:
    assert to_wire({"a": UNSET, "b": None, JobStatus.FAILED: (1, UNSET)}) == {"b": None, "FAILED": [1]}
    assert to_wire([b"ab", UUID(int=1), Decimal("1.5"), date(2024, 1, 2), {"y", "x"}]) == [
        "YWI=",
        "00000000-0000-0000-0000-000000000001",
        1.5,
        "2024-01-02",
        ["x", "y"],
    ]
    with pytest.raises(TypeError, match="a value of type object"):
        to_wire({"a": [object()]})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
FIELDS = st.sampled_from([*FULL, "jobId", "kind", "url", "parts", "byName", "seconds"])


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(FIELDS, JSON, max_size=8))
def test_whatever_decodes_is_given_back_unchanged(data: dict[str, Any]) -> None:
    for model in (Job, Clip, Image, CreatedJob):
        try:
            decoded = model.from_dict(data)  # type: ignore[attr-defined]
        except Mismatch:
            continue
        assert decoded.to_dict() == data
        assert pickle.loads(pickle.dumps(decoded)).to_dict() == data
