"""The Markdown report reads well and lets nothing from an article or a note act as markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from newsdiff import compare
from newsdiff.model import Article, Comparison
from newsdiff.reports import ReportFormat, render
from newsdiff.reports.format import NotePart, TargetPart
from tests.reports.hand_made import fire

HOSTILE = (
    "The <script>alert(1)</script> [bold]minister[/bold] said *no* to `code` | and #1 at "
    "\x1b[31mred\x1b[0m &amp; "
    "[a link](http://example.org) while 12 people watched the vote in Paris on Monday."
)


def test_it_names_every_outlet_and_has_a_chapter_for_each_relation(seed_comparison: Comparison) -> None:
    text = render(seed_comparison, "markdown")
    for article in seed_comparison.articles:
        assert article.label.replace("_", r"\_") in text
    for chapter in (
        "## Sources",
        "## Where they differ",
        "## Shared",
        "## Unmatched paragraphs",
        "## Side by side",
    ):
        assert chapter in text


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_of_a_paragraph_without_a_match_no_report_says_that_it_stands_only_there(
    format: ReportFormat,
) -> None:
    text = render(fire(), format)
    assert "## Only here" not in text
    assert "<h2>Only here" not in text
    assert "3 without a match in another outlet" in text
    _, _, chapter = text.rpartition("Unmatched paragraphs")
    assert "does not mean that there is none" in chapter.partition("Side by side")[0]
    assert re.search(r"\n(- |<li[^>]*>)Nobody wrote of it here\.", chapter)


def test_every_paragraph_of_every_article_is_in_it(seed_comparison: Comparison) -> None:
    shown = as_text(render(seed_comparison, "markdown"))
    for article in seed_comparison.articles:
        for block in article.paragraphs:
            assert " ".join(article.slice(block).split()) in shown


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_marks_of_where_a_word_may_break_are_no_damage(
    event: Callable[..., tuple[Article, ...]], format: ReportFormat
) -> None:
    one, two = event(
        one="The fire in Lis\u00adbon killed 12 peo\u200bple, po\u2060lice said.",
        two="Police said 14 people were killed in the fire in Lisbon.",
    )
    report = render(compare([replace(one, title="A fi\ufeffre"), two]), format)
    assert "A fire" in report
    assert "\ufffd" not in report


def test_hostile_text_shows_up_as_text(event: Callable[..., tuple[Article, ...]]) -> None:
    articles = event(one=HOSTILE, two=HOSTILE.replace("12", "14"))
    note = NotePart(
        id="n1",
        created="2025-12-05T10:00:00Z",
        body="<b>bold</b> \\<u>\n\x1b[2J",
        tags=("<i>",),
        state="open",
        targets=(TargetPart(article=articles[0].id, start=0, end=3, exact="<u>", prefix="", suffix=""),),
    )
    markdown = render(compare(articles), "markdown", [note])
    assert "\x1b" not in markdown
    html = MarkdownIt("commonmark").enable("table").render(markdown)
    for tag in ("<script", "<b>", "<i>", "<u>", "<a href", "<code", "<em"):
        assert tag not in html
    shown = as_text(markdown)
    assert "[bold]minister[/bold] said *no* to `code` | and #1" in shown
    assert "<b>bold</b>" in shown


def test_a_note_is_cited_with_outlet_and_words(seed_comparison: Comparison) -> None:
    article = seed_comparison.articles[0]
    block = article.paragraphs[0]
    words = article.slice(block)[:20]
    target = TargetPart(
        article=article.id, start=block.start, end=block.start + 20, exact=words, prefix="", suffix=""
    )
    note = NotePart(
        id="n1", created="2025-12-05", body="ask again", tags=("todo",), state="question", targets=(target,)
    )
    shown = as_text(render(seed_comparison, "markdown", [note]))
    assert f"“{words}” ({article.label}" in shown
    assert "ask again" in shown
    assert "#todo" in shown


def test_a_note_keeps_its_markdown_and_stays_in_its_block(seed_comparison: Comparison) -> None:
    body = "**MFA** denies #followup\n\n# Heading\n[1]: https://elsewhere.example\n```\nnever closed"
    note = NotePart(id="n1", created="2025-12-05", body=body, tags=(), state="open", targets=())
    markdown = render(seed_comparison, "markdown", [note])
    assert "> **MFA** denies #followup\n>\n> # Heading\n" in markdown
    html = MarkdownIt("commonmark").enable("table").render(markdown)
    block = html[html.index("<blockquote>") : html.index("</blockquote>")]
    assert "<strong>MFA</strong>" in block
    assert "never closed" in block
    assert "<h1>Heading</h1>" in block
    assert "elsewhere.example" in block
    assert 'href="https://elsewhere.example"' not in html
    assert "<h2>Where they differ" in html


def test_a_source_is_described_once_and_cited_by_its_number(seed_comparison: Comparison) -> None:
    text = render(seed_comparison, "markdown")
    for number, article in enumerate(seed_comparison.numbered, 1):
        assert text.count(article.title or "no headline") <= 1
        assert f"{article.label} [{number}]" in text


def test_no_quotation_has_two_pairs_of_marks(seed_comparison: Comparison) -> None:
    text = render(seed_comparison, "markdown")
    assert not [mark for mark in ("““", "”” ", '“"', "“«") if mark in text]


def test_a_detail_is_named_once_in_its_table(seed_comparison: Comparison) -> None:
    rows = [
        line for line in render(seed_comparison, "markdown").splitlines() if line.startswith(("| ≠", "| ? "))
    ]
    assert len(rows) == len(set(rows)) == len([d for d in seed_comparison.details if d.relation == "differs"])


def test_a_sentence_shown_for_a_value_has_its_very_words_where_one_has(seed_comparison: Comparison) -> None:
    text = render(seed_comparison, "markdown")
    assert "**Kiev** – " in text
    (line,) = [line for line in text.splitlines() if line.startswith("- **US** – ")]
    assert line.count("**US**") == 2


def test_notes_stand_before_the_differences(seed_comparison: Comparison) -> None:
    note = NotePart(id="n1", created="2025-12-05", body="ask", tags=(), state="open", targets=())
    text = render(seed_comparison, "markdown", [note])
    assert text.index("## Sources") < text.index("## Notes (1)") < text.index("## Where they differ")


def test_what_an_article_lacks_is_said_below_the_sources(
    event: Callable[..., tuple[Article, ...]],
) -> None:
    one, two = event(one="Twelve people saw the ferry sink.", two="Twelve people saw the ferry sink today.")
    cut = replace(one, remarks=("behind a paywall: only the first paragraph can be read",))
    told = as_text(render(compare([cut, two]), "markdown"))
    assert "one [2]: behind a paywall: only the first paragraph can be read" in told


def as_text(markdown: str) -> str:
    """What a viewer of Markdown shows, as plain text on one line per block."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    lines = []
    for token in tokens:
        if token.type == "inline":
            lines.append(
                "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
            )
    return "\n".join(lines)


def test_a_paragraph_that_outlets_took_over_counts_once_as_agreement(
    event: Callable[..., tuple[Article, ...]],
) -> None:
    wire = "The ferry Aurora sank off Norvik on Monday and the coast guard rescued 212 people, police said."
    own = "Our reporter in Norvik saw the coast guard bring 212 people of the ferry Aurora to the harbour."
    told = as_text(render(compare(event(one=wire, two=f"{wire} The sea was calm.", three=own)), "markdown"))
    assert "3 outlets, 2 independent texts" in told
    assert "(2 independent texts)" in told
