"""Typed spans with values: numbers, money, dates, names, places, quotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from newsdiff.mentions.dates.calendar_days import Calendar
from newsdiff.mentions.dates.finder import find_dates
from newsdiff.mentions.dates.numeric_dates import day_first_in
from newsdiff.mentions.names.finder import find_names
from newsdiff.mentions.numbers.finder import find_quantities
from newsdiff.mentions.quotes.finder import find_quotes
from newsdiff.model import Annotated, Article, Mention, Sentence
from newsdiff.unseen import Seen, holds_unseen

__all__ = ["find_mentions"]

_ONE_NEWS_CYCLE = timedelta(days=3)  # articles of one event this close together mean the same Tuesday


def find_mentions(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> tuple[Annotated, ...]:
    """Every article with its mentions; names carry one key per person or place across all articles.

    Mentions are in the order of the text. They may nest (a name in a quotation, "U.S." in "12 U.S.
    soldiers"), but no number begins inside a date or a name, and of a date and a name over the same
    words the longer one stands. Of articles in other languages only what every language
    writes alike is found: see `newsdiff.mentions.other_languages`. Invisible letters (soft hyphens,
    zero-width ones) do not split words; mentions point into the text as it is written.
    """
    seen = {article.id: Seen(article.text) for article in articles if holds_unseen(article.text)}
    if not seen:
        return _find(articles, sentences)
    shown = [_as_seen(article, seen.get(article.id)) for article in articles]
    found = _find(
        shown, {item.id: _sentences_as_seen(sentences[item.id], seen.get(item.id)) for item in articles}
    )
    return tuple(
        _as_written(item, article, sentences[article.id], seen.get(article.id))
        for item, article in zip(found, articles, strict=True)
    )


def _find(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> tuple[Annotated, ...]:
    english = [article for article in articles if article.in_english]
    names = find_names(english, sentences)
    borrowed = _shared_calendar(articles)
    found = {
        article.id: _annotate(article, sentences[article.id], names.get(article.id, ()), borrowed)
        for article in english
    }
    if len(english) < len(articles):
        from newsdiff.mentions.other_languages import find_in_other_languages

        others = [article for article in articles if not article.in_english]
        for item in find_in_other_languages(others, sentences, tuple(found.values()), borrowed.published):
            found[item.article.id] = item
    return tuple(found[article.id] for article in articles)


def _annotate(
    article: Article, sentences: tuple[Sentence, ...], names: tuple[Mention, ...], borrowed: Calendar
) -> Annotated:
    calendar = Calendar(article.published) if article.published else borrowed
    calendar = replace(calendar, day_first=day_first_in(article))
    dates, names = _settle(find_dates(article, sentences, calendar), names)
    quantities = find_quantities(article, sentences, (*dates, *names))
    quotes, utterances = find_quotes(article, sentences, names)
    mentions = sorted(
        (*dates, *names, *quantities, *utterances),
        key=lambda mention: (mention.start, -mention.end, mention.kind),
    )
    return Annotated(article, sentences, tuple(mentions), quotes)


def _settle(
    dates: tuple[Mention, ...], names: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Dates and names without clashes: "Sunday" in "Sunday Times" is no date, "May" in "May 12" no name."""
    kept_dates, beaten = [], set[int]()
    index = 0
    for date in dates:
        while index < len(names) and names[index].end <= date.start:
            index += 1
        rivals = [i for i in range(index, min(index + 3, len(names))) if names[i].start < date.end]
        if any(names[i].end - names[i].start > date.end - date.start for i in rivals):
            continue
        kept_dates.append(date)
        beaten.update(rivals)
    return tuple(kept_dates), tuple(name for i, name in enumerate(names) if i not in beaten)


def _shared_calendar(articles: Sequence[Article]) -> Calendar:
    """The calendar of undated articles: the last day of publication if most articles are close to it."""
    days = sorted(article.published for article in articles if article.published)
    for last in reversed(days):
        close = [day for day in days if timedelta(0) <= last - day <= _ONE_NEWS_CYCLE]
        if 3 * len(close) >= 2 * len(days):
            return Calendar(last, to_the_day=False)
    return Calendar(None)


def _as_seen(article: Article, seen: Seen | None) -> Article:
    """The article with the text that is seen; itself where nothing is unseen."""
    if seen is None:
        return article
    blocks = tuple(
        replace(block, start=seen.seen(block.start), end=seen.seen(block.end)) for block in article.blocks
    )
    return replace(article, text=seen.text, blocks=blocks)


def _sentences_as_seen(sentences: Sequence[Sentence], seen: Seen | None) -> tuple[Sentence, ...]:
    """The sentences by the offsets of the text that is seen."""
    if seen is None:
        return tuple(sentences)
    return tuple(replace(one, start=seen.seen(one.start), end=seen.seen(one.end)) for one in sentences)


def _as_written(
    found: Annotated, article: Article, sentences: tuple[Sentence, ...], seen: Seen | None
) -> Annotated:
    """What was found in the text that is seen, by the offsets of the article as it is written."""
    if seen is None:
        return found
    mentions = []
    for one in found.mentions:
        start, end = seen.source_start(one.start), seen.source_end(one.end)
        mentions.append(replace(one, start=start, end=end, text=article.text[start:end]))
    quotes = tuple(
        replace(one, start=seen.source_start(one.start), end=seen.source_end(one.end)) for one in found.quotes
    )
    return Annotated(article, sentences, tuple(mentions), quotes)
