"""Drift: what moved between two specs, and what that does to callers."""

from __future__ import annotations

from .compare import compare, require_openapi, verdict
from .effects import client_effects
from .report import FORMATS, Report, render

__all__ = ["FORMATS", "Report", "client_effects", "compare", "render", "require_openapi", "verdict"]
