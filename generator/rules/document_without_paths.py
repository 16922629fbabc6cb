from __future__ import annotations

from ..rule import Found
from ..spec.walk import is_3_0
from ..values import Edit, Spec


def document_without_paths(spec: Spec) -> Found:
    """Give a document without paths an empty map of them, where the standard wants one.

    3.0 always does; 3.1 does where there are no webhooks and no components either.
    """
    if "paths" not in spec and (is_3_0(spec) or not {"webhooks", "components"} & spec.keys()):
        yield Edit("/paths", {}, "The document has no paths.")
