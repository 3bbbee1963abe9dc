"""Quotations: all outlets' versions of one utterance in one detail."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, by_value, plain_relation
from newsdiff.details.scene import Scene, Telling
from newsdiff.details.speakers import Speakers
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
    """Wordings of one utterance together, in reading order."""
    rarity = rarity_of_words(wordings)
    speakers = Speakers(scene)
    parent = list(range(len(wordings)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, j in pairs_with_common_words(wordings, rarity):
        if root(i) != root(j) and same_utterance(scene, speakers, wordings[i], wordings[j], rarity):
            parent[root(j)] = root(i)
    clusters: dict[int, list[Said]] = defaultdict(list)
    for index, said in enumerate(wordings):
        clusters[root(index)].append(said)
    return list(clusters.values())


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


def same_utterance(scene: Scene, speakers: Speakers, a: Said, b: Said, rarity: dict[str, float]) -> bool:
    """Whether two wordings are of one utterance.

    Long quotations are known by their words. Short ones ("productive") also need a speaker in common,
    or linked paragraphs where a speaker is untold. Words of different speakers are never one utterance
    unless they are long and nearly the same: then one outlet has the speaker wrong, or did not say.
    """
    common = a.stems & b.stems
    few, many = sorted((a.stems, b.stems), key=len)
    weight = sum(rarity[stem] for stem in common)
    contained = weight / (sum(rarity[stem] for stem in few) or 1.0)
    close = contained >= c.QUOTE_CONTAINED and len(common) >= c.QUOTE_LONG
    verdict = speakers.compare(a.first, a.speaker, b.first, b.speaker)
    if verdict == "different":
        return close and contained >= c.QUOTE_NEARLY_ALL and ratio(" ".join(a.words), " ".join(b.words)) >= 90
    linked = max((scene.link(x, y) for x in a.tellings[:5] for y in b.tellings[:5]), default=0.0)
    if close:
        return True
    if len(few) <= c.QUOTE_SHORT:
        whole = few <= many
        if verdict == "same":
            return whole or (linked > 0 and weight >= 1)
        return whole and (linked > 0 or len(few) >= 2)
    needed = c.QUOTE_CONTAINED if verdict == "unknown" else c.QUOTE_SAME_SPEAKER
    return contained >= needed - (c.QUOTE_LINKED if linked else 0.0) and len(common) >= 2


def utterance_draft(scene: Scene, cluster: Sequence[Said]) -> Draft:
    """One utterance with all its versions: *shared* when one holds the other, else *variant*."""
    tellings = sorted((t for said in cluster for t in said.tellings), key=lambda t: t.order)
    groups = by_value(tellings, lambda telling: folded(telling))
    relation: Relation = plain_relation(groups)
    speaker = max((said.speaker for said in cluster if said.speaker), key=len, default="")
    label = f"{speaker}: {groups[0].value}" if speaker else groups[0].value
    because = "quoted by one outlet only"
    if relation == "shared":
        texts = {folded(telling) for telling in tellings}
        longest = max(texts, key=lambda words: (len(words), words))
        if all(" ".join(words) in " ".join(longest) for words in texts):
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
