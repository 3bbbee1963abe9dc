"""Links of articles in different languages, or of two in another one than English: no words are compared.

What counts is what has the same value in every language: names, figures, days, and quotations that are there
word for word. Rare ones say much, those that stand in every paragraph little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from newsdiff.alignment.reasons import LEAST_SHARED, MOST_REASONS, opening_words
from newsdiff.language.rarity import rarity
from newsdiff.model import Annotated, Block, DateRange, Link, Mention, Name, Quantity, Utterance
from newsdiff.statements.pair_features import LEAD_DECAY

LINK_THRESHOLD: Final = 0.36
"""Least probability of a link between articles in different languages."""
SAME_THRESHOLD: Final = 0.75
"""From this probability on such a link is called "same", below it "partial"."""
OVERLAP_SHORTER: Final = 2 / 3
"""Weight of the shorter paragraph in a pair's size: 1 is containment, 1/2 the cosine (0.5 to 0.8 tried)."""
WEIGHTS: Final = {"bias": -4.1, "overlap": 9.2, "margin": 3.9, "lead": 2.4}
"""Log-odds per unit of each feature. Fitted on the five events of the first gold, read as if their English
were not understood; with it half of the links are right (mean F1 0.42, precision 0.54, recall 0.36: words
would nearly double it). Shared rarity as a sum, two terms in common as a condition and nearness in relative
position were tried and did not help."""
PARTNERS: Final = 2
"""Each paragraph is linked with this many of another article at most (1: 0.29, 3 and more: 0.40)."""
SMOOTHING: Final = 5.0
"""Rarity added to the size of a pair: two short paragraphs that share a name are no match."""
LEAST_QUOTED: Final = 4
"""Words that two quotations must have in common to be one, beside `LEAST_SHARED` of the shorter one."""
LONG_WORD: Final = 4
"""Letters from which a word of a quotation is looked for in others."""
NO_FIGURES: Final = frozenset(("score", "ordinal", "second"))
"""Units whose figures are not read in other languages."""
MOST_HOLDERS: Final = 60
"""Paragraphs of one article; terms in more of them find no partners, which bounds the work."""

Term: TypeAlias = str
"""What is compared: a name's entity, a figure with its unit, a day."""


class TermSet(NamedTuple):
    """A paragraph with the terms that are the same in every language."""

    block: Block
    article: int
    position: int
    terms: Mapping[Term, Mention]
    """Each with the first mention of it."""
    quotations: tuple[Mention, ...]


def links_by_common_terms(annotated: Sequence[Annotated]) -> Iterator[Link]:
    """The links between articles of which at least one is not in English."""
    term_sets = [
        term_set for number, item in enumerate(annotated) for term_set in read_term_sets(item, number)
    ]
    weight = rarity(term_set.terms for term_set in {tuple(sorted(g.terms)): g for g in term_sets}.values())
    by_article: dict[int, list[TermSet]] = defaultdict(list)
    for term_set in term_sets:
        by_article[term_set.article].append(term_set)
    for one, other in combinations(range(len(annotated)), 2):
        if annotated[one].article.in_english and annotated[other].article.in_english:
            continue
        yield from link_two(by_article[one], by_article[other], weight)


def link_two(
    here: Sequence[TermSet], there: Sequence[TermSet], weight: Mapping[Term, float]
) -> Iterator[Link]:
    """The links between two articles: each paragraph with its best partners, where these think so too."""
    overlaps = pairs_with_overlap(here, there, weight)
    rivals = rivals_of(overlaps)
    quoted = {pair: shared_quotation(here[pair[0]], there[pair[1]]) for pair in overlaps}
    likely = {
        (one, other): max(
            SAME_THRESHOLD if quoted[one, other] else 0.0,
            probability(log_odds(here[one], there[other], overlap, rivals[one, other])),
        )
        for (one, other), overlap in overlaps.items()
    }
    for one, other in sorted(best_partners(likely)):
        a, b, score, quotation = here[one], there[other], likely[one, other], quoted[one, other]
        if score >= LINK_THRESHOLD:
            yield Link(
                a=a.block.id,
                b=b.block.id,
                kind="quote" if quotation else "same" if score >= SAME_THRESHOLD else "partial",
                score=round(score, 4),
                origin="engine",
                because=tuple(reasons(a, b, quotation, weight)),
            )


def probability(log_odds: float) -> float:
    """The logistic function, safe for any argument."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def rival(best: tuple[float, float], value: float) -> float:
    """The best overlap among the others, given the two best and one's own."""
    return best[1] if value >= best[0] else best[0]


