"""Names of modules, attributes and arguments in a package."""

from __future__ import annotations

import keyword

from .words import digest, short, snake


def module_name(name: str) -> str:
    """The module of a class: `HTTPStatus` is in http_status."""
    text = snake(name) or f"model_{digest(name)}"
    return f"{text}_" if keyword.iskeyword(text) or keyword.issoftkeyword(text) else text


def python_name(text: str, reserved: frozenset[str] = frozenset()) -> str:
    """The attribute or argument for a vendor's name; keywords and reserved names get an underscore."""
    name = short(snake(text) or f"x_{digest(text)}", text)
    if not name.isidentifier():
        name = f"x_{name}"
    while keyword.iskeyword(name) or name in reserved:
        name += "_"
    return name
