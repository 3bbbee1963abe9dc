"""People, places and organisations: one detail per name, and how its spellings relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from newsdiff.details.candidate import DetailCandidate, ValueGroup, most_reported_first, shared_or_only
from newsdiff.details.event_index import EventIndex
from newsdiff.details.names.one_person import persons_joined
from newsdiff.details.names.other_words import candidate_of_another_word, names_with_another_word
from newsdiff.details.names.spellings import TITLES, spelled_apart, spelling, writing
from newsdiff.details.occurrence import Occurrence, in_reading_order, name_of
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.model import Kind, Name
from newsdiff.patterns import lazy_pattern

SURE: Final = 0.9
ALMOST_SURE: Final = 0.85
"""How sure it is that one name is meant: of one spelling, of several. Nothing is decided by them."""
TICKER = lazy_pattern(r"[(:]\s?$")
"""What stands before the sign of a share in capitals: "Tesla (NASDAQ:TSLA)"."""


def name_candidates(index: EventIndex, sentences: SentencePairs) -> list[DetailCandidate]:
    """One candidate for each person, place and organisation that is named.

    Mentions of a name that outlets print with different words are a candidate of their own, *differs*.
    """
    other_words = names_with_another_word(index, sentences)
    differing = {one.order for occurrences in other_words for one in occurrences}
    person_of = persons_joined(index)
    by_key: dict[str, list[Occurrence]] = {}
    kinds: tuple[Kind, Kind] = ("name", "place")
    for kind in kinds:
        for occurrence in index.occurrences.get(kind, []):
            if isinstance(occurrence.mention.value, Name) and occurrence.order not in differing:
                key = occurrence.mention.value.key
                by_key.setdefault(person_of.get(key, key), []).append(occurrence)
    return [
        *(candidate_of_another_word(index, occurrences) for occurrences in other_words),
        *(name_candidate(index, sorted(same, key=in_reading_order)) for same in by_key.values()),
    ]


def name_candidate(index: EventIndex, occurrences: Sequence[Occurrence]) -> DetailCandidate:
    """The mentions of one name: *variant* where outlets spell it differently, not merely shorter."""
    fullest_name = max(
        (name_of(one) for one in occurrences), key=lambda name: (len(spelling(name.full)), name.full)
    )
    spelled = [occurrence for occurrence in occurrences if not is_ticker(index, occurrence)]
    articles = {occurrence.article for occurrence in spelled}
    spelled += [occurrence for occurrence in occurrences if occurrence.article not in articles]
    groups = displayed_names(occurrences, spelled)
    relation = shared_or_only(groups)
    because = "named by one outlet only: " + groups[0].value
    confidence = SURE
    if relation == "shared":
        apart = spelled_otherwise(groups)
        if not apart and (letters := written_otherwise(spelled)):
            groups = displayed_names(occurrences, spelled, frozenset([letters]))
            apart = [group for group in groups if "".join(spelling(group.value)) == letters]
        if len({frozenset(group.articles) for group in apart}) > 1:
            relation = "variant"
            because = "one name, spelled " + " / ".join(f"“{value}”" for value in fullest(apart))
            confidence = ALMOST_SURE
        elif len(groups) > 1:
            because = "one name, in several forms: " + " / ".join(f"“{group.value}”" for group in groups)
        else:
            because = f"all name {groups[0].value}"
    kind = occurrences[0].mention.kind
    return DetailCandidate(kind, relation, fullest_name.full, groups, confidence, because)


def is_ticker(index: EventIndex, occurrence: Occurrence) -> bool:
    """Whether a name is the sign of a share, or the short form in brackets behind a full name."""
    text, mention = index.text(occurrence), occurrence.mention
    before = text[max(0, mention.start - 2) : mention.start]
    return (
        mention.text.isupper() and bool(TICKER.search(before)) and text[mention.end : mention.end + 1] == ")"
    )


def spelled_otherwise(groups: Sequence[ValueGroup]) -> list[ValueGroup]:
    """The values that spell some word of the name as another value does not; none that is merely shorter."""
    forms = [spelling(group.value) for group in groups]
    return [
        group
        for group, form in zip(groups, forms, strict=True)
        if any(spelled_apart(form, other) for other in forms)
    ]


def fullest(groups: Sequence[ValueGroup]) -> list[str]:
    """The values of which no other has all the words and more."""
    words = [set(spelling(group.value)) for group in groups]
    return [
        group.value for group, mine in zip(groups, words, strict=True) if not any(mine < one for one in words)
    ]


def written_otherwise(occurrences: Sequence[Occurrence]) -> str:
    """The letters of a name that outlets write in several ways: "NATO", "Nato"; with a hyphen, without.

    Only the spelling that most outlets use counts; the capitals of a dateline do not. Empty where it is
    written in one way.
    """
    by_letters: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        if not opens_in_capitals(occurrence):
            by_letters.setdefault("".join(spelling(occurrence.mention.text)), []).append(occurrence)
    if not by_letters:
        return ""
    letters = max(by_letters, key=lambda one: len({occurrence.article for occurrence in by_letters[one]}))
    return (
        letters if len({writing(occurrence.mention.text) for occurrence in by_letters[letters]}) > 1 else ""
    )


POSSESSIVE = lazy_pattern(r"['’]s$|(?<=s)['’]$")
LONGEST_ACRONYM = 3


def displayed_names(
    occurrences: Iterable[Occurrence], known: Sequence[Occurrence], apart: frozenset[str] = frozenset()
) -> list[ValueGroup]:
    """The mentions under the spellings that their own articles print, the most reported first.

    `known` are all mentions of the name, those among `occurrences` included: what else an article calls it.
    Writings with the letters `apart` are values of their own, though their article prints a longer form.
    """
    by_article: dict[int, list[Occurrence]] = defaultdict(list)
    for occurrence in known:
        by_article[occurrence.article].append(occurrence)
    shouted = {printed(t).casefold(): printed(t) for t in reversed(known) if not opens_in_capitals(t)}
    heads = {article: heads_of(own, apart) for article, own in by_article.items()}
    found: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        head = head_of(occurrence, heads[occurrence.article], apart)
        value = printed(head)
        if opens_in_capitals(head):
            value = shouted.get(value.casefold(), value)
        found.setdefault(value, []).append(occurrence)
    return most_reported_first(ValueGroup(value, same) for value, same in found.items())


def heads_of(own: Sequence[Occurrence], apart: frozenset[str]) -> list[Occurrence]:
    """Of one article's mentions of a name the first of each spelling that is no other's short form."""
    heads: list[Occurrence] = []
    for occurrence in sorted(own, key=fullness):
        if not any(stands_under(occurrence, head, apart) for head in heads):
            heads.append(occurrence)
    return heads


def fullness(occurrence: Occurrence) -> tuple[int, bool, bool, int]:
    """The longest forms of a name first; of "Russian" and "Russia" the name itself."""
    value = occurrence.mention.value
    called = isinstance(value, Name) and spelling(value.full) == spelling(occurrence.mention.text)
    return (
        -len(spelling(occurrence.mention.text)),
        not called,
        opens_in_capitals(occurrence),
        occurrence.order,
    )


def head_of(occurrence: Occurrence, heads: Sequence[Occurrence], apart: frozenset[str]) -> Occurrence:
    """The spelling of its article under which a mention stands."""
    exact = [head for head in heads if printed(head) == printed(occurrence)]
    return next(iter(exact or [head for head in heads if stands_under(occurrence, head, apart)] or heads))


def stands_under(occurrence: Occurrence, head: Occurrence, apart: frozenset[str]) -> bool:
    """Whether a mention is a form of a spelling that its article prints, and no spelling of its own."""
    mine, theirs = spelling(occurrence.mention.text), spelling(head.mention.text)
    if "".join(mine) not in apart:
        return not spelled_apart(mine, theirs)
    alike = printed(occurrence) == printed(head) or opens_in_capitals(occurrence) or opens_in_capitals(head)
    return alike and "".join(mine) == "".join(theirs)


def printed(occurrence: Occurrence) -> str:
    """The words of a name as they stand, without courtesy title and possessive; line breaks become blanks."""
    return printed_words(occurrence.mention.text)


@lru_cache(maxsize=20_000)
def printed_words(text: str) -> str:
    """The same for the verbatim words of a name."""
    words = POSSESSIVE.sub("", " ".join(text.split())).split(" ")
    while len(words) > 1 and words[0].casefold().strip(".") in TITLES:
        del words[0]
    return " ".join(words)


def opens_in_capitals(occurrence: Occurrence) -> bool:
    """Whether a name opens its sentence in capitals: a dateline ("ERIE, Pa. —"), a lead ("MICHAEL Sheen")."""
    text = occurrence.mention.text
    shouted = text if text.isupper() else text.split()[0]
    opens = occurrence.mention.start == occurrence.sentence.start
    return opens and shouted.isupper() and len(shouted) > LONGEST_ACRONYM
