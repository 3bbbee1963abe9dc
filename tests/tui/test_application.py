"""The application as a whole: themes, crashes, what is imported, what the log says."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from textual.color import Color
from textual.filter import ANSIToTruecolor
from textual.theme import Theme

from newsdiff.library import Library, Overview, Session, View, ensure_sample, open_library, unsaved
from tests.tui.driving import press, screen_text, settled
from tui.app import NewsdiffApp, run
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.open_event import OpenedEvent
from tui.reader.opening import folder_name, skipped
from tui.themes import DEFAULT, THEMES, default_theme

pytestmark = pytest.mark.usefixtures("small")


async def test_a_chosen_theme_comes_back_at_the_next_launch(library: Library) -> None:
    app = NewsdiffApp(library)
    async with app.run_test() as pilot:
        assert app.theme == DEFAULT
        app.theme = "nord"
        await settled(pilot)
    assert NewsdiffApp(library).theme == "nord"


async def test_a_remembered_theme_that_no_longer_exists_is_not_fatal(library: Library) -> None:
    library.keep_fact("theme", "gone")
    assert NewsdiffApp(library).theme == DEFAULT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_is_readable_in_every_theme(theme: Theme) -> None:
    for name in ("foreground", "primary", "secondary", "accent", "warning", "error"):
        assert contrast(getattr(theme, name), theme.background or "") >= 4.5, name


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2: 4.5 is what text needs (success criterion 1.4.3)."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parsed = Color.parse(colour)
    parts = [value / 255 for value in (parsed.r, parsed.g, parsed.b)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_a_crash_says_where_the_log_is_and_keeps_what_was_being_written(
    library: Library, event: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = NewsdiffApp(library)

    def broken() -> None:
        raise RuntimeError("broken on purpose")

    async def write_until_it_breaks() -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            await settled(pilot)
            app.open_event(OpenedEvent.from_library(library, event))
            await settled(pilot)
            await press(pilot, "a", *"nearly lost")
            app.call_later(broken)
            await settled(pilot)

    with pytest.raises(RuntimeError, match="on purpose"):
        await write_until_it_breaks()
    (rescued,) = unsaved.kept(library.path.parent)
    assert rescued.body == "nearly lost"
    assert rescued.event == event


@pytest.mark.parametrize(
    ("term", "no_colour", "theme"),
    [("xterm", "", "ansi-dark"), ("xterm", "1", DEFAULT), ("xterm-256color", "", DEFAULT)],
)
def test_a_terminal_of_sixteen_colours_gets_its_own(
    monkeypatch: pytest.MonkeyPatch, term: str, no_colour: str, theme: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("FORCE_COLOR", "1")  # as a terminal would be
    assert default_theme() == theme


@pytest.mark.parametrize(("theme", "is_translated"), [("ansi-dark", False), (DEFAULT, True)])
async def test_the_terminals_own_colours_are_left_alone_from_the_first_paint(
    library: Library, theme: str, is_translated: bool
) -> None:
    app = NewsdiffApp(library, theme=theme)
    async with app.run_test(size=(80, 24)):
        assert any(isinstance(one, ANSIToTruecolor) for one in app.get_line_filters()) == is_translated


def test_a_folder_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "Ferry off Norvik"
    folder.mkdir()
    assert folder_name([folder]) == "Ferry off Norvik"
    assert folder_name([folder, folder]) is None
    assert folder_name([tmp_path / "a.txt"]) is None


def test_skipped_files_are_one_line_however_many_there_are() -> None:
    assert skipped(["a.pdf: no text"]) == "Skipped 1 file: a.pdf: no text"
    assert skipped(["a: x\ny", "b: z"]) == "Skipped 2 files: a: x y; b: z"


def test_an_unusable_library_is_reported_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.db").write_bytes(b"this is no database" * 100)
    assert run(data_dir=tmp_path / "data") == 1
    error = capsys.readouterr().err
    assert error.startswith("newsdiff: ")
    assert error.count("\n") == 1
    assert "library.db" in error


def test_the_application_starts_and_lists_events_without_what_only_reading_needs(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        ensure_sample(library)
        (event,) = library.events.all()
        library.events.keep_overview(event.id, Overview(1, ("28 or 19 points",), {"sky": 0.5}))
        library.reading.leave(Session(event.id, View()))
    code = (
        "import sys, tui.app, tui.library.screen\n"
        "from pathlib import Path\n"
        "from newsdiff.library import open_library\n"
        "with open_library(Path(sys.argv[1])) as library:\n"
        "    assert library.events.page()[0].overview and library.reading.session()\n"
        "late = ['tui.reader.screen', 'tui.notes.screen', 'tui.help', 'newsdiff.pipeline',"
        " 'newsdiff.model', 'newsdiff.readers', 'newsdiff.mentions', 'newsdiff.events', 'pydantic',"
        " 'newsdiff.library.anchors', 'textual.widgets._text_area']\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


async def test_a_window_whose_asker_has_been_ended_closes_when_something_is_chosen(library: Library) -> None:
    app = NewsdiffApp(library)
    async with app.run_test() as pilot:
        await settled(pilot)
        asked = ChooseDialog("Which one", [Choosable("one", "The first")])

        answers: list[asyncio.Future[str | None]] = []

        async def ask() -> None:
            answers.append(app.push_screen(asked, wait_for_dismiss=True))

        await app.run_worker(ask()).wait()
        await pilot.pause()
        assert app.screen is asked
        answers[0].cancel()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is not asked


async def test_a_message_that_comes_while_the_reader_opens_is_shown(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        app.open_event(OpenedEvent.from_library(library, event))
        assert not app.screen.is_mounted
        app.show_error("the library does not answer")
        await settled(pilot)
        assert "the library does not answer" in screen_text(app)
