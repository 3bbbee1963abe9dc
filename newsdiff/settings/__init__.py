"""What a reader may set in ``config.toml``: the theme, where newsdiff starts, the mouse, the keys."""

from __future__ import annotations

from pathlib import Path

from newsdiff.settings.library import config_file
from newsdiff.settings.model import Problem, Settings


def read_settings(option: Path | None = None) -> Settings:
    """The settings of the file; all defaults where there is none. Never raises: problems are listed in it."""
    file = config_file(option)
    if not file.exists():
        if option is None:
            return Settings(file)
        return Settings(file, problems=(Problem(None, "there is no such file; the defaults apply"),))
    from newsdiff.settings.file import settings_in  # pydantic is imported only where there is a file

    return settings_in(file)
