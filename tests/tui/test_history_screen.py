"""The versions of an article side by side, by keys, with what they did to the comparison."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from textual.widgets import Static

from newsdiff.library import Library
from newsdiff.library.tables import codec
from tests.history.made_up import THIRD, changed_twice, changing, other
from tests.tui.driving import ReaderApp, messages, press, settled
from tests.tui.pictures import check_picture
from tui.history.screen import HistoryScreen


def text_of(screen: HistoryScreen) -> str:
    return str(screen.query_one("#versions-text", Static).content)


@pytest.fixture
def changed(library: Library, monkeypatch: pytest.MonkeyPatch) -> str:
    """An event whose first article changed twice, half an hour apart each time."""
    steps = count()
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    monkeypatch.setattr(codec, "now", lambda: noon + timedelta(minutes=30) * (next(steps) // 40))
    return changed_twice(library)


async def test_any_two_versions_stand_side_by_side_with_what_they_did_to_others(
    library: Library, changed: str
) -> None:
    app = ReaderApp(library, changed)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "H")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, HistoryScreen)
        assert "2 → 3" in text_of(screen)
        assert "amended by the outlet" in text_of(screen)
        await press(pilot, "[")
        for _ in range(200):
            if "agrees with south since" in text_of(screen):
                break
            await pilot.pause(0.05)
        shown = text_of(screen)
        assert "1 → 2" in shown
        assert "agrees with south since" in shown
        assert "1 sentence unchanged" in shown
        await check_picture(pilot, app, "history-120x40")
        await press(pilot, "L")
        assert "1 → 3" in text_of(screen)
        await press(pilot, "l", "z")
        assert "2 → 3" in text_of(screen)
        assert "unchanged" not in text_of(screen)
        await press(pilot, "q")
        assert not isinstance(app.screen, HistoryScreen)


async def test_a_source_with_one_text_says_so_with_the_correction_that_it_states(library: Library) -> None:
    library.events.place([changing(THIRD), other()], event="Once")
    ((event),) = library.events.named("Once")
    app = ReaderApp(library, event.id)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "H")
        shown = messages(app)
        assert "north has no older text. It says: “This article was amended" in shown
