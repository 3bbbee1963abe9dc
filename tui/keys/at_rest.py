"""Python looks through all its objects while no key comes: in a key, that takes as long as ten others."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any, Final

from textual.app import App

from tui.keys.in_order import KeysInOrder

SECONDS_OF_REST: Final = 2.0
MOST: Final = 200
"""Passes through objects of middle age, after which Python looks through all although no rest comes."""


def collect_at_rest(app: App[Any], keys: KeysInOrder) -> Callable[[], None]:
    """Collect garbage while no key comes; what is returned has Python do it whenever it likes again."""
    young, middle, oldest = gc.get_threshold()
    gc.set_threshold(young, middle, MOST)
    before = keys.sent

    def look() -> None:
        nonlocal before
        if keys.sent == before and gc.get_count()[2] > oldest:
            gc.collect()
        before = keys.sent

    app.set_interval(SECONDS_OF_REST, look)
    return lambda: gc.set_threshold(young, middle, oldest)
