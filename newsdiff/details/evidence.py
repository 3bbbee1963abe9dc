"""How surely two figures of two outlets speak of the same thing, from 0 to 1, with the reasons in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdiff.alignment.thesaurus import concepts
from newsdiff.details import constants as c
from newsdiff.details.heads import counts_anybody, head_stem, is_toll, kinship
from newsdiff.details.scene import Scene, Telling
from newsdiff.details.spellings import spelling
from newsdiff.details.values import agree, told
from newsdiff.model import DateRange, Mention, Quantity

SEVERITY = re.compile(r"\b(?:serious|critical|severe|grave|slight|minor|light)", re.I)
ADDED = re.compile(r"\b(?:another|additional|an?\s+(?:additional|extra|further)|further|extra)\s+\W*$", re.I)
OF_A_PEOPLE = re.compile(r"\s[A-Z][\w.]+\s\w")
"""A figure with a name before its noun ("10 US passengers") counts some of the people."""
ADDING = frozenset(["another", "additional", "further", "extra", "other", "others", "more"])
FATES = {"hospitalised": "injured"}
PART_BEFORE = re.compile(r"\b(?:including|among them|of whom|of which|of them)\W+(?:\w+\W+)?$", re.I)
PART_AFTER = re.compile(r"\W*(?:of (?:them|whom|which|those|these)\b|in every\b|out of\b)", re.I)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How surely, and why."""

    score: float
    because: str


NONE = Evidence(0.0, "")


def quantity_of(telling: Telling) -> Quantity:
    """The figure a telling gives; only for kinds whose value is a quantity."""
    value = telling.mention.value
    assert isinstance(value, Quantity)
    return value


def share_of_whole(scene: Scene, telling: Telling) -> str:
    """Which share of a whole a figure counts, as `read_share` says; read once per mention."""
    if telling.order not in scene.shares:
        scene.shares[telling.order] = read_share(scene, telling)
    return scene.shares[telling.order]


def read_share(scene: Scene, telling: Telling) -> str:
    """Says "part" for "three of them", "added" for "another 1,000", how badly hurt, else nothing.

    "More than 100 others wounded" after six dead is no addition; "20 others hurt" after four hurt is one.
    """
    text, mention = scene.text(telling), telling.mention
    before = text[max(telling.sentence.start, mention.start - 40) : mention.start]
    if PART_BEFORE.search(before) or PART_AFTER.match(text, mention.end, telling.sentence.end):
        return "part"
    if adds(text, mention):
        return "added" if not quantity_of(telling).role or other_toll_before(scene, telling) else ""
    if quantity_of(telling).role and OF_A_PEOPLE.search(mention.text):
        return "part"
    severity = SEVERITY.search(text, mention.start, min(telling.sentence.end, mention.end + 30))
    severity = severity or SEVERITY.search(
        text, max(telling.sentence.start, mention.start - 25), mention.start
    )
    return severity.group().lower() if quantity_of(telling).role and severity else ""


def adds(text: str, mention: Mention) -> bool:
    """Whether a figure is told as one more: "another 1,000", "22 others"."""
    if ADDING.intersection(mention.text.lower().split()):
        return True
    return ADDED.search(text[max(0, mention.start - 40) : mention.start]) is not None


def other_toll_before(scene: Scene, telling: Telling) -> bool:
    """Whether the sentence has counted people of the same or a like fate already."""
    fate = FATES.get(quantity_of(telling).role, quantity_of(telling).role)
    return any(
        isinstance(mention.value, Quantity)
        and mention.start < telling.mention.start
        and FATES.get(mention.value.role, mention.value.role) == fate
        for mention in scene.mentions_beside(telling)
    )


def agreement_evidence(scene: Scene, a: Telling, b: Telling) -> float:
    """How surely two figures that can both be true are told of the same thing, 0 to 1."""
    one, other = quantity_of(a), quantity_of(b)
    kin = kinship(one, other)
    if kin == "apart" or (is_age(one) and a.article != b.article and not same_bearer(scene, a, b)):
        return 0.0
    score = c.AGREEMENT_KIN[kin]
    figure = told(one)
    if figure is not None and figure == told(other):
        score += c.AGREEMENT_TELLING_FIGURE if is_telling_figure(figure, one.unit) else c.AGREEMENT_EQUAL
    if is_toll(one, other):
        score += c.AGREEMENT_TOLL
    if share_of_whole(scene, a) != share_of_whole(scene, b):
        score -= c.AGREEMENT_PART
    score += c.AGREEMENT_LINK * scene.link(a, b)
    if score + c.AGREEMENT_LIKENESS < c.AGREEMENT_NEEDED:
        return 0.0  # not even the same words around both would do
    return score + c.AGREEMENT_LIKENESS * scene.likeness(a, b)


