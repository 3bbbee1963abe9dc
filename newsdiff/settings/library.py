"""Where the file of settings is, and what is read of it before all else: which library, and who writes."""

from __future__ import annotations

import os
from pathlib import Path

from newsdiff import environment
from newsdiff.patterns import lazy_pattern

LONGEST_NAME = 60
_SECRET = lazy_pattern(r"(?i)(\w*password\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s&]+)|(?<=://)([^/@:\s]*):[^@/]*(?=@)")


def config_file(option: Path | None = None) -> Path:
    """The file: `option`, else what the command line names, else ``$NEWSDIFF_CONFIG``, else ``config.toml``
    in the platform's config folder."""
    option = option or environment.chosen_config
    if option is not None:
        return Path(os.path.expanduser(option))
    if named := os.environ.get(environment.CONFIG):
        return Path(os.path.expanduser(named))
    from platformdirs import user_config_path

    return user_config_path("newsdiff", appauthor=False) / "config.toml"


def without_secrets(address: str) -> str:
    """An address without the passwords that somebody wrote into it."""
    return _SECRET.sub(lambda found: found[3] or "" if found[1] is None else f"{found[1]}***", address)


def library_in_settings() -> str | None:
    """What ``library`` says in the file of settings; None where it says nothing. What is wrong with the file
    is reported when all of it is read."""
    return _entry("library")


def name_in_settings() -> str | None:
    """The same for ``name``: who writes notes and verdicts."""
    name = _entry("name")
    return " ".join(name.split())[:LONGEST_NAME] if name else None


def _entry(key: str) -> str | None:
    try:
        written = config_file().read_bytes()
        if key.encode() not in written:
            return None
        import tomllib

        value = tomllib.loads(written.decode("utf-8-sig")).get(key)
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, str) and value.strip() else None
