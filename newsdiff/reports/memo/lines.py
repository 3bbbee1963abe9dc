"""The lines of a memo: what only one has, quotations in their versions, corrections, and how long each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from newsdiff.brief.excerpt import excerpt
from newsdiff.brief.model import Alone, Passage, Reported, Span, Version, WorthALook
from newsdiff.language.apart import words_apart
from newsdiff.language.corrections import CORRECTING, Correction, corrections_in
from newsdiff.model import Article, Comparison, Detail, DetailValue, Mention, Utterance
from newsdiff.quick_dataclass import dataclass
from newsdiff.quotation_marks import ellipses
from newsdiff.reports.citations import days_of, when
from newsdiff.reports.memo.limits import words_in
from newsdiff.sanitize import one_line
from newsdiff.signs import CONFIRMED

LONGEST_QUOTE: Final = 140
"""Code points of a sentence that is quoted; longer ones are cut around the words that matter."""
AROUND: Final = 60
"""Code points that stand around words that differ, where a sentence is cut."""
WORDS_OF_A_CITATION: Final = 3
NO_SPEAKER: Final = "no speaker found"
"""… beside the words: the article may name one in a way that is not understood."""
MOST_NAMED: Final = 3
"""Sources of a version that are named; more are cited by their numbers."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a quotation, with the articles that have it and the speaker that they name."""

    passage: Passage
    articles: tuple[Article, ...]
    speaker: str
    """Behind a colon; empty where it is the speaker of the quotation."""


def pieces_of(comparison: Comparison, passage: Passage, *, whole: bool = False) -> list[tuple[str, bool]]:
    """The sentence of a passage in pieces, each with whether its words stand against another version's.

    Unless it is wanted whole, a long one is cut: never within such words, whatever room they take, and with
    the marks of the quotation that it is cut in.
    """
    text = comparison.article(passage.article).text
    low, high = passage.sentence if whole else _shown(text, passage)
    before, after = ellipses(text, passage.sentence, (low, high))
    shown, at = [(before, False)] if before else [], low
    for start, end in sorted(passage.lit):
        start, end = max(start, at), min(end, high)
        if start < end:
            shown += [(text[at:start], False), (text[start:end], True)]
            at = end
    shown.append((text[at:high].rstrip(), False))
    return [*shown, (after, False)] if after else shown


def _shown(text: str, passage: Passage) -> Span:
    if not passage.lit:
        return excerpt(text, passage, LONGEST_QUOTE)
    low, high = min(passage.lit)[0], max(end for _, end in passage.lit)
    around = max(AROUND, LONGEST_QUOTE - (high - low)) // 2
    start, end = passage.sentence
    first, last = max(start, low - around), min(end, high + around)
    if first > start:
        first = text.find(" ", first, low) + 1 or low
    if last < end:
        last = max(high, text.rfind(" ", high, last))
    return first, last


def in_turn(alone: Sequence[Alone]) -> Iterator[Passage]:
    """What only one article has: the first passage of each, then the second of each, and so on."""
    for number in range(max((len(one.passages) for one in alone), default=0)):
        yield from (one.passages[number] for one in alone if number < len(one.passages))


def stated_in(comparison: Comparison) -> Iterator[tuple[Article, Correction]]:
    """The corrections that the articles state, also those in lines that were put aside.

    That a text was updated, and a note of the editors, correct nothing.
    """
    for article in comparison.numbered:
        yield from ((article, one) for one in corrections_in(article) if one.kind in CORRECTING)


