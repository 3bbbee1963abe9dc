"""Replacing a file safely."""

from __future__ import annotations

import os
from pathlib import Path


def atomic_write(path: Path, content: bytes) -> None:
    """Write a file so that it is on disk in full, or stays as it was.

    The new file keeps the mode of the old one. A pipe or a device is written to as it is. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    import tempfile  # most commands write to no file

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
