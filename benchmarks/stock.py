"""What stock openapi-python-client makes of our normalised spec: `python -m benchmarks.stock SPEC OUT`, in the project's environment.

It fails on nullable objects and enums, on null defaults and on titles used twice (it names classes by them), and
with each it loses all that refers to the schema: most answers. It is given the spec without these, so that there
is decoding to compare; all that it reads stays.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML


def readable(node: Any) -> Any:
    """The spec without what stock cannot read in a schema."""
    if isinstance(node, dict):
        dropped = {"nullable"} if "properties" in node or "enum" in node else set()
        dropped |= {"title"} if isinstance(node.get("title"), str) and "version" not in node else set()
        dropped |= {"default"} if node.get("default", 0) is None else set()
        return {k: readable(v) for k, v in node.items() if k not in dropped}
    return [readable(item) for item in node] if isinstance(node, list) else node


def render(spec: Path, out: Path) -> None:
    """The stock client of a spec in the folder `out`."""
    beside = sysconfig.get_path("scripts")
    command = [f"{beside}/openapi-python-client", "generate", "--path", str(spec), "--output-path", str(out)]
    path = f"{beside}{os.pathsep}{os.environ['PATH']}"
    options = ["--meta", "none", "--overwrite"]
    subprocess.run([*command, *options], check=True, capture_output=True, env={**os.environ, "PATH": path})


def write(spec: Path, target: Path) -> None:
    """The spec as stock can read it, in a file."""
    yaml = YAML(typ="safe", pure=False)
    data = readable(yaml.load(spec))
    with target.open("w", encoding="utf-8") as stream:
        yaml.dump(data, stream)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "openapi.yaml"
        write(Path(sys.argv[1]), spec)
        render(spec, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
