"""How long tests wait for what never comes; what comes late, as on a busy machine, is waited for."""

from __future__ import annotations

from typing import Final

PATIENCE: Final = 300.0
"""Seconds."""