def is_telling_figure(figure: float, unit: str) -> bool:
    """Whether a figure is seldom met by chance: 28, 15.5, $3.2bn; not two, ten or 100 percent."""
    digits = f"{abs(figure):g}".replace(".", "").strip("0")
    if unit == "second":
        return False
    return (len(digits) > 1 and abs(figure) > 12) or (bool(unit) and unit != "percent")


def clash_evidence(scene: Scene, a: Telling, b: Telling) -> Evidence:
    """How surely two figures that exclude each other are told of the same thing."""
    one, other = quantity_of(a), quantity_of(b)
    kin = kinship(one, other)
    if kin == "open" and (one.head or other.head) and head_follows(scene, a, b):
        kin = "same"
    part = share_of_whole(scene, a)
    same_before, same_after = neighbours(scene, a, b)
    if is_age(one) or is_age(other):
        if not (is_age(one) and is_age(other) and same_bearer(scene, a, b)):
            return NONE
    elif kin == "open" and one.unit:
        kin = "same" if same_after else "kin" if same_before else "open"
    if kin == "apart" or told(one) is None or told(other) is None or part != share_of_whole(scene, b):
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
    if (same_before or same_after) and not toll and (link or is_age(one)):
        score += c.CLASH_NEIGHBOUR
    if in_a_list(scene, a) or in_a_list(scene, b):
        score += c.CLASH_LIST
    score += c.CLASH_LIKENESS * likeness + c.CLASH_LINK * link
    reasons = [head_reason(scene, a, b)]
    if toll:
        score += c.CLASH_TOLL if counts_anybody(one) and counts_anybody(other) else c.CLASH_TOLL / 2
        if scene.in_lead(a) and scene.in_lead(b):
            score += c.CLASH_LEAD
    names = names_evidence(scene, a, b)
    if names >= 0 and only_figures_of_head(scene, a, b):
        score += c.CLASH_ONLY_FIGURES
    score += names + days_evidence(scene, a, b) + far_apart(one, other)
    if link:
        reasons.append("linked paragraphs")
    reasons.append(common_words_reason(scene, a, b))
    return Evidence(max(0.0, min(0.95, score)), "; ".join(reason for reason in reasons if reason))


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
    return scene.figures_of_head.get(head_stem(one.head), set()) <= figures


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


