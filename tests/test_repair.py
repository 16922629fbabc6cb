"""Reading documents: the repairs by their cases, and that broken bytes end in a document or a clear error."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_pages import ROOT, SOURCE
from ruamel.yaml import YAML

from generator.errors import GeneratorError
from generator.ingest import find_document, read_text_page
from generator.repair import parse
from generator.repairs import REPAIRS, Repair, apply, mend

CASES = ROOT / "tests" / "cases" / "repairs"


def case(repair: Repair) -> dict[str, str]:
    return dict(YAML(typ="safe", pure=True).load(CASES / f"{repair.__name__}.yaml"))


class TestRepairs:
    @pytest.mark.parametrize("repair", REPAIRS, ids=lambda each: each.__name__)
    def test_a_repair_makes_its_case_and_then_finds_nothing(self, repair: Repair) -> None:
        it = case(repair)
        text, _ = apply(it["before"], tuple(repair(it["before"])))
        assert text == it["after"]
        assert list(repair(text)) == []

    @pytest.mark.parametrize("repair", REPAIRS, ids=lambda each: each.__name__)
    def test_a_repair_leaves_sound_text_alone(self, repair: Repair) -> None:
        assert list(repair(case(repair)["unchanged"])) == []

    @given(st.text('"\\ud83\u00a0\n\t{}:,a', max_size=40))
    def test_a_second_run_of_the_repairs_finds_nothing(self, text: str) -> None:
        assert mend(mend(text).text).made == ()

    @given(st.lists(st.sampled_from(['"a"', '"\n"', '"\\ud83d"', "\u00a0", "{", "x"]), max_size=12))
    def test_every_unrepaired_character_is_found_where_it_stood(self, parts: list[str]) -> None:
        text = "".join(parts)
        mended = mend(text)
        for offset, char in enumerate(mended.text):
            if char in '{x"':
                assert text[mended.original(offset)] == char


class TestBrokenBytes:
    """Whatever happens to the bytes of a page, a document or a clear error comes out."""

    @pytest.mark.parametrize("page", ["elements.1.txt", "models.txt"])
    def test_flipped_bits(self, page: str) -> None:
        raw = (SOURCE / page).read_bytes()
        generator = random.Random(page)
        for _ in range(120):
            broken = bytearray(raw)
            for _ in range(generator.randint(1, 4)):
                broken[generator.randrange(len(raw))] ^= 1 << generator.randrange(8)
            attempt(bytes(broken))

    def test_pieces_lost_and_doubled(self) -> None:
        raw = (SOURCE / "elements.1.txt").read_bytes()
        generator = random.Random(7)
        for _ in range(120):
            start, end = sorted(generator.randrange(len(raw)) for _ in range(2))
            piece = raw[start : min(end, start + 300)]
            attempt(generator.choice([raw.replace(piece, b"", 1), raw[:start] + piece + raw[start:], raw[start:end]]))

    @settings(max_examples=150, deadline=None)
    @given(st.binary(max_size=60))
    def test_noise_after_a_yaml_head(self, noise: bytes) -> None:
        attempt(b"openapi: 3.0.0\npaths:\n  /x: {a: [1, &a b]}\n" + noise)

    @settings(max_examples=150, deadline=None)
    @given(st.text("ab:-{}[]&*!|>'\"%@`#,? \n\t1.~<", max_size=40))
    def test_yaml_punctuation(self, noise: str) -> None:
        attempt(("openapi: 3.0.0\n" + noise).encode())


def attempt(data: bytes) -> None:
    try:
        document = parse(find_document(read_text_page("page", data)), "doc")
    except GeneratorError as error:
        assert str(error)
    else:
        json.dumps(document.data, ensure_ascii=False).encode()
