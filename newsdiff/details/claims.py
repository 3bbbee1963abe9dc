"""Claims that exclude each other: one outlet says it, another that it is not so.

Only what the words themselves show is taken up: a negation ("no one was injured") or an opposite
("rose" / "fell") in two sentences that otherwise tell the same. Few, and right, rather than many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import fsum, sqrt

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group
from newsdiff.details.opposites import OPPOSITES
from newsdiff.details.reasons import PARAGRAPHS_LINKED
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling
from newsdiff.language.tokens import Token, fold, stem_of
from newsdiff.model import Mention, Sentence

NEGATIONS = frozenset("no not never none nobody neither without cannot".split())
AUXILIARIES = frozenset("is are was were do does did has have had ca wo could would should".split())
DOUBTS = frozenset(
    """if whether would could may might should perhaps possibly unless until hope hopes hoped want wants
    wanted ask asked asking question possible potentially deny denies denied denying reject rejects
    rejected dispute disputed refuse refused fail failed fails lack lacks lacked nor hardly barely
    scarcely only neither doubt doubted unlikely unable will shall plan plans planned expect expected
    expects""".split()
)
"""Words after which a sentence does not simply say that something is so."""


@dataclass(frozen=True)
class Statement:
    """A sentence as a statement: its words folded, with their tokens."""

    article: int
    sentence: Sentence
    order: int
    tokens: list[Token]
    words: list[str]
    stems: frozenset[str]
    weight: float
    """Summed rarity of the stems."""
    plain: bool
    """Whether it simply says that something is so: no word of doubt in it."""
    negated: bool
    """Whether a word in it negates."""

    @cached_property
    def word_stems(self) -> list[str]:
        """The stem of each word, those of names empty."""
        return [stem_of(word) for word in self.words]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that exclude each other: the phrases that do, and why."""

    a: Statement
    a_span: tuple[int, int]
    b: Statement
    b_span: tuple[int, int]
    score: float
    because: str


def claim_details(scene: Scene, needed: float) -> list[Draft]:
    """One draft per pair of claims that exclude each other, however many outlets make them."""
    statements = statements_of(scene)
    best: dict[tuple[int, tuple[int, int]], Clash] = {}
    for a, b in linked_statements(scene, statements):
        for clash in clashes_between(scene, a, b):
            key = (clash.a.order, clash.a_span)
            if clash.score >= needed and (key not in best or clash.score > best[key].score):
                best[key] = clash
    drafts: dict[frozenset[str], Draft] = {}
    taken: set[tuple[int, tuple[int, int]]] = set()
    for clash in sorted(best.values(), key=lambda clash: (-clash.score, clash.a.order, clash.b.order)):
        spans = {(clash.a.order, clash.a_span), (clash.b.order, clash.b_span)}
        if not spans & taken:
            taken |= spans
            add_claim(drafts, claim_draft(scene, clash))
    return [draft for draft in drafts.values() if not told_alike(draft)]


def told_alike(draft: Draft) -> bool:
    """Whether the same articles make both claims: then each is at odds with itself, not with the other."""
    return len({frozenset(telling.article for telling in group.tellings) for group in draft.groups}) == 1


def add_claim(drafts: dict[frozenset[str], Draft], draft: Draft) -> None:
    """Put a draft to those found; the same two wordings in other sentences ("car", "truck") join theirs."""
    wordings = frozenset(group.value.casefold() for group in draft.groups)
    known = drafts.setdefault(wordings, draft)
    if known is draft:
        return
    for group in draft.groups:
        home = next(own for own in known.groups if own.value.casefold() == group.value.casefold())
        home.tellings.extend(group.tellings)


def statements_of(scene: Scene) -> dict[str, list[Statement]]:
    """The sentences of all linked paragraphs, by paragraph."""
    wanted = {paragraph for pair in scene.link_scores for paragraph in pair}
    found: dict[str, list[Statement]] = {}
    order = 0
    for index, item in enumerate(scene.annotated):
        text = item.article.text
        for sentence in item.sentences:
            order += 1
            if sentence.paragraph in wanted:
                tokens = scene.words_of(index, sentence)
                named = scene.words_in_names(index, sentence)
                words = ["" if t.start in named else fold(text[t.start : t.end]) for t in tokens]
                stems = frozenset(
                    token.stem for token in tokens if token.stem and not token.stem[0].isdigit()
                )
                weight = fsum(map(scene.word_rarity, stems))
                plain, negated = DOUBTS.isdisjoint(words), any(map(negates, words))
                statement = Statement(index, sentence, order, tokens, words, stems, weight, plain, negated)
                found.setdefault(sentence.paragraph, []).append(statement)
    return found


