"""Whatever the text, the size and the keys: no exception, the cursor inside, every line as wide as due, and
what was kept of the lines that no key touched looks as if it were drawn anew."""

from __future__ import annotations

import asyncio
import itertools

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newsdiff.model import Comparison
from tests.widgets.hand_made import KEYS, GridApp, comparison
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import ReadingState

TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from(" \u0301\u200d\ufe0f漢👩👧🇮🇪\x1b[]\u202e\n\t\x00é“”")),
    min_size=1,
    max_size=90,
).filter(lambda text: bool(text.strip()))


@st.composite
def events(draw: st.DrawFn) -> Comparison:
    """Two to six outlets with paragraphs in rows of any kind, some marked, some linked across."""
    names = "abcdef"[: draw(st.integers(2, 6))]
    texts = {name: draw(st.lists(TEXT, min_size=1, max_size=4)) for name in names}
    left = [f"{name}{n}" for name in names for n in range(1, len(texts[name]) + 1)]
    order = draw(st.permutations(left))
    rows: list[list[str]] = []
    for paragraph in order:
        if rows and draw(st.booleans()):
            rows[draw(st.integers(0, len(rows) - 1))].append(paragraph)
        else:
            rows.append([paragraph])
    links = [(a, b) for a, b in itertools.pairwise(order) if a[0] != b[0]]
    details = [
        (relation, kind, {"x": [f"a: {texts['a'][0]}"], "y": [f"b: {texts['b'][0][:5]}"]})
        for relation, kind in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(["differs", "variant", "only", "shared"]),
                    st.sampled_from(["name", "quote", "number"]),
                ),
                max_size=3,
            )
        )
    ]
    return comparison(texts, [" ".join(row) for row in rows], details, links)  # type: ignore[arg-type]


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink an app takes minutes
)
@given(
    events(),
    st.sampled_from([(60, 20), (80, 24), (120, 40), (200, 50), (20, 6), (3, 3)]),
    st.lists(st.sampled_from(list(KEYS)), max_size=15),
    st.sampled_from(["", "a", "the"]),
    st.booleans(),
)
def test_any_keys_at_any_size_over_any_text(
    event: Comparison, size: tuple[int, int], keys: list[str], search: str, noise: bool
) -> None:
    async def drive() -> None:
        app = GridApp(event, ReadingState(search=search, show_noise=noise, pin_base=noise))
        async with app.run_test(size=size) as pilot:
            grid = app.grid
            for key in keys:
                await pilot.press(key)
                assert settle(grid.state, event) is grid.state
                for y in range(grid.size.height):
                    text = [segment.text for segment in grid.render_line(y)]
                    assert sum(map(cell_len, text)) == grid.size.width
                    assert not any(char < " " for part in text for char in part)
            kept = grid.render_lines(grid.size.region)
            grid.notify_style_update()
            grid.refresh()
            assert kept == grid.render_lines(grid.size.region)

    asyncio.run(drive())


def test_a_paragraph_of_a_megabyte_is_read_like_any_other() -> None:
    async def drive() -> None:
        app = GridApp(comparison({"a": ["x" * 1_000_000, "end"], "b": ["word " * 100_000, "end"]}))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("j", "space", "G", "k", "b")
            assert app.grid.state.row in (0, 1)

    asyncio.run(drive())
