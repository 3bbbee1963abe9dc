"""Markdown: structure from its syntax, offsets into the source as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newsdiff import read_article
from newsdiff.model import Article
from newsdiff.readers.files.markdown import LONGEST, front_matter, plain, read_markdown

PAGE = """\
---
title: "Ten hurt in tunnel fire"
publisher: The Daily Thing
date: 2025-12-03T10:00:00Z
author: Jane Roe
link: http://example.org/fire
lang: en_GB
tags:
  - fire
---

# Ten hurt in tunnel fire

*By Jane Roe*

![The tunnel](tunnel.jpg)

A fire **injured** ten people in a [road tunnel](http://example.org) on
Monday, the police said.

> “It was dark,” said one driver,
> who left her car behind.

## What we know

- three lorries burnt out
- The tunnel is closed

Read more: [Tunnels of the world](http://example.org/t)

[More stories](http://example.org/more)

[1]: http://example.org

| hurt | dead |
|------|------|
| 10   | 0    |

```
code
```

    Somebody indented this sentence, and it is still a sentence.

<div>html</div>
"""


@pytest.fixture
def article(tmp_path: Path) -> Article:
    """The page above, read."""
    file = tmp_path / "fire.md"
    file.write_text(PAGE, encoding="utf-8")
    return read_article(file)


def test_front_matter_says_title_outlet_date_byline_address_and_language(article: Article) -> None:
    assert (article.title, article.outlet, article.id) == (
        "Ten hurt in tunnel fire",
        "The Daily Thing",
        "daily-thing",
    )
    assert (article.published, article.byline) == (date(2025, 12, 3), "Jane Roe")
    assert (article.url, article.language) == ("http://example.org/fire", "en")


def test_paragraphs_quotations_and_list_items_are_body_text_verbatim(article: Article) -> None:
    assert [article.slice(block) for block in article.paragraphs] == [
        "A fire **injured** ten people in a [road tunnel](http://example.org) on\nMonday, the police said.",
        "> “It was dark,” said one driver,\n> who left her car behind.",
        "- three lorries burnt out",
        "- The tunnel is closed",
        "Somebody indented this sentence, and it is still a sentence.",
    ]


def test_everything_else_has_its_reason(article: Article) -> None:
    assert [(block.role, block.reason) for block in article.blocks if block.role != "paragraph"] == [
        ("noise", "front matter"),
        ("title", "headline"),
        ("noise", "byline"),
        ("caption", "image"),
        ("heading", "subheading"),
        ("noise", "read-more"),
        ("noise", "link"),
        ("noise", "link"),
        ("noise", "table"),
        ("noise", "code"),
        ("noise", "html"),
    ]


def test_the_first_heading_is_the_title_without_its_marks() -> None:
    reading = read_markdown(
        "## Ten hurt in *tunnel* fire ##\n\nA fire broke out, the police said.\n\n## Why?\n\nNobody knows."
    )
    assert reading.metadata.title == "Ten hurt in tunnel fire"
    assert [block.role for block in reading.blocks] == ["title", "paragraph", "heading", "paragraph"]


def test_offsets_are_right_with_carriage_returns() -> None:
    text = "# Fire\r\n\r\nTen people were hurt,\r\nthe police said.\r\n\r\n- one\r\n- two\r\n"
    assert [text[block.start : block.end] for block in read_markdown(text).blocks] == [
        "# Fire",
        "Ten people were hurt,\r\nthe police said.",
        "- one",
        "- two",
    ]


def test_a_page_dump_without_markdown_is_read_as_plain_text(seeds: Path, tmp_path: Path) -> None:
    for file in sorted(seeds.glob("*.txt")):
        copy = tmp_path / f"{file.stem}.md"
        copy.write_bytes(file.read_bytes())
        as_text, as_markdown = read_article(file), read_article(copy)
        assert as_markdown.blocks == as_text.blocks


def test_paragraphs_broken_by_single_line_ends_stay_apart_when_their_lines_are_long() -> None:
    first = "A fire in a road tunnel in the Alps injured ten people on Monday, the police said, " * 2
    second = "The tunnel was closed."
    reading = read_markdown(f"# Fire\n\n{first}\n{second}")
    assert [block.role for block in reading.blocks] == ["title", "paragraph", "paragraph"]


def test_a_linked_sentence_is_still_body_text() -> None:
    text = "# Fire\n\n[A fire in a road tunnel injured ten people on Monday, the police of the canton said.](http://a.b)"
    assert read_markdown(text).blocks[1].role == "paragraph"


def test_a_very_long_text_is_not_parsed_as_markdown() -> None:
    text = "# Fire\n\n" + "The tunnel was closed. " * (LONGEST // 20)
    assert [block.role for block in read_markdown(text).blocks] == ["title", "paragraph"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A **bold** and *slanted* `word`", "A bold and slanted word"),
        ("> a\n> b", "a b"),
        ("1. first", "first"),
        ("![alt](x.png) See [this](http://a.b) <http://c.d>", "See this"),
        (r"\*not\* a_name_with_lines", "*not* a_name_with_lines"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_plain_words_of_a_block(source: str, words: str) -> None:
    assert plain(source) == words


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: A: b\n---\n", "A: b"),
        ("\ufeff---\r\ntitle: 'A'\r\n---\r\n", "A"),
        ("+++\ntitle = \"A\"\ndate = 2025-12-03\n+++\n", "A"),
        ("---\nnever closed: yes\n", None),
        ("+++\ntitle = \n+++\n", None),
        ("text\n---\ntitle: A\n---\n", None),
    ],
)  # fmt: skip
def test_front_matter_in_its_forms(text: str, title: str | None) -> None:
    assert front_matter(text).title == title
