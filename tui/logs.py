"""Where the application writes what went wrong."""

from __future__ import annotations

import logging
import tempfile
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

LOGGER: Final = logging.getLogger("newsdiff")
FILE_NAME: Final = "newsdiff.log"
_BYTES_KEPT: Final = 500_000


def log_file() -> Path:
    """The log: in the platform's folder for logs, else the temporary one."""
    from platformdirs import user_log_path

    for folder in (user_log_path("newsdiff", appauthor=False), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / FILE_NAME).open("a", encoding="utf-8"):
                return folder / FILE_NAME
        except OSError:
            continue
    return Path(FILE_NAME)


def trouble_of(error: Exception, what: str, *expected: type[Exception]) -> str:
    """The message for the reader about an error of a thread; an unexpected one is logged with `what`."""
    if isinstance(error, expected):
        return str(error)
    LOGGER.error(what, exc_info=error)
    return f"{type(error).__name__}: {error}"


def start_logging(file: Path) -> None:
    """Write warnings and worse to `file`; a folder that cannot be written must not stop the reader."""
    if any(isinstance(handler, RotatingFileHandler) for handler in LOGGER.handlers):
        return
    try:
        handler = RotatingFileHandler(file, maxBytes=_BYTES_KEPT, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        LOGGER.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.propagate = False
