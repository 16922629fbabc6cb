from __future__ import annotations

from typing import Final

from ..rule import Found
from ..spec.openapi import join
from ..spec.walk import objects
from ..values import REMOVED, Edit, Spec

_FLOWS: Final = {
    "implicit": ("authorizationUrl",), "password": ("tokenUrl",), "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
    "deviceAuthorization": ("deviceAuthorizationUrl", "tokenUrl"),
}  # fmt: skip
_URLS: Final = ("authorizationUrl", "tokenUrl", "deviceAuthorizationUrl")


def oauth_flow_malformed(spec: Spec) -> Found:
    """Give each OAuth flow the addresses that its kind has, and no others.

    A flow with a missing address gets an empty one: the token comes from elsewhere, and the rest of
    the scheme stays readable.
    """
    for pointer, flows in objects(spec, "flows"):
        for kind, flow in flows.items():
            needed = _FLOWS.get(kind)
            if needed is None or not isinstance(flow, dict):
                continue
            for name in needed:
                if name not in flow:
                    yield Edit(join(pointer, kind, name), "", f"A flow of the kind {kind} has a `{name}`.")
            for name in _URLS:
                if name in flow and name not in needed:
                    yield Edit(join(pointer, kind, name), REMOVED, f"A flow of the kind {kind} has no `{name}`.")
