"""How surely two figures of two outlets speak of the same thing, from 0 to 1, with the reasons in words."""

from __future__ import annotations

import math

from newsdiff.alignment.thesaurus import concepts
from newsdiff.details import constants as c
from newsdiff.details.ages import age_clash, is_age, same_bearer
from newsdiff.details.circumstances import days_evidence, names_evidence
from newsdiff.details.durations import frame_of
from newsdiff.details.heads import counts_anybody, head_group, head_stem, is_toll, kinship
from newsdiff.details.reasons import NONE, PARAGRAPHS_LINKED, Evidence, common_words_reason, head_reason
from newsdiff.details.scene import Scene
from newsdiff.details.shares import explained, share_of_whole
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.details.values import agree, equal, told
from newsdiff.model import Quantity

EVERYDAY_UNITS = frozenset(["percent", "second", "year", "ordinal"])


def agreement_evidence(scene: Scene, a: Telling, b: Telling) -> float:
    """How surely two figures that can both be true are told of the same thing, 0 to 1."""
    one, other = quantity_of(a), quantity_of(b)
    kin = kinship(one, other)
    if kin == "apart" and (
        same_currency_word(a, b) or (counted_in_other_words(one, other) and told_again(scene, a, b))
    ):
        kin = "open"
    if kin == "apart" or (is_age(one) and a.article != b.article and not same_bearer(scene, a, b)):
        return 0.0
    score = c.AGREEMENT_KIN[kin]
    figure = told(one)
    if figure is not None and figure == told(other):
        equal = c.AGREEMENT_EQUAL_TIME if one.unit == "second" else c.AGREEMENT_EQUAL
        score += c.AGREEMENT_TELLING_FIGURE if is_telling_figure(figure, one.unit) else equal
    if is_toll(one, other):
        score += c.AGREEMENT_TOLL
    elif kin == "open" and bool(one.role) != bool(other.role):
        score -= c.AGREEMENT_FATE_UNTOLD
    shares = {share_of_whole(scene, a), share_of_whole(scene, b)}
    if len(shares) > 1:
        score -= c.AGREEMENT_PART if "" in shares else c.AGREEMENT_PART / 2
    score += c.AGREEMENT_LINK * scene.link(a, b)
    if score + c.AGREEMENT_LIKENESS + c.AGREEMENT_RETOLD < c.AGREEMENT_NEEDED:
        return 0.0  # not even the same words around both would do
    score += c.AGREEMENT_LIKENESS * scene.likeness(a, b)
    if score < c.AGREEMENT_NEEDED <= score + c.AGREEMENT_RETOLD and told_again(scene, a, b):
        score += c.AGREEMENT_RETOLD
    return score


