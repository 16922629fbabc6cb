"""What stops a build.

GeneratorError
├── UnusableInput      the document, overlay or settings cannot be used as they are
│   └── Conflict       two sources say different things of the same place
├── IncompletePackage  the rendered package is not all that the spec promises
└── Unreachable        a document could not be fetched
"""


class GeneratorError(Exception):
    """The build cannot go on; the message says where, what, and what to do."""

    exit_code = 2


class UnusableInput(GeneratorError):
    """A document, an overlay or the provider's settings cannot be used."""


class Conflict(UnusableInput):
    """Two sources disagree about one place and no rule says which is right."""


class IncompletePackage(GeneratorError):
    """The rendered package lacks, or mistypes, something that the spec has."""


class Unreachable(GeneratorError):
    """A document could not be fetched."""

    exit_code = 4
