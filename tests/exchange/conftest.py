"""Exports of the sample compare it once for all tests."""

from __future__ import annotations

from tests.compared_once import compare_once

__all__ = ["compare_once"]
