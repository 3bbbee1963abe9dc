"""The made-up event, compared once for all tests that only read it."""

from __future__ import annotations

import pytest

from newsdiff.model import Comparison
from newsdiff.opinion.question import Question
from tests.opinion.ferry import asked, compared


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """The event as newsdiff compares it."""
    return compared()


@pytest.fixture(scope="session")
def questions(comparison: Comparison) -> tuple[Question, ...]:
    """The questions on it: how many were on board, and what the harbour master said."""
    return asked(comparison)
