"""The commands `fetch`, `drift` and `accept`: they parse, call and print; nothing else."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .console import Console, counted, inert
from .errors import GeneratorError, Unreachable, UnusableInput

if TYPE_CHECKING:
    from .build import Root
    from .drift.report import Report
    from .drift.upstream import Options
    from .pipeline import Progress
    from .provider.settings import Provider

WRONG_USE: Final = 64
DEFECT: Final = 70
FORMATS: Final = ("text", "json", "markdown", "github", "sarif", "html")
SUFFIXES: Final = {".json": "json", ".md": "markdown", ".sarif": "sarif", ".html": "html", ".txt": "text"}
LAYERS: Final = ("wire", "surface", "callers")
_ONE_PAGE: Final = "the HTML report is of one provider: name it."
CODES: Final = (
    "exit: 0 nothing, 1 changes that break nobody, 2 breaking, 3 a stale fix or a merge conflict, "
    "4 could not fetch, 64 wrong use, 70 a defect of the toolchain"
)


def add_commands(commands: Any) -> None:
    """The parsers of the three commands."""
    fetch = commands.add_parser(
        "fetch", help="download the published documents into source/", epilog="exit: 0 done, 4 could not, 64 wrong use"
    )
    fetch.add_argument("provider", nargs="*", help="names below specs/ (default: all)")
    fetch.add_argument(
        "--offline", action="store_true", help="download nothing; enter the pages in source/ in lock.json"
    )
    fetch.set_defaults(run=_guarded(_fetch))
    drift = commands.add_parser("drift", help="what moved upstream, and what that does to callers", epilog=CODES)
    drift.add_argument(
        "target", nargs="*", help="providers (default: all), or OLD and NEW: two specs, pages or folders of them"
    )
    drift.add_argument("--layers", default=",".join(LAYERS), help="of wire, surface, callers (default: all three)")
    drift.add_argument(
        "--profile",
        choices=("wire", "client"),
        help="whose callers break (default: client; of two documents on the wire alone: wire)",
    )
    drift.add_argument("--format", choices=FORMATS, default="text", help="what to print (default: text)")
    drift.add_argument(
        "-o", "--report", type=Path, action="append", default=[], metavar="FILE",
        help="write it there too, in the format of its suffix: .json .md .sarif .html .txt",
    )  # fmt: skip
    drift.set_defaults(run=_guarded(_drift))
    accept = commands.add_parser(
        "accept", help="take over what upstream has now, or let one finding pass", epilog=CODES
    )
    accept.add_argument("provider", nargs="*", help="names below specs/ (default: all)")
    accept.add_argument("--finding", metavar="FINGERPRINT", help="let this one pass, with --reason and --expires")
    accept.add_argument("--reason", help="why; the next reader has to judge it")
    accept.add_argument("--expires", type=day, metavar="YYYY-MM-DD")
    accept.set_defaults(run=_guarded(_accept))


def day(text: str) -> datetime.date:
    """A date as people write it; argparse names this function where it is none."""
    return datetime.date.fromisoformat(text)


def _guarded(run: Any) -> Any:
    """Exit 1 and 2 mean changes here, so that whatever is wrong ends in a code of its own."""

    def guarded(options: argparse.Namespace) -> int:
        try:
            code: int = run(options)
        except GeneratorError as error:
            print(inert(f"error: {error}"), file=sys.stderr)
            return error.exit_code if isinstance(error, Unreachable) else WRONG_USE
        except OSError as error:
            from .output import explain_os_error

            print(inert(f"error: {explain_os_error(error)}"), file=sys.stderr)
            return WRONG_USE
        except ModuleNotFoundError:
            raise  # what is missing is told for all commands alike
        except Exception:  # noqa: BLE001  Python would end in 1, which says that drift found something harmless
            traceback.print_exc()
            return DEFECT
        return code

    return guarded


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


def _root(options: argparse.Namespace) -> Root:
    from .build import Root

    return Root(options.root.resolve())


def _fetch(options: argparse.Namespace) -> int:
    from .fetch import fetch_provider, recorded, write_fetched
    from .fetch.witnesses import drop_outdated

    for provider in _root(options).providers(options.provider):
        fetched = recorded(provider, _today()) if options.offline else fetch_provider(provider, today=_today())
        written = write_fetched(provider, fetched)
        documents, files = counted(len(provider.documents), "document"), counted(len(written), "file")
        print(inert(f"{provider.name}: {len(fetched)} of {documents}, {files} written"))
        for line in (*(one.line for one in fetched), *drop_outdated(provider, fetched)):
            print(inert(f"  {line}"))
        for source in provider.documents:
            if source.url is None and not options.offline:
                print(inert(f"  {source.name}  has no url: put new pages in source/ by hand, then fetch --offline"))
    return 0


def _drift(options: argparse.Namespace) -> int:
    from .drift.report import render
    from .drift.upstream import Options

    root = _root(options)
    known = {path.parent.name for path in root.specs.glob("*/provider.yaml")}
    layers = tuple(layer for layer in LAYERS if layer in options.layers.split(","))
    if set(options.layers.split(",")) - set(LAYERS) or "wire" not in layers:
        raise UnusableInput(f"--layers {options.layers}: give wire, and if you want surface and callers too.")
    cache = root.path / "build" / "types" if known else None
    is_of_two = not set(options.target) <= known
    formats = {options.format, *(SUFFIXES.get(path.suffix) for path in options.report)}
    if "html" in formats and not is_of_two and len(set(options.target) or known) > 1:
        raise UnusableInput(_ONE_PAGE)
    profile = options.profile or ("wire" if is_of_two and layers == ("wire",) else "client")
    said = Options(layers, profile, _today(), cache=cache)
    code = 0
    reports: list[Report] = []
    with Console() as console:
        progress = _progress(console)
        if not is_of_two:
            for found in _providers(root, options.target, said, console, progress):
                reports += [found] if not isinstance(found, int) else []
                code = max(code, found if isinstance(found, int) else found.exit_code)
        elif len(options.target) == 2:
            from .drift.between import drift_between

            reports.append(drift_between(Path(options.target[0]), Path(options.target[1]), said, progress))
            code = reports[0].exit_code
        else:
            named = ", ".join(sorted(known)) or "none"
            raise UnusableInput(f"drift takes providers ({named}), or two specs, pages or folders: OLD NEW.")
    _write(options.report, options.format, reports)
    sys.stdout.write(_joined(options.format, [render(options.format, report) for report in reports]))
    return code


def _progress(console: Console) -> Progress:
    from .pipeline import Progress

    return Progress(console.tell)


def _providers(
    root: Root, names: Sequence[str], said: Options, console: Console, progress: Progress
) -> Iterator[Report | int]:
    """The report of each provider, or the exit code of one that could not be fetched, which stops no other."""
    from .drift.upstream import drift_provider

    for provider in root.providers(names):
        console.begin(provider.name)
        try:
            yield drift_provider(root, provider, said, progress).report
        except Unreachable as error:
            print(inert(f"error: {provider.name}: {error}"), file=sys.stderr)
            yield error.exit_code


def _write(files: Sequence[Path], format: str, reports: Sequence[Report]) -> None:
    from .drift.report import render
    from .output import replace_file

    for path in files:
        chosen = SUFFIXES.get(path.suffix, format)
        replace_file(path, _joined(chosen, [render(chosen, report) for report in reports]))


def _joined(format: str, texts: list[str]) -> str:
    """The reports of several providers as one text: JSON as a list, SARIF as the runs of one log."""
    if len(texts) == 1 or format in ("text", "markdown", "github"):
        return "\n".join(texts)
    if format == "html":
        raise UnusableInput(_ONE_PAGE)
    logs = [json.loads(text) for text in texts]
    data: Any = logs
    if format == "sarif":
        data = {**(logs[0] if logs else {"version": "2.1.0"}), "runs": [run for log in logs for run in log["runs"]]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _accept(options: argparse.Namespace) -> int:
    from .drift.adopt import adopt, require_clean
    from .drift.upstream import Options

    root = _root(options)
    providers = root.providers(options.provider)
    said = Options(LAYERS, "client", _today(), cache=root.path / "build" / "types")
    if options.finding or options.reason or options.expires:
        return _let_pass(root, providers, said, options)
    require_clean(root.path)
    code = 0
    with Console() as console:
        outcomes = [adopt(root, provider, said, _progress(console)) for provider in providers]
    for outcome in outcomes:
        print(inert("\n".join(outcome.lines)))
        code = max(code, outcome.code)
    return code


def _let_pass(root: Root, providers: Sequence[Provider], said: Options, options: argparse.Namespace) -> int:
    from attrs import evolve

    from .drift.adopt import let_pass
    from .drift.upstream import drift_provider

    given = options.finding and options.reason and options.expires
    if len(options.provider) != 1 or not given or options.expires < said.today:
        raise UnusableInput("--finding goes with the name of one provider, --reason and a day to come in --expires.")
    ids: list[str] = []
    with Console() as console:
        for layers in (("wire",), LAYERS):
            if not ids:
                report = drift_provider(root, providers[0], evolve(said, layers=layers), _progress(console)).report
                ids = [change.id for change in report.changes if change.fingerprint == options.finding]
    if not ids:
        raise UnusableInput(f"{options.finding}: drift finds nothing of that fingerprint now; see drift --format json.")
    print(inert(let_pass(providers[0], options.finding, options.reason, options.expires, ids[0])))
    return 0
