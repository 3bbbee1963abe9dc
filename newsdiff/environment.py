"""The names of the environment variables that newsdiff reads or sets."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATA_DIR: Final = "NEWSDIFF_DATA_DIR"
"""The folder of the library."""
LIBRARY: Final = "NEWSDIFF_LIBRARY"
"""The address of a library on a server, instead of the file in the folder."""
CONFIG: Final = "NEWSDIFF_CONFIG"
"""The file of settings."""
LANGUAGE: Final = "NEWSDIFF_LANGUAGE"
"""Set for the program that translates: the language of the text (ISO 639-1), as ``{language}`` in its
arguments."""

chosen_config: Path | None = None
"""The file of settings that the command line names in this process; None where it names none."""
