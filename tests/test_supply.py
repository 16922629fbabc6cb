"""What the project stands on: pinned by hash, nothing more than said, and no network while it builds."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import audit

ROOT = Path(__file__).resolve().parent.parent
PINS = (ROOT / "requirements.txt").read_text(encoding="utf-8")
REQUIREMENT = re.compile(
    r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)((?: \\\n\s+--hash=sha256:[0-9a-f]{64})*)$", re.MULTILINE
)

ALLOWED = {"attrs", "httpx2"}
OPTIONAL = {"msgspec"}
"""What a package may import besides the standard library; the optional one only where its absence is handled."""


def test_everything_that_is_installed_is_pinned_by_hash() -> None:
    lines = [line for line in PINS.splitlines() if line and not line.startswith((" ", "#"))]
    found = REQUIREMENT.findall(PINS)
    assert len(found) == len(lines) > 40
    assert [name for name, _, hashes in found if not hashes] == []


@pytest.mark.parametrize("source", ["pyproject.toml", "requirements.in"])
def test_what_is_asked_for_is_what_is_pinned(source: str) -> None:
    text = (ROOT / source).read_text(encoding="utf-8")
    if source.endswith(".toml"):
        wanted = tomllib.loads(text)["project"]["dependencies"]
    else:
        wanted = [line for line in text.splitlines() if line and not line.startswith("#")]
    pinned = {f"{name}=={version}" for name, version, _ in REQUIREMENT.findall(PINS)}
    assert len(wanted) > 10
    assert [
        each for each in wanted if re.sub(r"\[.*\]", "", each).replace("ruamel.yaml", "ruamel-yaml") not in pinned
    ] == []


def foreign(source: str) -> set[tuple[str, bool]]:
    """The modules of others that a text imports, and whether their absence is handled there."""
    found = set()

    def visit(node: ast.AST, handled: bool) -> None:
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "__import__":
            names = ["__import__"]
        roots = {name.partition(".")[0] for name in names}
        found.update((root, handled) for root in roots - set(sys.stdlib_module_names))
        for child in ast.iter_child_nodes(node):
            handles = isinstance(node, ast.Try) and any(
                isinstance(each.type, ast.Name) and each.type.id in ("ImportError", "ModuleNotFoundError")
                for each in node.handlers
            )
            visit(child, handled or handles)

    visit(ast.parse(source), False)
    return found


PACKAGES = [
    *sorted(path.parent for path in ROOT.glob("generated/*/*/py.typed")),
    ROOT / "templates" / "runtime",
]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_a_package_imports_the_standard_library_attrs_and_httpx2_only(package: Path) -> None:
    modules = sorted(package.rglob("*.py"))
    found = {each for path in modules for each in foreign(path.read_text(encoding="utf-8"))}
    assert len(modules) > 20
    assert {name for name, handled in found if not (handled and name in OPTIONAL)} <= ALLOWED
    assert "httpx2" in {name for name, _ in found}


def test_an_import_that_is_not_allowed_is_seen() -> None:
    source = "import os, requests.x\nfrom . import y\ndef f():\n    try:\n        import msgspec\n    except ImportError:\n        pass\n"
    assert foreign(source) == {("requests", False), ("msgspec", True)}


def test_no_build_looks_anything_up_or_connects_anywhere(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.sendto'):\n"
        "        raise SystemExit(f'{event} {arguments}')\n"
        "    if event == 'subprocess.Popen' and str(arguments[1][0]).rpartition('/')[2] not in ('ruff', 'git'):\n"
        "        raise SystemExit(f'started {arguments[1]}')\n"
        "sys.addaudithook(refuse)\n"
        "from generator.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    out = tmp_path / "out"
    command = [sys.executable, "-B", "-c", code, "--root", str(ROOT), "build", "leonardo", "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / "leonardo_client" / "_client.py").is_file()


def test_the_audit_tells_what_it_found_and_what_it_could_not_look_up() -> None:
    clean = {"name": "attrs", "version": "1", "vulns": []}
    faulty = {"name": "jinja2", "version": "3", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1"]}]}
    unknown = {"name": "ours", "skip_reason": "not found"}
    assert audit.said({"dependencies": [clean, faulty, unknown]}) == (
        [
            "jinja2 3: PYSEC-1, mended in 3.1",
            "audit: 2 of 3 packages looked up, 1 known vulnerabilities",
            "audit: the index does not know ours",
        ],
        1,
    )


def test_an_audit_without_a_network_does_not_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "SERVICE", ("127.0.0.1", 1))
    assert audit.main() == 0
    assert capsys.readouterr().out == "audit: 127.0.0.1 cannot be reached; nothing was looked up\n"
