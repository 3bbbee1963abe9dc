"""Notes stay on the outlet's own words, whatever is shown; the original fits in the translation's place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsdiff import compare
from newsdiff.exchange.notes import note_parts
from newsdiff.library import Note
from newsdiff.library.anchors import target_on
from newsdiff.model import Article, Block, Comparison, numbered
from newsdiff.translation.pieces import translated
from newsdiff.translation.showing import counterpart, showing_originals
from tests.translation.local_translator import WORDS
from tests.translation.test_translation import DE
from tui.reader.anchoring import anchored, place_in

TRANSLATED = translated(DE, WORDS, "Dictionary")
LINES = (
    "The ferry with 220 people on board ran aground off Norvik on Sunday.",
    "Fishermen had warned of the rocks for years, and the owner had not listened to them.",
)
ENGLISH = Article(
    "en", "en.txt", "\n\n".join(LINES),
    numbered("en", [Block("", "paragraph", 0, len(LINES[0])),
                    Block("", "paragraph", len(LINES[0]) + 2, len(LINES[0]) + 2 + len(LINES[1]))]),
)  # fmt: skip


@pytest.fixture
def comparison() -> Comparison:
    return compare([ENGLISH, TRANSLATED], level="all")


def span_of(article: Article, words: str) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


def note(*targets) -> Note:  # type: ignore[no-untyped-def]
    now = datetime(2026, 3, 2, tzinfo=UTC)
    return Note("n1", "event", now, now, "who?", targets=targets)


def test_a_note_on_words_of_a_translation_is_kept_on_the_paragraph_they_translate() -> None:
    target = anchored(TRANSLATED, *span_of(TRANSLATED, "warned of the rocks"))
    assert target.sha256 == DE.sha256
    assert target.exact == DE.text[target.start : target.end] == list(WORDS)[2]
    assert target.reference == "“warned of the rocks” (translated by Dictionary)"


def test_it_is_shown_on_the_paragraph_of_the_translation_and_reported_there(comparison: Comparison) -> None:
    target = anchored(TRANSLATED, *span_of(TRANSLATED, "warned"))
    start, end = place_in(TRANSLATED, (target.start, target.end))
    assert TRANSLATED.text[start:end] == WORDS[target.exact]
    (part,) = note_parts(comparison, [note(target)], lambda _: None)
    (reported,) = part.targets
    assert (reported.start, reported.end, reported.exact) == (start, end, WORDS[target.exact])
    assert reported.as_written == target.exact


def test_a_note_on_words_of_the_original_is_kept_on_these_words(comparison: Comparison) -> None:
    shown = showing_originals(comparison, ["de"]).article("de")
    target = anchored(shown, *span_of(shown, "Fischer"))
    assert (target.exact, target.sha256) == ("Fischer", DE.sha256)
    assert place_in(shown, (target.start, target.end)) == span_of(DE, "Fischer")
    (part,) = note_parts(compare([ENGLISH, DE]), [note(target)], lambda _: None)
    assert part.targets[0].exact == "Fischer"


def test_a_note_on_another_text_is_no_worse_off(comparison: Comparison) -> None:
    gone = target_on(Article("de", "x", "Etwas ganz anderes", ()), 0, 5)
    (part,) = note_parts(comparison, [note(gone)], lambda _: None)
    assert (part.targets, len(part.orphans)) == ((), 1)


def test_with_the_original_in_its_place_rows_and_links_stay_and_every_mention_stands_where_it_says(
    comparison: Comparison,
) -> None:
    shown = showing_originals(comparison, ["de"])
    assert (shown.rows, shown.links, shown.base) == (comparison.rows, comparison.links, comparison.base)
    assert shown.article("de").text == DE.text
    for detail in shown.details:
        for mention in detail.mentions:
            if mention.start < mention.end:
                assert shown.article(mention.article).slice(mention) == mention.text
    differs = next(one for one in shown.details if one.relation == "differs" and one.kind == "number")
    assert {mention.text for mention in differs.mentions} == {"220 people", "212"}


def test_what_is_not_translated_cannot_be_shown_in_other_words(comparison: Comparison) -> None:
    assert showing_originals(comparison, ["en", "nobody"]) is comparison


def test_between_blocks_there_is_no_counterpart() -> None:
    assert counterpart(TRANSLATED, DE, TRANSLATED.blocks[0].end) is None
