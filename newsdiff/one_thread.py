"""Import numpy with one thread for linear algebra: for small matrices more threads only cost time."""

from __future__ import annotations

import os
from typing import Final

VARIABLE: Final = "OPENBLAS_NUM_THREADS"


def import_numpy() -> None:
    """Import numpy so that its library begins no threads, unless the environment asks for a number of them.

    The library reads the variable once, when it is loaded. Programs that are started later do not inherit it.
    """
    if VARIABLE in os.environ:
        return
    os.environ[VARIABLE] = "1"
    try:
        import numpy  # noqa: F401
    finally:
        del os.environ[VARIABLE]
