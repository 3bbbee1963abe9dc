"""Articles worth comparing with a new one: those that have its rarest words, by the full-text index.

The cost is bounded whatever the library holds: so many words, so many articles for each, so many looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store

ASKED_TERMS = 16
"""Terms of an article that candidates are looked for with (12 to 20 found as much as more did)."""
MOST_CANDIDATES = 16
"""Articles that an article is compared with, however large the library is."""
WINDOW_DAYS = 45
"""Days to each side: further apart, the days alone speak against one event more than most evidence for it."""
TOO_COMMON = 400
"""Articles that have a term, from which it is not asked for: it says little and costs much. Of a word, the
newest so many articles are looked at."""
LOOKED_AT = 64
"""Articles whose day and event are looked up: some are of another time, or in an event that is closed."""
ONE_WORD = 0.08
SEVERAL_WORDS = 0.02
"""Squared weights of the words in common, summed, from which an article is worth a look: two that have only
one rare word in common are alike only if it says much. Of 5,700 pairs of real articles and 9,100 look-alikes
none below was alike enough to be joined; of a large library's chance hits nine in ten are below."""

_OPEN = """SELECT articles.number, articles.event FROM articles
    JOIN events ON events.id = articles.event JOIN portraits ON portraits.number = articles.number
    WHERE articles.number {}
    AND (portraits.day IS NULL OR portraits.day BETWEEN ? AND ?)
    AND articles.removed IS NULL AND events.deleted IS NULL AND events.pinned = 0"""


def candidates(store: Store, words: Mapping[str, float], day: date | None) -> list[tuple[int, str]]:
    """Number and event of the articles that have most of some words, by what each word weighs in the
    article that asks (its day is `day`); the most promising first."""
    promise: dict[int, float] = defaultdict(float)
    matched: dict[int, int] = defaultdict(int)
    weight_of = {store.phrase(word): weight for word, weight in words.items()}
    for phrase, number in store.holding(list(weight_of), TOO_COMMON):
        promise[number] += weight_of[phrase] ** 2
        matched[number] += 1
    promising = [
        number
        for number, sure in promise.items()
        if sure >= (SEVERAL_WORDS if matched[number] > 1 else ONE_WORD)
    ]
    best = sorted(promising, key=lambda number: (-promise[number], number))[:LOOKED_AT]
    middle = day.toordinal() if day else None
    first, last = (middle - WINDOW_DAYS, middle + WINDOW_DAYS) if middle else (0, date.max.toordinal())
    wanted = _OPEN.format(store.dialect.numbers)
    event_of: dict[int, str] = dict(store.rows(wanted, (codec.to_json(best), first, last)))
    return [(number, event_of[number]) for number in best if number in event_of][:MOST_CANDIDATES]
