"""The one setting that is read before all others: which library is opened."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from newsdiff.settings import config_file

_SECRET = re.compile(r"(?i)(\w*password\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s&]+)|(?<=://)([^/@:\s]*):[^@/]*(?=@)")


def without_secrets(address: str) -> str:
    """An address without the passwords that somebody wrote into it."""
    return _SECRET.sub(lambda found: found[3] or "" if found[1] is None else f"{found[1]}***", address)


def library_in_settings(option: Path | None = None) -> str | None:
    """What ``library`` says in the file of settings; None where it says nothing. What is wrong with the file
    is reported when all of it is read."""
    file = config_file(option)
    try:
        written = file.read_bytes()
        if b"library" not in written:
            return None
        library = tomllib.loads(written.decode("utf-8-sig")).get("library")
    except (OSError, ValueError, RecursionError):
        return None
    return library if isinstance(library, str) and library.strip() else None