def wordings(comparison: Comparison, detail: Detail) -> list[Wording]:
    """Every wording of a quotation once, with the words in which it differs from the first."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for value in detail.values:
        for mention in _one_of_each_article(value):
            found.setdefault((one_line(mention.text), other_speaker(detail, mention)), []).append(mention)
    first = next(iter(found.values()))[0].text
    return [
        Wording(
            _quoted(mentions[0], first), tuple(comparison.article(one.article) for one in mentions), speaker
        )
        for (_, speaker), mentions in found.items()
    ]


def _one_of_each_article(value: DetailValue) -> Iterator[Mention]:
    """The first mention, or the first that names a speaker."""
    for article in dict.fromkeys(one.article for one in value.mentions):
        own = [one for one in value.mentions if one.article == article]
        yield next((one for one in own if _named_in(one) != NO_SPEAKER), own[0])


def _quoted(mention: Mention, first: str) -> Passage:
    span = (mention.start, mention.end)
    apart = words_apart(mention.text, first)
    lit = tuple((mention.start + start, mention.start + end) for start, end in apart)
    return Passage(mention.article, *span, span, lit)


def speaker_of(detail: Detail) -> str:
    """Who is quoted: the reader's name of it, else whom the label names, of those that the versions name."""
    label = one_line(detail.label)
    if detail.named_by_reader:
        return label
    named = Counter(who for one in detail.mentions if (who := _named_in(one)) != NO_SPEAKER)
    return max(named, key=lambda who: (label.startswith(f"{who}: "), named[who], who), default=NO_SPEAKER)


def other_speaker(detail: Detail, mention: Mention) -> str:
    """Whom the article of a version names as speaker, behind a colon, where it is not `speaker_of`."""
    speaker = _named_in(mention)
    return f": {speaker}" if speaker != speaker_of(detail) else ""


def _named_in(mention: Mention) -> str:
    speaker = mention.value.speaker if isinstance(mention.value, Utterance) else None
    return one_line(speaker) if speaker else NO_SPEAKER


def numbers(comparison: Comparison, articles: Iterable[str]) -> str:
    """``[1] [3]``: the list of sources names them."""
    return " ".join(f"[{number}]" for number in sorted(map(comparison.number, articles)))


def named(comparison: Comparison, article: Article, safe: Callable[[str], str]) -> str:
    """``TIME [1]``: the outlet, gone through `safe`, and the number of the source."""
    return f"{safe(article.label)} [{comparison.number(article.id)}]"


def cited(comparison: Comparison, version: Version, safe: Callable[[str], str], *, dated: bool) -> str:
    """``TIME [1], Sky News [3]``, with the times of publication where they differ; many by their numbers."""
    found = (comparison.article(passage.article) for passage in version.passages)
    number = comparison.number
    articles = sorted(found, key=lambda one: (one.published is None, one.published, number(one.id)))
    if len(articles) > MOST_NAMED:
        days = days_of(articles) if dated else ""
        return numbers(comparison, (one.id for one in articles)) + (f", {days}" if days else "")
    return ", ".join(
        named(comparison, article, safe) + (f" {safe(when(article))}" if dated and article.published else "")
        for article in articles
    )


# -- how many words a line has ------------------------------------------------------


def words_of_passage(comparison: Comparison, passage: Passage, *, whole: bool = False) -> int:
    """Words that are quoted of it, and the source."""
    quoted = "".join(words for words, _ in pieces_of(comparison, passage, whole=whole))
    return words_in(quoted) + WORDS_OF_A_CITATION


def words_of_difference(comparison: Comparison, line: WorthALook) -> int:
    """Words of its name and of all versions with their sources."""
    return words_in(line.label) + sum(
        (words_of_passage(comparison, one.passages[0]) if line.of_sentences else words_in(one.words))
        + words_in(cited(comparison, one, str, dated=line.dated))
        for one in line.versions
    )


def words_of_reported(comparison: Comparison, line: Reported) -> int:
    """Words of the sentence, of the values and of the numbers of the sources."""
    values = sum(words_in(one.words) + len(one.passages) for one in line.versions)
    return 4 + values + len(line.also) + words_of_passage(comparison, line.passage)


def words_of_quotation(comparison: Comparison, detail: Detail) -> int:
    """Words of all wordings with their sources."""
    return words_in(speaker_of(detail)) + sum(
        words_of_passage(comparison, one.passage)
        + WORDS_OF_A_CITATION * len(one.articles)
        + words_in(one.speaker)
        for one in wordings(comparison, detail)
    )


def is_whole(line: WorthALook) -> bool:
    """Whether no word of a difference is cut: the reader confirmed or added it."""
    return line.sign == CONFIRMED


def has_sentence(line: WorthALook, version: Version) -> bool:
    """Whether a version is printed with its sentence: in its place where it is no more than that, else behind
    the words of what the reader confirmed or added."""
    first = version.passages[0]
    return line.of_sentences or (is_whole(line) and first.sentence != (first.start, first.end))
