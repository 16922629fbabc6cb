"""What a call has to prove: security requirements as they take effect, and the schemes behind their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from attrs import frozen

from ..spec import openapi
from ..values import Spec
from .view import key


@frozen
class Difference:
    """One difference, by id; `name` is the scheme."""

    id: str
    name: str
    old: Any
    new: Any
    pointer: str


def schemes(spec: Spec) -> dict[str, dict[str, Any]]:
    """The security schemes by name, references resolved."""
    result: dict[str, dict[str, Any]] = {}
    for name, scheme in openapi.components_of(spec, "securitySchemes").items():
        try:
            scheme = openapi.resolve(spec, scheme)
        except KeyError:
            continue
        if isinstance(scheme, dict):
            result[str(name)] = scheme
    return result


def renamed(old: dict[str, dict[str, Any]], new: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Old names of schemes that are now called otherwise and say the same."""
    fresh = {_content(scheme): name for name, scheme in reversed(new.items()) if name not in old}
    return {
        name: fresh[_content(scheme)] for name, scheme in old.items() if name not in new and _content(scheme) in fresh
    }


def _content(scheme: dict[str, Any]) -> str:
    return key({name: value for name, value in scheme.items() if name != "description" and not name.startswith("x-")})


_Scopes: TypeAlias = dict[str, frozenset[str]]


def requirements(value: Any, names: dict[str, str]) -> dict[frozenset[str], list[_Scopes]]:
    """The alternatives of a `security` list by their set of schemes: one set may stand there with several scopes."""
    found: dict[frozenset[str], list[_Scopes]] = {}
    for alternative in value if isinstance(value, list) else ():
        if isinstance(alternative, dict):
            scopes = {
                names.get(str(name), str(name)): frozenset(map(str, listed))
                if isinstance(listed, list)
                else frozenset()
                for name, listed in alternative.items()
            }
            same = found.setdefault(frozenset(scopes), [])
            if scopes not in same:
                same.append(scopes)
    return found


def requirement_differences(
    old: Any, new: Any, names: dict[str, str], prefix: str, pointer: str
) -> Iterator[Difference]:
    """The differences of two `security` lists. `names` maps old scheme names to what they are called now."""
    before, after = requirements(old, names), requirements(new, {})
    for schemes_, alternatives in before.items():
        shown = " + ".join(sorted(schemes_)) or "none"
        gone = [one for one in alternatives if one not in after.get(schemes_, ())]
        come = [one for one in after.get(schemes_, ()) if one not in alternatives]
        for was, is_now in zip(gone, come, strict=False):
            yield from _scope_differences(was, is_now, prefix, pointer)
        for _ in gone[len(come) :]:
            yield Difference(f"{prefix}-removed", shown, shown, None, pointer)
        for _ in come[len(gone) :]:
            yield Difference(f"{prefix}-added", shown, None, shown, pointer)
    for schemes_, alternatives in after.items():
        shown = " + ".join(sorted(schemes_)) or "none"
        for _ in alternatives if schemes_ not in before else ():
            yield Difference(f"{prefix}-added", shown, None, shown, pointer)


def _scope_differences(old: _Scopes, new: _Scopes, prefix: str, pointer: str) -> Iterator[Difference]:
    for name in sorted(old):
        for scope in sorted(old[name] - new[name]):
            yield Difference(f"{prefix}-scope-removed", name, scope, None, pointer)
        for scope in sorted(new[name] - old[name]):
            yield Difference(f"{prefix}-scope-added", name, None, scope, pointer)


def scheme_differences(old: Spec, new: Spec) -> Iterator[Difference]:
    """The differences of the security schemes themselves."""
    before, after = schemes(old), schemes(new)
    names = renamed(before, after)
    for name, scheme in before.items():
        pointer = openapi.join("/components/securitySchemes", name)
        if name in after:
            yield from _scheme(name, scheme, after[name], pointer)
        elif name not in names:
            yield Difference("api-security-component-removed", name, scheme.get("type"), None, pointer)
    for name, scheme in after.items():
        if name not in before and name not in names.values():
            pointer = openapi.join("/components/securitySchemes", name)
            yield Difference("api-security-component-added", name, None, scheme.get("type"), pointer)


def _scheme(name: str, old: dict[str, Any], new: dict[str, Any], pointer: str) -> Iterator[Difference]:
    if old.get("type") != new.get("type"):
        yield Difference("api-security-component-type-changed", name, old.get("type"), new.get("type"), pointer)
        return
    for keys, what in ((("scheme", "openIdConnectUrl"), "scheme"), (("in", "name"), "location")):
        for keyword in keys:
            before, after = _word(old.get(keyword), keyword), _word(new.get(keyword), keyword)
            if before != after:
                yield Difference(f"api-security-component-{what}-changed", name, before, after, pointer)
    yield from _flows(name, old.get("flows"), new.get("flows"), pointer)


def _word(value: Any, keyword: str) -> Any:
    return value.lower() if keyword == "scheme" and isinstance(value, str) else value


def _flows(name: str, old: Any, new: Any, pointer: str) -> Iterator[Difference]:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return
    for flow in [*old, *(flow for flow in new if flow not in old)]:
        before, after = old.get(flow), new.get(flow)
        if not isinstance(before, dict) or not isinstance(after, dict):
            continue
        for keyword, what in (("authorizationUrl", "url"), ("tokenUrl", "token-url")):
            if before.get(keyword) != after.get(keyword):
                values = before.get(keyword), after.get(keyword)
                yield Difference(f"api-security-component-oauth-{what}-changed", name, *values, pointer)
        yield from _scopes(name, before.get("scopes"), after.get("scopes"), pointer)


def _scopes(name: str, old: Any, new: Any, pointer: str) -> Iterator[Difference]:
    before, after = old if isinstance(old, dict) else {}, new if isinstance(new, dict) else {}
    for scope in before:
        if scope not in after:
            yield Difference("api-security-component-oauth-scope-removed", name, scope, None, pointer)
    for scope in after:
        if scope not in before:
            yield Difference("api-security-component-oauth-scope-added", name, None, scope, pointer)
