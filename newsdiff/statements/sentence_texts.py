"""The sentences of an event ready to be compared: their words, terms, names and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsdiff.language.tokens import Token, fold, stem_of, tokens
from newsdiff.model import Annotated, ClockTime, DateRange, Mention, Name, Quantity, Utterance


class SentenceText(NamedTuple):
    """A sentence of a body paragraph."""

    id: str
    article: int
    """Number of its article in the order handed over."""
    paragraph: int
    """Number of its paragraph among all paragraphs of the event."""
    paragraph_position: int
    """Number of its paragraph in its article, from 0."""
    position: int
    """Number of the sentence in its article, from 0."""
    start: int
    end: int
    tokens: tuple[Token, ...]
    """Every word, stop words among them (their stem is empty)."""
    folded: tuple[str, ...]
    """Each token's text in lower case, without accents and possessive ending."""
    terms: frozenset[str]
    """Stems of its words; a name counts as its bearer ("@key"), a figure with its unit as well ("=28 ")."""
    mentions: tuple[Mention, ...]
    persons: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    days: frozenset[str]
    quotations: tuple[frozenset[str], ...]
    """The stems of each direct quotation."""


def read_sentences(annotated: Sequence[Annotated]) -> list[SentenceText]:
    """All sentences of all articles, in order."""
    found = []
    paragraph = 0
    for number, item in enumerate(annotated):
        position = 0
        for paragraph_position, block in enumerate(item.article.paragraphs):
            for sentence in item.sentences_of[block.id]:
                mentions = item.mentions_of[sentence.id]
                raw = tokens(item.article.text, sentence.start, sentence.end)
                values = [mention.value for mention in mentions]
                figures = frozenset(map(figure_term, figures_of(mentions)))
                found.append(
                    SentenceText(
                        id=sentence.id,
                        article=number,
                        paragraph=paragraph,
                        paragraph_position=paragraph_position,
                        position=position,
                        start=sentence.start,
                        end=sentence.end,
                        tokens=raw,
                        folded=tuple(fold(item.article.text[token.start : token.end]) for token in raw),
                        terms=frozenset(terms_of(raw, mentions)) | figures,
                        mentions=mentions,
                        persons=frozenset(
                            v.key for v in values if isinstance(v, Name) and v.type == "person"
                        ),
                        names=frozenset(value.key for value in values if isinstance(value, Name)),
                        figures=figures,
                        days=frozenset(days_of(mentions)),
                        quotations=tuple(quotations_of(mentions)),
                    )
                )
                position += 1
            paragraph += 1
    return found


def terms_of(words: Sequence[Token], mentions: Iterable[Mention]) -> Iterator[str]:
    """The stems of the words, those of a name replaced by one term for its bearer."""
    for token in with_bearers(words, mentions):
        if token.stem:
            yield token.stem


def with_bearers(words: Sequence[Token], mentions: Iterable[Mention]) -> Iterator[Token]:
    """The words, those of a name replaced by one token for whom or what it names."""
    names = [mention for mention in mentions if stands_for_bearer(mention)]
    names.reverse()
    covered = -1
    for word in words:
        while names and names[-1].start < word.end:
            name = names.pop()
            if name.start >= covered and isinstance(name.value, Name):
                yield Token(name.start, name.end, f"@{name.value.key}")
                covered = name.end
        if word.start >= covered:
            yield word


def stands_for_bearer(mention: Mention) -> bool:
    """Whether a name counts as one term: persons, places, and anything named by one word.

    Organisations of several words keep them: "the German Foreign Ministry" also meets "the ministry".
    """
    if not isinstance(mention.value, Name):
        return False
    return mention.value.type in ("person", "place") or len(mention.text.split()) == 1


def figures_of(mentions: Iterable[Mention]) -> Iterator[Quantity]:
    """The quantities that have a bare figure."""
    for mention in mentions:
        if isinstance(mention.value, Quantity) and mention.value.figure is not None:
            yield mention.value


def figure_term(quantity: Quantity) -> str:
    """One term for one figure in one unit: "$5bn" and "5 billion dollars" meet."""
    return f"={quantity.figure!r} {quantity.unit}"


def days_of(mentions: Iterable[Mention]) -> Iterator[str]:
    """One term for each day, span of days or clock time."""
    for mention in mentions:
        value = mention.value
        if isinstance(value, DateRange):
            yield f"{value.first}/{value.last}"
        elif isinstance(value, ClockTime):
            yield f"{value.first}-{value.last}"


def quotations_of(mentions: Iterable[Mention]) -> Iterator[frozenset[str]]:
    """The stems of each direct quotation that has any."""
    for mention in mentions:
        if isinstance(mention.value, Utterance) and mention.value.direct:
            stems = frozenset(map(stem_of, mention.value.words)) - {""}
            if stems:
                yield stems
