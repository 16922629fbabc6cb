"""Pages: how they are decoded, and which part of one is the document."""

from __future__ import annotations

import gzip
import hashlib
import time
from pathlib import Path

import pytest

from generator import ingest
from generator.errors import UnusableInput
from generator.ingest import find_document, read_page, read_text_page
from generator.values import Fragment

SPECS = Path(__file__).parent.parent / "specs"
TRAILER = "\n\n# --- truncated at 32 KB (53 KB total) ---\n# Full source: https://example.com/x.json"


SWAGGER_1 = "this is Swagger 1, whose grammar is another; convert it to Swagger 2 or OpenAPI 3 first"
TOP = "an API description has `openapi` or `swagger` at its top"
INSIDE = (
    "no document in the page: the `openapi` here is inside another object or markup; save the API description by itself"
)
HTML = "with no document in it; was the URL an error page?"
TWO = "two documents in one page, at lines"
APART = "give each a page of its own"


def find(text: str) -> Fragment:
    return find_document(read_text_page("page.txt", text.encode()))


def refusal(text: str) -> str:
    with pytest.raises(UnusableInput) as error:
        find(text)
    return str(error.value)


def seen(fragment: Fragment) -> tuple[str, int, int, str]:
    return fragment.format, fragment.line, fragment.column, fragment.text


class TestReading:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_a_byte_order_mark_decides_the_encoding(self, encoding: str) -> None:
        raw = '{"openapi": "3.0.0", "é": "😀"}'.encode(encoding)
        page = read_text_page("page", raw)
        assert page.text == '{"openapi": "3.0.0", "é": "😀"}'
        assert page.sha256 == hashlib.sha256(raw).hexdigest()

    def test_big_endian_marks_are_known_too(self) -> None:
        assert read_text_page("page", b"\xfe\xff\x00{\x00}").text == "{}"

    def test_line_ends_are_kept_as_they_came(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"a\r\nb\rc\n")
        page = read_page(tmp_path / "a.txt")
        assert (page.name, page.text) == ("a.txt", "a\r\nb\rc\n")

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_bytes_that_are_no_text_are_named_with_their_offset(self, mark: bytes) -> None:
        with pytest.raises(UnusableInput) as error:
            read_text_page("page", mark + b"one\ntwo \xff")
        assert str(error.value).startswith(f"page:2: the bytes at offset {len(mark) + 8} (0xff) are not UTF-8")

    def test_half_a_utf_16_character_is_named(self) -> None:
        with pytest.raises(UnusableInput, match=r"^page:1: the bytes at offset 4 \(0x62\) are not UTF-16;"):
            read_text_page("page", b"\xff\xfea\x00b")

    def test_a_page_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(UnusableInput, match=r"none\.txt: cannot be read: No such file or directory"):
            read_page(tmp_path / "none.txt")
        with pytest.raises(UnusableInput, match="cannot be read: Is a directory; name the documents in it"):
            read_page(tmp_path)

    def test_a_page_beyond_the_limit_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ingest, "SIZE_LIMIT", 10)
        (tmp_path / "a.txt").write_bytes(b"x" * 11)
        with pytest.raises(UnusableInput, match=r"^a\.txt: larger than 10 bytes; give the API description alone$"):
            read_page(tmp_path / "a.txt")


