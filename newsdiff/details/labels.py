"""What a detail asks, in words of the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.bearers import is_age
from newsdiff.details.kinds_of_things import counts_anybody, head_group, head_stem
from newsdiff.details.noun_phrases import (
    BREAKS,
    MOST_WORDS,
    PERIODS,
    VERBS,
    like_a_verb,
)
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.language.tokens import STOP_WORDS, fold
from newsdiff.model import Name, Quantity
from newsdiff.patterns import lazy_pattern

MOST_ASKED = 40
"""Bound on work: mentions of one thing that are looked at for its label."""
MOST_ARTICLES = 8
"""Articles whose first mention is looked at for the phrase; more add nothing."""
DETERMINED = 2.5
"""How much more a phrase behind "the", "a", "of" … counts: it is surely one."""
SHARED = 1.0
"""What every other outlet adds in which a word stands near the figure, too."""
DIMENSIONS = {
    "tall": "height", "high": "height", "wide": "width", "abreast": "width", "long": "length",
    "deep": "depth", "thick": "thickness", "away": "distance", "behind": "distance", "west": "distance",
    "east": "distance", "north": "distance", "south": "distance", "northwest": "distance",
    "northeast": "distance", "southwest": "distance", "southeast": "distance",
}  # fmt: skip
"""What stands behind a measure -> what is measured."""
MEASURED = {
    "percent": "share", "percentage point": "percentage points", "second": "how long", "metre": "distance",
    "kilogram": "weight", "metre per second": "speed", "square metre": "area", "litre": "volume",
    "degree Celsius": "temperature",
}  # fmt: skip
"""Unit -> what is measured in it, where the text has no word of its own for it."""
SAYS_LITTLE = frozenset(
    "times others other things sides ways more record time people years months days hours minutes".split()
)
"""Words that alone do not say what is counted."""
SPEED = lazy_pattern(r"\bper (?:hour|second)|\b(?:mph|kph|km/h|m/s|knots?)\b|\d(?:mph|kph|km/h)", re.I)
HYPHEN = lazy_pattern("[-‐‑]")
SHORTEST_PAST = 4
LETTERS = lazy_pattern(r"[^\W\d_]+")
LINKERS = frozenset("of in for the a an".split())
"""Words that a noun phrase goes on with."""
SHARE_LINKERS = frozenset(["of", "the", "a", "an"])
"""Those behind a share: "by 89 percent in response to" does not say what was cut."""
SCALES = frozenset(
    """hundred thousand million billion trillion percent per cent dollars pounds euros about around nearly
    almost roughly more than over up to at least most some both several few many or so such as a an the and
    half of""".split()
)
"""Words of a figure that say how much and not of what."""
_JOINED = lazy_pattern(r"[\w.,]+[-‐‑–](?P<noun>[A-Za-z]+)$")
"""A figure joined to what it counts: "28-point", "five-hour"."""
_CONVERSION = lazy_pattern(r"\s*[(\[][^()\[\]\n]{1,40}[)\]]|[)\]]")
"""What a bracket adds to a figure, or the end of the bracket that the figure itself stands in."""


def figure_label(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """What is counted or measured: "people killed", "points in the peace plan", "age: driver"."""
    index, quantity = context.index, quantity_of(occurrences[0])
    if role := next((quantity_of(one).role for one in occurrences if quantity_of(one).role), ""):
        return f"{who_is_counted(context, occurrences)} {role}"
    if is_age(quantity):
        bearer = bearer_label(context, occurrences) or described_bearer(context, occurrences)
        return headed("age", [bearer or best_phrase(context, occurrences)])
    first_mentions = first_in_each_article(occurrences)
    joined = [joined_label(index, one) for one in occurrences[:MOST_ASKED]]
    if label := commonest([one for one in joined if " " in one]) or commonest(joined):
        return label
    counted = commonest([readable(one, phrase(index, one)) for one in first_mentions])
    first, _, rest = counted.partition(" ")
    if quantity.unit and first in DIMENSIONS:
        return headed(DIMENSIONS[first], [counted if rest else best_phrase(context, occurrences)])
    if counted and not (quantity.unit == "second" and not rest) and counted.lower() not in SAYS_LITTLE:
        return counted
    asked_for = measured_in(quantity, occurrences) if quantity.unit or not counted else counted
    return headed(asked_for, [best_phrase(context, occurrences)])


def who_is_counted(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """The noun for those counted where every mention counts the same, as "children"; else people."""
    heads = {head_group(quantity_of(one).head) for one in occurrences}
    if len(heads) != 1 or counts_anybody(quantity_of(occurrences[0])):
        return "people"
    return context.verbatim(occurrences[0], head_stem(quantity_of(occurrences[0]).head))


def readable(occurrence: Occurrence, words: str) -> str:
    """The phrase behind a figure where it names something: neither "romped past …" nor "a year"."""
    first = words.split(" ")[0]
    counted = first in occurrence.mention.text or quantity_of(occurrence).unit == "ordinal"
    if not LETTERS.search(words) or (not counted and first not in DIMENSIONS and like_a_verb(first)):
        return ""
    return "" if words.lower() in PERIODS and first not in occurrence.mention.text else words


def measured_in(quantity: Quantity, occurrences: Sequence[Occurrence]) -> str:
    """What kind of figure it is, where the text does not go on to say what of: a sum, a share, a weight."""
    if quantity.unit in MEASURED:
        return MEASURED[quantity.unit]
    if quantity.unit.isupper():
        return "sum"
    words = [LETTERS.findall(occurrence.mention.text) for occurrence in occurrences]
    if any(SPEED.search(occurrence.mention.text) for occurrence in occurrences):
        return "speed"
    units = commonest([found[-1] for found in words if found]) if quantity.unit else ""
    return "number" if units in ("", *SCALES) else units.lower()


def commonest(wordings: Sequence[str]) -> str:
    """The wording that most mentions have, then the fullest; empty ones do not count."""
    counts: dict[str, int] = {}
    for wording in wordings:
        if wording:
            counts[wording] = counts.get(wording, 0) + 1
    return max(counts, key=lambda one: (counts[one], len(one.split()), one), default="")


def bearer_label(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """Whose age it is: the person named right beside most mentions; empty where none is, for in "her father
    Bassem said her 15-year-old cousin was shot" the name in the sentence is somebody else's."""
    return commonest([person_beside(context, occurrence) for occurrence in occurrences])


