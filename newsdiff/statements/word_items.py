"""The words of a sentence as items to align: what counts as one word, and what as the same word.

A name, a measure ("30 km"), a figure, a day and a clock time are one item whatever their number of words, so
that "Steve Witkoff" meets "Witkoff" and "20 miles" never meets "20 km". The same goes for "did not"
("didn't") and for "cease fire" where another version writes "ceasefire".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.language.tokens import STOP_WORDS, Token, stem_of
from newsdiff.mentions.numbers.number_words import NUMBER, VAGUE_NUMBER
from newsdiff.model import ClockTime, DateRange, Mention, Name, Quantity
from newsdiff.patterns import lazy_pattern
from newsdiff.statements.sentence_texts import SentenceText

MEANING_WORDS: Final = frozenset(
    """
    no not never none nobody nothing neither nor cannot without dont doesnt didnt isnt wasnt arent werent wont
    wouldnt couldnt shouldnt hasnt havent hadnt cant
    may might can could would will should must shall likely perhaps maybe almost nearly near
    all any every each both half some several few many most much more less least enough only
    about around quite very first last early late earlier later
    before after since until ago already again soon still yet now today tomorrow yesterday
    monday tuesday wednesday thursday friday saturday sunday
    up down above below over under inside outside against
    said say saying says told tell tells saw see seen took take taken takes gave give known know wants want
    began begin became become came come went go goes going gone made make kept keep put used use got get
    one once twice
    """.split()
)
"""Stop words that change what is said: negations, what may or will be, degree, order in time, verbs. They
find no partner by themselves, but words may stand in their place ("some progress", "no progress")."""

FORMS: Final = {
    form: forms.split()[0]
    for forms in (
        "a an", "be is are was were been being", "have has had having", "do does did doing done",
        "say says said saying",
        "tell tells told", "get gets got", "give gave", "go goes going gone went", "come came",
        "become became",
        "begin began", "make made", "take takes took taken", "see saw seen", "seem seems seemed seeming",
        "keep kept", "know known", "use used", "want wants", "me my", "we us our ours",
        "they them their theirs",
        "he him his", "she her hers", "who whom whose", "it its", "this these", "that those",
    )
    for form in forms.split()
}  # fmt: skip
"""Forms of one stop word: what one outlet writes as "says" another writes as "said"."""
TITLES: Final = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "sgt": "sergeant", "col": "colonel", "capt": "captain", "dr": "doctor", "prof": "professor",
    "pres": "president", "rev": "reverend", "jr": "junior", "sr": "senior", "dept": "department",
}  # fmt: skip
"""Titles as they are shortened before names."""
SPELLINGS: Final = (
    (lazy_pattern(r"(?<=...)our(?=$|it|ful|abl|hood|ing)"), "or"),
    (lazy_pattern(r"(?<=...)is(?=e$|$|at|ing$|er$)"), "iz"),
    (lazy_pattern(r"(?<=..)yse?$"), "yz"),
    (lazy_pattern(r"(?<=[a-z][a-z])([tb])re?$"), r"\1er"),
    (lazy_pattern(r"(?<=[a-z][a-z]en)c(?=e?$)"), "s"),
    (lazy_pattern(r"(?<=..)ogu$"), "og"),
    (lazy_pattern(r"(?<=progra)mm$"), "m"),
)
"""British spellings as American ones, on stems. What comes out need not be a word: two words only must not
meet in it that are not the same."""
CONTRACTED: Final = {"can": "cant", "will": "wont", "shall": "shant"}
"""Words with "not" as one word; others only get "nt" at their end."""
PARTS_OF_DAY: Final = frozenset(
    "early earlier late later morning mornings noon midday lunchtime afternoon evening evenings night nights "
    "midnight dawn dusk overnight".split()
)
UNGROUPED: Final = frozenset({"", "ordinal", "score"})
"""Units of figures that are written as a number alone."""


class Item(NamedTuple):
    """One or more tokens that are aligned as one word. A tuple, because a comparison makes them by the ten
    thousand."""

    first: int
    """Number of its first token."""
    last: int
    """Number of the token after its last one."""
    key: str
    """The same for all words that say the same."""
    content: bool
    """Whether it may find its partner by itself; stop words only beside another pair."""
    meaning: bool
    """Whether other words can stand in its place: content, negations, degree."""
    kind: str = ""
    """What is named or measured: two items of one kind may stand in one place. Empty for plain words."""
    word: str = ""
    """The folded word by which it has a vector; empty for names, figures and stop words."""


def items_of(
    text: str, sentence: SentenceText, words: Sequence[Item], one_word: Collection[str] = ()
) -> list[Item]:
    """The items of a sentence in order, covering each token once.

    `text` is the whole text of its article, `words` are its tokens as items of their own (`single_words`);
    `one_word` holds words that another version writes as one.
    """
    groups = [*mention_groups(text, sentence), *split_words(sentence, one_word)]
    groups.sort(key=lambda item: (item.first, -item.last, item.key))
    items: list[Item] = []
    place = 0
    for group in groups:
        if group.first >= place:
            items += [*words[place : group.first], group]
            place = group.last
    return [*items, *words[place:]]


def taken_apart(
    item: Item, words: Sequence[Item], wanted: Collection[str], plain: Collection[str]
) -> list[Item]:
    """The words of an item that found no partner as a whole, where the other sentence has one of them; else
    none.

    `words` are all tokens of the sentence, `wanted` the keys of all words of the other one, `plain` of those
    that are no name or figure there. A figure only goes apart into plain words: what two sentences measure
    differently is not the same.
    """
    parts = words[item.first : item.last]
    if item.kind.startswith("="):
        apart = all(word.key in plain for word in parts if word.content)
    else:
        apart = any(word.key in wanted for word in parts if word.content)
    if not apart:
        return []
    return [word._replace(word="") for word in parts] if item.kind else list(parts)


@lru_cache(maxsize=4_096)
def single_words(folded: tuple[str, ...], tokens: tuple[Token, ...]) -> tuple[Item, ...]:
    """Each token of a sentence as an item of its own; kept, because it stands in several statements."""
    return tuple(
        [
            Item(number, number + 1, *traits(word, token.stem))
            for number, (word, token) in enumerate(zip(folded, tokens, strict=True))
        ]
    )


@lru_cache(maxsize=100_000)
def traits(word: str, stem: str) -> tuple[str, bool, bool, str, str]:
    """What is the same wherever a folded word stands: the fields of its item from `key` on."""
    content = bool(stem)
    plain = not content or stem[0].isdigit()
    return key_of(word, stem), content, content or word in MEANING_WORDS, "", "" if plain else word


def key_of(word: str, stem: str) -> str:
    """What a folded word counts as: stems in one spelling, titles in full, stop words in one form."""
    if not stem:
        return FORMS.get(word, word)
    return spelling(stem_of(TITLES[word]) if word in TITLES else stem)


@lru_cache(maxsize=100_000)
def spelling(stem: str) -> str:
    """The stem in American spelling, or what all spellings of it become."""
    if len(stem) < 5 or not stem.isalpha():
        return stem
    for pattern, replacement in SPELLINGS:
        stem = pattern.sub(replacement, stem)
    return stem


def mention_groups(text: str, sentence: SentenceText) -> Iterator[Item]:
    """The names, figures, days and times of a sentence as items."""
    for mention in sentence.mentions:
        named = key_and_kind(mention)
        if named is None:
            continue
        first, last = tokens_inside(sentence.tokens, *span_of_value(text, mention))
        if isinstance(mention.value, Quantity) and mention.value.unit in UNGROUPED:
            first, last = number_alone(text, sentence.tokens, first, last)
        elif isinstance(mention.value, DateRange):
            first, last = day_alone(sentence.folded, first, last)
        if first < last:
            key, kind = named
            yield Item(first, last, key, content=True, meaning=True, kind=kind)


def key_and_kind(mention: Mention) -> tuple[str, str] | None:
    """What the words of a mention mean, and what of; None where the words themselves say it."""
    value = mention.value
    if isinstance(value, Name):
        return f"@{value.key}", value.type
    if isinstance(value, DateRange):
        return f"day {value.first}/{value.last}", "day"
    if isinstance(value, ClockTime):
        return f"time {value.first}-{value.last} {value.zone}", "time"
    if isinstance(value, Quantity):
        figure = repr(value.figure) if value.figure is not None else f"{value.low!r}-{value.high!r}"
        return f"={figure} {value.unit}", f"={value.unit}"
    return None


def span_of_value(text: str, mention: Mention) -> tuple[int, int]:
    """Start and end of a mention without the words that hedge its figure: those are words of their own."""
    start, end = mention.start, mention.end
    if isinstance(mention.value, Quantity) and mention.value.figure is not None and mention.value.hedge:
        hedge, written = mention.value.hedge.lower(), text[start:end].lower()
        if written.startswith(hedge):
            start += len(hedge)
        elif written.endswith(hedge):
            end -= len(hedge)
    return start, end


def tokens_inside(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Numbers of the first token inside a span and of the token after its last one; a word that the span cuts
    ("Trump" of "Trump's") is inside."""
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return first, bisect_left(tokens, end, key=lambda token: token.start)


