"""Whatever is pressed, clicked and resized, over whatever text: nothing breaks, the cursor stays inside."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from newsdiff.library import open_library
from newsdiff.readers import EventReading
from tests.tui.driving import ReaderApp, reader, settled
from tests.widgets.hand_made import article
from tui.app import NewsdiffApp
from tui.keys.keymap import KEYS
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import panes

SIZES: Final = [(60, 20), (80, 24), (120, 40), (200, 50), (20, 6), (3, 3)]
LEAVES: Final = frozenset(("q", "ctrl+q", "ctrl+p"))
"""What ends the reader, and the palette of Textual, which has every command in it, those too."""
PLACES: Final = ("reader", "notes", "dialog", "choices", "ticks", "help", "everywhere")
PRESSED: Final = sorted(
    {name for key in KEYS if key.place in PLACES for name in key.keys.split(",")} - LEAVES
)
Step: TypeAlias = str | tuple[str, int, int]
"""A key, or ``("resize", width, height)``, or ``("click", percent across, percent down)``."""

KEY = st.sampled_from(PRESSED)
STEPS = st.one_of(
    KEY, KEY, KEY, KEY, KEY, KEY,
    st.sampled_from(["v", "]", "enter", "l", "j", "escape", "x", "é"]),
    st.sampled_from([("resize", *size) for size in SIZES]),
    st.tuples(st.just("click"), st.integers(0, 99), st.integers(0, 99)),
)  # fmt: skip
WORDS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30),
    st.sampled_from([
        "212 people met in Kyiv on Tuesday.", "220 people met in Kiev on Tuesday.", "“Enough,” he said.",
        "[red]x[/red] [/b] [@click=app.quit]", "\x1b]52;c;evil\x07\x9b31m", "\u202etxet\u2066", "新聞" * 40,
        "e\u0301" * 60, "👩‍👩‍👧‍👦" * 9, "\u200b" * 20, "word " * 200, "x" * 500, "\t\x00\r\n",
        "=HYPERLINK(1)",
    ]),
)  # fmt: skip
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=4).map(" ".join).filter(lambda text: bool(text.strip()))
EVENT = st.lists(st.lists(PARAGRAPH, min_size=1, max_size=5), min_size=2, max_size=5)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink an app takes minutes
)
@given(EVENT, st.sampled_from(SIZES), st.lists(STEPS, min_size=5, max_size=30))
def test_no_sequence_of_keys_breaks_the_reader_whatever_it_shows(
    event: list[list[str]], size: tuple[int, int], steps: list[Step]
) -> None:
    asyncio.run(_done(event, size, steps))


async def _done(event: Sequence[Sequence[str]], size: tuple[int, int], steps: Sequence[Step]) -> None:
    articles = tuple(article(name, texts) for name, texts in zip("abcde", event, strict=False))
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        app = ReaderApp(library, library.events.add(EventReading("[event]", articles)).id)
        async with app.run_test(size=size, notifications=True) as pilot:
            app.open_url = lambda *_, **__: None  # type: ignore[method-assign]
            await settled(pilot)
            for step in steps:
                await _do(pilot, step)
                _check(app)


async def _do(pilot: Pilot[None], step: Step) -> None:
    if isinstance(step, str):
        await pilot.press(step)
    elif step[0] == "resize":
        await pilot.resize_terminal(step[1], step[2])
    else:
        width, height = pilot.app.size
        await pilot.click(offset=(step[1] * width // 100, step[2] * height // 100))
    await settled(pilot)


def _check(app: NewsdiffApp) -> None:
    """The cursor is inside, in view, and the screen is filled with nothing but harmless cells."""
    screen = reader(app)
    comparison, state = screen.comparison, screen.state
    assert comparison is not None
    assert settle(state, comparison) is state
    assert state.pane in panes(state, comparison)
    lines = app.screen._compositor.render_strips()
    for line in lines:
        texts = [segment.text for segment in line]
        # Rich cuts a joined emoji under the edge of a window in two and counts it twice.
        is_cut = app.screen is not screen and any("\u200d" in text for text in texts)
        assert is_cut or sum(map(cell_len, texts)) == app.size.width
        assert not any(char < " " or char in "\u202e\u2066\x7f\x9b" for text in texts for char in text)
