"""What a rule is: a function that finds defects of a Spec and says how to mend them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from .values import Edit, Note, Spec

Found: TypeAlias = Iterator[Edit | Note]
"""What a rule yields: edits, and notes about what is lost for good."""

Rule: TypeAlias = Callable[[Spec], Found]
"""A rule about content."""

StructureRule: TypeAlias = Callable[[Spec, Mapping[str, str]], Found]
"""A rule about where nodes stand and what they are called; it takes the reviewed table of names too."""

AnyRule: TypeAlias = Rule | StructureRule
