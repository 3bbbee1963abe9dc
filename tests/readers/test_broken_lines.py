"""Lines that a person, a program or a PDF broke are one paragraph again."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.readers.files.article import article_of
from newsdiff.readers.lines.hyphens import joint
from newsdiff.readers.lines.wrapping import unwrapped

TITLE = "Norvik swing bridge closed"
BODY = [
    "Norvik's main harbour bridge was shut to all traffic on Tuesday after a 60-centimetre crack was found in"
    " one of its steel beams. It will stay closed for at least three weeks, the road department said.",
    "About 32,000 vehicles cross the bridge every day. Buses will be sent over the older Mill Bridge, two"
    ' kilometres to the north. Mayor Ingrid Solheim told reporters: "Nobody was in danger at any time."',
    "The bridge was opened in 1987 and was last examined four years ago, in October 2021, by engineers of the"
    " Vestkraft company. The repair will cost 4.2 million crowns and may take longer than it says.",
    "Shopkeepers near the bridge fear for the Easter season. “We lost a third of our customers in the first"
    " two days,” said Jon Vale, who sells fish on the northern side. The town has promised a free ferry.",
]  # fmt: skip
Breaker = Callable[[str], str]


def at(width: int, **how: str) -> Breaker:
    return lambda paragraph: textwrap.fill(paragraph, width, **how)  # type: ignore[arg-type]


def ragged(width: int, by: int) -> Breaker:
    """Lines of unequal length, as people break them."""

    def breaker(paragraph: str) -> str:
        chance, lines, line = random.Random(7), [], ""
        room = width - chance.randint(0, by)
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > room:
                lines.append(line)
                line, room = word, width - chance.randint(0, by)
            else:
                line = f"{line} {word}".strip()
        return "\n".join([*lines, line])

    return breaker


def divided(width: int) -> Breaker:
    """Long words divided at the end of the line."""

    def breaker(paragraph: str) -> str:
        lines, line = [], ""
        for word in paragraph.split():
            room = width - len(line) - 1
            if line and len(word) > room and room >= 5 and len(word) >= 8 and word.isalpha():
                lines.append(f"{line} {word[: room - 1]}-")
                line = word[room - 1 :]
            elif line and len(word) > room:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return "\n".join([*lines, line])

    return breaker


def in_elements(lines: str, tag: str) -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines.split("\n"))


def cut(width: int) -> Breaker:
    return lambda paragraph: "\n".join(
        paragraph[start : start + width] for start in range(0, len(paragraph), width)
    )


def paragraphs(page: str, suffix: str = ".txt") -> list[str]:
    article = article_of(page.encode(), f"a{suffix}", suffix)
    return [" ".join(article.slice(block).split()) for block in article.paragraphs]


@pytest.mark.parametrize("width", [33, 45, 60, 72, 80, 100, 120, 150])
def test_paragraphs_between_blank_lines_at_any_width(width: int) -> None:
    assert paragraphs("\n\n".join([TITLE, *map(at(width), BODY)])) == BODY


@pytest.mark.parametrize(
    "breaker",
    [ragged(72, 6), ragged(72, 14), ragged(80, 25), ragged(120, 30), divided(50), divided(64), cut(70),
     at(70, initial_indent="    "), at(70, initial_indent="  ", subsequent_indent="  ")],
)  # fmt: skip
def test_paragraphs_between_blank_lines_however_they_are_broken(breaker: Breaker) -> None:
    assert paragraphs("\n\n".join([TITLE, *map(breaker, BODY)])) == BODY


@pytest.mark.parametrize("breaker", [at(60), at(72), at(90), ragged(72, 6), at(70, initial_indent="   ")])
def test_no_letter_is_lost_where_no_blank_line_stands_between_paragraphs(breaker: Breaker) -> None:
    found = paragraphs("\n".join([TITLE, *map(breaker, BODY)]))
    assert " ".join(found) == " ".join(BODY)
    assert len(found) >= 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", " \n", "\n\n"])
def test_every_kind_of_line_end(end: str) -> None:
    text = "\n\n".join([TITLE, *map(at(72), BODY)])
    if end == "\n\n":  # a blank line below every line
        text = "\n\n\n".join([TITLE, *(at(72)(one).replace("\n", "\n\n") for one in BODY)])
        assert " ".join(paragraphs(text)) == " ".join(BODY)
        return
    assert paragraphs(text.replace("\n", end)) == BODY


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > ", "| "])
def test_quoted_mail(mark: str) -> None:
    text = f"\n{mark.strip()}\n".join(textwrap.indent(one, mark) for one in [TITLE, *map(at(68), BODY)])
    assert paragraphs(text) == BODY


def test_a_page_number_amid_a_sentence_does_not_end_it() -> None:
    lines = at(60)(BODY[0]).split("\n")
    broken = "\n".join([*lines[:2], "", "12", "", *lines[2:]])
    assert BODY[0] in paragraphs("\n\n".join([TITLE, broken, *map(at(60), BODY[1:])]))


@pytest.mark.parametrize(
    "page",
    [
        lambda ps: "<article><h1>{}</h1><pre>{}</pre></article>".format(TITLE, "\n\n".join(map(at(72), ps))),
        lambda ps: "<h1>{}</h1><div style='white-space: pre-wrap'>{}</div>".format(
            TITLE, "\n\n".join(map(at(80), ps))
        ),
        lambda ps: "<article><h1>{}</h1><p>{}</p></article>".format(
            TITLE, "<br><br>".join(at(70)(one).replace("\n", "<br>") for one in ps)
        ),
        lambda ps: "<h1>{}</h1>{}".format(
            TITLE, "".join("<p>{}</p>".format(at(62)(one).replace("\n", "<br/>\n")) for one in ps)
        ),
        lambda ps: "<article><h1>{}</h1>{}</article>".format(
            TITLE, "".join(f"<p>\n{at(70)(one)}\n</p>" for one in ps)
        ),
        lambda ps: "<article><h1>{}</h1>{}</article>".format(
            TITLE, "<div><br></div>".join(in_elements(at(60)(one), "div") for one in ps)
        ),
        lambda ps: "<h1>{}</h1><div>{}</div>".format(
            TITLE, "<p>&nbsp;</p>".join(in_elements(at(66)(one), "p") for one in ps)
        ),
    ],
)
def test_lines_that_a_page_breaks(page: Callable[[list[str]], str]) -> None:
    plain = [one.replace('"', "“") for one in BODY]
    assert paragraphs(page(plain), ".html") == plain


def test_short_paragraphs_in_elements_of_their_own_are_not_joined() -> None:
    short = [f"The {number}th bridge of the town was shut on Monday." for number in range(4, 16)]
    items = ["an end to the war in the east", "a bridge for the town of Norvik", "more money for its schools"]
    page = "".join(f"<div>{one}</div>" for one in (*short[:6], *items, *short[6:]))
    found = paragraphs(f"<article><h1>{TITLE}</h1>{page}</article>", ".html")
    assert [one for one in found if one in short] == short


def test_a_dump_with_one_paragraph_a_line_stays_as_it_is() -> None:
    text = "\n".join([TITLE, "By Ann Lee", "Image: A bridge. Pic: Reuters", *BODY, "Read more: Bridges"])
    assert unwrapped(text).text == text


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("the road depart-", "ment said", "the road department said"),
        ("a 60-", "centimetre crack", "a 60-centimetre crack"),
        ("a long-", "term plan", "a long-term plan"),
        ("the Anglo-", "Saxon chronicle", "the Anglo-Saxon chronicle"),
        ("the bridge –", "which was old –", "the bridge – which was old –"),
        ("the five-", "year plan", "the five-year plan"),
        ("infra\u00ad", "structure", "infrastructure"),
        ("state-", "owned firms", "state-owned firms"),
        ("he said --", "and left", "he said -- and left"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_the_word_has_it(
    above: str, below: str, whole: str
) -> None:
    off, between = joint(above, below, frozenset())
    assert above[: len(above) - off] + between + below == whole


def test_a_word_is_written_as_the_text_writes_it_elsewhere() -> None:
    assert joint("the re-", "election", frozenset({"re-election"})) == (0, "")
    assert joint("the re-", "election", frozenset({"reelection"})) == (1, "")


@given(st.lists(st.text(alphabet='ab .,"”-\u00ad>\n\r\x0c\u2028字。', max_size=60), max_size=12))
def test_joining_lines_loses_no_letter(lines: list[str]) -> None:
    text = "\n".join(lines)
    letters = [char for char in text if char.isalnum()]
    assert [char for char in unwrapped(text).text if char.isalnum()] == letters
