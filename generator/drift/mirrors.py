"""Each change has another that takes it back, or a reason why it has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .catalogue import TABLE

_SWAPS: Final = (
    ("-added", "-removed"), ("-increased", "-decreased"), ("-set", "-unset"), ("-widened", "-narrowed"),
    ("-generalized", "-specialized"), ("-type-generalized", "-type-changed"), ("-allowed", "-forbidden"), ("-became-required", "-became-optional"),
    ("-added", "-deleted"), ("-deprecated", "-reactivated"), ("-set", "-decreased"), ("-unset", "-increased"),
    ("-became-", "-became-not-"), ("new-required-request-", "request-"), ("new-optional-request-", "request-"),
    ("endpoint-added", "api-path-removed-without-deprecation"),
)  # fmt: skip

WAIVED: Final = {
    "-changed": "a changed value is changed back: it mirrors itself",
    "-type-compatible": "compatible types are so both ways",
    "sunset": "a date is set, moved or broken; taking it back is another date",
    "-removed-unstable": "what comes back is `endpoint-added`",
    "api-removed-": "what comes back is `endpoint-added`",
    "api-path-removed-": "what comes back is `endpoint-added`",
    "api-invalid-stability-level": "a word that is no level has no opposite",
    "wrapped-in-one-of": "unwrapping is told by the members that are gone",
    "-pattern-generalized": "a pattern that narrows again is `pattern-changed`",
    "-with-default": "taken back as the same property without its default",
    "request-parameter-removed-": "what comes back is `new-optional-request-parameter`",
    "request-body-added-": "the way back is `request-body-removed`",
    "request-body-removed": "the way back is `request-body-added-required` or `-optional`",
    "new-request-path-parameter": "a path without the parameter is another path",
    "response-header-added": "the way back is `required-` or `optional-response-header-removed`",
    "response-header-removed": "the way back is `response-header-added`",
    "-deprecated-with-sunset": "the way back is reactivated",
    "-default-parameter-to-existing-path": "the way back is `request-parameter-removed`",
    "new-required-request-header-property": "the way back is `request-parameter-property-removed`",
    "request-header-property-became-": "the way back is the same change of a parameter's property",
}
"""Parts of ids without a mirror, with the reason."""


def mirrors(name: str) -> Iterator[str]:
    """The ids that take a change back."""
    for one, other in _SWAPS:
        for here, there in ((one, other), (other, one)):
            if here in name:
                mirror = name.replace(here, there, 1)
                if mirror in TABLE and mirror != name:
                    yield mirror
                plain = name.replace(here, "", 1)
                if here.startswith("new-") and f"request-{plain}-removed" in TABLE:
                    yield f"request-{plain}-removed"
    if name.startswith("request-") and name.endswith("-removed"):
        subject = name.removeprefix("request-").removesuffix("-removed")
        yield from (
            f"new-{need}-request-{subject}"
            for need in ("required", "optional")
            if f"new-{need}-request-{subject}" in TABLE
        )


def waiver(name: str) -> str | None:
    """Why an id has no mirror; None where nothing says so."""
    return next((reason for part, reason in WAIVED.items() if part in name), None)
