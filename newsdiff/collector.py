"""Python's cyclic garbage collector, put to rest where there is nothing for it to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Without the collector, which would walk over all that a comparison makes and find nothing to collect: a
    tenth of the time of a large one."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            # What was made counts as old from now on: the next collection need not walk over all of it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def leave_alone_what_is_there() -> None:
    """What is there now stays for a while: the collector looks through none of it, which for a comparison of
    thousands of rows takes a third of a second each time, in the middle of a key."""
    gc.freeze()


def look_through_everything() -> None:
    """What was left alone may be garbage from now on."""
    gc.unfreeze()
