"""Input that cannot be used: each kind ends in one clear message, exit 2, and the committed files untouched."""

from __future__ import annotations

import json
import re
import resource
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import normalise
from generator.__main__ import main
from generator.ingest import find_document, read_text_page
from generator.output import files
from generator.repair import parse
from generator.rule import Found
from generator.values import Edit, Spec

ROOT = Path(__file__).resolve().parent.parent
PAGE = "models.txt"
TEXT = (ROOT / "specs/leonardo/source" / PAGE).read_text(encoding="utf-8")
BODY = TEXT[: TEXT.rindex("}") + 1]
WHOLE = json.dumps(parse(find_document(read_text_page(PAGE, TEXT.encode())), "models").data, indent=2)

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for kind in ("specs", "generated"):
        source, target = ROOT / kind / "leonardo", tmp_path / kind / "leonardo"
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return tmp_path


@pytest.fixture
def run(tree: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Build the tree with a page replaced: the message; the tree has to stay as it was."""

    def build(text: str | None = None, name: str = PAGE, *more: str) -> tuple[int, str]:
        if text is not None:
            (tree / "specs/leonardo/source" / name).write_text(text, encoding="utf-8", newline="")
        before = files(tree)
        code = main(["--root", str(tree), "build", "leonardo", *more])
        out, message = capsys.readouterr()
        assert files(tree) == before
        assert out == ""
        assert message.startswith("error: ")
        return code, message.removeprefix("error: ").strip()

    return build


def at(text: str, offset: int) -> str:
    """The place of an offset, as a message says it."""
    return f"{PAGE}:{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def test_a_page_with_no_document(run: Run) -> None:
    says = "models.txt: no document in the page; an API description has `openapi` or `swagger` at its top"
    assert run("The page has moved.\n") == (2, says)


def test_two_documents_in_one_page(run: Run) -> None:
    line = WHOLE.count("\n") + 3
    says = f"models.txt: two documents in one page, at lines 1 and {line}; give each a page of its own"
    assert run(f"{WHOLE}\n\n{WHOLE}\n") == (2, says)


KEY = [match.start() for match in re.finditer('"[a-zA-Z]+":', BODY)][-20] + 4
NUMBER = [match.end() - 1 for match in re.finditer(r": \d{2,}", BODY)][-1]
ESCAPED = WHOLE.replace('"description": "', '"description": "\\u00e9\\n')
ESCAPES = [match.start() + 1 for match in re.finditer(r"\\u00e9", ESCAPED)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (BODY[:KEY], "cut in a key"),
        (BODY[:NUMBER], "cut in a number, or right after one that may have gone on"),
        (ESCAPED[: ESCAPES[20]], "cut in a string"),
        (ESCAPED[: ESCAPES[20] + 3], "cut in a string"),
    ],
    ids=["in a key", "in a number", "in an escape", "in a Unicode escape"],
)
def test_a_page_that_is_cut_where_nobody_has_reviewed_it(run: Run, text: str, what: str) -> None:
    code, message = run(text)
    assert code == 2
    place, _, rest = message.partition(": the document is ")
    assert re.fullmatch(r"models\.txt:\d+:\d+", place)
    assert int(place.split(":")[1]) == text.count("\n") + 1
    assert rest.startswith(f"{what}; what was incomplete is left out. What is committed was built from a better page: ")
    assert re.search(
        r"fetch this one again, or accept 'document-cut models#/.*' in provider.yaml with a reason.$", rest
    )


def test_garbage_in_the_middle(run: Run) -> None:
    offset = WHOLE.index('"properties"', len(WHOLE) // 2)
    text = WHOLE[:offset] + "%%garbage " + WHOLE[offset:]
    assert run(text) == (2, f"{at(text, offset)}: expected a key in double quotes, found `%`")


def test_a_key_twice_with_different_values(run: Run) -> None:
    offset = WHOLE.index('"info"')
    text = WHOLE[:offset] + '"info": {},\n  ' + WHOLE[offset:]
    second = text.index('"info"', offset + 5)
    says = (
        f'{at(text, second)}: "info" stands twice in the root with different values; delete one of them '
        f"(the first is at {at(text, offset)})"
    )
    assert run(text) == (2, says)


def test_a_yaml_bomb(run: Run) -> None:
    bomb = "openapi: 3.0.0\nx-a: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"x-{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    code, message = run(bomb + "paths: {}\n")
    assert code == 2
    assert re.fullmatch(r"models.txt:\d+:\d+: the aliases stand for more than 500,000 nodes; write them out", message)


@pytest.mark.parametrize(
    "text",
    [
        '{"openapi": "3.0.0", "paths": ' + '{"a":' * 10_000 + "1" + "}" * 10_001,
        '{"openapi": "3.0.0", "paths": ' + "[" * 10_000 + "]" * 10_000 + "}",
        "openapi: 3.0.0\npaths: " + "{a: " * 10_000 + "1" + "}" * 10_000,
        "openapi: 3.0.0\npaths:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 2000)),
        "openapi: 3.0.0\npaths:\n  " + "- " * 10_000,
    ],
    ids=["objects", "lists", "YAML in braces", "YAML by indentation", "YAML lists"],
)
def test_nesting_that_goes_on_and_on(run: Run, text: str) -> None:
    code, message = run(text)
    assert code == 2
    assert re.fullmatch(
        r"models.txt:\d+:\d+: nested deeper than 200 levels; is this really an API description\?", message
    )


BIG = 49_000_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\n" * BIG, r"models.txt: the page is empty; an API description has .*"),
        ("openapi: 3.0.0\n" + "\n" * BIG, r"models.txt: the document describes nothing: .* Fetch the page again\."),
        ("\n" * BIG + "openapi: 3.0.0\n", r"models.txt: more than 12,000,000 characters of YAML; give it as JSON"),
        ("x\n" + "\n" * BIG + "openapi: 3.0.0\n", r"models.txt: the document describes nothing: .* Fetch .*"),
        ('{"openapi": "3.0.0",' + " " * BIG, r"models.txt: the document describes nothing: .* Fetch .*"),
        ("x" * (BIG + 1_000_001), r"models.txt: larger than 50,000,000 bytes; give the API description alone"),
    ],
    ids=["lines", "lines after", "lines before", "lines between", "spaces in JSON", "too much"],
)
def test_fifty_megabytes_of_nothing(run: Run, text: str, says: str) -> None:
    start = time.process_time()
    code, message = run(text)
    assert (code, bool(re.fullmatch(says, message))) == (2, True), message
    assert time.process_time() - start < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < 2**30


def test_a_component_that_two_documents_define_differently(tree: Path, run: Run) -> None:
    document = json.loads(WHOLE)
    document["components"]["schemas"] = {"Shared": {"type": "object", "properties": {"a": {"type": "string"}}}}
    models = json.dumps(document)
    pages = tree / "pages"
    pages.mkdir()
    for name in ("elements.1.txt", "elements.2.txt"):
        other = json.loads(
            json.dumps(parse(find_document(read_text_page(name, _source("elements.1.txt"))), "elements").data)
        )
        other["components"].setdefault("schemas", {})["Shared"] = {
            "type": "object",
            "properties": {"a": {"type": "integer"}},
        }
        (pages / name).write_text(json.dumps(other))
    (pages / PAGE).write_text(models)
    (pages / "image-generation.txt").write_bytes(_source("image-generation.txt"))
    code, message = run(None, "", "--source", str(pages))
    assert code == 2
    for part in ("/components/schemas/Shared", "elements", "models", '"integer"', '"string"'):
        assert part in message, message


def _source(name: str) -> bytes:
    return (ROOT / "specs/leonardo/source" / name).read_bytes()


def test_an_overlay_action_that_has_gone_stale(tree: Path, run: Run) -> None:
    overlay = tree / "specs/leonardo/overlay.yaml"
    text = overlay.read_text()
    expected = re.search(r"x-expect: .*", text)
    assert expected
    line = text.count("\n", 0, text.rindex("- target: ", 0, expected.start())) + 1
    overlay.write_text(text.replace(expected.group(), "x-expect: 7", 1))
    code, message = run()
    assert code == 2
    assert re.match(rf"(leonardo/)?overlay\.yaml:{line}: .* matches \d+ nodes?, the overlay expects 7\.\n", message), (
        message
    )
    assert message.endswith("Upstream may have fixed it; delete the action if so.")


def test_a_rule_that_would_loop(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def never_content(spec: Spec) -> Found:
        yield Edit("/info/title", spec["info"]["title"] + "!", "It could be louder.")

    monkeypatch.setattr(normalise, "RULES", (never_content,))
    says = (
        "Rule never-content loops: it still finds something at /info/title after 10 passes (It could be louder.). "
        "This is a defect of the rule: report it with the document."
    )
    assert run() == (2, says)


def test_rules_that_undo_each_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def title(word: str, other: str) -> Callable[[Spec], Any]:
        def rule(spec: Spec) -> Found:
            if spec["info"]["title"] != word:
                yield Edit("/info/title", word, f"Not {other}.")

        rule.__name__ = f"title_is_{word}"
        return rule

    monkeypatch.setattr(normalise, "RULES", (title("a", "b"), title("b", "a")))
    says = (
        "The rules never settle: title-is-a, title-is-b still edit after 10 rounds over /info/title. "
        "They undo each other there: report it with the document."
    )
    assert run() == (2, says)
