"""Comparing what the screen shows with pictures kept beside the tests.

Pictures are SVG as Textual exports it, with what changes from run to run taken out. After a change that is
meant, ``NEWSDIFF_UPDATE_PICTURES=1 pytest tests/tui/test_pictures.py`` writes them anew: look at them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.app import NewsdiffApp

FOLDER = Path(__file__).with_name("pictures")
UPDATE = "NEWSDIFF_UPDATE_PICTURES"
MOST_LOOKS, BETWEEN_LOOKS = 400, 0.05
"""How often a screen that differs is looked at again, and the seconds between."""


def picture_of(app: NewsdiffApp) -> str:
    """The screen as SVG, the same on every run."""
    for field in app.screen.query("Input, TextArea").results(Input | TextArea):
        field.cursor_blink, field._cursor_visible = False, field.has_focus
        field.refresh()  # a line that was drawn without its cursor is drawn anew
    svg = app.export_screenshot(title="newsdiff", simplify=True)
    return re.sub(r"terminal-\d+", "newsdiff", svg) + "\n"


async def check_picture(pilot: Pilot[None], app: NewsdiffApp, name: str) -> None:
    """Compare the screen with the kept picture of that name, once it shows it: a busy machine draws later."""
    kept, now = FOLDER / f"{name}.svg", picture_of(app)
    if os.environ.get(UPDATE):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(now, encoding="utf-8")
        return
    assert kept.exists(), f"no picture {kept}: make it with {UPDATE}=1 and look at it"
    wanted = kept.read_text(encoding="utf-8")
    for _ in range(MOST_LOOKS):
        if now == wanted:
            return
        await pilot.pause(BETWEEN_LOOKS)
        now = picture_of(app)
    new = kept.with_suffix(".new.svg")
    new.write_text(now, encoding="utf-8")
    raise AssertionError(f"the screen differs from {kept}; it is in {new}. Meant? {UPDATE}=1 keeps it")
