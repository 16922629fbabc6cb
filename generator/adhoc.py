"""A provider made from nothing but documents: `build --spec FILE... --package NAME --out DIR`."""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from .errors import UnusableInput
from .ingest import read_page
from .settings import Provider, Source
from .values import Page, Spec
from .words import class_name, digest, snake

PACKAGE: Final = re.compile(r"[a-z_][a-z0-9_]*")


def adhoc_pages(files: Sequence[Path]) -> dict[str, list[Page]]:
    """One document for each file, named after it; files of one name get a mark of their content."""
    pages: dict[str, list[Page]] = {}
    for path in files:
        page = read_page(path)
        name = re.sub(r"[^a-z0-9_-]+", "-", path.stem.lower()).strip("-") or "document"
        if name in pages:
            name = f"{name}-{digest(page.text)}"
        pages.setdefault(name, []).append(page)
    return pages


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
        "Limiter",
        "Unset",
        "Webhooks",
        "Bearer",
        "Basic",
        "ApiKey",
    )
)
