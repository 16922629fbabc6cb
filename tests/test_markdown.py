"""HTML in descriptions becomes Markdown; Markdown stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markdown import markdown

EPOCHS = (
    "The number of times.<br><br><table>"
    "<tr><th>Model Type</th><th>Lora Focus</th><th>Min</th><th>Max</th></tr>"
    "<tr><td>Default</td><td>General | Style</td><td>1</td><td>250</td></tr>"
    "<tr><td rowspan='3'>FLUX_DEV</td><td>Style</td><td>30</td><td>120</td></tr>"
    "<tr><td>Object</td><td>120</td><td>220</td></tr>"
    "<tr><td>Character</td><td colspan='2'>NA</td></tr></table>"
)


def test_a_cell_stands_on_each_row_and_in_each_column_that_it_spans() -> None:
    assert markdown(EPOCHS).text.split("\n") == [
        "The number of times.",
        "",
        "| Model Type | Lora Focus | Min | Max |",
        "| --- | --- | --- | --- |",
        "| Default | General \\| Style | 1 | 250 |",
        "| FLUX_DEV | Style | 30 | 120 |",
        "| FLUX_DEV | Object | 120 | 220 |",
        "| FLUX_DEV | Character | NA | NA |",
    ]
    assert markdown(EPOCHS).remarks == ()


def test_a_row_and_a_column_that_are_spanned_at_once_are_both_filled() -> None:
    text = "<table><tr><th>a</th><th>b</th><th>c</th></tr>"
    text += "<tr><td rowspan=2 colspan=2>x</td><td>1</td></tr><tr><td>2</td></tr></table>"
    assert markdown(text).text.split("\n")[2:] == ["| x | x | 1 |", "| x | x | 2 |"]


def test_a_ragged_row_is_filled_up_and_remarked_on() -> None:
    found = markdown("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>")
    assert found.text == "| a | b |\n| --- | --- |\n| 1 |  |"
    assert found.remarks == ("Row 2 of a table is ragged: its cells and the spans above do not fill 2 columns.",)


def test_a_table_without_headings_gets_empty_ones() -> None:
    assert markdown("<table><tr><td>1</td></tr></table>").text == "|  |\n| --- |\n| 1 |"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("A <b>bold</b> and <em>soft</em> word", "A **bold** and *soft* word"),
        ("<code>&lt;x&gt;</code> and <tt>a`b</tt>", "`<x>` and ``a`b``"),
        ("One<br>two<br/><br />three", "One\n\ntwo\n\nthree"),
        ("Any of:<br>- a<br>- b", "Any of:\n- a\n- b"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<ul>\n  <li>a</li>\n  <li>b<ul><li>c</li></ul></li>\n</ul>tail", "- a\n- b\n  - c\n\ntail"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ('See <a href="https://x.y/z">the guide</a>.', "See [the guide](https://x.y/z)."),
        ('<a href="https://x.y">https://x.y</a>', "<https://x.y>"),
        ('<a href="javascript:x">y</a>', "y"),
        ('<pre><code class="language-json">{"a": 1}\n</code></pre>', '```json\n{"a": 1}\n```'),
        ("<h2>Title</h2>text", "## Title\n\ntext"),
        ('<img src="a.png" alt="A">', "![A](a.png)"),
        ("10<sup>2</sup> H<sub>2</sub>O", "10^2 H2O"),
        ("<blockquote>one<br>two</blockquote>", "> one\n>\n> two"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "**a**\n\nb"),
        ("<script>alert(1)</script>text<!-- gone -->", "text"),
        ("<b>x</b> &amp; y &lt;b&gt;", "**x** &amp; y &lt;b&gt;"),
        ("<b>Send</b> Bearer <api_key>, never <code>", "**Send** Bearer <api_key>, never <code>"),
        ("|a|b<br>c|\n|-|-|\n<i>x</i>", "|a|b<br>c|\n|-|-|\n*x*"),
    ],
)
def test_html_becomes_markdown(html: str, expected: str) -> None:
    assert markdown(html).text == expected
    assert markdown(expected).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Use Bearer <api_key> or <user:password>.",
        "`<b>` and ``<code>`</code>``",
        "```html\n<b>x</b>\n\n<table></table>\n```\n\n    indented <x>",
        "See <https://x.y> or <me@x.y>.",
        "a < b and c > d, 1 <2, x<y>z",
        "# Head\n\n- a\n  - b\n\n| a | b<br>c |\n|---|---|\n",
        "<title> is not closed, nor <b> here",
        "List<String> and Map<String, Integer>",
        "",
    ],
)
def test_markdown_stays_as_it_is(text: str) -> None:
    assert markdown(text).text == text


PIECES = st.sampled_from(
    ["<b>", "</b>", "<p>", "</p>", "<br>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td rowspan=2>",
     "</td>",
     "<th>", "</tr>", "</table>", "<code>", "</code>", "<pre>", "</pre>", "<a href='x y'>", "</a>",
     "<api_key>", "`", "```",
     "\n", "\n\n", "|", " ", "text", "<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&", "<", ">", "*",
     "- ", "\ue000", "\r"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = markdown(text).text
    assert markdown(once).text == once


@given(st.text(max_size=60))
def test_text_without_a_tag_of_html_stays_as_it_is(text: str) -> None:
    plain = text.replace("<", "(")
    assert markdown(plain).text == plain


def test_a_table_that_claims_to_be_huge_stays_small() -> None:
    text = "<table>" + "<tr><td rowspan=99999999 colspan=99999999>x</td></tr>" * 2000 + "</table>"
    assert len(markdown(text).text) < 500_000


def test_a_tower_of_tags_is_left_alone() -> None:
    text = "<div>" * 5000 + "x" + "</div>" * 5000
    assert markdown(text).text in (text, "x")
