"""References to files that lie beside a document: what they lead to becomes part of the document.

292 references of 7 published documents lead to other files. Only files in or below the folders of the
documents that were named are read, and nothing is fetched: what lies elsewhere stays a dangling reference,
which a later stage names.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from attrs import evolve, field, frozen

from ..errors import UnusableInput
from ..naming.words import digest
from ..repair import parse
from ..spec.grammar import OBJECTS, REFERABLE, SECTIONS, Field
from ..spec.openapi import get, split
from ..swagger import is_swagger_2
from ..swagger.grammar import OBJECTS_2, SECTIONS_2
from ..values import Document, Fragment, Note
from . import braced_format, read_page

SUFFIXES: Final = frozenset((".json", ".yaml", ".yml", ""))
MOST: Final = 5000
"""Files that one document may draw in."""

_SECTIONS_3: Final = {kind: f"/components/{SECTIONS[kind]}" for kind in REFERABLE if kind != "path_item"}

_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9._-]+")


def bundle(documents: Sequence[Document], files: Mapping[str, Path]) -> tuple[list[Document], frozenset[Path]]:
    """The documents with all that they refer to in other files, and those files.

    `files` has the file of each document. A reference to a component of another of the documents is made
    local: the merge brings them together.
    """
    shelf = _Shelf(
        tuple(dict.fromkeys(path.resolve().parent for path in files.values())),
        {files[document.name].resolve(): document.data for document in documents},
    )
    bundled = [_Bundle(document, files[document.name].resolve(), shelf).whole() for document in documents]
    return bundled, frozenset(shelf.read)


@frozen
class _Shelf:
    """The files that may be read, each parsed once."""

    roots: tuple[Path, ...]
    documents: dict[Path, Any]
    read: dict[Path, Any] = field(factory=dict)
    notes: dict[Path, str] = field(factory=dict)

    def find(self, text: str, file: Path) -> Path | None:
        """The file that a reference in `file` names; None for one that is not to be read."""
        if "://" in text or Path(text).is_absolute():
            return None
        try:
            path = (file.parent / unquote(text)).resolve()
            inside = any(path.is_relative_to(root) for root in self.roots)
            return path if inside and path.suffix.lower() in SUFFIXES and path.is_file() else None
        except (OSError, ValueError, RuntimeError):
            return None

    def content(self, path: Path) -> Any:
        """What is in a file; None where it cannot be read, which is noted."""
        if path in self.documents:
            return self.documents[path]
        if path not in self.read:
            self.read[path] = None
            if len(self.read) > MOST:
                raise UnusableInput(f"{path.name}: more than {MOST:,} files belong to the document; bundle it first.")
            try:
                page = read_page(path)
                kind = braced_format(page.text) if page.text.lstrip()[:1] == "{" else "yaml"
                self.read[path] = parse(Fragment(page, kind, page.text), path.stem).data
            except UnusableInput as error:
                self.notes[path] = str(error)
        return self.read[path]


class _Bundle:
    """One document on its way to being whole."""

    def __init__(self, document: Document, path: Path, shelf: _Shelf) -> None:
        self.document = document
        self.path = path
        self.shelf = shelf
        self.placed: dict[tuple[Path, str], str] = {}
        self.added: dict[str, dict[str, Any]] = {}
        self.work: deque[tuple[Path, Any, str, str, str]] = deque()
        self.open: list[tuple[Path, str]] = []
        old = is_swagger_2(document.data)
        self.objects = OBJECTS_2 if old else OBJECTS
        self.sections = SECTIONS_2 if old else _SECTIONS_3

    def whole(self) -> Document:
        """The document with everything in it."""
        if not _has_references(self.document.data):
            return self.document
        self._take_declared()
        data = self.node(self.document.data, "document", self.path)
        while self.work:
            file, node, kind, section, name = self.work.popleft()
            self.added[section][name] = self.node(node, kind, file)
        for section, members in self.added.items():
            *above, last = split(section)
            holder = data
            for token in above:
                holder[token] = below = _as_map(holder.get(token))
                holder = below
            holder[last] = _as_map(holder.get(last)) | members
        notes = [
            Note("bundle", "external-file-unreadable", f"{self.document.name}#", f"{path.name}: {why}")
            for path, why in self.shelf.notes.items()
        ]
        return evolve(self.document, data=data, notes=(*self.document.notes, *notes))

    def _take_declared(self) -> None:
        """A component that is nothing but a reference to a file gives its name to what is there."""
        for kind, section in self.sections.items():
            for name, node in self._own(section).items():
                if isinstance(node, dict) and len(node) == 1 and isinstance(ref := node.get("$ref"), str):
                    found = self._target(ref, self.path)
                    if found is not None and found[0] != self.path and found not in self.placed:
                        content = self._content(found)
                        if isinstance(content, dict):
                            self._place(found, content, kind, section, name)

    def _own(self, section: str) -> dict[str, Any]:
        """What the document itself defines in a section."""
        try:
            members = get(self.document.data, section)
        except KeyError:
            return {}
        return members if isinstance(members, dict) else {}

    def node(self, node: Any, kind: str, file: Path) -> Any:
        """A node of this kind with its references to other files made local."""
        if kind == "discriminator":
            return self._discriminator(node, file)
        fields = self.objects.get(kind)
        if not isinstance(node, dict) or fields is None:
            return node
        ref = node.get("$ref")
        if isinstance(ref, str):
            made = self._reference(ref, kind, node, file)
            if made is not None:
                return made
        every = fields.get("*")
        return {
            key: self._field(value, each, file) if (each := fields.get(key, every)) else value
            for key, value in node.items()
        }

    def _field(self, value: Any, each: Field, file: Path) -> Any:
        if each.kind not in OBJECTS:
            return value
        if each.shape == "one":
            return self.node(value, each.kind, file)
        if each.shape == "list":
            return [self.node(item, each.kind, file) for item in value] if isinstance(value, list) else value
        if not isinstance(value, dict):
            return value
        if list(value) == ["$ref"] and isinstance(value["$ref"], str):
            # A whole map in a file of its own: `paths: {$ref: paths.yaml}`.
            found = self._target(value["$ref"], file)
            content = self._content(found) if found is not None and found[0] != self.path else None
            if found is not None and isinstance(content, dict) and found not in self.open:
                return self._inside(found, lambda: self._field(content, each, found[0]))
        return {key: self.node(item, each.kind, file) for key, item in value.items()}

    def _inside(self, found: tuple[Path, str], make: Any) -> Any:
        self.open.append(found)
        try:
            return make()
        finally:
            self.open.pop()

    def _reference(self, ref: str, kind: str, node: dict[str, Any], file: Path) -> Any:
        """What stands for a reference: None where it stays as it is."""
        found = self._target(ref, file)
        if found is None:
            return None
        if found[0] == self.path:
            return {**node, "$ref": f"#{found[1]}"} if file != self.path or not ref.startswith("#") else None
        if found[0] in self.shelf.documents and found[1].startswith("/components/"):
            return {**node, "$ref": f"#{found[1]}"}
        if (there := self._defined_there(found)) is not None:
            return {**node, "$ref": there}
        content = self._content(found)
        if content is None:
            return None
        if kind in self.sections:
            return {**node, "$ref": f"#{self._local(found, content, kind)}"}
        if found in self.open or not isinstance(content, dict):
            return None
        siblings = {key: value for key, value in node.items() if key != "$ref"}
        return {**self._inside(found, lambda: self.node(content, kind, found[0])), **siblings}

    def _defined_there(self, found: tuple[Path, str]) -> str | None:
        """The reference to a definition of another of the documents that is of Swagger 2, where no other has its name."""
        _, section, *names = found[1].split("/") if found[1] else ("", "")
        if found[0] not in self.shelf.documents or section != "definitions" or len(names) != 1:
            return None
        own = self.sections["schema"]
        return None if split(found[1])[-1] in self._own(own) else f"#{own}/{names[0]}"

    def _local(self, found: tuple[Path, str], content: Any, kind: str) -> str:
        if found not in self.placed:
            section = self.sections[kind]
            self._place(found, content, kind, section, self._name(found, section))
        return self.placed[found]

    def _place(self, found: tuple[Path, str], content: Any, kind: str, section: str, name: str) -> None:
        self.placed[found] = f"{section}/{name}"
        self.added.setdefault(section, {})[name] = None
        self.work.append((found[0], content, kind, section, name))

    def _name(self, found: tuple[Path, str], section: str) -> str:
        """The name of the thing in its own file, or of the file; both, where that is taken."""
        file, fragment = found
        taken = {*self._own(section), *self.added.get(section, ())}
        last = split(fragment)[-1] if fragment else file.stem
        plain = _NOT_IN_NAMES.sub("_", last).strip("_") or file.stem
        for name in (plain, f"{plain}_{_NOT_IN_NAMES.sub('_', file.stem)}"):
            if name and name not in taken:
                return name
        return f"{plain}_{digest(f'{file.name}#{fragment}')}"

    def _target(self, ref: str, file: Path) -> tuple[Path, str] | None:
        """The file and the pointer that a reference means; None where it names no file that may be read."""
        name, _, fragment = ref.partition("#")
        if not name and file == self.path:
            return None
        path = self.shelf.find(name, file) if name else file
        fragment = unquote(fragment)
        if path is None or (fragment and not fragment.startswith("/")):
            return None
        return path, fragment.rstrip("/")

    def _content(self, found: tuple[Path, str]) -> Any:
        try:
            return get(self.shelf.content(found[0]), found[1])
        except KeyError:
            return None

    def _discriminator(self, node: Any, file: Path) -> Any:
        mapping = node.get("mapping") if isinstance(node, dict) else None
        if not isinstance(mapping, dict):
            return node
        return {**node, "mapping": {key: self._mapped(value, file) for key, value in mapping.items()}}

    def _mapped(self, value: Any, file: Path) -> Any:
        """A discriminator names a schema by a reference, by a file, or by the bare name of a component."""
        if not isinstance(value, str):
            return value
        bare = "#" not in value and "/" not in value and "." not in value
        made = self._reference(f"#/components/schemas/{value}" if bare else value, "schema", {}, file)
        return made["$ref"] if made is not None else value


def _as_map(node: Any) -> dict[str, Any]:
    return dict(node) if isinstance(node, dict) else {}


def _has_references(data: Any) -> bool:
    """Whether anything in a document refers to a file: few do, and those that do not are left alone."""
    stack = [data]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str) and ref[:1] != "#":
                return True
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return False