class TestFinding:
    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (
                "leonardo/source/elements.1.txt",
                ("json", 1, 1, '{\n"openapi": "3.0.0"', '"bearerAuth": []\n}\n]\n}'),
            ),
            (
                "leonardo/source/elements.2.txt",
                ("json", 8, 1, '{\n  "openapi": "3.0', "Base model version for th"),
            ),
            (
                "leonardo/source/models.txt",
                ("json", 4, 1, '{\n"openapi": "3.0.0"', '"properties": {\n"akUUID": {'),
            ),
            (
                "leonardo/source/image-generation.txt",
                ("json", 14, 1, '{\n  "openapi": "3.0', '"type": "integer"\n             '),
            ),
            (
                "scenario/source/models.txt",
                ("reference", 1, 1, "Skip to content", "ImageDeleteResponse = unknown"),
            ),
        ],
    )
    def test_the_published_pages(self, page: str, expected: tuple[str, int, int, str, str]) -> None:
        fragment = find_document(read_page(SPECS / page))
        assert (fragment.format, fragment.line, fragment.column) == expected[:3]
        assert fragment.text.startswith(expected[3])
        assert fragment.text.endswith(expected[4])

    @pytest.mark.parametrize("verb", ["GET", "HEAD", "OPTIONS", "QUERY"])
    @pytest.mark.parametrize(
        "below",
        ["ThingCheckResponse = unknown", "ReturnsExpand Collapse\nid: string", "ThingCheckResponse {a}\na: string"],
    )
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_a_rendered_reference_is_known_by_its_operations(self, verb: str, below: str, end: str) -> None:
        page = f"Things\n\nCheck\n{verb}/things\n{below}\n".replace("\n", end)
        assert seen(find(page)) == ("reference", 1, 1, page)

    @pytest.mark.parametrize(
        "text", ["GET/things\nprose", "Check\nFETCH/things\nReturnsExpand Collapse", "see GET/things"]
    )
    def test_other_pages_that_name_operations_are_no_reference(self, text: str) -> None:
        assert refusal(text) == f"page.txt: no document in the page; {TOP}"

    @pytest.mark.parametrize(
        ("text", "format", "line", "column", "before", "after"),
        [
            ('see {id} and {"error": 1}\n  {"openapi": "3"}\nfoot {"a": 1}', "json", 2, 3, 28, 14),
            ('{"info": {"paths": 1}, "openapi": "3"}', "json", 1, 1, 0, 0),
            ('{"swagger": "2.0"}', "json", 1, 1, 0, 0),
            ('\r\n{\u00a0"openapi"\n: 3}', "json", 2, 1, 2, 0),
            ('{"a": "{\\"openapi\\": 1}", "paths": {}}', "json", 1, 1, 0, 0),
            ('{"x": {"openapi": "3.0.0"}, "paths": {}}', "json", 1, 1, 0, 0),
            ('{"components": {}}\n{"openapi": "3"}', "json", 2, 1, 19, 0),
            ('```json\n{"openapi": "3"}\n```', "json", 2, 1, 8, 4),
            ('{"openapi": "3", "text": "\nopenapi: 3.0.0\n"}', "json", 1, 1, 0, 0),
            ("{openapi: 3.0.0}", "yaml", 1, 1, 0, 0),
            ("{ # one line\n 'openapi': 3.0.0}", "yaml", 1, 1, 0, 0),
            ("openapi: 3.0.0\npaths: {}\n", "yaml", 1, 1, 0, 1),
            ("# a comment\n---\ninfo:\n  a: 1\n'openapi': 3.0.0", "yaml", 1, 1, 0, 0),
            ("paths:\n  /x: {}\n", "yaml", 1, 1, 0, 1),
            ("a: &a {b: 1}\nopenapi: 3.0.0\n\n<<: *a\n\n", "yaml", 1, 1, 0, 2),
            ("# API\n\n```yaml\nopenapi: 3.0.0\ntags:\n- a\n```\nmore\n", "yaml", 4, 1, 15, 10),
            ("The API:\n\nx-a: 1\nopenapi: 3.0.0\n\npaths: {}\n\nBy us.\nAll of it.\n", "yaml", 3, 1, 10, 20),
            ('openapi: 3.0.0\nexample: |\n  {"openapi": "3.0.0"}\n', "yaml", 1, 1, 0, 1),
        ],
    )  # fmt: skip
    def test_the_format_and_the_ends_are_decided_by_content(
        self, text: str, format: str, line: int, column: int, before: int, after: int
    ) -> None:
        """`before` and `after` count the characters of the page that are not the document."""
        assert seen(find(text)) == (format, line, column, text[before : len(text) - after])

    @pytest.mark.parametrize(
        "trailer",
        [
            TRAILER,
            "\n# --- truncated at 32 KB ---",
            "\n\n... (truncated)",
            "\n[output truncated]\n",
            "\n<!-- truncated -->",
            "\n...",
            "\r\n… 120 more lines\n",
            "",
            "\n",
        ],
    )
    def test_a_trailer_is_not_a_part_of_what_was_cut(self, trailer: str) -> None:
        text = '{"openapi": "3.0.0", "info": {"title": "half a ti'
        assert seen(find("prose\n" + text + trailer)) == ("json", 2, 1, text)

    def test_a_trailer_after_a_whole_document_cuts_nothing(self) -> None:
        assert find('{"openapi": "3.0.0"}' + TRAILER).text == '{"openapi": "3.0.0"}'

    def test_what_reads_like_a_trailer_inside_a_whole_document_stays(self) -> None:
        text = '{"openapi": "3.0.0", "a": "\n# --- truncated ---\n"}'
        assert find(text).text == text

    def test_json_that_goes_on_after_its_last_brace_is_not_taken_for_a_footer(self) -> None:
        text = '{"openapi": "3.0.0"}}, "paths": {}}'
        assert find(text).text == text

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", f"page.txt: the page is empty; {TOP}"),
            ("Hello {id}, see openapi", f"page.txt: no document in the page; {TOP}"),
            ('{"error": "no openapi here"}', f"page.txt: no document in the page; {TOP}"),
            ('\n{"spec": {"openapi": "3"}}', f"page.txt:2: {INSIDE}"),
            ("<pre>{&quot;openapi&quot;: 3}</pre>", f"page.txt:1: {INSIDE}"),
            ("<!DOCTYPE html>\n<title>403\n No</title>", f"page.txt:1: an HTML page ('403 No') {HTML}"),
            ("<html><body>", f"page.txt:1: an HTML page {HTML}"),
            ('{"swaggerVersion": "1.2", "apis": []}', f"page.txt: {SWAGGER_1}"),
            ("swaggerVersion: '1.2'\napis: []\n", f"page.txt: {SWAGGER_1}"),
            ('{"openapi": "3"}\n\n{"openapi": "3"}', f"page.txt: {TWO} 1 and 3; {APART}"),
            ("```\nopenapi: 3.0.0\n```\n```\nopenapi: 3.0.0\n```\n", f"page.txt: {TWO} 2 and 5; {APART}"),
            ('openapi: 3.0.0\npaths: {}\n\n{"openapi": "3"}', f"page.txt: {TWO} 1 and 4; {APART}"),
        ],
    )  # fmt: skip
    def test_no_document_and_two_are_refused(self, text: str, message: str) -> None:
        assert refusal(text) == message

    @pytest.mark.parametrize(
        "nothing", [" ", "\n", "{", '{"', '{"a":', "[", '"', "a: b\n", "\0", "openapi ", '{"openapi":']
    )
    def test_megabytes_of_nothing_are_refused_at_once(self, nothing: str) -> None:
        begun = time.process_time()
        refusal(nothing * (5_000_000 // len(nothing)))
        assert time.process_time() - begun < 15

    def test_more_objects_than_memory_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ingest, "CONTAINER_LIMIT", 1000)
        text = '{"openapi": "3.0.0", "x": [' + "{}," * 1000 + "1]}"
        assert refusal(text) == "page.txt: more than 1,000 objects and lists in one document"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (gzip.compress(b"openapi: 3.0.3"), "gzip data"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"%PDF-1.7 openapi", "a PDF"),
    ],
    ids=["gzip", "zip", "PDF"],
)
def test_what_is_no_text_is_called_by_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(UnusableInput, match=f"^page: {kind}, not text; unpack it"):
        read_text_page("page", data)