def linked_statements(
    scene: Scene, statements: dict[str, list[Statement]]
) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of sentences of linked paragraphs that share enough words, both ways round."""
    for one, other in scene.link_scores:
        for a in statements.get(one, ()):
            for b in statements.get(other, ()):
                if len(a.stems & b.stems) >= c.CLAIM_COMMON_WORDS:
                    yield a, b


def clashes_between(scene: Scene, a: Statement, b: Statement) -> Iterator[Clash]:
    """Where `a` denies what `b` says, or says the opposite."""
    overlap = likeness_of(scene, a, b)
    if overlap < c.CLAIM_OVERLAP:
        return
    yield from denials(a, b, overlap)
    yield from opposites(a, b, overlap)


def likeness_of(scene: Scene, a: Statement, b: Statement) -> float:
    """The weight that both share, as a part of the geometric mean of their weights."""
    shared = fsum(map(scene.word_rarity, a.stems & b.stems))
    product = a.weight * b.weight
    return shared / sqrt(product) if product else 0.0


def negates(word: str) -> bool:
    """Whether a folded word negates: "no", "never", "didnt"."""
    return word in NEGATIONS or (word.endswith("nt") and word[:-2] in AUXILIARIES)


def denials(a: Statement, b: Statement, overlap: float) -> Iterator[Clash]:
    """A negation in `a` whose next telling word `b` states without one."""
    if not a.negated or b.negated or not (a.plain and b.plain):
        return
    for index, word in enumerate(a.words):
        if not negates(word):
            continue
        target = next((k for k in range(index + 1, len(a.tokens)) if a.tokens[k].stem), None)
        if target is None or target - index > c.CLAIM_SCOPE or a.tokens[target].stem not in b.stems:
            continue
        place = next(k for k, token in enumerate(b.tokens) if token.stem == a.tokens[target].stem)
        a_span = (a.tokens[index].start, a.tokens[target].end)
        first = max(0, place - 2)
        b_span = (b.tokens[first].start, b.tokens[place].end)
        yield Clash(
            a, a_span, b, b_span, c.DENIAL_BASE + c.CLAIM_LIKENESS * overlap, "one denies what the other says"
        )


def opposites(a: Statement, b: Statement, overlap: float) -> Iterator[Clash]:
    """A word in `a` whose opposite stands in `b`, and neither word in both."""
    if a.order > b.order:
        return
    mine, theirs = a.word_stems, b.word_stems
    for token, stem in zip(a.tokens, mine, strict=True):
        for opposite in OPPOSITES.get(stem, ()):
            if opposite in mine or stem in theirs or opposite not in theirs:
                continue
            other = b.tokens[theirs.index(opposite)]
            score = c.OPPOSITE_BASE + c.CLAIM_LIKENESS * overlap
            because = "opposite words in sentences that otherwise tell the same"
            yield Clash(a, (token.start, token.end), b, (other.start, other.end), score, because)


def claim_draft(scene: Scene, clash: Clash) -> Draft:
    """The two phrases side by side."""
    groups = []
    for statement, span in ((clash.a, clash.a_span), (clash.b, clash.b_span)):
        article = scene.annotated[statement.article].article
        text = article.text[span[0] : span[1]]
        mention = Mention(article.id, "claim", span[0], span[1], text, statement.sentence.id)
        telling = Telling(
            mention,
            statement.article,
            scene.reading_order.at(statement.article, span[0]),
            statement.sentence,
            0,
        )
        groups.append(Group(" ".join(text.split()), [telling]))
    label = " / ".join(group.value for group in groups)
    return Draft("claim", "differs", label, groups, clash.score, f"{PARAGRAPHS_LINKED}; {clash.because}")
