"""The styles of the grid: component classes and how they are laid over each other.

Only theme variables, so every theme works; never hue alone: what differs is bold, what may differ is bold
and underlined, what stands only here is italic, what is spelled differently is italic and underlined, what is
shared is underlined, what is perhaps shared is faint (and underlined where a theme has only the terminal's
own colours), what a second opinion quotes is bold and underlined, the current mark is reversed.
"""

from __future__ import annotations

import re

from rich.style import Style as RichStyle
from textual.widget import Widget

PREFIX = "aligned-grid--"


def component_classes(css: str) -> set[str]:
    """The component classes of a widget, as its style sheet names them: none is without a style."""
    return set(re.findall(r"> \.([\w-]+)", css))


DEFAULT_CSS = """
GridView {
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 0;
    background: $background;
    color: $foreground;
    & > .aligned-grid--gutter { color: $foreground 40%; }
    & > .aligned-grid--sign-differs { color: $text-warning; text-style: bold; }
    & > .aligned-grid--sign-may-differ { color: $text-warning; }
    & > .aligned-grid--sign-variant { color: $text-secondary; text-style: bold; }
    & > .aligned-grid--sign-may-share { color: $foreground 50%; }
    & > .aligned-grid--sign-only { color: $text-accent; }
    & > .aligned-grid--sign-shared { color: $foreground 50%; }
    & > .aligned-grid--note { color: $text-primary; text-style: bold; }
    & > .aligned-grid--number { color: $foreground 40%; }
    & > .aligned-grid--separator { color: $foreground 25%; }
    & > .aligned-grid--title { color: $foreground 80%; text-style: bold; background: $panel; }
    & > .aligned-grid--title-focus { color: $text-primary; text-style: bold; background: $panel; }
    & > .aligned-grid--subtitle { color: $foreground 60%; background: $panel; }
    & > .aligned-grid--title-also { color: $text-accent; background: $panel; }
    & > .aligned-grid--crossing { color: $text-accent; }
    & > .aligned-grid--rule { color: $foreground 25%; }
    & > .aligned-grid--rule-focus { color: $primary; }
    & > .aligned-grid--row { background: $foreground 4%; }
    & > .aligned-grid--cell { background: $foreground 8%; }
    & > .aligned-grid--cursor-bar { color: $primary; text-style: bold; }
    & > .aligned-grid--read { color: $foreground 50%; }
    & > .aligned-grid--aside { color: $foreground 50%; text-style: italic; }
    & > .aligned-grid--hint { color: $foreground 50%; }
    & > .aligned-grid--fold { color: $foreground 60%; text-style: italic; }
    & > .aligned-grid--differs { color: $text-warning; background: $warning-muted; text-style: bold; }
    & > .aligned-grid--may-differ { color: $text-warning; text-style: bold underline; }
    & > .aligned-grid--variant { color: $text-secondary; text-style: italic underline; }
    & > .aligned-grid--may-share { color: $foreground 80%; }
    & > .aligned-grid--only { color: $text-accent; text-style: italic; }
    & > .aligned-grid--shared { text-style: underline; }
    & > .aligned-grid--shade-all { color: $foreground 45%; }
    & > .aligned-grid--shade-some { color: $foreground 75%; }
    & > .aligned-grid--shade-own { color: $foreground; text-style: bold; }
    & > .aligned-grid--long-differs { color: $text-warning; }
    & > .aligned-grid--long-may-differ { color: $foreground; }
    & > .aligned-grid--long-variant { color: $text-secondary; }
    & > .aligned-grid--long-may-share { color: $foreground; }
    & > .aligned-grid--long-only { color: $text-accent; }
    & > .aligned-grid--long-shared { color: $foreground; }
    & > .aligned-grid--noted { background: $primary-muted; }
    & > .aligned-grid--note-yellow { color: $text-warning; text-style: bold; }
    & > .aligned-grid--note-green { color: $text-success; text-style: bold; }
    & > .aligned-grid--note-blue { color: $text-primary; text-style: bold; }
    & > .aligned-grid--note-red { color: $text-error; text-style: bold; }
    & > .aligned-grid--noted-yellow { background: $warning-muted; }
    & > .aligned-grid--noted-green { background: $success-muted; }
    & > .aligned-grid--noted-blue { background: $primary-muted; }
    & > .aligned-grid--noted-red { background: $error-muted; }
    & > .aligned-grid--lit { background: $secondary-muted; color: $foreground; text-style: bold underline; }
    & > .aligned-grid--quoted { background: $accent-muted; color: $text-accent; text-style: bold underline; }
    & > .aligned-grid--current { text-style: bold reverse; }
    & > .aligned-grid--title-plain { color: $foreground; text-style: bold; }
    & > .aligned-grid--outlets { color: $text-primary; }
    & > .aligned-grid--value { color: $text-warning; text-style: bold; }
    & > .aligned-grid--confirmed { color: $text-success; text-style: bold; }
    & > .aligned-grid--much { color: $foreground; text-style: bold; }
    & > .aligned-grid--hit { background: $accent-muted; text-style: underline; }
    & > .aligned-grid--hit-current { text-style: bold reverse; }
    & > .aligned-grid--selection { background: $screen-selection-background; }
    /* With the terminal's own sixteen colours a muted background equals its text: styles must do. */
    &:ansi > .aligned-grid--gutter, &:ansi > .aligned-grid--number, &:ansi > .aligned-grid--separator,
    &:ansi > .aligned-grid--rule, &:ansi > .aligned-grid--subtitle, &:ansi > .aligned-grid--read,
    &:ansi > .aligned-grid--hint, &:ansi > .aligned-grid--shade-all { text-style: dim; }
    &:ansi > .aligned-grid--may-share { text-style: dim underline; }
    &:ansi > .aligned-grid--aside { text-style: dim italic; }
    &:ansi > .aligned-grid--differs { background: ansi_default; }
    &:ansi > .aligned-grid--noted { background: ansi_default; text-style: underline; }
    &:ansi > .aligned-grid--noted-yellow { background: ansi_default; text-style: underline; }
    &:ansi > .aligned-grid--noted-green { background: ansi_default; text-style: underline; }
    &:ansi > .aligned-grid--noted-blue { background: ansi_default; text-style: underline; }
    &:ansi > .aligned-grid--noted-red { background: ansi_default; text-style: underline; }
    &:ansi > .aligned-grid--lit { background: ansi_default; text-style: reverse; }
    &:ansi > .aligned-grid--quoted { background: ansi_default; text-style: reverse underline; }
    &:ansi > .aligned-grid--hit { background: ansi_default; text-style: reverse; }
    &:ansi > .aligned-grid--selection { background: ansi_blue; color: ansi_bright_white; }
}
"""

CLASSES = component_classes(DEFAULT_CSS)


_KNOWN: dict[RichStyle, RichStyle] = {}
"""Every style once: Textual looks a style up for every segment, and equal styles that are not the same object
are compared field by field each time."""


class GridStyles:
    """Rich styles for stacks of component classes, worked out once per theme."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, ...], RichStyle] = {}

    def clear(self) -> None:
        """Forget what belongs to the old theme."""
        self._styles.clear()

    def of(self, *names: str) -> RichStyle:
        """The style of these classes (without their prefix), the later ones over the earlier."""
        style = self._styles.get(names)
        if style is None:
            classes = [PREFIX + name for name in names]
            # In full, not partial=True: Textual 8.2.8 drops opaque backgrounds there.
            style = self._widget.get_visual_style(*classes).rich_style
            if any(self._widget.get_component_styles(name).text_style.reverse for name in classes):
                style += RichStyle(reverse=True)  # the visual style has no reverse
            self._styles[names] = style = _KNOWN.setdefault(style, style)
        return style
