"""What can be compared of articles in other languages: names, figures, days and quotations.

No word of an article that is not English counts as a word; what has a value in every language does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from newsdiff.mentions.match import Match
from newsdiff.mentions.other_languages.dates import days_in
from newsdiff.mentions.other_languages.names import (
    Known,
    Word,
    forms_of_english,
    forms_of_others,
    forms_of_places,
    places_written_together,
    words_in,
)
from newsdiff.mentions.other_languages.numbers import figures_in
from newsdiff.mentions.quotes.finder import find_quotes
from newsdiff.model import Annotated, Article, Mention, Name, Sentence, Utterance

__all__ = ["find_in_other_languages"]


def find_in_other_languages(
    articles: Sequence[Article],
    sentences: Mapping[str, tuple[Sentence, ...]],
    english: Sequence[Annotated],
    published: date | None,
) -> tuple[Annotated, ...]:
    """The articles, none in English, with their mentions in the order of the text.

    Names are those that the `english` articles have too, known places, and what several of the articles have
    in common. `published` is the day that an article without a date borrows.
    """
    words = {
        article.id: [words_in(article.text, one.start, one.end) for one in sentences[article.id]]
        for article in articles
    }
    forms = [*forms_of_english(english), *forms_of_places()]
    languages = {article.id: article.language.split("-")[0] for article in articles}
    forms += forms_of_others(words, languages, Known(forms))
    known, together = Known(forms), places_written_together()
    result = []
    for article in articles:
        found = _mentions(article, sentences[article.id], words[article.id], known, together, published)
        quotes, quoted = find_quotes(article, sentences[article.id], ())
        utterances = [_by_nobody(mention) for mention in quoted]
        mentions = sorted((*found, *utterances), key=lambda one: (one.start, -one.end, one.kind))
        quotes = tuple(replace(quote, speaker=None) for quote in quotes)
        result.append(Annotated(article, sentences[article.id], tuple(mentions), quotes))
    return tuple(result)


def _mentions(
    article: Article,
    sentences: Sequence[Sentence],
    words: Sequence[Sequence[Word]],
    known: Known,
    together: Mapping[str, Name],
    published: date | None,
) -> Iterator[Mention]:
    language = article.language.split("-")[0]
    for sentence, inside in zip(sentences, words, strict=True):
        days = days_in(article.text, sentence.start, sentence.end, language, article.published or published)
        names = [
            Match(start, end, "place" if name.type == "place" else "name", name)
            for start, end, name in (
                *known.names(inside, language),
                *_glued(article.text, sentence, together),
            )
        ]
        figures = figures_in(article.text, sentence.start, sentence.end, language, [*days, *names])
        for one in (*days, *names, *figures):
            text = article.text[one.start : one.end]
            yield Mention(article.id, one.kind, one.start, one.end, text, sentence.id, one.value)


def _by_nobody(quotation: Mention) -> Mention:
    """The quotation without a speaker: only English words show who is named beside it."""
    assert isinstance(quotation.value, Utterance)
    return replace(quotation, value=replace(quotation.value, speaker=None))


def _glued(text: str, sentence: Sentence, together: Mapping[str, Name]) -> Iterator[tuple[int, int, Name]]:
    """Known places in scripts that have no capitals."""
    inside = text[sentence.start : sentence.end]
    if inside.isascii():
        return
    for written, name in together.items():
        at = inside.find(written)
        while at >= 0:
            yield sentence.start + at, sentence.start + at + len(written), name
            at = inside.find(written, at + len(written))
