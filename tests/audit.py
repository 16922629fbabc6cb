"""`make audit`: the pinned packages held against the vulnerabilities that PyPI knows, by pip-audit.

pip-audit is installed for this alone, into an environment of its own; where neither it nor PyPI can be
reached the audit says that nothing was looked up, and does not fail.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
HOME: Final = ROOT / ".venv" / "audit"
TOOL: Final = "pip-audit==2.10.0"
SERVICE: Final = ("pypi.org", 443)


def reachable(timeout: float = 5.0) -> bool:
    """Whether the service that knows the vulnerabilities answers at all."""
    try:
        with socket.create_connection(SERVICE, timeout):
            return True
    except OSError:
        return False


def main() -> int:
    """The exit code of pip-audit; 0 where nothing can be looked up."""
    if not reachable():
        print(f"audit: {SERVICE[0]} cannot be reached; nothing was looked up")
        return 0
    tool = HOME / "bin" / "pip-audit"
    if not tool.exists():
        venv.create(HOME, with_pip=True)
        made = subprocess.run(
            [HOME / "bin" / "python", "-m", "pip", "install", "--quiet", TOOL], check=False, stderr=subprocess.DEVNULL
        )
        if made.returncode:
            print("audit: pip-audit cannot be installed; nothing was looked up")
            return 0
    command = [tool, "--format=json", "--require-hashes", "--disable-pip", "--progress-spinner=off"]
    done = subprocess.run([*command, "-r", ROOT / "requirements.txt"], stdout=subprocess.PIPE, text=True, check=False)
    if not done.stdout.strip():
        print("audit: pip-audit gave no answer; nothing was looked up")
        return 0
    lines, found = said(json.loads(done.stdout))
    print("\n".join(lines))
    return 1 if found else 0


def said(report: dict[str, Any]) -> tuple[list[str], int]:
    """The lines for a person, and how many vulnerabilities there are. What could not be looked up is no all-clear."""
    packages = report["dependencies"]
    skipped = [each["name"] for each in packages if "skip_reason" in each]
    lines = [
        f"{each['name']} {each['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no version yet'}"
        for each in packages for fault in each.get("vulns", ())
    ]  # fmt: skip
    found = len(lines)
    lines.append(
        f"audit: {len(packages) - len(skipped)} of {len(packages)} packages looked up, {found} known vulnerabilities"
    )
    if skipped:
        lines.append(
            f"audit: the index does not know {', '.join(skipped[:5])}{' and others' if len(skipped) > 5 else ''}"
        )
    return lines, found


if __name__ == "__main__":
    sys.exit(main())
