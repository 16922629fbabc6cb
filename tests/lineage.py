"""What templates/opc was written against: the hash of each file of openapi-python-client that it depends on.

After an upgrade the contract test names the files that changed. Read those again beside what we put in their
place, then let `python -m tests.lineage` write the new hashes.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import openapi_python_client

STOCK = Path(openapi_python_client.__file__).parent
FOLDER = Path(__file__).resolve().parent.parent / "templates" / "opc"
LINEAGE = FOLDER / "lineage.json"
RELIED_ON = {
    "__init__.py": "generator/render drives Project and overrides _create_package, _build_models and _build_api",
    "config.py": "generator/render makes a Config without a file and without post hooks",
    "strings.py": "generator/render sets ClassName and PythonIdentifier past their own spelling",
    "parser/errors.py": "generator/render tells header and detail of what was dropped",
    "parser/openapi.py": "GeneratorData.from_dict gives the models and enums that become modules",
    "parser/properties/enum_property.py": "templates/opc/str_enum.py.jinja and int_enum.py.jinja read its class_info",
    "parser/properties/model_property.py": "templates/opc/model.py.jinja reads its class_info",
    "parser/properties/schemas.py": "Class holds the name and module name of a model",
    "templates/literal_enum.py.jinja": "loaded beside the two enum templates and never rendered",
}
"""Files that are used as they are, each with what depends on it."""


def current() -> dict[str, object]:
    """The lineage as the installed openapi-python-client has it."""
    overrides = sorted(path.name for path in FOLDER.glob("*.jinja"))
    return {
        "of": f"openapi-python-client {version('openapi-python-client')}",
        "overridden": {name: digest(f"templates/{name}") for name in overrides},
        "relied on": {name: {"sha256": digest(name), "why": why} for name, why in sorted(RELIED_ON.items())},
    }


def digest(name: str) -> str:
    """The SHA-256 of a stock file; empty for one that is not there."""
    path = STOCK / name
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def to_read_again(written: dict[str, object], now: dict[str, object]) -> list[str]:
    """A line for each stock file that is not as it was, with what to look at."""
    lines = []
    for part, told in (("overridden", "it stands beside templates/opc/{}"), ("relied on", "{}")):
        old, new = written[part], now[part]
        assert isinstance(old, dict) and isinstance(new, dict)
        for name in sorted({*old, *new}):
            if old.get(name) != new.get(name):
                why = told.format(name) if part == "overridden" else RELIED_ON.get(name, "nothing any more")
                lines.append(f"{name}: read it again; {why}")
    return lines


def main() -> None:
    """Write the lineage of the installed version, and say what is new in it."""
    now = current()
    written = (
        json.loads(LINEAGE.read_text(encoding="utf-8")) if LINEAGE.exists() else {"overridden": {}, "relied on": {}}
    )
    print("\n".join(to_read_again(written, now)) or "nothing has changed")
    LINEAGE.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
