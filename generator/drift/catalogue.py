"""The one table: (what changed, where, direction) to (id, level), in oasdiff's vocabulary.

Requests are contravariant: whatever narrows them breaks a caller. Responses are covariant: whatever widens
them breaks a caller. So each change of a schema is one row with a level for each direction, and the ids are
`<direction>-<where>-<what>`; the ids that the field spells otherwise are written out below.

Ids that oasdiff does not have follow its pattern (`request-property-max-properties-decreased`).

Different from oasdiff 1.15 on purpose
- `api-schema-removed`: a component is no part of the wire; unbundling a document would raise hundreds.
- `*-all-of-*-annotation-only`: an `allOf` member that only describes is no change at all.
- `api-security-component-oauth-scope-changed`: the words of a scope are documentation.
- `api-version-*`: `info.version` does not move with the API; the field's complaint is trusting it.
- `*-enum-value-added` beside `*-became-enum`: one finding says it.
- An enum that is gone (`*-became-not-enum`) widens; its values are not reported as removed.
- Servers, parameter styles, encodings, `additionalProperties: false`, `uniqueItems`, `multipleOf`, `not`:
  callers notice; oasdiff is silent.
- Security is what an operation effectively requires, so that copying the root's list down is no change.
- A removal after its sunset date is reported (info), not silent: a client loses a method by it.
- What a request says of a read-only property, and a response of a write-only one, is never sent: info.
- The body of a webhook or callback flows to the caller, so it is read as a response is.
- `*-deprecated-sunset-missing` needs a policy (`deprecation_days`), which is off unless asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

Level: TypeAlias = Literal["breaking", "risky", "info"]
Direction: TypeAlias = Literal["request", "response", "none"]

_LEVELS: Final[dict[str, Level]] = {"E": "breaking", "W": "risky", "I": "info"}

NARROWING: Final = (
    "if", "then", "else", "contains", "dependent-required", "dependent-schema", "pattern-property",
    "property-names", "unevaluated-items", "unevaluated-properties", "content-schema", "not",
    "unique-items", "multiple-of",
)  # fmt: skip
"""Keywords that only ever take values away: added narrows, removed widens."""

UPPER: Final = ("max", "exclusive-max", "max-length", "max-items", "max-properties", "max-contains")
LOWER: Final = ("min", "exclusive-min", "min-length", "min-items", "min-properties", "min-contains")

_SCHEMA: Final = """
became-nullable I E | became-not-nullable E I | became-enum E I | became-not-enum I W
enum-value-added I W | enum-value-removed E I | const-added E I | const-removed I E | const-changed E E
default-value-added I I | default-value-removed I I | default-value-changed I I
pattern-added E I | pattern-removed I I | pattern-changed W I | pattern-generalized I I
all-of-added E I | all-of-removed W I | any-of-added I I | any-of-removed E I | one-of-added I E | one-of-removed E I
wrapped-in-one-of E E | type-changed E E | type-generalized I E | type-specialized E I | type-compatible I I
list-of-types-widened I E | list-of-types-narrowed E I | prefix-items-added I E | prefix-items-removed E I
dependent-required-changed E E | multiple-of-changed E W | content-media-type-changed E E | content-encoding-changed E E
discriminator-added I I | discriminator-removed I I | discriminator-property-name-changed I I
discriminator-mapping-added I I | discriminator-mapping-deleted I I | discriminator-mapping-changed I I
additional-properties-forbidden W I | additional-properties-allowed I I
additional-properties-narrowed W I | additional-properties-widened I W | items-added W I | items-removed I W
x-extensible-enum-value-added I W | x-extensible-enum-value-removed E I | reference-changed W W | xml-changed W W
"""
"""What changed, then the level in a request and in a response: Error (breaking), Warning (risky), Info."""

_LIFECYCLE: Final = """
deprecated I | deprecated-with-sunset I | deprecated-sunset-missing E | deprecated-sunset-invalid E | reactivated I
sunset-date-too-small E | stability-decreased E | stability-increased I
"""
"""The same for what only a property tells of itself, whichever way it goes."""

_WRITTEN: Final = """
endpoint-added I | endpoint-reactivated I | endpoint-deprecated I | endpoint-deprecated-with-sunset I
api-path-removed-without-deprecation E | api-path-removed-with-deprecation I | api-path-removed-before-sunset E
api-path-removed-unstable I | api-path-sunset-parse E | api-removed-without-deprecation E
api-removed-with-deprecation I | api-removed-before-sunset E | api-removed-unstable I
api-deprecated-sunset-parse E | api-deprecated-sunset-missing E | api-sunset-date-too-small E
api-sunset-date-changed-too-small E | sunset-deleted E | api-invalid-stability-level E
api-stability-decreased E | api-stability-increased I | api-operation-id-removed I | api-operation-id-added I
api-tag-removed I | api-tag-added I | webhook-added I | webhook-removed E
webhook-body-added I | webhook-body-removed E | webhook-body-became-required I | webhook-body-became-optional E
callback-added I | callback-removed I
api-security-added I | api-security-removed I | api-security-scope-added I | api-security-scope-removed I
api-global-security-added I | api-global-security-removed I
api-global-security-scope-added I | api-global-security-scope-removed I
api-security-component-added I | api-security-component-removed I | api-security-component-type-changed I
api-security-component-oauth-url-changed I | api-security-component-oauth-token-url-changed I
api-security-component-oauth-scope-added I | api-security-component-oauth-scope-removed I
api-security-component-scheme-changed E
api-security-component-location-changed E | api-server-added I | api-server-removed W
request-body-added-required E | request-body-added-optional I | request-body-removed E
request-body-became-required E | request-body-became-optional I
request-body-media-type-added I | request-body-media-type-removed E | request-body-media-type-name-changed I
request-body-media-type-schema-added E | request-body-media-type-schema-removed I | request-body-encoding-changed W
response-body-media-type-schema-added I | response-body-media-type-schema-removed W
response-media-type-added I | response-media-type-removed E | response-media-type-name-changed I
response-media-type-name-generalized E | response-media-type-name-specialized I
response-success-status-added I | response-success-status-removed E
response-non-success-status-added I | response-non-success-status-removed I
response-header-added I | required-response-header-removed E | optional-response-header-removed W
response-header-became-optional E | response-header-became-required I | response-header-type-changed E
response-header-type-generalized E | response-header-type-specialized I | response-header-type-compatible I
response-header-became-nullable E | response-header-became-not-nullable I | response-header-schema-changed I
new-required-request-parameter E | new-optional-request-parameter I | new-request-path-parameter E
new-required-request-default-parameter-to-existing-path E | new-optional-request-default-parameter-to-existing-path I
request-parameter-removed W | request-parameter-removed-with-deprecation I | request-parameter-removed-before-sunset E
request-parameter-deprecated I | request-parameter-deprecated-sunset-missing E | request-parameter-reactivated I
request-parameter-sunset-date-too-small E | request-parameter-sunset-parse E | request-parameter-sunset-deleted E
request-parameter-sunset-date-changed-too-small E | request-parameter-became-required E
request-parameter-became-optional I | request-parameter-style-changed E | request-parameter-default-value-added E
request-parameter-default-value-removed E | request-parameter-default-value-changed E
request-required-parameter-default-value-added I | request-required-parameter-default-value-removed I
request-required-parameter-default-value-changed I
request-parameter-property-became-nullable I | request-parameter-property-became-not-nullable E
request-parameter-property-enum-value-added I | request-parameter-property-enum-value-removed E
request-parameter-property-type-changed W | request-parameter-property-type-generalized I
request-parameter-property-type-specialized E | request-parameter-property-list-of-types-widened I
request-parameter-property-list-of-types-narrowed E | request-parameter-property-removed W
request-parameter-property-became-required E | request-parameter-property-became-optional I
new-required-request-parameter-property E | new-optional-request-parameter-property I
request-header-property-became-enum E | request-header-property-became-required E
new-required-request-header-property E | new-required-request-property E
new-required-request-property-with-default E | new-optional-request-property I | request-property-removed W
request-property-became-required E | request-property-became-required-with-default E
request-property-became-optional I
response-required-property-added I | response-required-property-removed E
response-optional-property-added I | response-optional-property-removed W
response-required-write-only-property-added I | response-required-write-only-property-removed I
response-optional-write-only-property-added I | response-optional-write-only-property-removed I
response-property-became-required I | response-property-became-optional E
response-write-only-property-became-required I | response-write-only-property-became-optional I
response-mediatype-enum-value-added W
response-mediatype-enum-value-removed I
response-required-property-became-not-write-only W | response-required-property-became-write-only I
"""
"""Ids that do not follow from a row above, or whose level does not."""

SPELT_OTHERWISE: Final = {
    "response-body-enum-value-added": "response-mediatype-enum-value-added",
    "response-body-enum-value-removed": "response-mediatype-enum-value-removed",
}


_NEVER: Final = (
    "request-parameter-type-compatible", "request-parameter-xml-changed", "request-parameter-type-specialized",
    "request-body-type-specialized", "request-property-type-specialized", "request-read-only-property-type-specialized",
)  # fmt: skip
"""Ids that a row above would make and nothing is called: a narrowed request is `type-changed` to the field."""


def _rows(text: str) -> Iterator[list[str]]:
    for row in text.replace("\n", " | ").split(" | "):
        if row.strip():
            yield row.split()


def _schema_rows() -> Iterator[tuple[str, str, str]]:
    for row in _rows(_SCHEMA):
        yield row[0], row[1], row[2]
    for keyword in NARROWING:
        yield f"{keyword}-added", "E", "I"
        yield f"{keyword}-removed", "I", "E"
    for bounds, tighter, looser in ((UPPER, "decreased", "increased"), (LOWER, "increased", "decreased")):
        for keyword in bounds:
            yield f"{keyword}-{tighter}", "E", "I"
            yield f"{keyword}-{looser}", "I", "E"
            if keyword not in ("min-length", "min-properties"):
                yield f"{keyword}-set", "W", "I"
                yield f"{keyword}-unset", "I", "E"


def _table() -> dict[str, Level]:
    table: dict[str, Level] = {}
    for what, request, response in _schema_rows():
        for where in ("body", "property"):
            table[f"request-{where}-{what}"] = _LEVELS[request]
            table[f"response-{where}-{what}"] = _LEVELS[response]
        table[f"request-parameter-{what}"] = _LEVELS[request]
        table[f"request-read-only-property-{what}"] = "info"
        table[f"response-write-only-property-{what}"] = "info"
    for what, level in _rows(_LIFECYCLE):
        for where in ("request-property", "response-property"):
            table[f"{where}-{what}"] = _LEVELS[level]
        for where in ("request-read-only-property", "response-write-only-property"):
            table[f"{where}-{what}"] = "info"
    for direction in ("request", "response"):
        for need in ("optional", "required"):
            for mode in ("read-only", "write-only"):
                table[f"{direction}-{need}-property-became-{mode}"] = "info"
                table[f"{direction}-{need}-property-became-not-{mode}"] = "info"
    table.update({name: _LEVELS[level] for name, level in _rows(_WRITTEN)})
    for spelling in (*SPELT_OTHERWISE, *_NEVER):
        del table[spelling]
    return table


TABLE: Final[dict[str, Level]] = _table()
"""Every id that the engine can report, with its level in the `wire` profile."""

_DEFAULT_IN_CLIENT: Final[dict[str, Level]] = {
    "api-operation-id-removed": "breaking",
    "api-removed-with-deprecation": "breaking",
    "api-path-removed-with-deprecation": "breaking",
    "api-removed-unstable": "breaking",
    "api-path-removed-unstable": "breaking",
    "api-server-removed": "breaking",
    "api-security-added": "breaking",
    "api-global-security-added": "breaking",
    "api-security-removed": "risky",
    "api-global-security-removed": "risky",
    "api-security-scope-added": "risky",
    "api-global-security-scope-added": "risky",
    "api-security-component-removed": "risky",
    "api-security-component-type-changed": "breaking",
    "api-security-component-oauth-url-changed": "risky",
    "api-security-component-oauth-token-url-changed": "risky",
    "request-parameter-removed": "breaking",
    "request-parameter-removed-with-deprecation": "breaking",
    "request-parameter-property-removed": "breaking",
    "request-property-removed": "breaking",
    "response-optional-property-removed": "breaking",
    "webhook-removed": "info",
}
"""What the generated client makes of a change, where that differs from the wire.