def person_beside(context: Context, occurrence: Occurrence) -> str:
    """The full name of the person named right before or behind an age, with nothing but a comma or a bracket
    between; empty where none is."""
    text, age = context.index.text(occurrence), occurrence.mention
    for mention in context.index.mentions_in(occurrence):
        if isinstance(mention.value, Name) and mention.value.type == "person":
            between = text[mention.end : age.start] or text[age.end : mention.start]
            if between and not between.strip(" ,(\u00a0"):
                return mention.value.full
    return ""


def described_bearer(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """Whose age it is by the word right behind most mentions: "cousin" of "her 15-year-old cousin"."""
    behind = [(one, context.after(one)) for one in occurrences if one.mention.text.endswith("old")]
    return commonest([context.verbatim(one, stem) for one, stem in behind if stem and stem[0] != "@"])


def joined_label(index: EventIndex, occurrence: Occurrence) -> str:
    """The label of a figure joined to its noun: "points in the peace plan" for "28-point peace plan"."""
    joined = _JOINED.search(occurrence.mention.text)
    if joined is None:
        return ""
    noun, more, unit = joined["noun"].lower(), phrase(index, occurrence), quantity_of(occurrence).unit
    if unit:
        return headed(MEASURED.get(unit, noun), [more])
    nouns = noun if noun.endswith("s") else f"{noun}s"
    return f"{nouns} in the {more}" if more else nouns


def headed(head: str, choices: Iterable[str]) -> str:
    """The head with the first of the choices that says more than it: "how long: meeting"."""
    more = next((choice for choice in choices if choice and choice != head), "")
    return ": ".join(part for part in (head, more) if part)


def phrase(index: EventIndex, occurrence: Occurrence) -> str:
    """The noun phrase that a figure begins, without the figure itself and a conversion behind it.

    Where the mention holds its noun ("five hours"), only a linking word carries the phrase on ("of talks").
    """
    text, mention = index.text(occurrence), occurrence.mention
    conversion = _CONVERSION.match(text, mention.end)
    skipped = conversion.end() if conversion else mention.end
    unit = quantity_of(occurrence).unit
    counted = unit in ("", "second") and not _JOINED.search(mention.text)
    stop = min(
        (one.start for one in index.mentions_beside(occurrence)
         if one.start >= skipped and one.kind not in ("name", "place", "quote")),
        default=occurrence.sentence.end,
    )  # fmt: skip
    words: list[str] = []
    position = 0
    for token in index.sentence_tokens(occurrence):
        if token.start < mention.start or mention.end <= token.start < skipped:
            continue
        if token.start >= stop:
            break
        word = text[token.start : token.end]
        if token.end <= mention.end:
            names = not (word[:1].isdigit() or token.stem[:1].isdigit()) and fold(word) not in SCALES
            if counted and (names or (words and word == "of")):
                words.append(word)
            continue
        linked = word.lower() in (SHARE_LINKERS if unit == "percent" and not words else LINKERS)
        if not position and words and not linked:
            break
        if BREAKS.search(text, max(position, skipped), token.start):
            break
        hyphen = HYPHEN.fullmatch(text, position, token.start) if position and words else None
        position = token.end
        if not linked and (not token.stem or word.lower() in STOP_WORDS):
            break
        if hyphen:
            words[-1] += hyphen.group() + word
            continue
        words.append(word)
        if sum(1 for one in words if one.lower() not in LINKERS) == MOST_WORDS:
            break
    return trimmed(words)


def trimmed(words: list[str]) -> str:
    """The words without linking words at either end, and without the verb behind them ("panel met")."""
    while words and (words[-1].lower() in LINKERS or (len(words) > 1 and is_past(words[-1]))):
        words.pop()
    while words and words[0].lower() in LINKERS:
        words.pop(0)
    return " ".join(words)


def is_past(word: str) -> bool:
    """Whether a word looks like a past tense, as one stands behind a noun that it says something of."""
    return word in VERBS or (word.islower() and len(word) > SHORTEST_PAST and word.endswith("ed"))


def happening_label(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """What a date is of, in the words that stand near it in the outlets: "when: No. 1 pick"."""
    return headed("when", [best_phrase(context, occurrences)])


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
        for phrase, times in context.phrases(occurrence).items():
            key = phrase.words.casefold()
            written.setdefault(key, phrase.words)
            if weights.keys().isdisjoint(phrase.stems):
                continue
            worth = times * sum(
                weights.get(s, 0.0) * (1 + SHARED * (len(outlets.get(s, ())) - 1)) for s in phrase.stems
            )
            scores[key] = scores.get(key, 0.0) + worth * (DETERMINED if phrase.determined else 1.0)
    best = max(scores, key=lambda key: (round(scores[key], 6), key), default="")
    return written.get(best, "") if scores.get(best) else ""
