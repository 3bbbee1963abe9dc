"""What the sample looks like, read in and compared by the real engine, at every size."""

from __future__ import annotations

import pytest

from newsdiff import read_event
from newsdiff.library import Library
from tests.conftest import SEEDS
from tests.tui.driving import press, settled
from tests.tui.pictures import check_picture
from tui.app import NewsdiffApp


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids="{0[0]}x{0[1]}".format)
async def test_the_sample_in_the_library_and_in_every_view(library: Library, size: tuple[int, int]) -> None:
    library.events.add(read_event([SEEDS]))
    app = NewsdiffApp(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.pause(0.3)  # the cursor has to rest before an event is compared
        await settled(pilot)
        for name, keys in (
            ("library", ()),
            ("brief", ("enter",)),
            ("reader", ("B", ";")),
            ("card", ("enter",)),
            ("own-order", ("escape", "v")),
            ("matrix", ("v",)),
            ("one-article", ("v",)),
        ):
            await press(pilot, *keys)
            await check_picture(pilot, app, f"sample-{name}-{size[0]}x{size[1]}")
