"""Reading YAML as vendors write it: keys, aliases, cuts, numbers; and what is refused with its place."""

from __future__ import annotations

from typing import Any

import pytest
from read_pages import read, refusal

TRAILER = "\n\n# --- truncated at 32 KB (53 KB total) ---\n# Full source: https://example.com/openapi.json"


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
