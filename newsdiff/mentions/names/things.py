"""When two writings are one organisation, place or thing: legal forms, countries, acronyms, typos."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.contexts import is_acronym
from newsdiff.mentions.names.folding import folded_words, skeleton
from newsdiff.mentions.names.forms import Form
from newsdiff.mentions.names.people import join_in_buckets, one_letter_apart, outlets
from newsdiff.mentions.names.places import gazetteer

_SHORTEST_TYPO = 7
"""A name of one word must have that many letters before one letter's difference counts as a misspelling."""


def core(form: Form) -> tuple[str, ...]:
    """The skeleton of a name without its legal form and connecting words: "Citigroup Inc." -> citigroup."""
    words = [word for word in form.folded if word not in ("and", "&")]
    legal = lexicon().legal_form
    while len(words) > 1 and words[-1] in legal:
        words.pop()
    return tuple(map(skeleton, words))


def without_country(form: Form) -> tuple[str, ...]:
    """The core without a leading country or its adjective: "U.S. State Department" -> state, department."""
    words = core(form)
    first = form.words[:2]
    known = gazetteer()
    for length in (2, 1):
        if len(form.words) > length and known.find(tuple(first[:length])):
            rest = words[len(folded_words(tuple(first[:length]))) :]
            return rest if len(rest) > 1 else words
    return words


def group_things(forms: Iterable[Form]) -> list[list[Form]]:
    """Writings put together by organisation, place or thing."""
    by_core: dict[tuple[str, ...], list[Form]] = {}
    for form in sorted(forms, key=lambda form: (-form.count, form.folded)):
        by_core.setdefault(core(form), []).append(form)
    join_bare(by_core)
    return join_typos(list(by_core.values()))


def join_bare(by_core: dict[tuple[str, ...], list[Form]]) -> None:
    """ "State Department" joins "U.S. State Department" when the event knows no other country's."""
    placed: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key, group in by_core.items():
        bare = without_country(group[0])
        if bare != key and bare in by_core:
            placed.setdefault(bare, []).append(key)
    for bare, keys in placed.items():
        if len(keys) == 1 and bare in by_core and keys[0] in by_core:
            by_core[keys[0]].extend(by_core.pop(bare))


def join_typos(groups: list[list[Form]]) -> list[list[Form]]:
    """Join groups that differ in one letter and that no outlet uses side by side."""
    buckets: dict[tuple[str, int], list[int]] = {}
    for index, group in enumerate(groups):
        name = "".join(group[0].bones)
        if len(name) >= _SHORTEST_TYPO and not any(letter.isdigit() for letter in name):
            words = len(group[0].bones)
            buckets.setdefault((name[: 3 if words == 1 else 1], words), []).append(index)
    return join_in_buckets(groups, buckets.values(), typo)


def typo(left: Sequence[Form], right: Sequence[Form]) -> bool:
    """Whether the names differ in one letter that is no plural, and their outlets differ."""
    a, b = "".join(left[0].bones), "".join(right[0].bones)
    if a + "s" == b or b + "s" == a or not one_letter_apart(a, b):
        return False
    return outlets(left).isdisjoint(outlets(right))


def initials(surface: str) -> set[str]:
    """The acronyms a full name may have: with and without its small words ("Bank of America": BA, BOA)."""
    words = surface.replace("-", " ").split()
    capitals = "".join(word[0] for word in words if word[:1].isupper())
    everything = "".join(word[0] for word in words).upper()
    return {letters.upper() for letters in (capitals, everything) if len(letters) >= 2}


def letters_of(acronym: str) -> str:
    """The letters of an acronym: "E.U." -> EU."""
    return "".join(letter for letter in acronym if letter.isalpha()).upper()


def stands_for(acronym: str, full: str) -> bool:
    """Whether an acronym in brackets behind a name can be its own: the letters stand there in order."""
    letters = letters_of(acronym).lower()
    if len(letters) < 2 or letters[0] != full[:1].lower():
        return False
    rest = iter(full.lower())
    return all(letter in rest for letter in letters)


def acronym_of(form: Form) -> str:
    """The letters when the form is an acronym, else nothing."""
    surface = form.surface
    return letters_of(surface) if " " not in surface and is_acronym(surface.upper()) and form.folded else ""