def same_bearer(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether two ages are of one person: the same name beside both, else the same word."""
    mine, theirs = ({scene.before(t), scene.after(t)} - {""} for t in (a, b))
    names, names_too = ({word for word in side if word.startswith("@")} for side in (mine, theirs))
    return bool(names & names_too) if names and names_too else bool(mine & theirs)


def is_age(quantity: Quantity) -> bool:
    """Whether the figure says how old somebody is."""
    return quantity.head == "age"


def head_follows(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether the head noun of one figure stands soon after the other, whose own head is untold."""
    for one, other in ((a, b), (b, a)):
        head, untold = quantity_of(one).head, not quantity_of(other).head
        if head and untold:
            stem = head_stem(head)
            after = [w.stem for w in scene.sentence_tokens(other) if w.start >= other.mention.end]
            return bool(stem) and (concepts().get(stem, stem) in after[: c.HEAD_REACH])
    return False


def explained(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether a sentence tells the other figure too, or the difference: "10 passengers and two pilots"."""
    one, other = quantity_of(a), quantity_of(b)
    if told_beside(scene, a, other) or told_beside(scene, b, one):
        return True
    gap = abs((told(one) or 0.0) - (told(other) or 0.0))
    fewer = a if (told(one) or 0.0) < (told(other) or 0.0) else b
    return told_beside(scene, fewer, Quantity(gap, gap, unit=one.unit))


def told_beside(scene: Scene, telling: Telling, quantity: Quantity) -> bool:
    """Whether the sentence of a telling also tells this very figure: then it tells two things."""
    figure = told(quantity)
    return any(
        isinstance(mention.value, Quantity)
        and mention.value.unit == quantity.unit
        and told(mention.value) == figure
        and not adds(scene.text(telling), mention)
        for mention in scene.mentions_beside(telling)
    )


def head_reason(scene: Scene, a: Telling, b: Telling) -> str:
    """Why the two count the same, in words."""
    one, other = quantity_of(a), quantity_of(b)
    if one.role and one.role == other.role:
        return f"both count people {one.role}"
    mine = verbatim(scene, a, head_stem(one.head)) if one.head else ""
    theirs = verbatim(scene, b, head_stem(other.head)) if other.head else ""
    if mine and head_stem(one.head) == head_stem(other.head):
        return f"same head noun “{mine}”"
    if mine and theirs and kinship(one, other) == "kin":
        return f"“{mine}” and “{theirs}” are the same kind"
    return ""


def common_words_reason(scene: Scene, a: Telling, b: Telling) -> str:
    """Which words stand near both, as the first of the two has them."""
    common = scene.common_words(a, b)[:3]
    return "both near “" + "”, “".join(verbatim(scene, a, stem) for stem in common) + "”" if common else ""


def verbatim(scene: Scene, telling: Telling, stem: str) -> str:
    """The word of the telling's sentence that has this stem, as it stands; the stem where there is none."""
    text = scene.text(telling)
    wanted = (stem, concepts().get(stem, stem))
    for token in scene.sentence_tokens(telling):
        if token.stem in wanted:
            return text[token.start : token.end]
    return stem


def names_evidence(scene: Scene, a: Telling, b: Telling) -> float:
    """For a name near both; against when each has names of its own.

    Most when they name people or bodies whose figures these can be (Citigroup's charge is not Goldman's),
    less when only places, and less still when an outlet does not know the other's.
    """
    near_a, near_b = scene.names_near(a), scene.names_near(b)
    if not near_a or not near_b:
        return 0.0
    words = {word for name in near_a for word in spelling(name.full)}
    if any(word in words for name in near_b for word in spelling(name.full)):
        return c.CLASH_NAMES_SHARED
    if all(any(name.type != "place" for name in near) for near in (near_a, near_b)):
        return c.CLASH_OWNERS_CONTRARY
    known_a = any(name.key in scene.names_known[b.article] for name in near_a)
    known_b = any(name.key in scene.names_known[a.article] for name in near_b)
    return c.CLASH_NAMES_CONTRARY if known_a and known_b else c.CLASH_NAMES_CONTRARY / 2


def days_evidence(scene: Scene, a: Telling, b: Telling) -> float:
    """For a date near both; against when the dates near them exclude each other."""
    near_a, near_b = scene.dates_near(a), scene.dates_near(b)
    if not near_a or not near_b:
        return (
            c.CLASH_LONG_AGO
            if any(long_ago(scene, t, days) for t, days in ((a, near_a), (b, near_b)))
            else 0.0
        )
    common = [day for day in near_a if day in near_b]
    if any(far_from_print(scene, a, day) for day in common):
        return c.CLASH_FAR_DAY_SHARED
    if common or any(day.meets(other) for day in near_a for other in near_b):
        return c.CLASH_DAYS_SHARED
    return c.CLASH_DAYS_CONTRARY


def far_from_print(scene: Scene, telling: Telling, day: DateRange) -> bool:
    """Whether a date is none of the days of the event itself: "at the end of 2016" says what is meant."""
    published = scene.annotated[telling.article].article.published
    return published is not None and abs((published - day.last).days) > c.FAR_FROM_PRINT_DAYS


def long_ago(scene: Scene, telling: Telling, days: list[DateRange]) -> bool:
    """Whether all dates near a figure lie far before its article: then it tells the background."""
    published = scene.annotated[telling.article].article.published
    return bool(published and days) and all(
        (published - day.last).days > c.LONG_AGO_DAYS for day in days if published
    )


def far_apart(one: Quantity, other: Quantity) -> float:
    """Against figures of different orders of magnitude: they seldom measure one thing."""
    low, high = sorted((abs(told(one) or 0.0), abs(told(other) or 0.0)))
    if not low:
        return c.CLASH_FAR
    ratio = high / low
    return 0.0 if ratio <= c.FAR_RATIO else c.CLASH_FAR
