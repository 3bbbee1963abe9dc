"""The application's own colours. All of Textual's themes work too.

The four relations differ by blue against orange and by signs and text styles, never by red
against green: `warning` marks what differs, `secondary` what is spelled differently, `accent` what stands
only here.
"""

from __future__ import annotations

from typing import Final

from rich.console import Console
from textual.theme import Theme

DARK: Final = Theme(
    name="newsdiff-dark",
    dark=True,
    primary="#7aa2d6",
    secondary="#63b5bd",
    accent="#b7a3e0",
    warning="#e3a44c",
    error="#e5735f",
    success="#86b58f",
    foreground="#d9dde3",
    background="#14171c",
    surface="#1a1e25",
    panel="#232a34",
)
LIGHT: Final = Theme(
    name="newsdiff-light",
    dark=False,
    primary="#2b5f9e",
    secondary="#17707a",
    accent="#6546b0",
    warning="#a85400",
    error="#b3261e",
    success="#2f7040",
    foreground="#23272d",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#e6e2d6",
)
HIGH_CONTRAST: Final = Theme(
    name="newsdiff-high-contrast",
    dark=True,
    primary="#66b3ff",
    secondary="#5fffff",
    accent="#ffaaff",
    warning="#ffd700",
    error="#ff8080",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    text_alpha=1.0,
)
# The hues of Okabe and Ito (2008), which people of any common colour vision can distinguish.
COLOUR_BLIND_SAFE: Final = Theme(
    name="newsdiff-colour-blind-safe",
    dark=True,
    primary="#56b4e9",
    secondary="#009e73",
    accent="#cc79a7",
    warning="#e69f00",
    error="#d55e00",
    success="#56b4e9",
    foreground="#e6e6e6",
    background="#15171a",
    surface="#1b1e22",
    panel="#262a30",
)

THEMES: Final = (DARK, LIGHT, HIGH_CONTRAST, COLOUR_BLIND_SAFE)
DEFAULT: Final = DARK.name
SIXTEEN_COLOURS: Final = "ansi-dark"
"""Textual's theme of the terminal's own colours: ours would all come out as greys."""


def default_theme() -> str:
    """The theme for the terminal that newsdiff runs in."""
    console = Console()
    return SIXTEEN_COLOURS if console.color_system == "standard" and not console.no_color else DEFAULT
