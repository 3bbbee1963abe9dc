"""Where the file of settings is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from newsdiff import environment

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
