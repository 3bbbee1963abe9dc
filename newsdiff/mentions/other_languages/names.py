"""Names in texts of other languages: those that an English article of the event names as well, and those that
several of the others write in the same way.

What is a name cannot be seen from capitals alone (German nouns have them), so nothing is a name here that
stands in one article only. Names are compared as the mentions of English texts are: in Latin letters, without
the habits of transliteration, and without the ending that a language puts to a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsdiff.mentions.lexicon import data_lines
from newsdiff.mentions.names.folding import fold, skeleton
from newsdiff.mentions.names.places import gazetteer
from newsdiff.mentions.other_languages.words import INFLECTING
from newsdiff.model import Annotated, Name
from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass

LEAST_LETTERS: Final = 4
"""Letters of a name from which endings are allowed; shorter ones must stand there exactly."""
LONGEST_ENDING: Final = 3
"""Letters that an inflecting language puts to a name: Путиным, Witkoffem, Zełenskiego."""
LEAST_CONSONANTS: Final = 4
"""From so many consonants on a name in other letters may differ in its vowels (Трамп, Trump)."""
MOST_ALIKE: Final = 200
"""Names that begin alike of which one is looked for: no event has so many, a hostile text may."""

_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_VOWELS: Final = lazy_pattern(r"[aeiou]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and what is compared of it."""

    start: int
    end: int
    text: str
    plain: str
    """In Latin letters, without habits of transliteration; a German S and an English Z are one."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name."""

    words: tuple[str, ...]
    exact: bool
    """A short name or an acronym: nothing may be put to it."""
    name: Name


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets; hyphens and apostrophes part them."""
    return [
        Word(match.start(), match.end(), match.group(), plain_form(match.group()))
        for match in _WORD.finditer(text, start, end)
    ]


def plain_form(word: str) -> str:
    """What is compared of a word."""
    return skeleton(fold(word)).replace("z", "s").replace("c", "k")


class Known:
    """The names that can be recognised, by how their first word begins."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = sorted(
            dict.fromkeys(forms),
            key=lambda form: (-len(form.words), form.exact, -len(form.words[0]), form.name.key),
        )
        self._by_beginning: dict[str, list[int]] = defaultdict(list)
        self._by_consonants: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self._forms):
            first = form.words[0]
            for alike in self._by_beginning[first[:LEAST_LETTERS]], self._by_consonants[consonants(first)]:
                if len(alike) < MOST_ALIKE:
                    alike.append(number)

    def names(self, words: Sequence[Word], language: str) -> Iterator[tuple[int, int, Name]]:
        """The names among the words of a sentence: start, end and what they mean; longest first."""
        inflecting = language in INFLECTING
        index = 0
        while index < len(words):
            form = self._form_at(words, index, inflecting)
            if form is None:
                index += 1
                continue
            last = index + len(form.words) - 1
            yield words[index].start, words[last].end, form.name
            index = last + 1

    def _form_at(self, words: Sequence[Word], index: int, inflecting: bool) -> Form | None:
        first = words[index]
        if first.text[0].islower():
            return None
        alike: Iterable[int] = self._by_beginning.get(first.plain[:LEAST_LETTERS], ())
        if inflecting and not first.text.isascii():
            alike = sorted({*alike, *self._by_consonants.get(consonants(first.plain), ())})
        for form in map(self._forms.__getitem__, alike):
            there = words[index : index + len(form.words)]
            if len(there) == len(form.words) and all(
                means(word, wanted, exact=form.exact, inflecting=inflecting)
                for word, wanted in zip(there, form.words, strict=True)
            ):
                return form
        return None


def consonants(word: str) -> str:
    """The first letter and the first few consonants: the same for a word and a name that it may mean."""
    return word[:1] + _VOWELS.sub("", word)[:LEAST_CONSONANTS]


