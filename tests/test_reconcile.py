"""Witnesses of one document: what each lost is the other's, and everything else is a conflict."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Conflict, UnusableInput
from generator.ingest import find_document, read_page, read_text_page
from generator.reconcile import reconcile
from generator.reconcile.lossy_text import is_lossy_copy, richest
from generator.repair import parse
from generator.spec.openapi import get
from generator.values import Document, Note

SOURCE = Path(__file__).parent.parent / "specs" / "leonardo" / "source"
OPERATIONS = [
    ("/elements/{id}", "get", "delete"),
    ("/elements/user/{userId}", "get"),
    ("/elements", "post", "get"),
]
SPEC: dict[str, Any] = {
    "openapi": "3.0.0",
    "info": {"title": "T", "description": "Send <code>Bearer <api_key></code> &amp; wait."},
    "tags": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
    "paths": {"/x": {"get": {"operationId": "x", "deprecated": True}}, "/y": {"get": {"operationId": "y"}}},
    "components": {"schemas": {"A": {"type": "string", "maxLength": 3}, "B": {"enum": ["p", "q", "r"]}}},
}


def witness(text: str, page: str) -> Document:
    return parse(find_document(read_text_page(page, text.encode())), "doc")


def document(data: dict[str, Any], page: str, *notes: Note) -> Document:
    return Document("doc", {"openapi": "3.0.0", **data}, notes, (page,))


def cut(pointer: str) -> Note:
    return Note("repair", "document-cut", f"doc#{pointer}", "cut")


def conflict(*documents: Document) -> str:
    messages = set()
    for order in itertools.permutations(documents):
        with pytest.raises(Conflict) as error:
            reconcile(order)
        messages.add(str(error.value))
    assert len(messages) == 1
    return messages.pop()


def agreed(*documents: Document) -> Document:
    """The result, which must be the same to the byte in whatever order the witnesses come."""
    results = [reconcile(order) for order in itertools.permutations(documents)]
    assert len({json.dumps(result.data) for result in results}) == 1
    assert all(result == results[0] for result in results)
    return results[0]


@pytest.fixture(scope="module")
def result() -> Document:
    pages = [read_page(SOURCE / f"elements.{number}.txt") for number in (1, 2)]
    return agreed(*(parse(find_document(page), "elements") for page in pages))


class TestElements:
    """The two published pages: elements.1 is whole but stripped, elements.2 intact but cut at 32 KB."""

    def test_the_document_is_complete_and_the_cut_forgotten(self, result: Document) -> None:
        assert len(result.data["components"]["schemas"]) == 65
        assert [(path, *item) for path, item in result.data["paths"].items()] == OPERATIONS
        assert result.notes == ()
        assert result.witnesses == ("elements.1.txt", "elements.2.txt")

    def test_both_tables_are_the_intact_ones(self, result: Document) -> None:
        properties = "/paths/~1elements/post/requestBody/content/application~1json/schema/properties"
        tables = {repair.where: repair.what for repair in result.repairs if repair.code == "lost-markup"}
        assert tables == {
            f"elements#{properties}/{name}/description": (
                "elements.1.txt lost markup or line ends; taken from elements.2.txt"
            )
            for name in ("num_train_epochs", "learning_rate")
        }
        for name in ("num_train_epochs", "learning_rate"):
            text = get(result.data, f"{properties}/{name}/description")
            assert text.count("<tr>") == 6
            assert "rowspan='3'>FLUX_DEV<" in text

    def test_the_provenance_names_what_was_beyond_the_cut(self, result: Document) -> None:
        healed = [repair.where for repair in result.repairs if repair.code == "lost-to-cut"]
        assert healed[0] == "elements#/components/schemas/lora/properties/baseModel/description"
        assert "elements#/components/securitySchemes" in healed
        assert healed[-1] == "elements#/security"

    def test_a_placeholder_that_only_the_stripped_witness_could_have_is_gone(self, result: Document) -> None:
        """`<api_key>` was eaten in the one page, and the other is cut before it: nothing here can know."""
        scheme = result.data["components"]["securitySchemes"]["bearerAuth"]
        assert scheme["description"] == "Bearer HTTP authentication. Allowed headers `Authorization: Bearer `"

    def test_a_longer_second_page_brings_the_placeholder_back(self) -> None:
        page = read_page(SOURCE / "elements.1.txt")
        whole = page.text.replace("`Authorization: Bearer `", "`Authorization: Bearer <api_key>`")
        result = agreed(
            parse(find_document(page), "elements"),
            parse(find_document(read_text_page("whole.txt", whole.encode())), "elements"),
        )
        scheme = result.data["components"]["securitySchemes"]["bearerAuth"]
        assert scheme["description"].endswith("`Authorization: Bearer <api_key>`")


class TestCuts:
    @settings(max_examples=40, deadline=None)
    @given(st.data())
    def test_a_stripped_and_a_cut_witness_make_the_whole(self, data: st.DataObject) -> None:
        text = json.dumps(SPEC, indent=1)
        end = data.draw(st.integers(text.index("info"), len(text) - 2))
        stripped = re.sub(r"</?\w+>", "", text.replace("&amp;", "&"))
        result = agreed(witness(text[:end], "cut.txt"), witness(stripped, "stripped.txt"))
        expected = json.loads(text if end > text.index("wait.") + 6 else stripped)
        assert result.data == expected
        assert result.notes == ()

    @settings(max_examples=40, deadline=None)
    @given(st.data())
    def test_of_several_cuts_the_furthest_is_left(self, data: st.DataObject) -> None:
        text = json.dumps(SPEC, indent=1)
        ends = data.draw(st.lists(st.integers(text.index("info"), len(text) - 2), min_size=2, max_size=3))
        cuts = [witness(text[:end], f"{number}.txt") for number, end in enumerate(ends)]
        furthest = cuts[ends.index(max(ends))]
        result = agreed(*cuts)
        assert result.data == furthest.data
        assert [note.key for note in result.notes] == [note.key for note in furthest.notes]

    def test_witnesses_with_other_orders_of_keys_heal_each_other(self) -> None:
        one = document({"paths": {"/x": {"a": 1}}, "tags": [1]}, "1", cut("/tags/1"))
        two = document({"tags": [1, 2], "components": {"b": 2}}, "2", cut("/components"))
        result = agreed(one, two)
        assert result.data == {
            "openapi": "3.0.0", "paths": {"/x": {"a": 1}}, "tags": [1, 2], "components": {"b": 2},
        }  # fmt: skip
        assert [note.key for note in result.notes] == ["document-cut doc#/components"]

    def test_what_is_missing_away_from_the_cut_is_a_conflict(self) -> None:
        one = document({"paths": {"/x": {"a": 1}}, "tags": [1]}, "1", cut("/tags/1"))
        two = document({"paths": {"/x": {"a": 1, "b": [2]}}, "tags": [1]}, "2")
        assert conflict(one, two).endswith(":\n  /paths/~1x/b: 1 lacks it; 2 has [2]")

    def test_what_only_the_cut_witness_has_is_a_conflict(self) -> None:
        one = document({"tags": [1], "x": 1}, "1", cut("/x"))
        two = document({"tags": [1]}, "2")
        assert conflict(one, two).endswith(":\n  /x: 2 lacks it; 1 has 1")

    def test_a_dropped_number_is_healed_by_a_witness_that_has_one(self) -> None:
        one = witness('{"openapi": "3.0.0", "maximum": 1e999, "x": 1}', "1")
        two = witness('{"openapi": "3.0.0", "maximum": 5, "x": 1.0}', "2")
        result = agreed(one, two)
        assert result.data == {"openapi": "3.0.0", "maximum": 5, "x": 1}
        assert result.notes == ()
        assert agreed(one, one).notes == one.notes


class TestConflicts:
    def test_every_disagreement_is_listed_with_both_values_and_pages(self) -> None:
        one = document({"a": 1, "b": "cat", "c": [1], "d": {"x": 1}, "e": True, "f": "same"}, "1.txt")
        two = document({"a": 2, "b": "dog", "c": [1, 2], "d": [1], "e": 1, "f": "same"}, "2.txt")
        assert conflict(one, two) == (
            "doc: the witnesses disagree where neither has lost anything; "
            "find out which is right and remove the other page:"
            "\n  /a: 1.txt has 1; 2.txt has 2"
            '\n  /b: 1.txt has "cat"; 2.txt has "dog"'
            "\n  /c: 1.txt has [1]; 2.txt has [1, 2]"
            '\n  /d: 1.txt has {"x": 1}; 2.txt has [1]'
            "\n  /e: 1.txt has true; 2.txt has 1"
        )

    def test_one_of_three_that_disagrees_is_enough(self) -> None:
        documents = [document({"a": value}, f"{page}.txt") for page, value in enumerate("xxy")]
        assert '/a: 0.txt has "x"; 1.txt has "x"; 2.txt has "y"' in conflict(*documents)

    def test_thousands_of_conflicts_are_counted(self) -> None:
        one = document({str(n): 0 for n in range(5000)}, "1")
        two = document({str(n): 1 for n in range(5000)}, "2")
        assert conflict(one, two).endswith("\n  and 4900 more")

    def test_only_witnesses_of_one_document_can_be_reconciled(self) -> None:
        other = Document("other", {}, (), ("p",))
        with pytest.raises(UnusableInput, match="witnesses of different documents cannot be reconciled: doc, other"):
            reconcile([document({}, "1"), other])
        with pytest.raises(UnusableInput, match="no document to reconcile"):
            reconcile([])

    def test_a_single_witness_is_the_document(self) -> None:
        one = document({"a": 1}, "1", cut("/b"))
        assert reconcile([one]) is one


class TestText:
    @pytest.mark.parametrize(
        ("copy", "original"),
        [
            ("Bearer ", "Bearer <api_key>"),
            ("", "<api_key>"),
            ("a b", "a\nb"),
            ("one two", "<p>one</p><p>two</p>"),
            ("onetwo", "<p>one</p><p>two</p>"),
            ("bold and code", "<b>bold</b> and <code>code</code>"),
            ("bolder", "<b>bold</b>er"),
            ("bold and code", "**bold** and `code`"),
            ("Fish & chips", "Fish &amp; chips"),
            ("Use  here", "Use &lt;token&gt; here"),
            ("see the guide for more", "see [the guide](https://example.com/a) for more"),
            ("A B\n1 2 3", "| A | B |\n|---|---|\n| 1 | 2 3 |"),
            ("\n| A | B |\n|---|\n| 1 |", "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>"),
            ("- one thing\n- two", "<ul><li>one thing</li><li>two</li></ul>"),
            ("x <b>y</b>", "<p>x <b>y</b></p>"),
        ],
    )  # fmt: skip
    def test_a_text_that_lost_markup_gives_way(self, copy: str, original: str) -> None:
        assert is_lossy_copy(copy, original)
        assert richest([copy, original]) == richest([original, copy]) == original

    @pytest.mark.parametrize(
        ("one", "two"),
        [
            ("Bearer <api_key>", "Bearer <token>"),
            ("<b>one</b>", "<i>one</i>"),
            ("between 1 and 4", "between 1 and 8"),
            ("a|b", "a b"),
            ("snake_case name here", "snakecase name here"),
            ("2*3 is it not", "23 is it not"),
            ("x > 5 here", "x 5 here"),
            ("[a](one) b c", "[a](two) b c"),
            ("10", "1 0"),
            ("A longer text", "A longer text, and more"),
            ("", "text"),
        ],
    )
    def test_a_text_that_says_something_else_does_not(self, one: str, two: str) -> None:
        assert richest([one, two]) is richest([two, one]) is None

    def test_three_copies_each_with_its_own_loss_need_one_that_has_all(self) -> None:
        whole = "<b>Use</b> the <code>key</code>"
        assert richest(["Use the key", "<b>Use</b> the key", whole]) == whole
        assert richest(["<b>Use</b> the key", "Use the <code>key</code>"]) is None
