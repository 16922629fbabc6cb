"""Document text as Python source. Every value of a document that reaches a template goes through here.

Document text is hostile: a quote, a backslash, a line separator or a bidirectional mark must end up as
data, never as code and never as a source line that reads differently from what it is.
"""

from __future__ import annotations

import math
import re
import textwrap
from typing import Any

WIDTH = 100


def literal(value: Any) -> str:
    """A Python expression for a JSON value; `repr` escapes all that does not print."""
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    if isinstance(value, float) and not math.isfinite(value):
        return f"float({str(value)!r})"
    return ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)


def printable(text: str) -> str:
    """`text` with each character that does not print (bidirectional marks, NUL, lone surrogates) escaped."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


def comment(text: str) -> str:
    """`text` as what may follow `# ` on one line."""
    return printable(" ".join(text.split()))


_CLOSING = re.compile(r'"""|"\Z')
"""Quotes that would end a docstring, or run into the ones that do."""


def docstring(text: str, indent: int = 4) -> str:
    """A triple-quoted literal of `text`, its lines after the first indented by `indent` spaces."""
    clean = printable(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)).strip()
    clean = _CLOSING.sub(lambda quotes: quotes[0].replace('"', '\\"'), clean.replace("\\", "\\\\"))
    pad = " " * indent
    lines = clean.split("\n")
    body = "\n".join([lines[0], *((pad + line).rstrip() for line in lines[1:])])
    return f'"""{body}\n{pad}"""' if len(lines) > 1 else f'"""{body}"""'


_KEEP = re.compile(r"^\s*(\||[-*+] |\d+[.)] |#|>|```|~~~|    )")


def wrap(text: str, width: int = WIDTH, indent: str = "") -> str:
    """Paragraphs filled to `width`; tables, lists, code and headings keep their lines."""
    out: list[str] = []
    paragraph: list[str] = []
    fenced = False

    def flush() -> None:
        if paragraph:
            out.extend(textwrap.wrap(" ".join(paragraph), width, break_long_words=False, break_on_hyphens=False))
            paragraph.clear()

    for line in text.strip().split("\n"):
        fence = line.lstrip().startswith(("```", "~~~"))
        if fenced or fence or not line.strip() or _KEEP.match(line):
            flush()
            out.append(line.rstrip())
            fenced ^= fence
        else:
            paragraph.append(line.strip())
    flush()
    return "\n".join(indent + line if line else "" for line in out)
