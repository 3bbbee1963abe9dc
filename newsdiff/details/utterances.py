"""Quotations: all outlets' versions of one utterance in one detail."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from rapidfuzz.fuzz import partial_ratio, ratio

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, by_value, plain_relation
from newsdiff.details.scene import Scene
from newsdiff.details.speakers import Speakers
from newsdiff.details.telling import Telling
from newsdiff.language.tokens import stem_of
from newsdiff.model import Relation, Utterance


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

    The surest pairs come first, those of two outlets before those of one; two clusters join only when
    at least half of the pairs between them are of one utterance, so that an outlet that runs two
    sentences into one quotation does not glue them.
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
        kept = sum(1 for a in mine for b in theirs if (min(a, b), max(a, b)) in scores)
        if kept >= c.QUOTE_JOINED * len(mine) * len(theirs):
            mine.extend(theirs)
            for index in theirs:
                home[index] = mine
    clusters = {id(members): members for members in home}
    return [[wordings[index] for index in sorted(members)] for members in clusters.values()]


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
    few, many = sorted((a.stems, b.stems), key=len)
    weight = fsum(rarity[stem] for stem in common)  # the order of a set must not matter
    contained = weight / (fsum(rarity[stem] for stem in few) or 1.0)
    verdict = speakers.compare(a.first, a.speaker, b.first, b.speaker)
    linked = any(scene.link(x, y) for x in a.tellings[: c.QUOTE_LOOKS] for y in b.tellings[: c.QUOTE_LOOKS])
    if verdict == "different":
        alike = ratio(" ".join(a.words), " ".join(b.words)) >= c.QUOTE_VERY_SAME
        return contained if alike and len(common) >= (2 if linked else c.QUOTE_LONG) else 0.0
    if len(few) <= c.QUOTE_SHORT:
        whole = few <= many
        known = verdict == "same" or linked or (weight >= c.QUOTE_PHRASE and one_holds_other(a, b))
        return contained if whole and known else 0.0
    needed = c.QUOTE_CONTAINED if verdict == "unknown" else c.QUOTE_SAME_SPEAKER
    needed -= c.QUOTE_LINKED if linked else 0.0
    return contained if contained >= needed and len(common) >= 2 else 0.0


def one_holds_other(a: Said, b: Said) -> bool:
    """Whether the shorter wording stands in the longer one word for word, two telling words or more."""
    short, long = sorted((f" {' '.join(said.words)} " for said in (a, b)), key=len)
    return short in long and min(len(a.stems), len(b.stems)) >= 2


def utterance_draft(scene: Scene, cluster: Sequence[Said]) -> Draft:
    """One utterance with all its versions: *shared* when one holds the other, else *variant*."""
    tellings = sorted((t for said in cluster for t in said.tellings), key=lambda t: t.order)
    groups = by_value(tellings, lambda telling: folded(telling))
    relation: Relation = plain_relation(groups)
    speaker = max((said.speaker for said in cluster if said.speaker), key=len, default="")
    told = max(groups, key=lambda group: (len(group.articles), len(group.value))).value
    label = f"{speaker}: {told}" if speaker else told
    because = "quoted by one outlet only"
    if relation == "shared":
        texts = {folded(telling) for telling in tellings}
        longest = max(texts, key=lambda words: (len(words), words))
        if all(partial_ratio(" ".join(w), " ".join(longest)) >= c.QUOTE_SAME_WORDS for w in texts):
            because = "the same words" if len(texts) == 1 else "one quotes more of the same words"
        else:
            relation, because = "variant", "one utterance, worded differently"
    return Draft("quote", relation, shortened(label), groups, 0.85, because)


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
