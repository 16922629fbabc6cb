"""The HTML report: what it puts beside each other, and how it behaves in a real browser."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from generator.drift import Report, compare, render
from generator.drift.excerpt import Line, excerpt
from generator.values import Change
from tests.chromium import CHROMIUM, MISSING, Browser

TODAY = datetime.date(2026, 1, 1)
EVIL = "<img src=x onerror=alert(1)></script><script>document.title='ran'</script>"
NEEDS_BROWSER = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

CONTRAST = """
(() => {
  const parse = (text) => {
    const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (node) => {
    const layers = [];
    for (let each = node; each; each = each.parentElement) layers.push(parse(getComputedStyle(each).backgroundColor));
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const poor = [];
  let count = 0;
  for (const node of document.querySelectorAll("body *")) {
    const text = [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data.trim()).join("");
    if (!text || ["SCRIPT", "OPTION"].includes(node.tagName) || !node.getClientRects().length) continue;
    count += 1;
    const pair = [light(over(parse(getComputedStyle(node).color), ground(node))), light(ground(node))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < 4.5) poor.push(`${node.tagName}.${node.className} ${ratio.toFixed(2)} ${text.slice(0, 30)}`);
  }
  return { count, poor };
})()
"""


def document(name: str = "kind") -> dict[str, Any]:
    body = {
        "type": "object",
        "required": ["size"],
        "properties": {
            name: {"type": "string", "enum": ["a", "b"], "default": "a", "description": "words"},
            "size": {"type": "integer", "maximum": 9},
        },
    }
    operation = {
        "operationId": "make",
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": copy.deepcopy(body)}}}},
    }
    return {"openapi": "3.0.3", "paths": {"/things": {"post": operation}, "/old": {"get": {"responses": {}}}}}


def schema(spec: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = spec["paths"]["/things"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    return found


def changed(name: str = "kind") -> dict[str, Any]:
    """One change of each level in each direction, and one of neither."""
    new = document(name)
    kind = schema(new)["properties"][name]
    kind["enum"] = ["b", "c"]
    kind["default"] = "b"
    kind["description"] = "other words"
    schema(new)["properties"]["size"] = {"type": "string"}
    schema(new)["properties"]["new"] = {"type": "boolean"}
    content = new["paths"]["/things"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    content["properties"]["size"]["type"] = "number"
    del new["paths"]["/old"]
    return new


def report(name: str = "kind", side: str = "old") -> Report:
    old, new = document(name), changed(name)
    found = compare(old, new, today=TODAY)
    found[0] = evolve(found[0], accepted="the documents were wrong", client=f"Things.{name} removed")
    stale, notes = (f"overlay {name}: matches nothing",), ("one  changed",)
    return Report("things", side, "new", tuple(found), stale=stale, notes=notes, specs=(old, new))


def sides(name: str) -> tuple[list[tuple[str, str]] | None, ...]:
    """What the page shows for the first change of that id: each line's kind and text, marked words in brackets."""
    old, new = document(), changed()
    change = next(one for one in compare(old, new, profile="wire", today=TODAY) if one.id == name)
    found = excerpt(old, new, change)
    assert found is not None
    return tuple(None if side is None else [_shown(line) for line in side] for side in (found.old, found.new))


def _shown(line: Line) -> tuple[str, str]:
    return line.kind, "".join(f"[{text}]" if marked else text for text, marked in line.parts)


def test_a_removed_enum_value_stands_in_its_schema_without_the_other_changes_of_it() -> None:
    old, new = sides("request-property-enum-value-removed")
    assert old == [
        ("same", "type: string"), ("same", "enum:"), ("changed", "  - a"), ("same", "  - b"), ("none", ""),
    ]  # fmt: skip
    assert new == [
        ("same", "type: string"), ("same", "enum:"), ("none", ""), ("same", "  - b"), ("changed", "  - c"),
    ]  # fmt: skip


def test_a_changed_word_is_marked_in_its_line() -> None:
    assert sides("request-property-default-value-changed") == (
        [("same", "type: string"), ("changed", "default: [a]")],
        [("same", "type: string"), ("changed", "default: [b]")],
    )


def test_what_came_or_went_is_not_there_on_the_other_side() -> None:
    assert sides("new-optional-request-property") == (None, [("changed", "type: boolean")])
    assert sides("api-path-removed-without-deprecation") == ([("changed", "responses: {}")], None)


def test_far_lines_that_are_the_same_are_cut() -> None:
    old = {"a": [f"v{n}" for n in range(30)]}
    new = copy.deepcopy(old)
    new["a"][20] = "changed"
    change = evolve(compare(document(), changed(), today=TODAY)[0], id="x-y", pointer="/a", old_pointer="/a")
    found = excerpt(old, new, change)
    assert found is not None and found.old is not None
    assert [_shown(line) for line in found.old] == [
        ("cut", ""), ("same", "- v18"), ("same", "- v19"), ("changed", "- [v20]"), ("same", "- v21"),
        ("same", "- v22"), ("cut", ""),
    ]  # fmt: skip


def test_nothing_is_shown_where_both_sides_say_the_same() -> None:
    change = compare(document(), changed(), today=TODAY)[0]
    assert excerpt(document(), document(), change) is None
    assert excerpt({}, {}, change) is None


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as found:
        yield found


def opened(browser: Browser, tmp_path: Path, one: Report, **options: Any) -> None:
    page = tmp_path / "drift.html"
    page.write_text(render("html", one), encoding="utf-8")
    browser.said.clear()
    browser.open(page, **options)


def visible(browser: Browser) -> int:
    found: int = browser.run(
        "[...document.querySelectorAll('article')].filter((a) => a.getClientRects().length).length"
    )
    return found


@NEEDS_BROWSER
def test_levels_words_and_directions_filter_the_page(browser: Browser, tmp_path: Path) -> None:
    one = report()
    opened(browser, tmp_path, one)
    assert visible(browser) == len(one.changes)
    browser.run("document.querySelector('input[value=info]').click()")
    assert visible(browser) == len([each for each in one.changes if each.accepted or each.level != "info"])
    browser.run("document.querySelector('input[value=info]').click()")

    def pick(direction: str, words: str) -> int:
        browser.run(
            f"direction.value = {direction!r}; direction.dispatchEvent(new Event('change'));"
            f"search.value = {words!r}; search.dispatchEvent(new Event('input'))"
        )
        return visible(browser)

    assert pick("response", "") == len([each for each in one.changes if each.direction == "response"])
    assert pick("", "TYPE changed /things") == 1
    assert pick("", "there is no such word") == 0
    assert browser.run("document.getElementById('none').innerText.includes('No change fits')")
    browser.run("document.getElementById('clear').click()")
    assert visible(browser) == len(one.changes)
    assert browser.run("shown.textContent") == f"{len(one.changes)} changes"
    assert browser.said == []


@NEEDS_BROWSER
def test_the_list_of_operations_counts_what_the_filters_leave(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, report())
    tallies = "[...document.querySelectorAll('nav li:not([hidden])')].map((l) => l.innerText.replace(/\\s+/g, ' '))"
    assert browser.run(tallies) == ["POST /things 7", "GET /old 1"]
    browser.run("search.value = 'things'; search.dispatchEvent(new Event('input'))")
    assert browser.run(tallies) == ["POST /things 7"]
    heads = "[...document.querySelectorAll('section:not([hidden]) h2 .tally')].map((head) => head.innerText)"
    assert browser.run(heads) == ["7 changes"]
    browser.run("search.value = 'default'; search.dispatchEvent(new Event('input'))")
    assert browser.run(heads) == ["1 of 7 changes"]


@NEEDS_BROWSER
def test_what_is_risky_is_not_called_harmless(browser: Browser, tmp_path: Path) -> None:
    said = "[document.querySelector('h1').innerText, document.querySelector('.versions').innerText]"
    for levels, title in (
        (("risky", "info"), "Changed, and some callers may notice"),
        (("info", "info"), "Changed, and old callers keep working"),
        ((), "Nothing changed"),
    ):
        found = [evolve(one, level=level, accepted=None) for one, level in zip(report().changes, levels, strict=False)]
        opened(browser, tmp_path, evolve(report(), changes=tuple(found), old="openapi.yaml", new="openapi.yaml"))
        assert browser.run(said) == [title, "openapi.yaml → what is published now"]


@NEEDS_BROWSER
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_word_can_be_read_in_light_and_dark(browser: Browser, tmp_path: Path, dark: bool) -> None:
    """At least 4.5 to 1, what WCAG 2 asks of text."""
    opened(browser, tmp_path, report(), dark=dark)
    browser.run("document.getElementById('fold').click()")
    found = browser.run(CONTRAST)
    assert found["count"] > 60
    assert found["poor"] == []
    ground = browser.run("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(ground) < 60) is dark


@NEEDS_BROWSER
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, tmp_path: Path, width: int) -> None:
    long = "property_with_a_name_that_no_line_can_hold_" * 6
    opened(browser, tmp_path, report(long, long), width=width)
    browser.run("document.getElementById('fold').click()")
    edge = "Math.max(...[...document.querySelectorAll('body *')].map((node) => node.getBoundingClientRect().right))"
    assert browser.run(edge) <= width
    assert browser.run("document.documentElement.scrollWidth") == width


@NEEDS_BROWSER
def test_before_and_after_stand_side_by_side_and_below_each_other_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    tops = "[...document.querySelector('article .sides').children].map((s) => s.getBoundingClientRect().top)"
    for width, beside in ((1280, True), (360, False)):
        opened(browser, tmp_path, report(), width=width)
        first, second = browser.run(tops)
        assert (first == second) is beside


@NEEDS_BROWSER
def test_many_effects_are_folded_and_a_change_of_the_client_alone_says_it_once(
    browser: Browser, tmp_path: Path
) -> None:
    one = report()
    effects = "; ".join(f"Thing.a{n} removed" for n in range(8))
    own = Change("client-name-removed", "breaking", "", "", "none", "Old: public name removed", client="Old removed")
    changes = (own, *(evolve(each, client=effects, accepted=None) for each in one.changes))
    opened(browser, tmp_path, evolve(one, changes=changes))
    first = "[...document.querySelectorAll('#at-2 article:first-of-type .client li')]"
    assert browser.run(f"{first}.filter((li) => li.checkVisibility()).length") == 5
    browser.run("document.querySelector('#at-2 .client summary').click()")
    assert browser.run(f"{first}.filter((li) => li.checkVisibility()).length") == 8
    assert browser.run("document.querySelector('#at-1').innerText.match(/Old/g).length") == 1


@NEEDS_BROWSER
def test_words_of_a_spec_run_nothing(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, report(EVIL))
    assert browser.run("document.title") == "things: Old callers break"
    assert browser.run("document.querySelectorAll('img').length") == 0
    assert browser.run("document.body.innerText.includes('<img src=x onerror=alert(1)>')")
    assert browser.said == []


@NEEDS_BROWSER
def test_the_page_is_whole_without_its_script(browser: Browser, tmp_path: Path) -> None:
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        opened(browser, tmp_path, report())
        assert visible(browser) == len(report().changes)
        assert browser.run("document.getElementById('filters').hidden")
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)
