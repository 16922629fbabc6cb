"""A project with one provider, and its vendor on the loopback interface: what drift is tried on."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from leonardo_documents import Documents
from loopback import Answer, Loopback, Recorded
from ruamel.yaml import YAML

from generator.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
NAME = "leonardo"


def write_specs(root: Path, documents: Documents, url: str) -> Path:
    """The folder of a provider whose documents come from a URL and are whole: one page each, nothing to make good."""
    folder = root / "specs" / NAME
    folder.mkdir(parents=True)
    (folder / "source").mkdir()
    shutil.copytree(ROOT / "specs" / NAME / "examples", folder / "examples")
    for name, data in documents.items():
        (folder / "source" / f"{name}.json").write_bytes(page(data))
    yaml = YAML()
    settings = yaml.load(ROOT / "specs" / NAME / "provider.yaml")
    for document in settings["documents"]:
        document["url"] = f"{url}/{document['name']}.json"
        document["sources"] = [f"{document['name']}.json"]
    del settings["accept"]
    yaml.dump(settings, folder / "provider.yaml")
    overlay = yaml.load(ROOT / "specs" / NAME / "overlay.yaml")
    overlay["actions"] = [action for action in overlay["actions"] if "x-resolves" not in action]
    yaml.dump(overlay, folder / "overlay.yaml")
    return folder


def make_project(root: Path, documents: Documents, url: str) -> Path:
    """A project with that provider, built and committed."""
    write_specs(root, documents, url)
    (root / ".gitignore").write_text("build/\n__pycache__/\n")
    assert main(["--root", str(root), "build"]) == 0
    assert main(["--root", str(root), "fetch", "--offline"]) == 0
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "As it was"]):
        git(root, *command)
    return root


def git(root: Path, *arguments: str) -> str:
    """Run git in the project; what it printed."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(root), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def page(data: Any) -> bytes:
    return json.dumps(data, indent=1).encode()


class Vendor:
    """The vendor's site: a page for each document, which a test edits; `answer` replaces all of them."""

    def __init__(self, documents: Documents) -> None:
        self._original = documents
        self.server = Loopback(self._handle)
        self.reset()

    def reset(self) -> None:
        self.documents = copy.deepcopy(self._original)
        self.answer: Callable[[Recorded], Answer | None] = lambda request: None
        self.server.requests.clear()

    def edit(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Make one change in each document."""
        for data in self.documents.values():
            change(data)

    def _handle(self, request: Recorded) -> Answer:
        said = self.answer(request)
        if said is not None:
            return said
        body = page(self.documents[request.path.strip("/").removesuffix(".json")])
        tag = f'"{hash(body) & 0xFFFFFFFF:x}"'
        if request.header("if-none-match") == tag:
            return Answer(304, b"", {"ETag": tag})
        return Answer(200, body, {"ETag": tag})
