"""Reading JSON as vendors write it: repeated keys, cuts, numbers, depth; and what is refused with its place."""

from __future__ import annotations

import json
import time

import pytest
from read_pages import SOURCE, read, refusal

from generator.errors import UnusableInput
from generator.ingest import find_document, read_page
from generator.repair import parse
from generator.values import Fragment, Page


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
            ('{"openapi": "3.0.0",\n "a": 1,, "b": 2}', "2:9: expected a key in double quotes, found `,`"),
            (
                '{"openapi": "3.0.0", /* no\n}',
                "1:22: expected a key in double quotes, found a comment (`/*`)",
            ),
            ('{"openapi": "3.0.0", info: {}}', "1:22: expected a key in double quotes, found `info`"),
            ('{"openapi": NaN}', "1:13: expected a value, found `NaN`"),
            ('{"openapi": "a\\q"}', "1:15: `\\q` is not an escape that JSON knows"),
            ('{"openapi": 01}', "1:13: `01` is not a JSON number"),
            ('{"openapi": "3" "a": 1}', '1:17: expected `,` or `}`, found `"`'),
            ('{"openapi": [1, , 2]}', "1:17: expected a value, found `,`"),
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
