"""What the card of a detail says, as lines of styled runs that any width can wrap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.counting import outlets_and_articles
from newsdiff.model import Comparison, Detail, DetailValue, Mention
from widgets.harmless import harmless, short
from widgets.reading_state import SIGNS, WORDS
from widgets.word_diff import changed_spans

Run = tuple[str, str]
"""A text and the name of its style."""
AROUND = 160
"""Code points of the sentence shown on either side of the mention; the rest is elided."""
MOST_MENTIONS = 4
"""Mentions of one outlet for one value; more say nothing new."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place in an article that a line of the card leads to."""

    article: str
    offset: int


@dataclass(frozen=True, slots=True)
class CardItem:
    """A paragraph of the card; its second line and the following are indented by `indent` cells."""

    runs: tuple[Run, ...]
    indent: int = 0
    target: Target | None = None

    @property
    def text(self) -> str:
        """The words without styles."""
        return "".join(text for text, _ in self.runs)


def card_title(detail: Detail) -> str:
    """``≠ differs · points in the peace plan``."""
    words = f"{SIGNS[detail.relation]} {WORDS[detail.relation]}"
    return f"{words} · {short(detail.label, 120)}" if detail.label else words


def sentence_around(comparison: Comparison, mention: Mention) -> tuple[str, int, int]:
    """The verbatim sentence of a mention, and where in it the mention stands; long ones are elided."""
    article = comparison.article(mention.article)
    start, end = mention.start, mention.end
    for sentence in comparison.annotation(mention.article).sentences:
        if sentence.id == mention.sentence:
            start, end = min(sentence.start, start), max(sentence.end, end)
            break
    low, high = max(start, mention.start - AROUND), min(end, mention.end + AROUND)
    if low > start:  # begin and end with whole words
        low = max(low, article.text.find(" ", low, mention.start) + 1)
    if high < end and (blank := article.text.rfind(" ", mention.end, high)) > 0:
        high = blank
    before, after = "…" if low > start else "", "…" if high < end else ""
    text = before + harmless(article.text[low:high]) + after
    return text, mention.start - low + len(before), mention.end - low + len(before)


def card_items(comparison: Comparison, detail: Detail) -> list[CardItem]:
    """The whole card: values with every outlet's sentence, who is silent, why."""
    items = [item for value in detail.values for item in _value(comparison, detail, value)]
    silent = [short(article.label, 40) for article in comparison.silent(detail.told_by)]
    if silent:
        items.append(CardItem((("silent  ", "label"), (", ".join(silent), "text")), 8))
    why = harmless(detail.because) or "no reason given"
    sure = f" (confidence {detail.confidence:.2f})"
    items.append(CardItem((("why     ", "label"), (why, "text"), (sure, "faint")), 8))
    return items


def _value(comparison: Comparison, detail: Detail, value: DetailValue) -> Iterator[CardItem]:
    articles = list(dict.fromkeys(mention.article for mention in value.mentions))
    if detail.kind not in ("quote", "claim"):
        told = f"  {outlets_and_articles(comparison.outlets_of(articles))}"
        yield CardItem(((short(value.value, 200), detail.relation), (told, "faint")))
    first = detail.values[0].mentions[0] if detail.values and detail.values[0].mentions else None
    count: dict[str, int] = {}
    for mention in value.mentions:
        count[mention.article] = count.get(mention.article, 0) + 1
        if count[mention.article] > MOST_MENTIONS:
            continue
        outlet = short(comparison.article(mention.article).label, 40)
        lead: Run = (f"  {outlet}  ", "outlet")
        if detail.kind in ("quote", "claim"):
            runs = _version(comparison, first, mention)
        else:
            runs = _told(comparison, detail, mention)
        yield CardItem((lead, *runs), 4, Target(mention.article, mention.start))


def _told(comparison: Comparison, detail: Detail, mention: Mention) -> list[Run]:
    """The sentence with the mention marked."""
    text, low, high = sentence_around(comparison, mention)
    return [(text[:low], "text"), (text[low:high], detail.relation), (text[high:], "text")]


def _version(comparison: Comparison, first: Mention | None, mention: Mention) -> list[Run]:
    """A wording with the words marked that the first wording does not have."""
    words = harmless(comparison.article(mention.article).text[mention.start : mention.end])
    if first is None or mention is first:
        return [(words, "text")]
    _, new = changed_spans(harmless(first.text), words)
    runs: list[Run] = []
    position = 0
    for low, high in new:
        runs += [(words[position:low], "text"), (words[low:high], "changed")]
        position = high
    return [*runs, (words[position:], "text")]


def card_plain_text(comparison: Comparison, detail: Detail) -> str:
    """The card for the clipboard: every mention with its sentence and where it stands."""
    from newsdiff.reports.citations import source

    lines = [card_title(detail)]
    for value in detail.values:
        lines.append(f"{short(value.value, 200)}:")
        for mention in value.mentions:
            text, _, _ = sentence_around(comparison, mention)
            words = mention.text if detail.kind == "quote" else text
            lines.append(f"  “{short(words, 2 * AROUND + 400)}”")
            lines.append(f"    ({source(comparison.article(mention.article))})")
    labels = [short(article.label, 60) for article in comparison.silent(detail.told_by)]
    if labels:
        lines.append(f"Silent: {', '.join(labels)}")
    lines.append(f"Why: {short(detail.because, 600)}")
    return "\n".join(lines)
