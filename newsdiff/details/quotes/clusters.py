"""Quotations: all outlets' versions of one utterance in one detail."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum
from typing import Final

from rapidfuzz.fuzz import partial_ratio, ratio

from newsdiff.details.candidate import DetailCandidate, ValueGroup, grouped_by_value, shared_or_only
from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence, quoted_words
from newsdiff.details.quotes.speakers import Speakers, is_described
from newsdiff.language.apart import runs_apart
from newsdiff.language.tokens import stem_of
from newsdiff.model import Relation, Utterance
from newsdiff.patterns import lazy_pattern
from newsdiff.sanitize import one_line
from newsdiff.shortened import shortened

LETTERS = lazy_pattern(r"[^\W\d_]+")
COMMON_WORD: Final = 40
"""A word that more quotations hold than this brings none of them together."""
LONG: Final = 4
"""Quotations with so many words in common are known by their words alone."""
SHORT: Final = 3
"""With so few words a quotation is a phrase ("massive damage"), known by its speaker as well."""
CONTAINED: Final = 0.6
"""The part of the shorter quotation's weight that both share when they are one utterance."""
CONTAINED_SAME_SPEAKER: Final = 0.5
"""… and where the speaker is one: at 0.4 different things that somebody said of one matter came together."""
LESS_WHERE_LINKED: Final = 0.1
"""Linked paragraphs let two translations of one utterance share so much less."""
LONGEST_LABEL: Final = 80
RARE_PHRASE: Final = 0.9
"""A phrase whose words are worth so much is known without a speaker when both say it word for word."""
JOINED: Final = 0.5
"""The part of the pairs between two clusters that are of one utterance when the clusters are."""
VERY_SAME: Final = 90
SAME_WORDS: Final = 95
"""Two wordings of which one has so many per cent of the other's letters in a row differ in length only."""
MOST_LOOKED_AT: Final = 5
"""Bound on work: of so many mentions of each wording it is looked up whether their paragraphs are linked."""
MOST_REPLACED: Final = 3
"""Words in each other's place that a reason names."""
CONFIDENCE: Final = 0.85
"""How sure it is that the versions are of one utterance. Nothing is decided by it."""


@dataclass(eq=False, slots=True)
class Wording:
    """One wording of an utterance: the same words by the same speaker in many articles are one."""

    first: Occurrence
    occurrences: list[Occurrence]
    words: tuple[str, ...]
    stems: frozenset[str]
    """Words with a meaning; all words where none has one ("yes, we can")."""
    speaker: str | None


def quote_candidates(index: EventIndex) -> list[DetailCandidate]:
    """One candidate for each utterance."""
    wordings = wordings_of(index)
    return [quote_candidate(cluster) for cluster in clusters_of(index, wordings)]


def wordings_of(index: EventIndex) -> list[Wording]:
    """Every distinct wording, in reading order."""
    found: dict[tuple[tuple[str, ...], str | None], Wording] = {}
    for occurrence in index.occurrences.get("quote", []):
        value = occurrence.mention.value
        if not isinstance(value, Utterance):
            continue
        key = (value.words, value.speaker)
        if key in found:
            found[key].occurrences.append(occurrence)
            continue
        stems = frozenset(stem for stem in map(stem_of, value.words) if stem) or frozenset(value.words)
        found[key] = Wording(occurrence, [occurrence], value.words, stems, value.speaker)
    return list(found.values())