def told_again(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether two outlets tell the very same figure in sentences that are each other's best match."""
    if a.article == b.article or not equal(quantity_of(a), quantity_of(b)):
        return False
    if bool(share_of_whole(scene, a)) != bool(share_of_whole(scene, b)):
        return False  # "another 1,000 troops" are not the thousand
    one = quantity_of(a)
    if one.unit == "percent" and not is_telling_figure(told(one) or 0.0, one.unit):
        return False  # 90 percent of one thing and of another stand in like sentences
    return scene.counterparts.are_counterparts(a, b)


def counted_in_other_words(one: Quantity, other: Quantity) -> bool:
    """Whether two equal figures can count one thing in words that are no synonyms ("109 catches", "passes").

    A figure seldom met by chance, or the same vague words ("hundreds of thousands"); never other fates.
    """
    if one.unit != other.unit or one.role != other.role or not equal(one, other):
        return False
    figure = told(one)
    return figure is None or is_telling_figure(figure, one.unit)


def same_currency_word(a: Telling, b: Telling) -> bool:
    """Whether two equal sums are in one word for money of which one outlet leaves out the country.

    "30,000 pounds" beside "30,000 Egyptian pounds".
    """
    if not (a.mention.kind == b.mention.kind == "money") or not equal(quantity_of(a), quantity_of(b)):
        return False
    word, other = (telling.mention.text.split()[-1].casefold() for telling in (a, b))
    return word == other and word.isalpha()


def is_telling_figure(figure: float, unit: str) -> bool:
    """Whether a figure is seldom met by chance: 28, 15.5, $3.2bn; not two, ten or 100 percent."""
    digits = f"{abs(figure):g}".replace(".", "").strip("0")
    if unit == "second":
        return False
    return (len(digits) > 1 and abs(figure) > 12) or (bool(unit) and unit != "percent")


def clash_evidence(scene: Scene, a: Telling, b: Telling) -> Evidence:
    """How surely two figures that exclude each other are told of the same thing."""
    one, other = quantity_of(a), quantity_of(b)
    if is_age(one) or is_age(other):
        return age_clash(scene, a, b)
    kin = kinship(one, other)
    if kin == "open" and (one.head or other.head) and head_follows(scene, a, b):
        kin = "same"
    if kin == "apart" and both_whole_tolls(scene, a, b):
        kin = "kin"
    part = share_of_whole(scene, a)
    same_before, same_after = neighbours(scene, a, b)
    if kin == "open" and one.unit:
        kin = "same" if same_after else "kin" if same_before else "open"
    if kin == "apart" or told(one) is None or told(other) is None or part != share_of_whole(scene, b):
        return NONE
    if one.unit == "second" and frame_of(scene, a) != frame_of(scene, b):
        return NONE
    likeness, link = scene.likeness(a, b), scene.link(a, b)
    toll = is_toll(one, other)
    if kin == "open" and not one.unit and not toll:
        bare = not one.head and not other.head and same_before and link
        if not bare or likeness < c.CLASH_BARE_LIKENESS:
            return NONE
    if explained(scene, a, b):
        return NONE
    score = c.CLASH_BASE + c.CLASH_KIN[kin]
    if (same_before or same_after) and not toll and link:
        score += c.CLASH_NEIGHBOUR
    names, owned = names_evidence(scene, a, b), same_owner(scene, a, b)
    listed = not owned and (in_a_list(scene, a) or in_a_list(scene, b))
    if names > c.CLASH_OWNERS_CONTRARY and scene.counterparts.are_counterparts(a, b):
        score += c.CLASH_COUNTERPARTS + (0.0 if listed else c.CLASH_ALONE)
    score += c.CLASH_LIST if listed else 0.0
    score += c.CLASH_LIKENESS * likeness + c.CLASH_LINK * link
    reasons = [head_reason(scene, a, b)]
    if toll:
        score += c.CLASH_TOLL if counts_anybody(one) and counts_anybody(other) else c.CLASH_TOLL / 2
        if scene.in_lead(a) and scene.in_lead(b):
            score += c.CLASH_LEAD
    own_head = names >= 0 and only_figures_of_head(scene, a, b)
    if own_head:
        score += c.CLASH_ONLY_FIGURES
    elif names > c.CLASH_OWNERS_CONTRARY and one_figure_each(scene, a, b):
        score += c.CLASH_ONE_EACH
    apart = not link and not same_before
    if apart and (one.unit == "percent" or (one.unit.isupper() and ratio_of(one, other) > c.NEAR_RATIO)):
        score += c.CLASH_UNLINKED
    if only_figures_of_unit(scene, a, b):
        score += c.CLASH_ONLY_OF_UNIT
    score += names + days_evidence(scene, a, b) + far_apart(one, other)
    if own_head and score >= c.NEEDED_CONFIDENCE["normal"]:
        score += c.CLASH_OWN_HEAD
    if link:
        reasons.append(PARAGRAPHS_LINKED)
    reasons.append(common_words_reason(scene, a, b))
    return Evidence(max(0.0, min(0.95, score)), "; ".join(reason for reason in reasons if reason))


def both_whole_tolls(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether two tolls in other words for people ("six teenagers", "five young people") are whole ones.

    They are when each is the first or the highest count of people of that fate in its article.
    """
    one, other = quantity_of(a), quantity_of(b)
    if not is_toll(one, other) or not (counts_anybody(one) or counts_anybody(other)):
        return False
    tolls = scene.known.whole_tolls
    return all(told(quantity_of(t)) in tolls[t.article].get(one.role, ()) for t in (a, b))


def only_figures_of_head(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether nothing else is counted in that head by any outlet, and the figures are no everyday ones.

    A plan has 28 points and nothing else has points; people, men and years are counted everywhere.
    """
    one, other = quantity_of(a), quantity_of(b)
    if one.unit or not one.head or counts_anybody(one) or head_stem(one.head) != head_stem(other.head):
        return False
    figures = {told(one), told(other)}
    if not any(figure is not None and is_telling_figure(figure, "") for figure in figures):
        return False
    return scene.known.figures_of_head.get(head_stem(one.head), set()) <= figures


def one_figure_each(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether each article counts such things once, in sentences that are somewhat alike."""
    one, other = quantity_of(a), quantity_of(b)
    if one.unit or not one.head or counts_anybody(one) or head_group(one.head) != head_group(other.head):
        return False
    if not scene.link(a, b) and scene.counterparts.likeness(a, b) < c.CLASH_SOME_LIKENESS:
        return False
    group = head_group(one.head)
    return all(len(scene.known.figures_of_group[t.article].get(group, ())) == 1 for t in (a, b))


def only_figures_of_unit(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether neither article tells another figure in their unit: one distance here, one distance there.

    Not of money, shares and times, of which any report tells several kinds.
    """
    unit = quantity_of(a).unit
    if not unit or unit in EVERYDAY_UNITS or unit.isupper():
        return False
    return all(len(scene.known.figures_of_unit[telling.article].get(unit, ())) == 1 for telling in (a, b))


def neighbours(scene: Scene, a: Telling, b: Telling) -> tuple[bool, bool]:
    """Whether the same name or word stands next before both figures, and next after both."""
    before, after = scene.before(a), scene.after(a)
    return bool(before) and before == scene.before(b), bool(after) and after == scene.after(b)


def in_a_list(scene: Scene, telling: Telling) -> bool:
    """Whether the sentence tells more such figures: then each is of something else."""
    mine = quantity_of(telling)
    return any(
        isinstance(mention.value, Quantity)
        and told(mention.value) is not None
        and not agree(mention.value, mine)
        and kinship(mention.value, mine) in (("same", "kin", "open") if mine.unit else ("same", "kin"))
        for mention in scene.mentions_beside(telling)
    )


def same_owner(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether the name nearest to both figures is one: in a list of shares each stands beside its party."""
    mine, theirs = scene.names_near(a)[:1], scene.names_near(b)[:1]
    return bool(mine and theirs) and mine[0].key == theirs[0].key


def head_follows(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether the head noun of one figure stands soon after the other, whose own head is untold."""
    for one, other in ((a, b), (b, a)):
        head, untold = quantity_of(one).head, not quantity_of(other).head
        if head and untold:
            stem = head_stem(head)
            after = [w.stem for w in scene.sentence_tokens(other) if w.start >= other.mention.end]
            return bool(stem) and (concepts().get(stem, stem) in after[: c.HEAD_REACH])
    return False


def far_apart(one: Quantity, other: Quantity) -> float:
    """Against figures of different orders of magnitude: they seldom measure one thing."""
    return 0.0 if ratio_of(one, other) <= c.FAR_RATIO else c.CLASH_FAR


def ratio_of(one: Quantity, other: Quantity) -> float:
    """How many times as high as the lower figure the higher one is."""
    low, high = sorted((abs(told(one) or 0.0), abs(told(other) or 0.0)))
    return high / low if low else math.inf