A method, an argument or an attribute that is gone breaks the code that names it, even where the server
would go on answering. Webhooks are not in the client.
"""


def client_levels() -> dict[str, Level]:
    """The `client` profile: the table as a generated client sees it.

    It reads enums openly, so a new value in a response breaks nobody; it checks no bounds, so a looser one
    in a response is at most a surprise; it does not send defaults, so that a changed one changes what the
    server does behind an unchanged call.
    """
    levels = dict(TABLE)
    for name, level in TABLE.items():
        if name.startswith("response-"):
            if name.endswith(("enum-value-added", "became-not-enum")):
                levels[name] = "info"
            elif level == "breaking" and name.endswith(("-increased", "-decreased", "-unset")):
                levels[name] = "risky"
            elif name.endswith(("any-of-added", "discriminator-property-name-changed")):
                levels[name] = "breaking"
        elif "default-value-" in name and level == "info" and "request-required-parameter" not in name:
            levels[name] = "risky"
        elif name.endswith("discriminator-property-name-changed"):
            levels[name] = "breaking"
    levels.update(_DEFAULT_IN_CLIENT)
    return levels


PROFILES: Final[dict[str, dict[str, Level]]] = {"wire": TABLE, "client": client_levels()}


def schema_id(what: str, where: str, direction: Direction, *, silent: bool = False, header: bool = False) -> str:
    """The id of a change of a schema.

    `where` is body, property, parameter, parameter-property or header; `silent` says that the property is
    read-only in a request or write-only in a response; `header` that the parameter is a header.
    """
    if where == "header":
        name = f"response-header-{what}"
        return name if name in TABLE else "response-header-schema-changed"
    if direction == "request" and what == "type-specialized" and where != "parameter-property":
        what = "type-changed"
    if silent and where == "property":
        return f"{direction}-{'read' if direction == 'request' else 'write'}-only-property-{what}"
    if header and where == "parameter-property" and f"request-header-property-{what}" in TABLE:
        return f"request-header-property-{what}"
    name = f"{direction}-{where}-{what}"
    name = SPELT_OTHERWISE.get(name, name)
    if name not in TABLE and where == "parameter-property":
        name = f"{direction}-parameter-{what}"
    return name
