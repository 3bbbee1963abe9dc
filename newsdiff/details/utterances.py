"""Quotations: all outlets' versions of one utterance in one detail."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from rapidfuzz.fuzz import partial_ratio, ratio

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group, by_value, plain_relation
from newsdiff.details.scene import Scene
from newsdiff.details.speakers import Speakers, is_described
from newsdiff.details.telling import Telling
from newsdiff.language.tokens import stem_of
from newsdiff.model import Relation, Utterance

LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(eq=False, slots=True)
class Said:
    """One wording of an utterance: the same words by the same speaker in many articles are one."""

    first: Telling
    tellings: list[Telling]
    words: tuple[str, ...]
    stems: frozenset[str]
    """Words that tell something; all words where none does ("yes, we can")."""
    speaker: str | None


def utterance_details(scene: Scene) -> list[Draft]:
    """One draft per utterance."""
    wordings = wordings_of(scene)
    return [utterance_draft(scene, cluster) for cluster in clusters_of(scene, wordings)]


def wordings_of(scene: Scene) -> list[Said]:
    """Every distinct wording, in reading order."""
    found: dict[tuple[tuple[str, ...], str | None], Said] = {}
    for telling in scene.tellings.get("quote", []):
        value = telling.mention.value
        if not isinstance(value, Utterance):
            continue
        key = (value.words, value.speaker)
        if key in found:
            found[key].tellings.append(telling)
            continue
        stems = frozenset(stem for stem in map(stem_of, value.words) if stem) or frozenset(value.words)
        found[key] = Said(telling, [telling], value.words, stems, value.speaker)
    return list(found.values())


def clusters_of(scene: Scene, wordings: Sequence[Said]) -> list[list[Said]]:
    """Wordings of one utterance together, in reading order.

    The surest pairs come first, those of two outlets before those of one; two clusters join only when at
    least half of the pairs between them are of one utterance, or pieces of one that a third prints whole.
    The same must hold of their sentences alone: the phrase "so much can go wrong" glues no two of them.
    """
    rarity = rarity_of_words(wordings)
    speakers = Speakers(scene)
    scores = {
        pair: score
        for pair in pairs_with_common_words(wordings, rarity)
        if (score := sameness(scene, speakers, wordings[pair[0]], wordings[pair[1]], rarity)) > 0
    }
    home = [[index] for index in range(len(wordings))]
    articles = [said.first.article for said in wordings]
    for i, j in sorted(scores, key=lambda p: (articles[p[0]] == articles[p[1]], -scores[p], p)):
        mine, theirs = home[i], home[j]
        if mine is theirs:
            continue
        whole = [[one for one in side if len(wordings[one].stems) > c.QUOTE_SHORT] for side in (mine, theirs)]
        if all(
            kept_between(wordings, scores, some, others) >= c.QUOTE_JOINED
            for some, others in ((mine, theirs), whole)
        ):
            mine.extend(theirs)
            for index in theirs:
                home[index] = mine
    clusters = {id(members): members for members in home}
    return [[wordings[index] for index in sorted(members)] for members in clusters.values()]


def kept_between(
    wordings: Sequence[Said],
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


def pieces_of_one(wordings: Sequence[Said], a: int, b: int, members: Sequence[int]) -> bool:
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
    return len(short) > c.QUOTE_LONG and partial_ratio(" ".join(short), " ".join(long)) >= c.QUOTE_SAME_WORDS


def rarity_of_words(wordings: Sequence[Said]) -> dict[str, float]:
    """Stem -> what it is worth, above 0 to 1, by how few quotations of the event hold it."""
    counts = Counter(stem for said in wordings for stem in said.stems)
    most = math.log(2 + len(wordings))
    return {stem: 1 - math.log(count) / most for stem, count in counts.items()}


def pairs_with_common_words(wordings: Sequence[Said], rarity: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs that share a word few quotations hold, each once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, said in enumerate(wordings):
        for stem in said.stems:
            holders[stem].append(index)
    seen: set[tuple[int, int]] = set()
    for stem in sorted(holders):
        if len(holders[stem]) <= c.QUOTE_WORD_HOLDERS:
            seen.update(combinations(holders[stem], 2))
    yield from sorted(seen)


def sameness(scene: Scene, speakers: Speakers, a: Said, b: Said, rarity: dict[str, float]) -> float:
    """How surely two wordings are of one utterance; 0 where they are not.

    Long quotations are known by their words. Short ones ("productive") also need a speaker in common,
    or linked paragraphs where a speaker is untold. Words of different speakers are one utterance only
    when they are the very same, in linked paragraphs or long: then one outlet has the speaker wrong.
    """
    common = a.stems & b.stems
    few = min((a.stems, b.stems), key=len)
    weight = fsum(rarity[stem] for stem in common)  # the order of a set must not matter
    contained = weight / (fsum(rarity[stem] for stem in few) or 1.0)
    verdict = speakers.compare(a.first, a.speaker, b.first, b.speaker)
    linked = any(scene.link(x, y) for x in a.tellings[: c.QUOTE_LOOKS] for y in b.tellings[: c.QUOTE_LOOKS])
    if verdict == "different":
        alike = ratio(" ".join(a.words), " ".join(b.words)) >= c.QUOTE_VERY_SAME
        return contained if alike and len(common) >= (2 if linked else c.QUOTE_LONG) else 0.0
    if len(few) <= c.QUOTE_SHORT:
        whole = one_holds_other(a, b) or (len(few) > 1 and few == common and (verdict == "same" or linked))
        titled = a.words != b.words and (is_title(a) or is_title(b))
        known = (
            verdict == "same" or linked or (weight >= c.QUOTE_PHRASE and min(len(a.stems), len(b.stems)) > 1)
        )
        return contained if whole and known and not titled else 0.0
    needed = c.QUOTE_CONTAINED if verdict == "unknown" else c.QUOTE_SAME_SPEAKER
    needed -= c.QUOTE_LINKED if linked else 0.0
    return contained if contained >= needed and len(common) >= 2 else 0.0


def one_holds_other(a: Said, b: Said) -> bool:
    """Whether the shorter wording stands in the longer one word for word."""
    return stands_in(*sorted((a.words, b.words), key=len))


def is_title(said: Said) -> bool:
    """Whether a quotation is the title of a work ("Space Oddity", "Kill Bill"): telling words in capitals."""
    words = LETTERS.findall(said.first.mention.text)
    return len(words) > 1 and all(word[0].isupper() and stem_of(word.lower()) for word in words)


def utterance_draft(scene: Scene, cluster: Sequence[Said]) -> Draft:
    """One utterance with all its versions: *shared* when one holds the other, else *variant*."""
    tellings = sorted((t for said in cluster for t in said.tellings), key=lambda t: t.order)
    groups = by_value(tellings, lambda telling: folded(telling))
    relation: Relation = plain_relation(groups)
    speaker = speaker_of(cluster)
    told = max(groups, key=lambda group: (printed_by(group, groups), len(group.value), group.value)).value
    label = f"{speaker}: {told}" if speaker else told
    because = "quoted by one outlet only"
    if relation == "shared":
        texts = {folded(telling) for telling in tellings}
        longest = max(texts, key=lambda words: (len(words), words))
        if all(partial_ratio(" ".join(w), " ".join(longest)) >= c.QUOTE_SAME_WORDS for w in texts):
            because = "the same words" if len(texts) == 1 else "one quotes more of the same words"
        else:
            relation, because = "variant", "one utterance, worded differently"
    return Draft("quote", relation, shortened(label), groups, c.SAME_THING, because)


def speaker_of(cluster: Sequence[Said]) -> str:
    """Whom most versions name as speaker; a description only where none names anybody. The fullest among
    equals; empty where it is told nowhere."""
    counts = Counter(said.speaker for said in cluster for _ in said.tellings if said.speaker)
    return max(counts, key=lambda who: (not is_described(who), counts[who], len(who), who), default="")


def printed_by(group: Group, groups: Sequence[Group]) -> int:
    """How many outlets print the words of a version, alone or with more: the commonest words have most."""
    words = folded(group.tellings[0])
    return len(
        set().union(*(other.articles for other in groups if stands_in(words, folded(other.tellings[0]))))
    )


def folded(telling: Telling) -> tuple[str, ...]:
    """The words of a quotation."""
    value = telling.mention.value
    assert isinstance(value, Utterance)
    return value.words


def shortened(text: str) -> str:
    """At most eighty characters, cut at a blank."""
    text = " ".join(text.split())
    if len(text) <= 80:
        return text
    return text[:79].rsplit(" ", 1)[0] + "…"
