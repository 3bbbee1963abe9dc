"""What a figure counts: the head noun of the words after it ("two Russian border guards were" -> guard)."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdiff.patterns import lazy_pattern

_WORD = lazy_pattern(r"[-\s]{1,2}(?:[“\"‘(])?([^\W\d_][\w’'.&]*)")
_OF_THEM = lazy_pattern(
    r"\sof\s(?:the|its|his|her|their|those|these|our|my|your|all)\b|\sof(?=\s[a-z])",
    re.IGNORECASE,
)
_LONGEST_RUN = 6

IRREGULAR = {
    "people": "people", "persons": "people", "person": "people", "men": "man", "women": "woman",
    "children": "child", "kids": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "halves": "half", "thieves": "thief", "wolves": "wolf", "shelves": "shelf", "loaves": "loaf",
    "police": "police", "aircraft": "aircraft", "spacecraft": "spacecraft", "fish": "fish",
    "sheep": "sheep", "deer": "deer", "species": "species", "series": "series", "crew": "crew",
    "crewmembers": "crew member", "personnel": "personnel", "staff": "staff", "troops": "troop",
    "cattle": "cattle", "media": "media", "data": "data", "criteria": "criterion", "crises": "crisis",
    "analyses": "analysis", "bases": "base", "buses": "bus", "gases": "gas", "viruses": "virus",
    "others": "other", "other": "other", "offspring": "offspring", "dice": "die", "oxen": "ox",
    "shoes": "shoe", "movies": "movie", "cookies": "cookie", "selfies": "selfie", "zombies": "zombie",
    "calories": "calorie", "ties": "tie", "lies": "lie", "pies": "pie", "dead": "people",
    "wounded": "people", "injured": "people", "headquarters": "headquarters", "works": "work",
    "times": "time", "goods": "good",
}  # fmt: skip
"""Plurals that the rules for -s get wrong, and words that mean several without an -s."""
_ADJECTIVES_IN_S = frozenset(
    """
    sports arms news systems operations communications women’s women's men’s men's us u.s previous
    various serious famous dangerous religious numerous obvious nervous precious anonymous
    continuous consecutive less business homeless class mass press glass gas bus boss cross loss
    process success access address express congress princess witness fitness illness campus virus
    status bonus focus basis crisis analysis tennis this its his across plus versus perhaps always
    sometimes has was is as does says indigenous infectious glorious enormous tremendous mysterious
    gorgeous suspicious ambitious delicious luxurious spacious ferocious simultaneous emphasis
    thesis chaos canvas christmas texas kansas illinois paris lens series’ cannabis outdoors
    overseas
    """.split()
)
STOPS = frozenset(
    """
    a an the this that these those his her its their our my your who whom whose which what and or but
    nor so yet if than then as at by for from in into of off on onto out over per to toward towards
    under until up upon with within without after before during since because while when where though
    although about against among amid around between through throughout via across behind beyond down
    inside outside near is are was were be been being am has have had having do does did done will would
    shall should can could may might must not no it he she they we you i them him us me there here also
    just only still even ever never again already now today later earlier ago apart away together each
    both all any some every either neither said says say told tell tells saying according including
    compared followed reported killed dead died die dies wounded injured hurt missing arrested rescued
    slain lost left made went came took got get gets ended began begin begins start started put gave
    found saw seen known given taken held led won lose loses beat became become becomes comes come goes
    go gone makes make takes take gives give fell rose hit remains remain remained involved aged old
    older younger long tall high wide deep worth per-cent percent more most less fewer last next past
    worldwide nationwide aboard onboard alive guilty apiece respectively alone minus plus divided
    more-or-less well too very much many however yesterday tonight tomorrow monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october
    november december except whether once versus vs like unlike above below beneath effective higher
    lower greater smaller likely sure certain full nearly almost roughly approximately received
    """.split()
)
"""Words at which the noun phrase after a figure ends; most stand for classes that a tagger would name."""
_SKIPPED = frozenset("more most additional further such another new different".split())
_NOUNS_IN_ED = frozenset("seed bed shed breed deed feed need speed weed red steed reed".split())
_VERBS_IN_ING = frozenset(
    """
    remaining offering selling providing serving standing running living working having being leaving facing
    holding making taking using going covering competing participating looking trying
    """.split()
)
_WHOLE_BY_ITSELF = frozenset({"time", "times", "degree"})
"""Behind these a sentence begins ("the first time Ann saw it"), or a charge that others leave out."""
_VAGUE_NOUNS = frozenset({"member"})
""" "Crew members" and "family members" are not the same count."""
_IN_WHAT = lazy_pattern(r"\sin(?:\s(?:the|its|his|their|an?))?(?=\s[a-z])")
_SINGULAR_IN_IS = frozenset(
    "crisis basis analysis tennis axis oasis thesis emphasis diagnosis hypothesis iris pelvis penis".split()
)
_VERBS_IN_S = frozenset(
    "says gets goes comes makes takes gives wins loses begins needs wants seems means looks".split()
)


class CountedNoun(NamedTuple):
    """The noun that a figure counts, singular and lower case, and where its phrase ends."""

    noun: str
    end: int


def counted_noun(
    text: str, figure_end: int, ceiling: int, *, many: bool, lone: bool = False
) -> CountedNoun | None:
    """The noun counted by the figure that ends at `figure_end`.

    With `many` it must be a plural ("12 big passenger planes"), else the last word before a stop
    ("one man in"); with `lone` it must be a singular ("one woman sits" counts a woman).
    None where the text does not say ("12 were").
    """
    run = _noun_run(text, figure_end, ceiling)
    if not run:
        return None
    if text[figure_end] == "-":
        word, end = run[0]
        return None if word.endswith(("ed", "ing")) else CountedNoun(singular(word), end)
    if not many:
        run = _without_verb(run, lone=lone)
        word, end = run[-1] if len(run) < 4 else run[0]
        return CountedNoun(singular(word), end)
    last = _last_plural(run)
    if last is None:
        return None
    word, end = run[last]
    noun = singular(word)
    if noun in _VAGUE_NOUNS and last and text[run[last - 1][1] - 1].islower():
        noun = f"{run[last - 1][0]} {noun}"
    return CountedNoun(noun, end)


def _without_verb(run: list[tuple[str, int]], *, lone: bool) -> list[tuple[str, int]]:
    """The run up to a verb that goes on about its noun: "company" of "company offering plans"."""
    for index in range(1, len(run)):
        if run[index - 1][0] in _WHOLE_BY_ITSELF:
            return run[:index]
        word, after = run[index][0], run[index + 1][0] if index + 1 < len(run) else ""
        passive = word.endswith("ed") and not run[index - 1][0].endswith("ly") and word not in _NOUNS_IN_ED
        if (
            passive
            or (lone and is_plural(word))
            or word in _VERBS_IN_ING
            or (word.endswith("ing") and after and is_plural(after))
        ):
            return run[:index]
    return run


def _last_plural(run: list[tuple[str, int]]) -> int | None:
    """The last of the first plurals that stand together: 1 in "service members who say"."""
    found: int | None = None
    for index, (word, _) in enumerate(run):
        if is_plural(word):
            found = index
        elif found is not None:
            break
    return found if found is not None else 0 if run[0][0] == "other" else None


def following_noun(text: str, end: int, ceiling: int, *, in_what: bool = True) -> CountedNoun | None:
    """The noun that a measure or an amount qualifies: "$5 billion charge", "35 percent of workers".

    With `in_what` also what stands after "in" ("$5 billion in taxes").
    """
    joined = _OF_THEM.match(text, end, ceiling) or (in_what and _IN_WHAT.match(text, end, ceiling))
    start = joined.end() if joined else end
    run = _noun_run(text, start, ceiling)[:4]
    if not run or ((len(run) > 1 or not joined) and run[0][0].endswith("ed")):
        return None
    kept = [run[0]]
    for word, stop in run[1:]:
        if is_plural(kept[-1][0]) or word.endswith(("ed", "ing", "ly")):
            break
        kept.append((word, stop))
    word, stop = kept[-1]
    return None if word.endswith("ly") else CountedNoun(singular(word), stop)


def singular(word: str) -> str:
    """The singular of an English noun, lower case: "cities" -> "city", "people" -> "people"."""
    word = word.lower().removesuffix("’s").removesuffix("'s").rstrip(".’'")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    unchanged = word in _SINGULAR_IN_IS or word in _ADJECTIVES_IN_S
    if unchanged or not word.endswith("s") or word.endswith(("ss", "us")) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a lower-case word is the plural of a noun, judged by its form."""
    word = word.rstrip(".")
    if word in IRREGULAR:
        return word not in ("person", "dead", "injured", "wounded", "other")
    if word.endswith("men") and len(word) > 4:
        return word not in ("specimen", "abdomen", "regimen", "acumen", "women")
    return (
        word.endswith("s")
        and len(word) > 3
        and not word.endswith(("ss", "’s", "'s", "ous"))
        and word not in _ADJECTIVES_IN_S
        and word not in _VERBS_IN_S
    )


def _noun_run(text: str, start: int, ceiling: int) -> list[tuple[str, int]]:
    """The words from `start` to the first stop or mark of punctuation, in small letters, with their ends."""
    of_them = _OF_THEM.match(text, start, ceiling)
    position = of_them.end() if of_them else start
    run: list[tuple[str, int]] = []
    while len(run) < _LONGEST_RUN and (match := _WORD.match(text, position, ceiling)):
        position, word = match.end(), match.group(1).rstrip(".’'")
        folded = word.lower()
        if folded in STOPS and word != "US" and (run or folded not in ("more", "most")):
            break
        if run and is_plural(run[-1][0]) and (folded.endswith(("ed", "ing")) or folded in _VERBS_IN_S):
            break
        if folded not in _SKIPPED:
            run.append((folded, match.start(1) + len(word)))
        if match.group(1) != word and "." not in word:
            break  # a full stop or an apostrophe ends the phrase, but for "U.S."
    return run