def means(word: Word, wanted: str, *, exact: bool, inflecting: bool) -> bool:
    """Whether a word of a text is that word of a name, with another ending at most."""
    if word.plain == wanted:
        return not exact or word.text.isupper() or not word.text.isascii()
    if exact or word.text[0].islower() or len(wanted) < LEAST_LETTERS:
        return False
    longer = len(word.plain) - len(wanted)
    if not inflecting:
        most = 1 if len(wanted) > LEAST_LETTERS or word.plain.endswith("s") else 0
        return word.plain.startswith(wanted) and longer <= most
    stem = wanted.rstrip("aeiou")
    if len(stem) >= LEAST_LETTERS and word.plain.startswith(stem):
        return longer <= LONGEST_ENDING
    if word.text.isascii():
        return False
    here, there = _VOWELS.sub("", word.plain), _VOWELS.sub("", wanted)
    return len(there) >= LEAST_CONSONANTS and here.startswith(there) and len(here) - len(there) <= 1


def forms_of_english(annotated: Sequence[Annotated]) -> Iterator[Form]:
    """The names of the English articles as they are written there."""
    for item in annotated:
        for mention in item.mentions:
            if isinstance(mention.value, Name):
                name = replace(mention.value, role="")
                for words in dict.fromkeys((mention.text, name.full)):
                    yield from _form(words, name)
                surname = name.full.split()[-1]
                if name.type == "person" and len(surname) >= LEAST_LETTERS:
                    yield from _form(surname, name)


def forms_of_places() -> Iterator[Form]:
    """Countries and capitals as other languages call them."""
    places = gazetteer()
    for line in data_lines("places_in_other_languages.txt"):
        full, _, others = line.partition("|")
        place = places.find(tuple(full.split()))
        if place is not None:
            for other in others.split(","):
                yield from _form(other, Name(place.key, place.full, "place"))


def places_written_together() -> Mapping[str, Name]:
    """Places in scripts that put no blanks between words (or glue an article to them)."""
    places = gazetteer()
    found: dict[str, Name] = {}
    for line in data_lines("places_in_other_languages.txt"):
        full, _, others = line.partition("|")
        place = places.find(tuple(full.split()))
        for other in others.split(",") if place else ():
            if place and (written := other.strip()) and not written[0].isupper():
                found[written] = Name(place.key, place.full, "place")
    return found


def forms_of_others(
    texts: Mapping[str, Sequence[Sequence[Word]]], languages: Mapping[str, str], known: Known
) -> Iterator[Form]:
    """Names of two words or more, each with a capital, that several articles have and no English one."""
    articles_of: dict[tuple[str, ...], set[str]] = defaultdict(set)
    written: dict[tuple[str, ...], str] = {}
    for article, sentences in sorted(texts.items()):
        for words in sentences:
            taken = {
                at for start, end, _ in known.names(words, languages[article]) for at in range(start, end)
            }
            for run in _runs(words):
                if not taken.intersection(range(run[0].start, run[-1].end)):
                    key = tuple(word.plain for word in run)
                    articles_of[key].add(article)
                    written.setdefault(key, " ".join(word.text for word in run))
    for key, articles in articles_of.items():
        if len(articles) > 1:
            name = Name(" ".join(key), written[key], "other")
            yield Form(key, False, name)
            if len(key[-1]) > LEAST_LETTERS:
                yield Form(key[-1:], False, name)


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Two or three neighbouring words with a capital, the first of a sentence left out."""
    run: list[Word] = []
    for word in words[1:]:
        if word.text[0].isupper() and (not run or word.start - run[-1].end == 1):
            run.append(word)
            continue
        if 2 <= len(run) <= 3:
            yield run
        run = [word] if word.text[0].isupper() else []
    if 2 <= len(run) <= 3:
        yield run


def _form(written: str, name: Name) -> Iterator[Form]:
    words = [match.group() for match in _WORD.finditer(written) if match.group().lower() not in ("the", "s")]
    plain = tuple(form for word in words if (form := plain_form(word)))
    if not plain or not words[0][0].isupper():
        return
    short = len(plain) == 1 and (len(plain[0]) < LEAST_LETTERS or written.strip().isupper())
    yield Form(plain, short, name)
