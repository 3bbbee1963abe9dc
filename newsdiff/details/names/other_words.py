"""One name printed with another word: "Heavenly Palace" here and "Heavenly Place" there.

Spellings of one word ("Sissi", "Sisi"; "Center", "Centre"), short forms and the names of two persons are not
meant. A name whose words differ in meaning is either a mistake of one outlet or another thing: both are worth
a look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, TypeAlias

from newsdiff.details.candidate import DetailCandidate, grouped_by_value
from newsdiff.details.event_index import EventIndex
from newsdiff.details.names.spellings import PEOPLES, spelling
from newsdiff.details.occurrence import Occurrence, in_reading_order, name_of
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.language.word_vectors import word_vectors
from newsdiff.model import Name

Form: TypeAlias = tuple[str, ...]
"""The words of a name as they are compared."""

OTHER_WORD: Final = 0.6
"""Set by hand: probability that such names differ. Marked ones are too few to fit weights on."""
NEAR_IN_MEANING: Final = 0.5
"""Cosine from which two words are spellings or forms of one, or mostly say the same."""
LEAST_SAME: Final = 0.1
"""Probability that two sentences report the same from which two forms of one name are compared."""
LEAST_SAME_OF_TWO: Final = 0.5
"""The same for what the names alone do not show to be one: three words and more, in neither article both."""
LEAST_WORDS: Final = 3
"""Words of such a name: "New York" and "New Jersey" have one in common."""


def names_with_another_word(index: EventIndex, sentences: SentencePairs) -> list[list[Occurrence]]:
    """The names that outlets print with different words, each with every mention of either form."""
    printed: dict[Form, list[Occurrence]] = defaultdict(list)
    for kind in ("name", "place"):
        for one in index.occurrences.get(kind, ()):
            form = spelling(one.mention.text)
            if isinstance(one.mention.value, Name) and name_of(one).type != "person" and len(form) > 1:
                printed[form].append(one)
    pairs = [pair for pair in apart_in_a_word(printed) if are_of_one_thing(sentences, printed, *pair)]
    taken: set[Form] = set()
    found = []
    for a, b in pairs:
        if a not in taken and b not in taken:
            taken |= {a, b}
            found.append(sorted(printed[a] + printed[b], key=in_reading_order))
    return found


def apart_in_a_word(printed: dict[Form, list[Occurrence]]) -> Iterator[tuple[Form, Form]]:
    """Pairs of forms that are the same but for one word, whose words differ in meaning."""
    alike: dict[tuple[int, Form], list[Form]] = defaultdict(list)
    for form in printed:
        for place in range(len(form)):
            alike[place, (*form[:place], "", *form[place + 1 :])].append(form)
    for (place, _), forms in alike.items():
        for a, b in combinations(sorted(forms), 2):
            if are_other_words(a[place], b[place]):
                yield a, b


def are_other_words(a: str, b: str) -> bool:
    """Whether two words are known and differ in meaning; no figures."""
    table = word_vectors()
    rows = [table.row(a), table.row(b)]
    if min(rows) < 0 or not (a.isalpha() and b.isalpha()) or is_adjective_of_place(a, b):
        return False
    one, other = table.unit_vectors(rows)
    return round(float(one @ other), 6) < NEAR_IN_MEANING


def is_adjective_of_place(a: str, b: str) -> bool:
    """Whether one word is the place and the other its people or adjective: "Rica", "Rican"."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short[:-1]) and long.endswith(PEOPLES)


def are_of_one_thing(
    sentences: SentencePairs, printed: dict[Form, list[Occurrence]], a: Form, b: Form
) -> bool:
    """Whether two forms stand for one thing in sentences that report the same.

    They do where newsdiff takes them for one name. Other names need more words, another word than the first
    (it says whose council or committee is meant), and two articles of which neither prints the other's form.
    """
    one_name = {name_of(one).key for one in printed[a]} & {name_of(one).key for one in printed[b]}
    if not one_name and (len(a) < LEAST_WORDS or a[0] != b[0]):
        return False
    least = LEAST_SAME if one_name else LEAST_SAME_OF_TWO
    articles = [{one.article for one in printed[form]} for form in (a, b)]
    types = [{name_of(one).type for one in printed[form]} for form in (a, b)]
    if not one_name and types[0].isdisjoint(types[1]) and "other" not in types[0] | types[1]:
        return False  # a place and an organisation: "New York City", "New York Times"
    return any(
        sentences.probability(x.sentence.id, y.sentence.id) >= least
        and (one_name or (x.article not in articles[1] and y.article not in articles[0]))
        for x in printed[a]
        for y in printed[b]
        if x.article != y.article
    )


def candidate_of_another_word(index: EventIndex, occurrences: Sequence[Occurrence]) -> DetailCandidate:
    """A name with another word as a detail: each outlet under the form that it prints.

    Of the others it is not said that they lack it: they may print a shorter form.
    """
    groups = grouped_by_value(occurrences, lambda one: spelling(one.mention.text))
    return DetailCandidate(
        kind=groups[0].occurrences[0].mention.kind,
        relation="differs",
        label=groups[0].value,
        groups=groups,
        confidence=OTHER_WORD,
        near={item.article.id for item in index.annotated},
        because="a name with another word: " + " / ".join(f"“{group.value}”" for group in groups),
    )
