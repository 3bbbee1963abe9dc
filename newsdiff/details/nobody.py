"""Nobody hurt, says one outlet; two people hurt, says another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsdiff.details import constants as c
from newsdiff.details.circumstances import days_evidence
from newsdiff.details.drafts import Draft, Group, most_told_first
from newsdiff.details.scene import Scene
from newsdiff.details.shares import share_of_whole
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.details.values import told
from newsdiff.model import Mention

HARMED = {
    "injured": ("injured", "hurt", "wounded", "harmed", "injuries", "casualties"),
    "killed": ("killed", "died", "dead", "deaths", "fatalities", "casualties"),
}
"""Role of those counted -> the words that deny it."""
NOBODY = re.compile(
    r"\b(?:no[ -]one|nobody|none of the \w+|no (?:people|person|passengers?|residents?))"
    r"(?: (?:was|were|has been|had been|have been|is|are|is believed to have been|else))*"
    r" (?P<how>injured|hurt|wounded|harmed|killed|died|dead)\b"
    r"|\b(?:no|without(?: any)?) (?:\w+ )?(?P<what>injuries|casualties|deaths|fatalities)\b",
    re.IGNORECASE,
)


def nobody_details(scene: Scene, needed: float) -> list[Draft]:
    """One draft per fate that one outlet says befell nobody and another says befell some."""
    drafts = []
    denials = list(denials_of(scene))
    for role, words in HARMED.items():
        denied = [telling for word, telling in denials if word in words]
        counted = [t for t in scene.tellings.get("number", []) if counts_some(scene, t, role)]
        tellers = {telling.article for telling in counted}
        denied = [telling for telling in denied if telling.article not in tellers]
        pairs = [(confidence(scene, a, b), a, b) for a in denied for b in counted[: c.MOST_MENTIONS]]
        sure = [pair for pair in pairs if pair[0] >= needed]
        if sure:
            drafts.append(nobody_draft(role, sure))
    return drafts


def denials_of(scene: Scene) -> Iterator[tuple[str, Telling]]:
    """Every "nobody was hurt", with the word that is denied, as a claim where it stands."""
    for index, item in enumerate(scene.annotated):
        text = item.article.text
        for number, sentence in enumerate(item.sentences):
            for match in NOBODY.finditer(text, sentence.start, sentence.end):
                if " else " in match.group():
                    continue
                word = (match["how"] or match["what"]).lower()
                span = (match.start(), match.end())
                mention = Mention(item.article.id, "claim", *span, match.group(), sentence.id)
                yield word, Telling(mention, index, scene.reading_order.at(index, span[0]), sentence, number)


def counts_some(scene: Scene, telling: Telling, role: str) -> bool:
    """Whether a figure counts at least one person of that fate, and all of them."""
    quantity = telling.mention.value
    if getattr(quantity, "role", "") != role or not told(quantity_of(telling)):
        return False
    return not share_of_whole(scene, telling)


def confidence(scene: Scene, denial: Telling, figure: Telling) -> float:
    """How surely both speak of one happening: linked, or both at the head of their articles."""
    score = c.NOBODY_BASE + c.NOBODY_LINK * scene.link(denial, figure)
    score += c.NOBODY_LIKENESS * scene.likeness(denial, figure) + days_evidence(scene, denial, figure)
    if scene.in_lead(denial) and scene.in_lead(figure):
        score += c.NOBODY_LEAD
    return min(c.SUREST, score)


def nobody_draft(role: str, sure: list[tuple[float, Telling, Telling]]) -> Draft:
    """The denial against the figure."""
    denied = list({denial.order: denial for _, denial, _ in sure}.values())
    counted = list({figure.order: as_claim(figure) for _, _, figure in sure}.values())
    groups = [Group(" ".join(side[0].mention.text.split()), side) for side in (denied, counted)]
    because = f"one says that nobody was {role}, another that somebody was"
    best = max(score for score, _, _ in sure)
    return Draft("claim", "differs", f"people {role}", most_told_first(groups), best, because)


def as_claim(figure: Telling) -> Telling:
    """The figure as a claim, just before its own detail in the order."""
    mention = replace(figure.mention, kind="claim", value=None)
    return replace(figure, mention=mention, order=figure.order - 0.25)