def best_partners(likely: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """The pairs that are among the likeliest of both their paragraphs."""
    ranked: dict[tuple[str, int], list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, value in likely.items():
        ranked["here", pair[0]].append((-value, pair))
        ranked["there", pair[1]].append((-value, pair))
    kept = Counter(pair for found in ranked.values() for _, pair in sorted(found)[:PARTNERS])
    return {pair for pair, sides in kept.items() if sides == 2}


def log_odds(a: TermSet, b: TermSet, overlap: float, best_rival: float) -> float:
    """Log-odds that the two report the same, from what they have in common and whether they are leads."""
    leads = math.exp(-a.position / LEAD_DECAY) + math.exp(-b.position / LEAD_DECAY)
    return (
        WEIGHTS["bias"]
        + WEIGHTS["overlap"] * overlap
        + WEIGHTS["margin"] * (overlap - best_rival)
        + WEIGHTS["lead"] * leads
    )


def read_term_sets(item: Annotated, number: int) -> Iterator[TermSet]:
    """The paragraphs of an article."""
    for position, block in enumerate(item.article.paragraphs):
        terms: dict[Term, Mention] = {}
        quotations = []
        for sentence in item.sentences_of[block.id]:
            for mention in item.mentions_of[sentence.id]:
                if (term := term_of(mention)) is not None:
                    terms.setdefault(term, mention)
                elif isinstance(mention.value, Utterance) and mention.value.direct:
                    quotations.append(mention)
        yield TermSet(block, number, position, terms, tuple(quotations))


def term_of(mention: Mention) -> Term | None:
    """What a mention is compared by; None where languages write it differently."""
    value = mention.value
    if isinstance(value, Name):
        return f"@{value.key}"
    if isinstance(value, Quantity) and value.figure is not None and value.unit not in NO_FIGURES:
        unit = (
            value.unit if value.unit == "percent" or (value.unit.isupper() and len(value.unit) == 3) else ""
        )
        return f"={value.figure:g} {unit}"
    if isinstance(value, DateRange):
        return f"{value.first} {value.last}"
    return None


def pairs_with_overlap(
    here: Sequence[TermSet], there: Sequence[TermSet], weight: Mapping[Term, float]
) -> dict[tuple[int, int], float]:
    """Pairs that have something in common -> how much of the two that is, by rarity: 0 to 1."""
    holders: dict[Term, list[int]] = defaultdict(list)
    for number, term_set in enumerate(there):
        for term in term_set.terms:
            holders[term].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for number, term_set in enumerate(here):
        for term in sorted(term_set.terms):
            if len(holders[term]) <= MOST_HOLDERS:
                for other in holders[term]:
                    shared[number, other] += weight[term]  # type: ignore[assignment]  # Counter of floats
    for number, other in alike_quoted(here, there):
        if shared_quotation(here[number], there[other]):
            shared[number, other] += 0
    size_here, size_there = sizes(here, weight), sizes(there, weight)
    result = {}
    for (one, other), value in sorted(shared.items()):
        short, long = sorted((size_here[one], size_there[other]))
        result[one, other] = value / (
            max(short, 1e-9) ** OVERLAP_SHORTER * max(long, 1e-9) ** (1 - OVERLAP_SHORTER) + SMOOTHING
        )
    return result


def alike_quoted(here: Sequence[TermSet], there: Sequence[TermSet]) -> Iterator[tuple[int, int]]:
    """Pairs with quotations that have a long word in common, one that few paragraphs have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, term_set in enumerate(there):
        for word in long_words(term_set):
            holders[word].append(number)
    for number, term_set in enumerate(here):
        found = [
            holders[word]
            for word in sorted(long_words(term_set))
            if 0 < len(holders.get(word, ())) <= MOST_HOLDERS
        ]
        yield from ((number, other) for other in sorted({one for same in found for one in same}))


def long_words(term_set: TermSet) -> set[str]:
    """The words of a paragraph's quotations that are not words of grammar."""
    values = [one.value for one in term_set.quotations]
    words = {word for value in values if isinstance(value, Utterance) for word in value.words}
    return {word for word in words if len(word) >= LONG_WORD}


def sizes(term_sets: Sequence[TermSet], weight: Mapping[Term, float]) -> list[float]:
    """The summed rarity of each paragraph."""
    return [sum(sorted(weight[term] for term in term_set.terms)) for term_set in term_sets]


def rivals_of(overlaps: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Pair -> the best overlap that either of the two has with another paragraph."""
    best: dict[tuple[str, int], list[float]] = defaultdict(list)
    for (one, other), value in overlaps.items():
        for key in (("here", one), ("there", other)):
            best[key] = sorted([*best[key], value], reverse=True)[:2]
    return {
        (one, other): max(
            rival((first, second), value)
            for first, second in (([*best[key], 0.0])[:2] for key in (("here", one), ("there", other)))
        )
        for (one, other), value in overlaps.items()
    }


def shared_quotation(a: TermSet, b: TermSet) -> Mention | None:
    """A quotation of the one that the other has too."""
    return next((mine for mine, _ in same_quotations(a.quotations, b.quotations)), None)


def same_quotations(here: Sequence[Mention], there: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The quotations among the mentions of one paragraph that another has too, each with those of the other.

    What more than MOST_HOLDERS of the other have in common finds no partners, which bounds the work.
    """
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(there):
        for word in words_quoted(mention):
            by_word[word].append(number)
    for mine in here if by_word else ():
        few = [by_word[word] for word in words_quoted(mine) if 0 < len(by_word.get(word, ())) <= MOST_HOLDERS]
        numbers = {number for numbers in few for number in numbers}
        yield from ((mine, there[one]) for one in sorted(numbers) if same_quotation(mine, there[one]))


def words_quoted(mention: Mention) -> frozenset[str]:
    """The words of a quotation; none of another mention."""
    return frozenset(mention.value.words) if isinstance(mention.value, Utterance) else frozenset()


def same_quotation(one: Mention, other: Mention) -> bool:
    """Whether two quotations are word for word the same, but for little."""
    words, others = words_quoted(one), words_quoted(other)
    common = len(words & others)
    return common >= LEAST_QUOTED and common >= LEAST_SHARED * min(len(words), len(others))


def reasons(a: TermSet, b: TermSet, quotation: Mention | None, weight: Mapping[Term, float]) -> Iterator[str]:
    """What both have, the rarest first, as the texts have it."""
    if quotation is not None:
        yield opening_words(quotation.text)
    common = sorted(a.terms.keys() & b.terms.keys(), key=lambda term: (-weight[term], term))
    for term in common[: MOST_REASONS - (quotation is not None)]:
        left, right = (" ".join(term_set.terms[term].text.split()) for term_set in (a, b))
        yield left if left.casefold() == right.casefold() else f"{left} ~ {right}"
