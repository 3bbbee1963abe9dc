"""Noun phrases of a sentence, as they stand in the text.

Without a tagger: runs of words with a meaning that no stop word, mark, figure or word that looks like a verb
divides. English noun phrases end in their noun, so of a long run the last words are kept.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.language.tokens import STOP_WORDS, Token
from newsdiff.model import Mention, Name, Utterance
from newsdiff.patterns import lazy_pattern

MOST_WORDS = 4
"""Words of the longest phrase."""
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


def phrases_in(text: str, words: Sequence[Token], mentions: Sequence[Mention]) -> Counter[Phrase]:
    """The phrases of a sentence outside of its figures, dates and times, with how often each stands there.

    `words` are those of the sentence, in order, and `mentions` its mentions.
    """
    taken = deque(
        sorted((one.start, one.end) for one in mentions if not isinstance(one.value, Name | Utterance))
    )
    found = Counter[Phrase]()
    run: list[Token] = []
    determined, last, reached = False, -1, -1
    for word in words:
        while taken and taken[0][0] <= word.start:
            reached = max(reached, taken.popleft()[1])
        broken = last >= 0 and BREAKS.search(text, last, word.start) is not None
        inside = word.start < reached
        if run and (broken or inside or stops(text, word) or verb_like(text, word)):
            found.update(phrase_of(text, run, determined))
            run = []
        determined = determined and not broken
        if inside or stops(text, word):
            determined = not inside and text[word.start : word.end].lower() in DETERMINERS
        elif not verb_like(text, word) or determined:
            run.append(word)
        last = word.end
    if run:
        found.update(phrase_of(text, run, determined))
    return found


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
