"""How long `import` takes, over a bare interpreter."""

from __future__ import annotations

import sys

from ..claims import Chart, Claim, Outcome, milliseconds
from ..measure import child, interleave, ratios, spread
from ..place import NO_EXTRAS, SITE

ROUNDS = 11
SUBJECTS = {
    "bare": "pass",
    "ours": NO_EXTRAS + "import leonardo_client",
    "ours, with the client class": NO_EXTRAS + "from leonardo_client import Leonardo",
    "leonardo-ai-sdk": "import leonardo_ai_sdk",
    "scenario-sdk": "import scenario_sdk",
    "stock": "from stock_client import AuthenticatedClient",
}
LATE = ("httpx2", "attrs", "ssl", "leonardo_client.models", "leonardo_client._runtime.transport")


def run() -> Outcome:
    """Whole processes, one after the other."""
    loaded = (
        f"{NO_EXTRAS}import leonardo_client; late = [m for m in {LATE!r} if m in sys.modules]; "
        "assert not late, late; from leonardo_client import models; assert models.Generation.__name__ == 'Generation'"
    )
    child([sys.executable, "-c", loaded], SITE, PYTHONPATH=str(SITE))
    times = interleave(
        {
            name: lambda code=code: child([sys.executable, "-c", code], SITE, PYTHONPATH=str(SITE)).cpu
            for name, code in SUBJECTS.items()
        },
        ROUNDS,
    )
    peer = "leonardo-ai-sdk"
    return Outcome(
        "Import",
        "after the import none of httpx2, attrs, ssl, the models and the transport is loaded, and the models are there when asked for",
        (
            Claim("`import leonardo_client`, of leonardo-ai-sdk", "at most", 0.25, ratios(times, "ours", peer, over="bare")),
            Claim("`from leonardo_client import Leonardo`, of leonardo-ai-sdk", "at most", 0.25,
                  ratios(times, "ours, with the client class", peer, over="bare")),
        ),
        {"import, over a bare interpreter": milliseconds(times, over="bare")},
        (Chart("import", "Import, over a bare interpreter", "processor milliseconds", {
            "import": {n: 1000 * (spread(t)[1] - spread(times["bare"])[1]) for n, t in times.items() if n != "bare"}}),),
    )  # fmt: skip
