"""Why two mentions are taken for one thing, in words of the texts."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.alignment.thesaurus import concepts
from newsdiff.details.heads import head_stem, kinship
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling, quantity_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """How surely, and why."""

    score: float
    because: str


NONE = Evidence(0.0, "")
PARAGRAPHS_LINKED = "in paragraphs that report the same"


def head_reason(scene: Scene, a: Telling, b: Telling) -> str:
    """Why the two count the same, in words."""
    one, other = quantity_of(a), quantity_of(b)
    if one.role and one.role == other.role:
        return f"both count people {one.role}"
    mine = verbatim(scene, a, head_stem(one.head)) if one.head else ""
    theirs = verbatim(scene, b, head_stem(other.head)) if other.head else ""
    if mine and head_stem(one.head) == head_stem(other.head):
        return f"both count “{mine}”"
    if mine and theirs and kinship(one, other) == "kin":
        return f"“{mine}” and “{theirs}” are the same kind"
    return ""


def common_words_reason(scene: Scene, a: Telling, b: Telling) -> str:
    """Which words stand near both, as the first of the two has them."""
    common = scene.common_words(a, b)[:3]
    words = "”, “".join(verbatim(scene, a, stem) for stem in common)
    return f"both told near “{words}”" if common else ""


def verbatim(scene: Scene, telling: Telling, stem: str) -> str:
    """The word of the telling's sentence that has this stem, as it stands; the stem where there is none."""
    text = scene.text(telling)
    wanted = (stem, concepts().get(stem, stem))
    for token in scene.sentence_tokens(telling):
        if token.stem in wanted:
            return text[token.start : token.end]
    return stem
