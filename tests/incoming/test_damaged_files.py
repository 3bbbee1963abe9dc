"""Whatever bytes a file of any kind holds, reading it ends: with articles, or one line for each it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.incoming.local import read_file

TEXT = "The ferry Aurora sank off Norvik on Monday, police said. Three people were saved by boats."
PAGE = (
    f"<html lang='en'><head><title>Ferry sinks</title><meta charset='utf-8'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-05-03"}</script>'
    f"</head><body><article><h1>Ferry sinks</h1><p>{TEXT}</p><p>{TEXT} So it was.</p></article></body></html>"
)
MAIL = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=edge\r\n\r\n--edge\r\n"
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    f"{PAGE.replace('=', '=3D')}\r\n--edge--\r\n"
)
RECORD = f'{{"title": "Ferry sinks", "text": "{TEXT}", "date": "2026-05-03", "url": "https://example.org/a"}}'
WHOLE = {
    ".txt": f"Ferry sinks\n\n{TEXT}",
    ".md": f"---\ntitle: Ferry sinks\ndate: 2026-05-03\n---\n\n# Ferry sinks\n\n{TEXT}",
    ".html": PAGE,
    ".mhtml": MAIL,
    ".json": f"[{RECORD}, {RECORD}]",
    ".jsonl": f"{RECORD}\n{RECORD}\n",
}
"""Ending -> a sound file of that kind."""
DAMAGE = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12), st.integers(1, 30)), max_size=4
)
"""Where in the file, how many bytes are lost, what stands there instead, and how often."""


def damaged(data: bytes, damage: list[tuple[float, int, bytes, int]]) -> bytes:
    for place, lost, instead, times in damage:
        at = int(place * len(data))
        data = data[:at] + instead * times + data[at + lost :]
    return data


@pytest.mark.parametrize("ending", WHOLE)
def test_a_sound_file_is_read(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"a{ending}"
    file.write_bytes(WHOLE[ending].encode())
    assert all(one.article is not None for one in read_file(file))


@given(st.sampled_from(sorted(WHOLE)), DAMAGE)
def test_a_damaged_file_costs_a_line_at_most(
    tmp_path_factory: pytest.TempPathFactory, ending: str, damage: list[tuple[float, int, bytes, int]]
) -> None:
    file = tmp_path_factory.getbasetemp() / f"damaged{ending}"
    file.write_bytes(damaged(WHOLE[ending].encode(), damage))
    for arrival in read_file(file):
        if arrival.article is None:
            assert arrival.problem
            assert len(arrival.problem.splitlines()) == 1
        else:
            assert arrival.article.blocks
