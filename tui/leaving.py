"""Leaving newsdiff: what is being written is asked about, or kept; the terminal is as it was before."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from newsdiff.library import LibraryError, Note, unsaved
from newsdiff.library.unsaved import UnsavedNote
from tui.logs import LOGGER

if TYPE_CHECKING:
    from textual.app import App

    from newsdiff.library import Library
    from tui.dialogs.note import Draft

SECONDS_TO_END: Final = 2.0
"""After a signal: then the process ends, whatever its threads are still doing."""
_SIGNALS: Final = ("SIGHUP", "SIGINT", "SIGTERM", "SIGQUIT")
_TERMINAL_AS_BEFORE: Final = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Ends paste mode, mouse, keyboard protocol and alternate screen, wraps lines and shows the cursor."""


@runtime_checkable
class HoldsText(Protocol):
    """A screen in which a note is being written."""

    def unsaved_text(self) -> str:
        """What would be lost; empty when nothing would."""

    def unsaved_note(self) -> UnsavedNote:
        """The same with what it is about, to be saved later. May put its event into the library."""


def being_written(app: App[Any]) -> tuple[str, ...]:
    """The texts that are being written and not saved."""
    return tuple(screen.unsaved_text() for screen in _writing(app))


def _writing(app: App[Any]) -> list[HoldsText]:
    return [one for one in app.screen_stack if isinstance(one, HoldsText) and one.unsaved_text().strip()]


def keep_what_is_written(app: App[Any], folder: Path) -> tuple[Path, ...]:
    """Keep the notes that are being written below the library's `folder`; returns the files. Never raises."""
    files = []
    try:
        for screen in _writing(app):
            files.append(unsaved.keep(folder, screen.unsaved_note()))
    except Exception:  # there is no second chance: the rest of leaving must go on
        LOGGER.exception("the unsaved text could not be stored")
    return tuple(files)


def heed_signals(app: App[Any], folder: Path) -> None:
    """Let signals that end the process keep what is being written and restore the terminal first."""
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; not the main thread
                loop.add_signal_handler(number, leave_at_once, app, folder, 128 + number)


def leave_at_once(app: App[Any], folder: Path, return_code: int) -> None:
    """End the app now; what is being written is kept."""
    keep_what_is_written(app, folder)
    backstop = threading.Timer(SECONDS_TO_END, _end, (app, return_code))
    backstop.daemon = True
    backstop.start()
    app.exit(return_code=return_code)


def _end(app: App[Any], return_code: int) -> None:
    """End the process although something in it does not: a thread at work, a terminal that has gone."""
    if not app.is_web and not app.is_headless:
        _restore_terminal(app)
    os._exit(return_code)


def _restore_terminal(app: App[Any]) -> None:
    stream = sys.__stderr__  # the one that Textual draws on
    if stream is None or not stream.isatty():
        return
    with suppress(OSError, ValueError):
        os.set_blocking(stream.fileno(), False)
        os.write(stream.fileno(), _TERMINAL_AS_BEFORE.encode())
    before = getattr(app._driver, "attrs_before", None)
    if before is not None and sys.__stdin__ is not None:
        import termios

        with suppress(OSError, ValueError, termios.error):
            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, before)


def save_kept(library: Library, folder: Path, note: UnsavedNote, draft: Draft) -> Note:
    """Put a note that was kept into the library. Raises LibraryError and ValueError."""
    if not unsaved.is_kept(folder, note):
        raise ValueError("another window has dealt with this note; press escape twice to close")
    if note.event is None:
        raise ValueError(f"its articles are not in the library; the text stays in {folder / unsaved.FOLDER}")
    saved = _edited(library, note, draft) or library.notes.add(
        note.event, draft.body, note.targets, tags=draft.tags, state=draft.state, colour=draft.colour or None
    )
    forget(folder, note)
    return saved


def forget(folder: Path, note: UnsavedNote) -> None:
    """Do not offer it again."""
    try:
        unsaved.forget(folder, note)
    except OSError as error:
        LOGGER.warning("%s", error)


def _edited(library: Library, note: UnsavedNote, draft: Draft) -> Note | None:
    """The note that was being edited, with the kept text; None when it was a new one, or is gone."""
    if note.note is None or note.event is None:
        return None
    try:
        known = next((one for one in library.notes.of(note.event) if one.id == note.note), None)
    except LibraryError:
        known = None
    if known is None:
        return None
    return library.notes.edit(
        known, body=draft.body, tags=draft.tags, state=draft.state, colour=draft.colour
    ).note
