"""What the card of a detail says, and second opinions on it, as styled runs that any width can wrap."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from rich.cells import cell_len

from newsdiff.brief.passages import sentence_span
from newsdiff.counting import outlets_and_independent
from newsdiff.model import Comparison, Detail, DetailValue, Mention, Opinion
from newsdiff.opinion.wording import OPINION_SIGNS, in_full, quoted, said
from newsdiff.signs import JUDGEMENTS, SIGNS, WORDS
from widgets.card.card_item import BLANK, CardItem, Run, Target
from widgets.card.word_diff import changed_spans, in_all, most_like_the_others
from widgets.text.harmless import harmless, short

LONGEST_QUOTATION = 200


def opinion_line(opinion: Opinion) -> CardItem:
    """``≠ llama3 says: differs – how many were on board``."""
    words = f"{OPINION_SIGNS[opinion.says]} {said(opinion)}"
    at_odds = ((f" – {opinion.at_odds}", "text"),) if opinion.at_odds else ()
    return CardItem(((words, "opinion"), *at_odds), 4)


def opinion_items(comparison: Comparison, opinion: Opinion | None) -> list[CardItem]:
    """The opinion, and a line for each quotation, which leads to its place; none without an opinion."""
    if opinion is None:
        return []
    places = zip(opinion.quotations, quoted(comparison, opinion), strict=True)
    return [
        opinion_line(opinion),
        *(
            CardItem(
                (
                    (f"{short(comparison.article(article).label, 40)}  ", "outlet"),
                    (f"“{short(words, LONGEST_QUOTATION)}”", "quoted"),
                ),
                4,
                Target(article, place.start),
            )
            for place, (article, words) in places
        ),
    ]


AROUND = 160
"""Code points of the sentence shown on either side of the mention; the rest is elided."""
MOST_MENTIONS = 4
"""Mentions of one outlet for one value; more say nothing new."""
WIDEST_VALUE = 24
"""Cells of the column of values; the outlets of a longer one follow right behind it."""
WORDED: Final = ("quote", "claim")
"""Kinds whose values are wordings, to be compared word by word."""
SURENESS: Final = ((0.85, "very sure"), (0.7, "sure"), (0.5, "fairly sure"), (0.0, "not sure"))
"""Least confidence, and what it is called."""


def card_title(detail: Detail) -> str:
    """``≠ differs · points in the peace plan``; what the reader said of it stands before the name."""
    words = f"{SIGNS[detail.standing]} {WORDS[detail.standing]}"
    if detail.judgement:
        words = f"{words} · {JUDGEMENTS[detail.judgement]}"
    return f"{words} · {short(detail.label, 120)}" if detail.label else words


def sentence_around(comparison: Comparison, mention: Mention) -> tuple[str, int, int]:
    """The verbatim sentence of a mention, and where in it the mention stands; long ones are elided."""
    article = comparison.article(mention.article)
    start, end = sentence_span(comparison.annotation(mention.article), mention)
    low, high = max(start, mention.start - AROUND), min(end, mention.end + AROUND)
    if low > start:  # begin and end with whole words
        low = max(low, article.text.find(" ", low, mention.start) + 1)
    if high < end and (blank := article.text.rfind(" ", mention.end, high)) > 0:
        high = blank
    before, after = "…" if low > start else "", "…" if high < end else ""
    text = before + harmless(article.text[low:high]) + after
    return text, mention.start - low + len(before), mention.end - low + len(before)


def card_items(comparison: Comparison, detail: Detail) -> list[CardItem]:
    """The whole card: every value with its outlets, where it was not found, why; then the sentences, by
    value. The values of a claim are sentences already."""
    several = len(detail.values) > 1
    values = () if detail.kind == "claim" else detail.values
    shown = [_sentences(comparison, detail, value, headed=several) for value in values]
    items = _versions(comparison, detail) if detail.kind in WORDED else _values(comparison, detail)
    items += opinion_items(comparison, detail.opinion)
    return [*items, *about(comparison, detail), BLANK, *(item for block in shown for item in block)]


def about(comparison: Comparison, detail: Detail, *, shown: Container[str] = ()) -> list[CardItem]:
    """Where else it was looked for, what changed, who only copies, why it is marked and how surely.

    `shown` are the articles with a sentence above, of which none is called not compared.
    """
    elsewhere = _elsewhere(comparison, detail, shown)
    items = [CardItem(((words, "label"), (names, "text")), 4) for words, names in elsewhere]
    if detail.update:
        changed = f"{harmless(detail.update)}, later articles give the later value"
        items.append(CardItem((("update  ", "label"), (changed, "text")), 8))
    if detail.independent_texts is not None and detail.independent_texts < len(detail.reported_by):
        outlets = outlets_and_independent(comparison.outlets_of(detail.reported_by), detail.independent_texts)
        copied = f"{outlets}: the others share a paragraph with another outlet"
        items.append(CardItem((("copied  ", "label"), (copied, "text")), 8))
    sure = "worth a look" if detail.kind == "claim" else how_sure(detail.confidence)
    sure = f"{sure}, {detail.confidence:.2f} of 1"
    if why := harmless(detail.because):
        items.append(CardItem((("why     ", "label"), (why, "text"), (f" ({sure})", "faint")), 8))
    else:
        items.append(CardItem((("sure    ", "label"), (sure, "text")), 8))
    return items


def _elsewhere(
    comparison: Comparison, detail: Detail, shown: Container[str] = ()
) -> Iterator[tuple[str, str]]:
    """``not found in `` and ``not compared: ``, each with its outlets, as far as there are any."""
    not_compared = [one for one in detail.not_compared if one not in shown]
    for words, articles in (("not found in ", detail.not_found_in), ("not compared: ", not_compared)):
        if articles:
            yield words, ", ".join(short(comparison.article(one).label, 40) for one in articles)


def how_sure(confidence: float) -> str:
    """How sure newsdiff is, in words."""
    return next(words for least, words in SURENESS if confidence >= least)


def _values(comparison: Comparison, detail: Detail) -> list[CardItem]:
    """A line for every value: the value, set off in a column, and its outlets."""
    words = [short(value.value, 200) for value in detail.values]
    column = min(WIDEST_VALUE, max(map(cell_len, words), default=0))
    return [
        CardItem(
            (
                (word, detail.standing),
                (" " * max(2, column + 2 - cell_len(word)), "text"),
                (_outlets(comparison, value), "outlet"),
                (_count(comparison, value), "faint"),
            ),
            4,
            _first_place(value),
        )
        for word, value in zip(words, detail.values, strict=True)
    ]


def _versions(comparison: Comparison, detail: Detail) -> list[CardItem]:
    """All wordings, one under the other, the words marked that the first of them does not have.

    The first is the one that the others are most like; in it stand out the words that no other has.
    """
    texts = [harmless(_wording(comparison, value)) for value in detail.values]
    order = [middle := most_like_the_others(texts), *(n for n in range(len(texts)) if n != middle)]
    against = [changed_spans(texts[middle], texts[number]) for number in order[1:]]
    marked = [in_all([gone for gone, _ in against]), *(new for _, new in against)]
    return [
        CardItem(
            (
                (_outlets(comparison, detail.values[number]), "outlet"),
                (_count(comparison, detail.values[number]), "faint"),
                ("  ", "text"),
                *_marked(texts[number], spans),
            ),
            4,
            _first_place(detail.values[number]),
        )
        for number, spans in zip(order, marked, strict=True)
    ]


def _wording(comparison: Comparison, value: DetailValue) -> str:
    """The words of a value as they stand in the text."""
    if not value.mentions:
        return value.value
    mention = value.mentions[0]
    return comparison.article(mention.article).text[mention.start : mention.end]


def _outlets(comparison: Comparison, value: DetailValue) -> str:
    return ", ".join(short(comparison.article(article).label, 40) for article in value.reported_by)


def _count(comparison: Comparison, value: DetailValue) -> str:
    """How many report a value; empty for one, whose name says it."""
    outlets = outlets_and_independent(comparison.outlets_of(value.reported_by), value.independent_texts)
    return f"  {outlets}" if len(value.reported_by) > 1 else ""


def _first_place(value: DetailValue) -> Target | None:
    return Target(value.mentions[0].article, value.mentions[0].start) if value.mentions else None


def _sentences(
    comparison: Comparison, detail: Detail, value: DetailValue, *, headed: bool
) -> Iterator[CardItem]:
    """The sentence of every mention of a value, under the value where there are several."""
    if headed:
        yield CardItem(((short(value.value, 120), "label"),))
    count: dict[str, int] = {}
    for mention in value.mentions:
        count[mention.article] = count.get(mention.article, 0) + 1
        if count[mention.article] > MOST_MENTIONS:
            continue
        text, low, high = sentence_around(comparison, mention)
        outlet = short(comparison.article(mention.article).label, 40)
        runs = (text[:low], "text"), (text[low:high], detail.standing), (text[high:], "text")
        yield CardItem(((f"{outlet}  ", "outlet"), *runs), 4, Target(mention.article, mention.start))


def _marked(words: str, spans: Sequence[tuple[int, int]]) -> list[Run]:
    """A wording with some of its words marked."""
    runs: list[Run] = []
    position = 0
    for low, high in spans:
        runs += [(words[position:low], "text"), (words[low:high], "changed")]
        position = high
    return [*runs, (words[position:], "text")]


def card_plain_text(comparison: Comparison, detail: Detail) -> str:
    """The card for the clipboard: every mention with its sentence and where it stands."""
    from newsdiff.reports.citations import source

    lines = [card_title(detail)]
    for value in detail.values:
        lines.append(f"\n{short(value.value, 200)}")
        for mention in value.mentions:
            text, _, _ = sentence_around(comparison, mention)
            words = mention.text if detail.kind == "quote" else text
            article = source(comparison.article(mention.article))
            lines.append(f"- {in_marks(short(words, 2 * AROUND + 400))} ({article})")
    lines.append("")
    if detail.update:
        lines.append(f"Update: {short(detail.update, 200)}, later articles give the later value")
    lines += [f"{words.capitalize()}{names}" for words, names in _elsewhere(comparison, detail)]
    lines += [in_full(comparison, detail.opinion)] if detail.opinion else []
    lines += [f"Why: {short(detail.because, 600)}"] if detail.because else []
    return "\n".join(lines)


def in_marks(words: str) -> str:
    """Words in quotation marks, unless they bring their own at both ends."""
    opens, closes = '“"«„‘', '”"»“’'
    return words if words[:1] in opens and words[-1:] in closes else f"“{words}”"