def clusters_of(index: EventIndex, wordings: Sequence[Wording]) -> list[list[Wording]]:
    """Wordings of one utterance together, in reading order.

    The surest pairs come first, those of two outlets before those of one; two clusters join only when at
    least half of the pairs between them are of one utterance, or pieces of one that a third prints whole.
    The same must hold of their sentences alone: the phrase "so much can go wrong" glues no two of them.
    """
    rarity = rarity_of_words(wordings)
    speakers = Speakers(index)
    scores = {
        pair: score
        for pair in pairs_with_common_words(wordings)
        if (score := sameness(index, speakers, wordings[pair[0]], wordings[pair[1]], rarity)) > 0
    }
    home = [[number] for number in range(len(wordings))]
    articles = [said.first.article for said in wordings]
    for i, j in sorted(scores, key=lambda p: (articles[p[0]] == articles[p[1]], -scores[p], p)):
        mine, theirs = home[i], home[j]
        if mine is theirs:
            continue
        whole = [[one for one in side if len(wordings[one].stems) > SHORT] for side in (mine, theirs)]
        if all(
            kept_between(wordings, scores, some, others) >= JOINED for some, others in ((mine, theirs), whole)
        ):
            mine.extend(theirs)
            for number in theirs:
                home[number] = mine
    clusters = {id(members): members for members in home}
    return [[wordings[number] for number in sorted(members)] for members in clusters.values()]


def kept_between(
    wordings: Sequence[Wording],
    scores: dict[tuple[int, int], float],
    some: Sequence[int],
    others: Sequence[int],
) -> float:
    """The part of the pairs of two clusters that are of one utterance, 0 to 1; 1 where there are none."""
    members = (*some, *others)
    kept = sum(
        (min(a, b), max(a, b)) in scores or pieces_of_one(wordings, a, b, members)
        for a in some
        for b in others
    )
    return kept / (len(some) * len(others)) if some and others else 1.0


def pieces_of_one(wordings: Sequence[Wording], a: int, b: int, members: Sequence[int]) -> bool:
    """Whether a third wording prints both word for word."""
    return any(
        stands_in(wordings[a].words, wordings[one].words)
        and stands_in(wordings[b].words, wordings[one].words)
        for one in members
        if one not in (a, b)
    )


