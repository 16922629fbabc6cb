from __future__ import annotations

import re

from ..errors import UnusableInput
from ..rule import Found
from ..values import Edit, Spec

_VERSION = re.compile(r"\s*v?(3)\.?([0-2])?(?:\.([0-9]+))?([-+ ].*)?\s*\Z", re.IGNORECASE | re.DOTALL)
_GOOD = re.compile(r"3\.(0\.[0-9]|[12]\.[0-9]+)(-.+)?\Z")


def version_malformed(spec: Spec) -> Found:
    """Write the version of OpenAPI as the standard has it: `3.0` or the number 3.1 become `3.0.0`, `3.1.0`.

    Unquoted in YAML, `openapi: 3.1` is a number. A document with none at all is read as 3.1, which
    understands the most. Swagger 1 and versions to come are refused: their grammar is another. Swagger 2 has been read
    as 3.0 long before.
    """
    name = "openapi" if spec.get("openapi") is not None else "swagger"
    version = spec.get(name)
    if name == "openapi" and isinstance(version, str) and _GOOD.match(version):
        return
    if version is None:
        yield Edit("/openapi", "3.1.0", "The document does not name its version.")
        return
    found = _VERSION.match(str(version))
    if found is None:
        raise UnusableInput(
            f"/{name} is {version!r}: only Swagger 2 and OpenAPI 3.0, 3.1 and 3.2 are understood. Convert the document first."
        )
    minor, patch = found[2] or "0", found[3] or "0"
    patch = "4" if minor == "0" and len(patch) > 1 else patch
    yield Edit("/openapi", f"3.{minor}.{patch}", "The standard writes a version as three numbers.")
