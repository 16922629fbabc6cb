"""The command line: `python -m generator COMMAND`. It parses, calls and prints; nothing else."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from .console import inert
from .drift_commands import DEFECT, WRONG_USE, add_commands
from .errors import GeneratorError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        parser.print_help()
        return WRONG_USE
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except GeneratorError as error:
        print(inert(f"error: {error}"), file=sys.stderr)
        return error.exit_code
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == __package__:
            traceback.print_exc()
            return DEFECT
        todo = "run `make regenerate` once, then `.venv/bin/python -m generator ...`"
        print(f"error: this Python has no {error.name}, which the toolchain needs; {todo}", file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        from .output import explain_os_error

        print(inert(f"error: {explain_os_error(error)}"), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted: no output is half written; run it again", file=sys.stderr)
        return 130


class _Parser(argparse.ArgumentParser):
    """Wrong use ends in 64: the 2 of argparse means something else here."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"error: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m generator", description="API documents as published in, a typed Python client out."
    )
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_build(commands)
    _add_vendor(commands)
    add_commands(commands)
    explain = commands.add_parser("explain", help="what a repair, a rule or a lowering does, and why")
    explain.add_argument("name", nargs="?", help="its id (default: list all)")
    explain.set_defaults(run=_explain)
    return parser


def _add_vendor(commands: Any) -> None:
    vendor = commands.add_parser("vendor", help="copy a package into another project, or check such a copy")
    vendor.add_argument("provider")
    vendor.add_argument("destination", type=Path, metavar="DEST", help="the folder that is the package there")
    vendor.add_argument("--check", action="store_true", help="tell whether the copy was edited or is behind")
    vendor.add_argument("--force", action="store_true", help="replace a copy that was edited")
    vendor.set_defaults(run=_vendor)


def _vendor(options: argparse.Namespace) -> int:
    from . import vendor
    from .build import Root

    root = Root(options.root.resolve())
    (provider,) = root.providers([options.provider])
    if options.check:
        differences = vendor.check(root.generated, provider, options.destination)
        print("\n".join(differences) or f"{options.destination}: as vendored, and up to date")
        return 1 if differences else 0
    changed = vendor.vendor(root.generated, provider, options.destination, force=options.force)
    print(f"{options.destination}: {'vendored' if changed else 'there already'}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    from .explain import explain

    print("\n".join(explain(options.name)))
    return 0


def _add_build(commands: Any) -> None:
    build = commands.add_parser(
        "build", help="build the spec and the package of providers, or of documents alone",
        epilog="exit: 0 clean, 1 losses that are not accepted or a difference, 2 unusable input",
    )  # fmt: skip
    build.add_argument("provider", nargs="*", help="names below specs/ (default: all)")
    build.add_argument("--check", action="store_true", help="write nothing; tell what differs from what is committed")
    build.add_argument("--source", type=Path, metavar="DIR", help="read the pages from here")
    build.add_argument("--out", type=Path, metavar="DIR", help="write everything here; the committed tree stays")
    build.add_argument("--spec", type=Path, nargs="+", metavar="FILE", help="documents without a provider folder")
    build.add_argument("--package", metavar="NAME", help="with --spec: the import name of the package")
    build.add_argument("--report", type=Path, metavar="FILE", help="write what was done as JSON")
    build.set_defaults(run=_build)


def _misused(options: argparse.Namespace) -> str | None:
    """What is wrong with the arguments of a build, which do not all go together."""
    adhoc, away = bool(options.spec), bool(options.source or options.out)
    if adhoc and (not options.package or not options.out or options.provider or options.source or options.check):
        return "--spec goes with --package NAME and --out DIR, and with nothing else"
    if options.package and not adhoc:
        return "--package NAME goes with --spec FILE"
    if options.check and options.out:
        return "--check writes nothing: no --out with it"
    if options.report is not None and options.report.is_dir():
        return f"--report {options.report}: that is a folder; name a file"
    if away and not adhoc and len(options.provider) != 1:
        return "--source and --out go with the name of one provider"
    return None


def _build(options: argparse.Namespace) -> int:
    if options.check and not (options.source or options.out or options.spec or options.package or options.report):
        from . import freshness

        fresh = freshness.all_fresh(options.root.resolve(), options.provider)
        for name in fresh:
            print(f"{name}: up to date (nothing that decides the output has changed)")
        if fresh:
            return 0
    from . import build
    from .console import Console, show
    from .report import write_report

    if wrong := _misused(options):
        print(f"error: {wrong}", file=sys.stderr)
        return WRONG_USE
    root = build.Root(options.root.resolve())
    with Console() as console:
        if options.spec:
            outcomes = [build.build_specs(options.spec, options.package, options.out, console.tell)]
        elif options.check:
            outcomes = [
                build.check_provider(root, provider, console.tell, options.source, console.begin)
                for provider in root.providers(options.provider)
            ]
        else:
            providers = root.providers(options.provider)
            outcomes = build.build_providers(root, providers, console.tell, console.begin, options.source, options.out)
    show(outcomes)
    if options.report:
        write_report(options.report, [outcome.report for outcome in outcomes])
    return max((outcome.code for outcome in outcomes), default=0)


if __name__ == "__main__":
    # a command is over before its garbage matters; looking for it took a tenth of a build
    gc.disable()
    os.umask(0o022)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):
        # a locale without the characters of a document is no reason to fail
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