def stands_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a wording stands in another word for word, or as good as that where it has several words."""
    if len(short) > len(long):
        return False
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    return len(short) > LONG and partial_ratio(" ".join(short), " ".join(long), score_cutoff=SAME_WORDS) > 0


def rarity_of_words(wordings: Sequence[Wording]) -> dict[str, float]:
    """Stem -> what it is worth, above 0 to 1, by how few quotations of the event hold it."""
    counts = Counter(stem for said in wordings for stem in said.stems)
    most = math.log(2 + len(wordings))
    return {stem: 1 - math.log(count) / most for stem, count in counts.items()}


def pairs_with_common_words(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs that share a word few quotations hold, each once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, said in enumerate(wordings):
        for stem in said.stems:
            holders[stem].append(number)
    seen: set[tuple[int, int]] = set()
    for stem in sorted(holders):
        if len(holders[stem]) <= COMMON_WORD:
            seen.update(combinations(holders[stem], 2))
    yield from sorted(seen)


def sameness(
    index: EventIndex, speakers: Speakers, a: Wording, b: Wording, rarity: dict[str, float]
) -> float:
    """How surely two wordings are of one utterance; 0 where they are not.

    Long quotations are known by their words. Short ones ("productive") also need a speaker in common,
    or linked paragraphs where no speaker is named. Words of different speakers are one utterance only
    when they are the very same, in linked paragraphs or long: then one outlet has the speaker wrong.
    """
    common = a.stems & b.stems
    few = min((a.stems, b.stems), key=len)
    if len(common) < 2 and (len(few) > SHORT or not one_holds_other(a, b)):
        return 0.0
    weight = fsum(rarity[stem] for stem in common)  # the order of a set must not matter
    contained = weight / (fsum(rarity[stem] for stem in few) or 1.0)
    verdict = speakers.compare(a.first, a.speaker, b.first, b.speaker)
    linked = any(
        index.are_related(x, y)
        for x in a.occurrences[:MOST_LOOKED_AT]
        for y in b.occurrences[:MOST_LOOKED_AT]
    )
    if verdict == "different":
        alike = ratio(" ".join(a.words), " ".join(b.words), score_cutoff=VERY_SAME) > 0
        return contained if alike and len(common) >= (2 if linked else LONG) else 0.0
    if len(few) <= SHORT:
        one_speaker = verdict == "same" or (linked and not (a.speaker and b.speaker))
        whole = one_holds_other(a, b) or (len(few) == SHORT and few == common and one_speaker)
        titled = a.words != b.words and (is_title(a) or is_title(b))
        known = verdict == "same" or linked or (weight >= RARE_PHRASE and min(len(a.stems), len(b.stems)) > 1)
        return contained if whole and known and not titled else 0.0
    needed = CONTAINED if verdict == "unknown" else CONTAINED_SAME_SPEAKER
    needed -= LESS_WHERE_LINKED if linked else 0.0
    return contained if contained >= needed and len(common) >= 2 else 0.0


def one_holds_other(a: Wording, b: Wording) -> bool:
    """Whether the shorter wording stands in the longer one word for word."""
    return stands_in(*sorted((a.words, b.words), key=len))


def is_title(said: Wording) -> bool:
    """Whether a quotation is the title of a work ("Space Oddity"): words with a meaning in capitals."""
    words = LETTERS.findall(said.first.mention.text)
    return len(words) > 1 and all(word[0].isupper() and stem_of(word.lower()) for word in words)


def quote_candidate(cluster: Sequence[Wording]) -> DetailCandidate:
    """One utterance with all its versions: *shared* when one holds the other, else *variant*."""
    occurrences = sorted((t for said in cluster for t in said.occurrences), key=lambda t: t.order)
    groups = grouped_by_value(occurrences, quoted_words)
    relation: Relation = shared_or_only(groups)
    speaker = speaker_of(cluster)
    most_printed = max(
        groups, key=lambda group: (printed_by(group, groups), len(group.value), group.value)
    ).value
    label = f"{speaker}: {most_printed}" if speaker else most_printed
    because = "quoted by one outlet only"
    if relation == "shared":
        texts = {quoted_words(occurrence) for occurrence in occurrences}
        longest = max(texts, key=lambda words: (len(words), words))
        if all(partial_ratio(" ".join(w), " ".join(longest)) >= SAME_WORDS for w in texts):
            because = "the same words" if len(texts) == 1 else "one quotes more of the same words"
        else:
            relation, because = "variant", in_other_words([said.first.mention.text for said in cluster])
    return DetailCandidate("quote", relation, shortened(label, LONGEST_LABEL), groups, CONFIDENCE, because)


def in_other_words(versions: Sequence[str]) -> str:
    """``treated as one quotation: “deeply” for “profoundly”``, the words that another version has in place
    of those of the first; without the words where none can be named."""
    found = dict.fromkeys(
        f"“{one_line(other[low:high])}” for “{one_line(versions[0][start:end])}”"
        for other in versions[1:]
        for (start, end), (low, high) in runs_apart(versions[0], other)
        if start < end and low < high
    )
    replaced = "; ".join([*found][:MOST_REPLACED])
    return f"treated as one quotation: {replaced}" if replaced else "treated as one quotation"


def speaker_of(cluster: Sequence[Wording]) -> str:
    """Whom most versions name as speaker; a description only where none names anybody. The fullest among
    equals; empty where an article names or describes none, for it may have the words from somebody else."""
    articles = {one.article for said in cluster for one in said.occurrences}
    if articles > {one.article for said in cluster if said.speaker for one in said.occurrences}:
        return ""
    counts = Counter(said.speaker for said in cluster for _ in said.occurrences if said.speaker)
    return max(counts, key=lambda who: (not is_described(who), counts[who], len(who), who), default="")


def printed_by(group: ValueGroup, groups: Sequence[ValueGroup]) -> int:
    """How many outlets print the words of a version, alone or with more: the commonest words have most."""
    words = quoted_words(group.occurrences[0])
    return len(
        set().union(
            *(other.articles for other in groups if stands_in(words, quoted_words(other.occurrences[0])))
        )
    )
