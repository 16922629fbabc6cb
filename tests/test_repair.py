"""Reading documents: the repairs by their cases, JSON and YAML as vendors write them, and what is refused."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.errors import GeneratorError, UnusableInput
from generator.ingest import find_document, read_page, read_text_page
from generator.repair import parse
from generator.repairs import REPAIRS, Repair, apply, mend
from generator.values import Document, Fragment, Page

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases" / "repairs"
SOURCE = ROOT / "specs" / "leonardo" / "source"
TRAILER = "\n\n# --- truncated at 32 KB (53 KB total) ---\n# Full source: https://example.com/openapi.json"


def read(text: str | bytes) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return parse(find_document(read_text_page("page.txt", data)), "doc")


def refusal(text: str | bytes) -> str:
    with pytest.raises(UnusableInput) as error:
        read(text)
    return str(error.value)


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


class TestJson:
    def test_the_scraped_page_keeps_its_line_feeds(self) -> None:
        """elements.1.txt has raw line feeds in two strings, and nothing else wrong with it."""
        document = parse(find_document(read_page(SOURCE / "elements.1.txt")), "elements")
        body = document.data["paths"]["/elements"]["post"]["requestBody"]["content"]["application/json"]
        assert body["schema"]["properties"]["num_train_epochs"]["description"].startswith(
            "The number of times the entire training dataset is passed through the element.\n| Model Type |"
        )
        assert len(document.data["components"]["schemas"]) == 65
        assert document.notes == ()
        assert [repair.key for repair in document.repairs] == ["raw-control-characters elements#"]
        assert "elements.1.txt:365:95" in document.repairs[0].what

    @pytest.mark.parametrize(
        ("page", "where", "place"),
        [
            ("elements.2", "/components/schemas/lora/properties/baseModel/description", "899:54"),
            ("models", "/components/schemas/BlueprintExecution/properties/akUUID", "955:12"),
            (
                "image-generation",
                "/paths/~1generations~1user~1{userId}/get/responses/200/content/application~1json/schema"
                "/properties/generations/items/properties/generated_images/items/properties/likeCount",
                "776:14",
            ),
        ],
    )
    def test_a_cut_page_says_where_in_pointer_line_and_column(self, page: str, where: str, place: str) -> None:
        document = parse(find_document(read_page(SOURCE / f"{page}.txt")), "doc")
        (note,) = document.notes
        assert note.key == f"document-cut doc#{where}"
        assert note.what.startswith(f"{page}.txt:{place}: the document is cut ")
        assert "truncated at 32 KB" in note.what

    def test_equal_duplicates_are_accepted_and_recorded(self) -> None:
        document = read('{"openapi": "3.0.0",\n"info": {"a": [1]},\n"info": {"a": [1.0]}}')
        assert document.data == {"openapi": "3.0.0", "info": {"a": [1]}}
        assert document.notes == ()
        assert [(each.key, each.what) for each in document.repairs] == [
            ("repeated-key doc#/info", "page.txt:3:1: the same again as at page.txt:2:1")
        ]

    def test_the_dots_that_end_a_yaml_document_are_no_cut(self) -> None:
        text = "# c\n%YAML 1.2\n---\nopenapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths: {}\n...\n"
        whole = read(text)
        assert list(whole.notes) == [] and whole.data["paths"] == {}
        cut = read(text.replace("---\n", "").replace("%YAML 1.2\n", ""))
        assert [note.code for note in cut.notes] == ["document-cut"]

    def test_different_duplicates_name_both_places(self) -> None:
        assert refusal('{"openapi": "3.0.0",\n"info": {"a": 1},\n"info": {"a": true}}') == (
            'page.txt:3:1: "info" stands twice in the root with different values; delete one of them '
            "(the first is at page.txt:2:1)"
        )

    @pytest.mark.parametrize("number", ["1e999999", "-1e400", "9" * 5000, "1" + "0" * 309])
    def test_a_number_no_double_can_hold_is_dropped_and_noted(self, number: str) -> None:
        document = read(f'{{"openapi": "3.0.0", "maximum": {number}, "minimum": 1}}')
        assert document.data == {"openapi": "3.0.0", "minimum": 1}
        assert [note.key for note in document.notes] == ["number-out-of-range doc#/maximum"]
        assert document.notes[0].what == f"page.txt:1:33: {number[:40]} is beyond any double"

    def test_the_largest_double_and_a_long_fraction_stay(self) -> None:
        document = read('{"openapi": "3", "a": 1.7976931348623157e+308, "b": 0.' + "1" * 400 + "}")
        assert document.data == {"openapi": "3", "a": 1.7976931348623157e308, "b": 1 / 9}
        assert document.notes == ()

    def test_text_is_always_writable_as_utf_8(self) -> None:
        document = read('{"openapi": "3", "a": "\\ud83d", "\\ude00": "\\ud83d\\ude00"}')
        assert document.data == {"openapi": "3", "a": "\ufffd", "\ufffd": "😀"}
        assert [repair.key for repair in document.repairs] == ["lone-surrogates doc#"]
        json.dumps(document.data, ensure_ascii=False).encode()

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('{"openapi": "3.0.0",\n "a": oops}', "2:7: expected a value, found `oops`"),
            ('{"openapi": "3.0.0",\n "a": 1,}', "2:9: expected a key in double quotes, found `}`"),
            (
                '{"openapi": "3.0.0", // no\n}',
                "1:22: expected a key in double quotes, found a comment (`//`)",
            ),
            ('{"openapi": "3.0.0", info: {}}', "1:22: expected a key in double quotes, found `info`"),
            ('{"openapi": NaN}', "1:13: expected a value, found `NaN`"),
            ('{"openapi": "a\\q"}', "1:15: `\\q` is not an escape that JSON knows"),
            ('{"openapi": 01}', "1:13: `01` is not a JSON number"),
            ('{"openapi": "3" "a": 1}', '1:17: expected `,` or `}`, found `"`'),
            ('{"openapi": [1, ]}', "1:17: expected another item after the comma, found `]`"),
            (
                '{"openapi": "3"}, "a": 1}',
                "1:17: the document has ended here, but `,` follows; is there a brace too many?",
            ),
            ('two lines\nof prose {"openapi": x}', "2:22: expected a value, found `x`"),
            ('{"openapi":\u00a0"a\nb", "c" 1}', "2:9: expected `:` after the key, found `1`"),
        ],
    )
    def test_an_error_in_the_middle_is_an_error_at_its_place_in_the_page(self, text: str, message: str) -> None:
        assert refusal(text) == f"page.txt:{message}"

    @pytest.mark.parametrize("opening", ['{"a":', "["])
    def test_deep_nesting_is_refused_with_its_place(self, opening: str) -> None:
        assert ": nested deeper than 200 levels" in refusal('{"openapi": "3", "x": ' + opening * 10_000)

    def test_nesting_that_json_loads_would_take_is_still_refused(self) -> None:
        deep = '{"openapi": "3", "x": ' + "[" * 200 + "]" * 200 + "}"
        assert refusal(deep) == "page.txt:1:222: nested deeper than 200 levels; is this really an API description?"
        assert read(deep.replace("[" * 200 + "]" * 200, "[" * 199 + "]" * 199)).notes == ()

    def test_only_an_object_is_a_document(self) -> None:
        page = Page("p", '["openapi"]', "")
        with pytest.raises(UnusableInput, match=r"^p:1:1: an API description is an object, this is a list$"):
            parse(Fragment(page, "json", page.text), "doc")

    def test_a_document_with_nothing_complete_is_refused(self) -> None:
        assert refusal('{"openapi": "3.') == ("page.txt:1:1: nothing in the document is complete; fetch the page again")

    def test_a_large_document_is_read_in_seconds(self) -> None:
        operation = {"summary": "x" * 200, "parameters": [{"name": "id", "required": True}] * 5}
        spec = {"openapi": "3.0.0", "paths": {f"/p{n}": {"get": operation} for n in range(20_000)}}
        text = json.dumps(spec, indent=1)
        assert len(text) > 9_000_000
        begun = time.process_time()
        assert read(text).data == spec
        assert time.process_time() - begun < 40


class TestYaml:
    HEAD = "openapi: 3.0.0\n"

    def test_keys_are_text_and_values_are_json(self) -> None:
        document = read(
            self.HEAD + "200: NO\nyes: on\n~: 2020-01-01\ntrue: [1.5, 0x1F, 0o17, +5, .5, 1e3, true, Null, ~]\n"
            "1.0: !!str 7\ndate: 2020-01-01T00:00:00Z\nempty:\n"
        )
        assert document.data == {
            "openapi": "3.0.0",
            "200": "NO",
            "yes": "on",
            "~": "2020-01-01",
            "true": [1.5, 31, 15, 5, 0.5, 1000.0, True, None, None],
            "1.0": "7",
            "date": "2020-01-01T00:00:00Z",
            "empty": None,
        }

    def test_aliases_and_merge_keys_are_written_out(self) -> None:
        document = read(
            self.HEAD + "a: &a {x: 1, y: [2]}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 9\nd: *a\n'<<': quoted\n"
        )
        assert document.data == {
            "openapi": "3.0.0",
            "a": {"x": 1, "y": [2]},
            "b": {"y": 3, "z": 4},
            "c": {"x": 9, "y": [2], "z": 4},
            "d": {"x": 1, "y": [2]},
            "<<": "quoted",
        }
        assert document.data["d"] is not document.data["a"]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("a: &a [*a]", "2:8: the alias *a contains itself"),
            ("a: *b", "2:4: the alias *b has no anchor before it"),
            ("a: !!python/object:os.system x", "has no meaning in an API description; delete it"),
            ("a: !!int x", "has no meaning in an API description; delete it"),
            ("a: !!set {x}", "has no meaning in an API description; delete it"),
            ("a:\n\t- b", "3:1: while scanning for the next token, found character '\\t' that cannot start"),
            ("a: 1\na: 2", '3:4: "a" stands twice in the root with different values'),
            ("? [a]\n: b", "2:3: a key that is a list or a mapping; keys must be text"),
            ("a: " + "[" * 10_000, "2:203: nested deeper than 200 levels"),
            ("a: &a b\n<<: *a", "3:5: `<<` merges mappings, and this is not one"),
            ("a: \a", "2:4: the character U+0007 is not allowed in YAML"),
            ('info: "x\npaths:\n  /x: 1\n', "while scanning a quoted scalar, found unexpected end of stream"),
            ("---\nopenapi: 3.0.0", "page.txt:2:1: a second YAML document starts here"),
            ("---\nopenapi: 3.0.0", "(the first is at page.txt:1:1)"),
        ],
    )
    def test_what_cannot_be_read_is_refused_with_its_place(self, text: str, message: str) -> None:
        assert message in refusal(self.HEAD + text)

    def test_a_bomb_of_aliases_is_refused_before_it_grows(self) -> None:
        levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
        message = refusal(self.HEAD + "a0: &a0 [x, x, x, x]\n" + "\n".join(levels))
        assert "the aliases stand for more than 500,000 nodes; write them out" in message

    def test_equal_duplicates_are_accepted_and_recorded(self) -> None:
        document = read(self.HEAD + "a: {b: 1}\na:\n  b: 1\n")
        assert document.data == {"openapi": "3.0.0", "a": {"b": 1}}
        assert [repair.key for repair in document.repairs] == ["repeated-key doc#/a"]

    def test_numbers_that_json_cannot_write_are_dropped_and_noted(self) -> None:
        document = read(self.HEAD + f"a: .inf\nb: .nan\nc: {'9' * 5000}\nd: 1e999\ne: 1\n")
        assert document.data == {"openapi": "3.0.0", "e": 1}
        assert [note.key for note in document.notes] == [f"number-out-of-range doc#/{key}" for key in "abcd"]

    @pytest.mark.parametrize(
        ("end", "summary", "where"),
        [
            ("      summary: hel", {}, "/paths/~1x/get/summary"),
            ("      summary: hel\n      descr", {"summary": "hel"}, "/paths/~1x/get"),
            ("      summary: hel\n      tags:", {"summary": "hel"}, "/paths/~1x/get/tags"),
            ('      summary: hel\n      descr: "in quo', {"summary": "hel"}, "/paths/~1x/get"),
            ('      summary: "hel"', {"summary": "hel"}, "/paths/~1x/get"),
            ("      tags: [a]\n      more: [b, c", {"tags": ["a"]}, "/paths/~1x/get"),
            (
                "      summary: hel\n      text: |\n        a\n        b",
                {"summary": "hel"},
                "/paths/~1x/get/text",
            ),
        ],
    )
    def test_a_cut_page_loses_the_leaf_that_may_be_incomplete(
        self, end: str, summary: dict[str, Any], where: str
    ) -> None:
        document = read(self.HEAD + "paths:\n  /x:\n    get:\n      operationId: a\n" + end + TRAILER)
        assert document.data["paths"]["/x"]["get"] == {"operationId": "a", **summary}
        assert [note.key for note in document.notes] == [f"document-cut doc#{where}"]

    def test_half_an_emoji_becomes_the_replacement_character(self) -> None:
        assert read(self.HEAD + 'a: "\\ud83d\\ude00 \\ud83d"').data["a"] == "😀 \ufffd"


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
