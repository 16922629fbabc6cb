"""A provider made from nothing but documents: `build --spec FILE... --package NAME --out DIR`."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from ..errors import UnusableInput
from ..ingest import find_document, read_page
from ..naming.words import class_name, snake
from ..values import Page, Spec
from .settings import Provider, Source

PACKAGE: Final = re.compile(r"[a-z_][a-z0-9_]*")


def adhoc_files(files: Sequence[Path]) -> dict[str, Path]:
    """One document for each file, named after it; files of one name get a mark of their place in the list."""
    named: dict[str, Path] = {}
    for index, path in enumerate(files, start=1):
        name = re.sub(r"[^a-z0-9_-]+", "-", path.stem.lower()).strip("-") or "document"
        named[name if name not in named else f"{name}-{index}"] = path
    return named


def adhoc_pages(files: Mapping[str, Path]) -> tuple[dict[str, list[Page]], dict[str, UnusableInput]]:
    """The pages of the documents; and why the other files are none, which may be parts of those that are.

    Raises UnusableInput where none of the files holds a document.
    """
    pages: dict[str, list[Page]] = {}
    parts: dict[str, UnusableInput] = {}
    for name, path in files.items():
        page = read_page(path)
        try:
            if len(files) > 1:
                find_document(page)
        except UnusableInput as error:
            parts[name] = error
        else:
            pages[name] = [page]
    if not pages:
        raise next(iter(parts.values()))
    return pages, parts


def adhoc_provider(package: str, pages: dict[str, list[Page]], folder: Path) -> Provider:
    """Settings for documents that have none. Raises UnusableInput for a package name that is no import name."""
    if not PACKAGE.fullmatch(package) or keyword.iskeyword(package):
        raise UnusableInput(f"--package {package!r}: give a Python import name in lower case, such as petstore_client.")
    client = class_name(package.removesuffix("_client").strip("_") or package)
    env = package.removesuffix("_client").upper().strip("_") or package.upper()
    documents = tuple(Source(name, None, tuple(page.name for page in witnesses)) for name, witnesses in pages.items())
    return Provider(
        folder=folder, title="", package=package, client=client, env=env, version="0.1.0", documents=documents
    )


def client_name(spec: Spec, package: str) -> str:
    """The class of the client, from the title of the API: `Petstore API` gives Petstore."""
    title = str(spec.get("info", {}).get("title") or "")
    words = [word for word in re.split(r"[^0-9A-Za-z]+", title) if word]
    while len(words) > 1 and words[-1].lower() in (
        "api",
        "apis",
        "rest",
        "openapi",
        "specification",
        "spec",
        "documentation",
    ):
        words.pop()
    name = class_name(" ".join(words)) if words else ""
    usable = bool(name) and len(name) <= 40 and name.isascii() and name not in RESERVED
    return name if usable else class_name(snake(package.removesuffix("_client")) or "api") + "Client"


RESERVED: Final = frozenset(
    (
        "Any",
        "Config",
        "SyncClient",
        "AsyncClient",
        "Client",
        "Event",
        "EventStream",
        "Limiter",
        "Page",
        "Pages",
        "RawResponse",
        "Unset",
        "WebhookEvent",
        "Webhooks",
        "Bearer",
        "Basic",
        "ApiKey",
    )
)
