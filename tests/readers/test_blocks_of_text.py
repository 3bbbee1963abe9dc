"""Laws that hold for the blocks of any text, whatever its format."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff.readers.files.markdown import read_markdown
from newsdiff.readers.files.plain_text import read_text
from newsdiff.readers.parsed_page import ParsedPage

PAGE_LINES = st.sampled_from(
    [
        "Ten hurt in tunnel fire",
        "By Ann Lee",
        "Image: A tunnel. Pic: Reuters",
        "Read more: Tunnels of the world",
        "The fire broke out at noon on Monday, police said.",
        "“It was dark,” said one driver. He asked not to be named.",
        "Sign up for our newsletter",
        "Dec 3, 2025, 5:19 am",
        "- three lorries",
        "# Heading",
        "> quoted",
        "| a | b |",
        "```",
        "---",
        "[a](http://b.c)",
        "![x](y.png)",
        "(Reporting by A; Editing by B)",
        "",
        "  ",
        "\ufeff",
        "\u200b",
    ]
)
PAGES = st.lists(PAGE_LINES, max_size=30).map("\n".join) | st.lists(PAGE_LINES, max_size=12).map(
    "\r\n\r\n".join
)
ANY_TEXT = (
    st.text(max_size=300)
    | PAGES
    | st.text(alphabet='ab ."“”()[]>#*-|`\\\n\r\x0b\x85\u2028\ufeff\x00', max_size=200)
)
READERS = pytest.mark.parametrize("read", [read_text, read_markdown])


@READERS
@given(text=ANY_TEXT)
@example(text="\ufeffTitle\r\n\r\nBody text that goes on.\r\n")
@example(text="---\ntitle: x\n---\n\n# y\n\n> - a\n>\n> b")
@example(text="```\nnever closed")
@example(text="[a]: b\n\n- \n- # c")
def test_blocks_cover_all_visible_text_in_order_without_overlap(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    reading = read(text)
    blocks, text = reading.blocks, text if reading.text is None else reading.text
    position = 0
    for block in blocks:
        assert text[position : block.start].strip() == ""
        assert position <= block.start < block.end <= len(text)
        position = block.end
    assert text[position:].strip() == ""


@READERS
@given(text=ANY_TEXT)
def test_blocks_begin_and_end_with_visible_text_and_only_paragraphs_lack_a_reason(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    reading = read(text)
    for block in reading.blocks:
        span = (text if reading.text is None else reading.text)[block.start : block.end]
        assert span == span.strip() != ""
        assert (block.reason == "") == (block.role == "paragraph")


@READERS
@given(text=PAGES)
def test_at_most_one_block_is_the_title(read: Callable[[str], ParsedPage], text: str) -> None:
    assert sum(block.role == "title" for block in read(text).blocks) <= 1


@READERS
@pytest.mark.parametrize(
    "text",
    [
        "(" * 200_000,
        '"' * 200_000,
        "Aa " * 60_000,
        "# a\n" + "[" * 150_000,
        ". " * 100_000,
        "By " * 60_000,
        ">" * 150_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_line_made_to_stall_is_one_block_like_any_other(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    blocks = read(text).blocks
    assert blocks[-1].end == len(text.rstrip())
    assert len(blocks) <= 2
