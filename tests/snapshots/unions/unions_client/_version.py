"""The version of the package; it says what changed for callers, see CHANGELOG.md."""

VERSION = "0.1.0"
