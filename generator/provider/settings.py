"""The values of a provider's settings; the package reads them and says what they look like."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from attrs import Factory, frozen


@frozen
class Source:
    """One published document: its name, where it is fetched from, and the files that are its witnesses."""

    name: str
    url: str | None
    sources: tuple[str, ...]


@frozen
class Method:
    """What a caller calls an operation. `result` is the envelope property that is the result."""

    resource: str
    name: str
    result: str | None = None


@frozen
class Waiter:
    """How to wait for a job. Times are seconds; `growth` multiplies the interval, `jitter` is a share of it.

    `status` is a pointer below the result of `poll`, `id` one below the result of `create`.
    """

    resource: str
    method: str
    poll: str
    status: str
    success: tuple[str, ...]
    failure: tuple[str, ...]
    interval: float
    growth: float
    max_interval: float
    jitter: float
    timeout: float
    create: str | None = None
    id: str | None = None


@frozen
class Paginator:
    """How a list goes on: the names of the parameters, and for `cursor` where the next one comes back.

    `limit` is the parameter for the page size.
    """

    style: Literal["offset", "page", "cursor"]
    limit: str
    page_size: int
    offset: str | None = None
    page: str | None = None
    cursor: str | None = None
    next: str | None = None


@frozen
class Webhooks:
    """How a webhook proves itself, and where its type and data are. `events` name class or use path."""

    scheme: Literal["bearer"]
    header: str
    type: str
    data: str | None
    events: Mapping[str, str]


@frozen
class Accept:
    """A note that is known and accepted. `line` is where, for the message when it no longer matches."""

    note: str
    reason: str
    line: int


@frozen
class Provider:
    """Everything that provider.yaml says."""

    folder: Path
    title: str
    package: str
    client: str
    env: str
    version: str
    documents: tuple[Source, ...]
    operations: Mapping[str, Method] = Factory(dict)
    names: Mapping[str, str] = Factory(dict)
    waiters: tuple[Waiter, ...] = ()
    paginators: Mapping[str, Paginator] = Factory(dict)
    webhooks: Webhooks | None = None
    limits: Mapping[str, float] = Factory(dict)
    levels: Mapping[str, str] = Factory(dict)
    accept: tuple[Accept, ...] = ()

    @property
    def name(self) -> str:
        return self.folder.name
