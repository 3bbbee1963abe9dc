"""Noun phrases near a mention, as they stand in the text: what a figure or a date is most likely of.

Without a tagger: runs of words with a meaning that no stop word, mark, figure or word that looks like a verb
divides. English noun phrases end in their noun, so of a long run the last words are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence
from newsdiff.language.tokens import STOP_WORDS, Token
from newsdiff.model import Name, Utterance
from newsdiff.patterns import lazy_pattern

MOST_WORDS = 4
"""Words of the longest phrase."""
MOST_ARTICLES = 8
"""Articles whose first mention is looked at for the phrase; more add nothing."""
DETERMINED = 2.5
"""How much more a phrase behind "the", "a", "of" … counts: it is surely one."""
SHARED = 1.0
"""What every other outlet adds in which a word stands near the figure, too."""
DETERMINERS = frozenset("the a an its his her their this that these those of in for no every each".split())
VERBS = frozenset(
    """told says say make makes made take takes took found find hold holds held leave leaves left led lose
    lost won meet met put ran send sends sent spend spends spent stand stood strike struck write wrote pay
    pays paid cost costs hit fell rise rose grew keep kept knew mean meant need needs want wants think thought
    let lets wait help helps helped try tries seem seems appear appears add adds include includes remain
    remains live lives call calls sell sells sold buy bought use uses see saw seen show shows shown turn turns
    bring brought reach drew draw draws catch caught throw threw feel felt hope hopes ask asks play plays
    happen happens start starts end ends carry carries generate generates measure measures weigh weighs
    sat hold taken given past previous despite equal likely able according tall high wide long deep thick
    old""".split()
)
"""Usual words of reports that look like nouns and are mostly none."""
PERIODS = frozenset("year month week day hour season years months weeks days hours minutes".split())
"""Words for times, by which a sum is paid and a thing is counted."""
BREAKS = lazy_pattern('[,;:.!?()"“”«»—–…\n]|\\s[-‐‑]\\s')


class Phrase(NamedTuple):
    """A noun phrase in its sentence."""

    words: str
    stems: tuple[str, ...]
    determined: bool


def first_in_each_article(occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """The first mention in each of the first few articles, in reading order."""
    first: dict[int, Occurrence] = {}
    for occurrence in occurrences:
        known = first.setdefault(occurrence.article, occurrence)
        if occurrence.order < known.order:
            first[occurrence.article] = occurrence
    return sorted(first.values(), key=lambda occurrence: occurrence.order)[:MOST_ARTICLES]


def best_phrase(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """The phrase near a thing's mentions that holds the weightiest words of most outlets; empty without one.

    Independent of the order of the mentions.
    """
    first_mentions = first_in_each_article(occurrences)
    outlets: dict[str, set[int]] = {}
    for occurrence in first_mentions:
        for stem in context.vector(occurrence).weights:
            outlets.setdefault(stem, set()).add(occurrence.article)
    scores: dict[str, float] = {}
    written: dict[str, str] = {}
    for occurrence in first_mentions:
        weights = context.vector(occurrence).weights
        for phrase in phrases_near(context.index, occurrence):
            worth = sum(
                weights.get(s, 0.0) * (1 + SHARED * (len(outlets.get(s, ())) - 1)) for s in phrase.stems
            )
            key = phrase.words.casefold()
            written.setdefault(key, phrase.words)
            scores[key] = scores.get(key, 0.0) + worth * (DETERMINED if phrase.determined else 1.0)
    best = max(scores, key=lambda key: (round(scores[key], 6), key), default="")
    return written.get(best, "") if scores.get(best) else ""


def phrases_near(index: EventIndex, occurrence: Occurrence) -> Iterator[Phrase]:
    """The phrases of a mention's sentence outside of figures, dates and the mention itself."""
    text = index.text(occurrence)
    words = index.sentence_tokens(occurrence)
    taken = [
        (mention.start, mention.end)
        for mention in (occurrence.mention, *index.mentions_beside(occurrence))
        if not isinstance(mention.value, Name | Utterance)
    ]
    run: list[Token] = []
    determined, last = False, -1
    for word in words:
        broken = last >= 0 and BREAKS.search(text, last, word.start) is not None
        inside = any(start <= word.start < end for start, end in taken)
        if run and (broken or inside or stops(text, word) or verb_like(text, word)):
            yield from phrase_of(text, run, determined)
            run = []
        determined = determined and not broken
        if inside or stops(text, word):
            determined = not inside and text[word.start : word.end].lower() in DETERMINERS
        elif not verb_like(text, word) or determined:
            run.append(word)
        last = word.end
    if run:
        yield from phrase_of(text, run, determined)


def stops(text: str, word: Token) -> bool:
    """Whether a word ends a phrase: a stop word, an adverb, a number."""
    plain = text[word.start : word.end].lower()
    return (
        not word.stem
        or plain in STOP_WORDS
        or plain[0].isdigit()
        or (plain.endswith("ly") and len(plain) > 4)
    )


def verb_like(text: str, word: Token) -> bool:
    """Whether a word looks like a verb or a participle."""
    return like_a_verb(text[word.start : word.end])


def like_a_verb(word: str) -> bool:
    """Whether a word looks like a verb or a participle; capitals make it a part of a name."""
    return word in VERBS or (word.islower() and len(word) > 4 and word.endswith(("ed", "ing")))


def phrase_of(text: str, run: Sequence[Token], determined: bool) -> Iterator[Phrase]:
    """The last words of a run, as they stand; nothing where the last is a verb or a participle.

    "The meeting" is a noun all the same; "a year" says how often and not what.
    """
    last = text[run[-1].start : run[-1].end]
    if (like_a_verb(last) and not (determined and last.endswith("ing"))) or last.lower() in PERIODS:
        return
    kept = run[-MOST_WORDS:]
    words = " ".join(text[kept[0].start : kept[-1].end].split())
    words = words.removesuffix("'s").removesuffix("’s")
    yield Phrase(words, tuple(word.stem for word in kept), determined)
