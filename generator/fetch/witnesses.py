"""Which pages speak for a document that was fetched again.

A document may have several committed copies, each lossy in its own way. Once upstream has moved they are
copies of another document: one that came whole speaks alone, and only one that is itself lossy asks the others.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..ingest import find_document, read_page
from ..output import replace_file
from ..provider.revise import revised
from ..provider.settings import Provider
from ..repair import parse
from ..values import Page
from . import Fetched


def pages_upstream(provider: Provider, fetched: Iterable[Fetched]) -> dict[str, list[Page]]:
    """The pages of each document as they are upstream; committed ones where nothing was fetched or changed."""
    fresh = {one.source.name: one for one in fetched}
    found: dict[str, list[Page]] = {}
    for source in provider.documents:
        one = fresh.get(source.name)
        if one is not None and one.state != "unchanged" and speaks_alone(one):
            found[source.name] = [one.page]
            continue
        names = source.sources if one is None else source.sources[1:]
        others = [read_page(provider.folder / "source" / name) for name in names]
        found[source.name] = others if one is None else [one.page, *others]
    return found


def speaks_alone(one: Fetched) -> bool:
    """Whether nothing was lost of the page that came."""
    return not parse(find_document(one.page), one.source.name).notes


def drop_outdated(provider: Provider, fetched: Iterable[Fetched]) -> list[str]:
    """Take copies of what was out of source/ and of provider.yaml; returns a line for each."""
    gone = _outdated(fetched)
    if not gone:
        return []
    path = provider.folder / "provider.yaml"
    kept = {source.name: source.sources[:1] for source in provider.documents if source.name in gone}
    replace_file(path, revised(path.read_text(encoding="utf-8"), sources=kept))
    names = [name for copies in gone.values() for name in copies]
    for name in names:
        (provider.folder / "source" / name).unlink(missing_ok=True)
    return [f"source/{name} is a copy of what was; removed, in provider.yaml too" for name in names]


def _outdated(fetched: Iterable[Fetched]) -> dict[str, tuple[str, ...]]:
    """The committed copies that a fetch leaves without a use, by document."""
    return {
        one.source.name: one.source.sources[1:]
        for one in fetched
        if one.state != "unchanged" and len(one.source.sources) > 1 and speaks_alone(one)
    }
