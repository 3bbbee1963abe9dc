"""Passages: what a paragraph says, as terms that other outlets' wording can meet.

A name counts as its bearer ("Mr Witkoff" and "Steve Witkoff" are one term), a word as its stem and as the
concept of the thesaurus that it belongs to, a compound however it is written ("cease-fire", "ceasefire").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdiff.alignment.thesaurus import concepts
from newsdiff.language.tokens import Token, fold, stem_of, tokens
from newsdiff.model import Annotated, Block, Mention, Name, Quantity

LEAST_COMPOUND = 6
"""Letters that two words must have together to be looked for as one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph ready to be compared."""

    id: str
    article: int
    """Number of its article in the order handed over."""
    position: int
    """Number of the paragraph in its article, from 0."""
    tokens: tuple[Token, ...]
    """Its words and names that count, in order; the stem of a name is "@" and its key."""
    concepts: tuple[str, ...]
    """What it speaks of, each once, in alphabetical order (sums of rarities must not depend on chance)."""
    stems: Counter[str]
    """How often each word stem and bearer is there."""
    persons: frozenset[str]
    """Keys of the persons it names."""


def read_passages(annotated: Sequence[Annotated]) -> list[Passage]:
    """All body paragraphs of all articles as passages, in order."""
    raw = [
        (number, position, block, item, found)
        for number, item in enumerate(annotated)
        for position, (block, found) in enumerate(paragraph_tokens(item))
    ]
    vocabulary = {token.stem for *_, found in raw for token in found}
    meaning = concepts()
    result = []
    for number, position, block, item, found in raw:
        joined = tuple(token for token in join_compounds(item.article.text, found, vocabulary) if token.stem)
        stems = Counter(token.stem for token in joined)
        terms = tuple(sorted({meaning.get(stem, stem) for stem in stems}))
        persons = persons_in(item, block)
        result.append(Passage(block.id, number, position, joined, terms, stems, persons))
    return result


def distinct(passages: Sequence[Passage]) -> list[Passage]:
    """The passages without repetition: what many outlets took over word for word counts once.

    Rarity is counted over these, else a word of an agency report would be common because many print it.
    """
    return list({tuple(passage.stems): passage for passage in reversed(passages)}.values())


def paragraph_tokens(item: Annotated) -> Iterator[tuple[Block, list[Token]]]:
    """Each paragraph with its tokens: names of persons and places as their bearer, the words, the figures."""
    for block in item.article.paragraphs:
        names = [mention for mention in mentions_in(item, block) if counts_as_bearer(mention)]
        words = with_names(tokens(item.article.text, block.start, block.end), names)
        yield block, words + value_tokens(item, block)


def value_tokens(item: Annotated, block: Block) -> list[Token]:
    """A token for each figure with what it measures or counts: "$5bn" and "5 billion dollars" meet.

    They come on top of the words: that two outlets give the same figure is more telling than the digits.
    """
    found = []
    for mention in mentions_in(item, block):
        value = mention.value
        if isinstance(value, Quantity) and value.told is not None and (value.unit or value.head):
            found.append(Token(mention.start, mention.end, f"={value.told:g} {value.unit or value.head}"))
    return found


def persons_in(item: Annotated, block: Block) -> frozenset[str]:
    """Keys of the persons that a paragraph names."""
    values = [mention.value for mention in mentions_in(item, block)]
    return frozenset(value.key for value in values if isinstance(value, Name) and value.type == "person")


def mentions_in(item: Annotated, block: Block) -> Iterator[Mention]:
    """The mentions of a paragraph, in order."""
    for sentence in item.sentences_of.get(block.id, ()):
        yield from item.mentions_of[sentence.id]


def counts_as_bearer(mention: Mention) -> bool:
    """Whether a name stands for its bearer as a whole: persons, places, and anything named by one word.

    Organisations of several words keep them: "the German Foreign Ministry" also meets "the ministry".
    """
    if not isinstance(mention.value, Name):
        return False
    return mention.value.type in ("person", "place") or len(mention.text.split()) == 1


def with_names(words: Sequence[Token], names: Sequence[Mention]) -> list[Token]:
    """The words, those of a name replaced by one token for its bearer."""
    result: list[Token] = []
    waiting = list(reversed(names))
    covered = -1
    for word in words:
        while waiting and waiting[-1].start < word.end:
            name = waiting.pop()
            if name.start >= covered and isinstance(name.value, Name):
                result.append(Token(name.start, name.end, f"@{name.value.key}"))
                covered = name.end
        if word.start >= covered:
            result.append(word)
    return result


def join_compounds(text: str, words: Sequence[Token], vocabulary: set[str]) -> Iterator[Token]:
    """The tokens; two neighbours that the event also writes as one word count as that word."""
    joined = False
    for word, following in pairwise([*words, None]):
        if joined or word is None:
            joined = False
            continue
        stem = compound(text, word, following, vocabulary) if following else ""
        joined = bool(stem)
        yield Token(word.start, following.end, stem) if following and stem else word


def compound(text: str, word: Token, following: Token, vocabulary: set[str]) -> str:
    """The stem of two neighbouring words written together, empty where the event knows no such word."""
    letters = following.end - word.start - 1
    if (
        following.start - word.end != 1
        or letters < LEAST_COMPOUND
        or "@" in (word.stem[:1], following.stem[:1])
    ):
        return ""
    stem = stem_of(fold(text[word.start : word.end]) + fold(text[following.start : following.end]))
    return stem if stem in vocabulary and stem.isalpha() else ""
