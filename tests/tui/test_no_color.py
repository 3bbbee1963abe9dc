"""NO_COLOR: no foreground and no background is set, and what matters is still to be seen."""

from __future__ import annotations

import pytest

from newsdiff.library import Library
from tests.tui.driving import ReaderApp, press, settled


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("keys", [(), (";",), ("]", "enter"), ("f",), ("F",)])
async def test_without_colours_nothing_sets_one(
    library: Library, event: str, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp(library, event)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        painted = [
            segment
            for strip in app.screen._compositor.render_strips()
            for segment in strip.apply_filter(app._filters[-1], app.screen.background_colors[1])
        ]
        assert all(one.style is None or one.style.color.is_default for one in painted if one.style)
        assert all(one.style is None or one.style.bgcolor.is_default for one in painted if one.style)
        if keys == (";",):
            assert any(one.style is not None and one.style.reverse for one in painted)
