"""Comparing is pure: where it is not what a test is about, each process compares an event once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

from newsdiff import pipeline
from newsdiff.model import Comparison

EVENTS_KEPT = 64
_compare = pipeline.compare


@lru_cache(EVENTS_KEPT)
def _compared(articles: tuple[Any, ...], options: tuple[tuple[str, Any], ...]) -> Comparison:
    return _compare(articles, **dict(options))


def compared_once(articles: Any, **options: Any) -> Comparison:
    """What `compare` answers, the same object for the same question."""
    known = ((name, tuple(one) if isinstance(one, list) else one) for name, one in options.items())
    return _compared(tuple(articles), tuple(known))


@pytest.fixture(autouse=True)
def compare_once() -> Iterator[None]:
    """Whatever compares while a test runs asks `compared_once`; for a folder whose conftest imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "compare", compared_once)
        yield