def number_alone(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The tokens of the number in the mention of a count, without what is counted; else its first token."""
    for number in range(first, last):
        start = tokens[number].start
        for pattern in (NUMBER, VAGUE_NUMBER):
            if found := pattern.match(text, start, tokens[last - 1].end):
                return tokens_inside(tokens, start, found.end())
    return first, min(first + 1, last)


def day_alone(folded: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The tokens of a day without its part ("Tuesday" of "late Tuesday night"), which the value lacks."""
    while last - first > 1 and folded[last - 1] in PARTS_OF_DAY:
        last -= 1
    while last - first > 1 and folded[first] in PARTS_OF_DAY:
        first += 1
    return first, last


def split_words(sentence: SentenceText, one_word: Collection[str]) -> Iterator[Item]:
    """Neighbouring words that count as one: "did not", and what another version writes as one word."""
    folded, tokens = sentence.folded, sentence.tokens
    for number, (left, right) in enumerate(pairwise(folded)):
        if right == "not":
            contracted = CONTRACTED.get(left, left + "nt")
            if contracted in STOP_WORDS:
                yield Item(number, number + 2, contracted, content=False, meaning=True)
        elif left + right in one_word and tokens[number].stem and tokens[number + 1].stem:
            joined = left + right
            yield Item(number, number + 2, spelling(stem_of(joined)), content=True, meaning=True, word=joined)


def words_written_as_one(sentences: Sequence[SentenceText]) -> set[str]:
    """The words of all versions, for `items_of`: "cease fire" is one word where one writes "ceasefire"."""
    return {word for sentence in sentences for word in sentence.folded if len(word) > 5}
