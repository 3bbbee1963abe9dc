"""What a reader may set in ``config.toml``: the theme, where newsdiff starts, the mouse, the keys."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from newsdiff import environment
from newsdiff.settings.model import SERVED_APPS, Problem, SecondOpinion, Settings, Translate

__all__ = [
    "SERVED_APPS",
    "Problem",
    "SecondOpinion",
    "Settings",
    "Translate",
    "config_file",
    "read_settings",
]

FILE_NAME: Final = "config.toml"


def config_file(option: Path | None = None) -> Path:
    """The file: `option`, else what the command line names, else ``$NEWSDIFF_CONFIG``, else ``config.toml``
    in the platform's config folder."""
    option = option or environment.chosen_config
    if option is not None:
        return Path(os.path.expanduser(option))
    if named := os.environ.get(environment.CONFIG):
        return Path(os.path.expanduser(named))
    from platformdirs import user_config_path

    return user_config_path("newsdiff", appauthor=False) / FILE_NAME


def read_settings(option: Path | None = None) -> Settings:
    """The settings of the file; all defaults where there is none. Never raises: problems are listed in it."""
    file = config_file(option)
    if not file.exists():
        if option is None:
            return Settings(file)
        return Settings(file, problems=(Problem(None, "there is no such file; the defaults apply"),))
    from newsdiff.settings.file import settings_in  # pydantic is imported only where there is a file

    return settings_in(file)
