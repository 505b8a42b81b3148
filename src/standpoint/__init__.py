"""Standpoint reads the coverage of a negotiation and keeps the record of who said what and where every party stands."""

from __future__ import annotations

__version__ = "0.1.0"
