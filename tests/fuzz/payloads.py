"""Text that tries to be more than text: each payload runs `builtins.hit` or makes the file `EXECUTED` where it works."""

from __future__ import annotations

import random
from typing import Any, Final

CODE: Final = "__import__('builtins').hit()"
TOUCH: Final = "touch EXECUTED"
MARK: Final = "EXECUTED"

QUOTES: Final = (
    CODE,
    f"'+{CODE}+'",
    f'"+{CODE}+"',
    f"'''+{CODE}+'''",
    f'"""+{CODE}+"""',
    f'"""\n{CODE}\n"""',
    f"'''\n{CODE}\n'''",
    f'\\"""\n{CODE}\n#',
    f"\\'+{CODE}+\\'",
    f'\\\\"+{CODE}+\\\\"',
    f"'); {CODE} #",
    f'"]; {CODE} #',
    f"\n{CODE}\n",
    f"\n    {CODE}\n",
    f"x\n\n\ndef f():\n    {CODE}\n\n\nf()\n",
    "\\",
    "\\\\",
    "ends in \\",
    'ends in "',
    'ends in ""',
    "ends in '",
    '"',
    "'",
    '"""',
    "'''",
    "\\N{BELL}",
    "\\x41\\u0041\\U00000041\\101",
    "\\\n",
)
FORMATS: Final = (
    "{" + CODE + "}",
    "{{" + CODE + "}}",
    "{{ cycler.__init__.__globals__.os.system('touch EXECUTED') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% for c in ().__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% raw %}",
    "{% endmacro %}",
    "{# a comment",
    "#}",
    "{0.__class__.__init__.__globals__}",
    "{!r}",
    "{}",
    "{",
    "}",
    "%s %(x)s %n %",
    "${" + CODE + "}",
    "f'{" + CODE + "}'",
    "<%= hit() %>",
)
LINES: Final = (
    f"x\r{CODE}",
    f"x\r\n{CODE}\r\n",
    f"x\x0b{CODE}",
    f"x\x0c{CODE}",
    f"x\x1c{CODE}\x1d\x1e\x1f",
    f"x\x85{CODE}",
    f"x\u2028{CODE}",
    f"x\u2029{CODE}",
    "\t\ttabs\t",
    "  spaces  ",
    " ",
    "\n",
    "\n\n# coding: utf-7\n",
    "-*- coding: rot13 -*-",
    "# type: ignore",
    "# noqa",
    "# fmt: off",
    "*/",
    "-->",
    "]]>",
    "#",
)
UNICODE: Final = (
    f"\u202e{CODE}",
    f"\u2066 # \u2069\u2066 {CODE}",
    "a\u200bb",
    "a\u200db",
    "\ufeffx",
    "\u00ad",
    "\ud800",
    "\udfff",
    "a\udc80b",
    "\udc00\ud800",
    "\U0001f600",
    "\uff49mport",
    "\uff53elf",
    "\u017felf",
    "\ufb01eld",
    "e\u0301",
    "\u00e9",
    "\u0130",
    "\u00df",
    "\u2160",
    "\u00b2",
    "\u0660",
    "\u6587\u5b57",
    "\U000e0041",
    "\ufffe",
    "\uffff",
    "\ue000",
)
CONTROLS: Final = (
    "\x00",
    "a\x00b",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "\x08\x08\x08",
    "\x7f",
    "\x1a",
    "\x04",
)
NAMES: Final = (
    "", "None", "True", "class", "import", "def", "async", "match", "type", "_", "__", "__init__", "__class__",
    "__import__", "__builtins__", "__getattr__", "__slots__", "__dict__", "__all__", "__path__", "__proto__", "mro",
    "self", "cls", "data", "get", "v", "new", "kind", "super", "print", "exec", "eval", "open", "hit", "builtins",
    "str", "int", "dict", "list", "Any", "Model", "Enum", "StrEnum", "define", "UNSET", "Unset", "Literal", "Self",
    "annotations", "from_dict", "to_dict", "additional_properties", "_raw", "_FIELDS", "models", "resources", "_runtime",
    "client", "_client", "errors", "with_raw_response", "close", "request", "path", "query", "header", "body", "media",
    "CON", "nul", "aux.txt", "COM1", "LPT9", "index", "py", "conftest", "setup", "1", "1a", "-1", "0x10", "1e5", "a.b.c",
)  # fmt: skip
PATHS: Final = (
    "..",
    ".",
    "../../../escape",
    "..\\..\\escape",
    "/tmp/clientsmith-escape",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "C:\\escape",
    "\\\\host\\share",
    "~/escape",
    "%2e%2e%2fescape",
    "file:///etc/passwd",
    "models/../../escape",
    "escape.py",
    "*",
    "?",
    "#",
)
SHELL: Final = (
    f"; {TOUCH}",
    f"$({TOUCH})",
    f"`{TOUCH}`",
    f"| {TOUCH}",
    f"&& {TOUCH} #",
    f"\n{TOUCH}\n",
    "--config=EXECUTED",
    "-rf",
    "@EXECUTED",
    "> EXECUTED",
    "$IFS",
    "!!",
)
MARKUP: Final = (
    "<script>hit()</script>",
    "[x](javascript:hit())",
    "a | b",
    "```\n",
    "~~~\ncode",
    "<table><tr><td rowspan=99999999>x</table>",
    "<table><tr><td colspan=-1>",
    "&lt;&#0;&#x110000;&bogus;",
    "<!--",
    "<br><api_key>",
    "!!python/object/apply:builtins.hit []",
    "!<tag:yaml.org,2002:python/name:builtins.hit>",
    "*alias",
    "&anchor x",
    "<<",
    "=",
    "- x",
    "? x",
    "a: b",
    "key: |\n  x",
    "%TAG ! x",
    "---",
    "...",
    "\n---\nopenapi: 3.0.0\n",
    '"\n[build-system]\nrequires = ["escape"]\n',
    "null",
    "~",
    "yes",
    "on",
    "0o17",
    "1_000",
    "2024-01-01",
    ".inf",
    ".nan",
)
LONG: Final = (
    "A" * 300,
    "\u00e9" * 300,
    "a_" * 200,
    "_" * 300,
    "9" * 400,
    "x" * 5000,
    "Aa" * 150,
    "../" * 100,
    "{" * 500,
    "(" * 2000,
)
FAMILIES: Final = (QUOTES, FORMATS, LINES, UNICODE, CONTROLS, NAMES, PATHS, SHELL, MARKUP, LONG)

NUMBERS: Final[tuple[Any, ...]] = (
    0, -0.0, -1, 2**31, 2**53 + 1, 2**64, -(10**30), 10**400, 1e308, 5e-324, 1.5, float("inf"), float("-inf"),
    float("nan"), True, False, None, 10**4000,
)  # fmt: skip

TOKENS: Final = ("X-$IFS", "X-`id`", "X-'+hit+'", "X-%s", "X-|touch", "X-~", "X-__init__", "X-!", "X-.", "X-#", "X-^&*")
"""Names of headers that HTTP allows."""


def text(draw: random.Random) -> str:
    """A payload, or several of them joined."""
    found = draw.choice(draw.choice(FAMILIES))
    while draw.random() < 0.15:
        found += draw.choice(("", " ", "\n", "_")) + draw.choice(draw.choice(FAMILIES))
    return found


def arrives(value: str) -> str:
    """What must come through of a text: all of it, half a surrogate pair as U+FFFD."""
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
