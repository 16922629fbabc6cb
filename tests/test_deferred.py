"""Packages that only others import, and we never need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.deferred import deferred

ROOT = Path(__file__).parent.parent


def test_a_deferred_module_is_loaded_at_its_first_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "put_off.py").write_text("import sys\nsys.put_off = True\nvalue = 5\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "put_off", False, raising=False)
    before = list(sys.meta_path)
    with deferred("put_off", "there_is_none"):
        import put_off  # type: ignore[import-not-found]

        with pytest.raises(ImportError):
            import there_is_none  # type: ignore[import-not-found]  # noqa: F401
    monkeypatch.delitem(sys.modules, "put_off")
    assert sys.meta_path == before
    assert not sys.put_off  # type: ignore[attr-defined]
    assert put_off.value == 5
    assert sys.put_off  # type: ignore[attr-defined]


def test_the_toolchain_loads_no_http_client_and_no_selectors() -> None:
    code = (
        "import sys, generator.build, generator.render\n"
        "print(sorted({'httpx._client', 'httpcore._api', 'soupsieve.css_parser', 'mypy', 'griffe', 'openapi_python_client.cli'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
