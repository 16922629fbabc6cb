"""A build that is stopped, raced or refused by the system leaves the tree as it was, or as it is to be: whole."""

from __future__ import annotations

import errno
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import output
from generator.output import explain_os_error, files, install
from tests.interruption import (
    NotTried,
    Tree,
    file_size_limit,
    full_disk,
    killed,
    no_temporary_folder,
    read_only,
    two_at_once,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return Tree(tmp_path_factory.mktemp("tree"))


@pytest.mark.parametrize(
    "run",
    [
        lambda tree: killed(tree, 3, seed=7),
        two_at_once,
        lambda tree: file_size_limit(tree, (4096,)),
        no_temporary_folder,
        lambda tree: full_disk(tree, (0,)),
        read_only,
    ],
    ids=["killed", "two at once", "a limit on files", "no temporary folder", "a full disk", "a read-only disk"],
)
def test_the_tree_is_the_old_or_the_new_one(tree: Tree, run: Callable[[Tree], list[str]]) -> None:
    try:
        assert run(tree) == []
    except NotTried as reason:
        pytest.skip(str(reason))


def place(folder: Path, name: str, text: str) -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "file").write_text(text)
    return folder / name


def test_an_installation_that_fails_half_way_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = [place(tmp_path / "new", name, "new") for name in "abc"]
    targets = [place(tmp_path / "old", "a", "old"), tmp_path / "old" / "b", place(tmp_path / "old", "c", "old")]
    before = files(tmp_path)
    swap, calls = output._swap, []

    def fails_at_third(new: Path, target: Path) -> None:
        calls.append(target.name)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        swap(new, target)

    monkeypatch.setattr(output, "_swap", fails_at_third)
    with pytest.raises(OSError, match="No space"):
        install(list(zip(news, targets, strict=True)))
    assert calls == ["a", "b", "c", "b", "a"]
    assert files(tmp_path) == before


@pytest.mark.parametrize("exchange", [True, False], ids=["one system call", "three renames"])
def test_an_installation_changes_all_that_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(output, "_exchange", lambda new, target: False)
    pairs = [
        (place(tmp_path / "new", "a", "new"), place(tmp_path / "old", "a", "old")),
        (place(tmp_path / "new", "b", "new"), tmp_path / "old" / "b"),
        (place(tmp_path / "new", "c", "same"), place(tmp_path / "old", "c", "same")),
    ]
    assert [path.name for path in install(pairs)] == ["a", "b"]
    assert files(tmp_path / "old") == {"a/file": b"new", "b/file": b"new", "c/file": b"same"}
    assert install([(tmp_path / "old" / "c", tmp_path / "old" / "c")]) == []


def test_signals_wait_until_an_installation_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swap = output._swap

    def interrupted(new: Path, target: Path) -> None:
        signal.raise_signal(signal.SIGINT)
        swap(new, target)

    monkeypatch.setattr(output, "_swap", interrupted)
    pairs = [(place(tmp_path / "new", name, "new"), place(tmp_path / "old", name, "old")) for name in "ab"]
    with pytest.raises(KeyboardInterrupt):
        install(pairs)
    assert set(files(tmp_path / "old").values()) == {b"new"}


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EROFS, "--out"),
        (errno.EACCES, "permissions"),
        (errno.ENOENT, "TMPDIR"),
        (errno.EFBIG, "ulimit"),
    ],
)
def test_what_the_system_refuses_is_said_with_what_to_do(number: int, says: str) -> None:
    message = str(explain_os_error(OSError(number, "Refused", "/a/place")))
    assert message.startswith("/a/place: Refused. ")
    assert says in message
