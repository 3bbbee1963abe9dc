"""Runs of capitalised words cut into names: titles and places peeled off, joint names taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.capitals import Run, Vocabulary, Word
from newsdiff.mentions.names.places import Gazetteer, Place, gazetteer
from newsdiff.model import Sentence

_OF = frozenset(("of", "of the"))
_PARTICLE_GAPS = frozenset(
    "de|de la|de los|de las|los|las|dela|"
    "del|della|der|den|di|da|do|dos|das|van|van der|van den|von|von der|la|le|el|al|bin|ibn|zu|af|"
    "av|du|y|e".split("|")
)
_FOR_HEADS = frozenset(
    "center centre institute agency council campaign fund foundation department ministry school society "
    "association movement office committee party alliance league bureau coalition network".split()
)
_ON_HEADS = frozenset("committee commission council conference institute convention".split())
_AND_TAILS = frozenset("executive affairs development sport sports culture food woods young poor".split())
_SAINTED = frozenset(
    "hospital church school college cathedral square university palace park court stadium chapel".split()
)
_NAME_MONTHS = frozenset(("may", "march", "april", "june", "august", "jan", "mar"))


@dataclass(slots=True)
class Candidate:
    """One name as written in one place, before it is resolved to an entity."""

    sentence: Sentence
    start: int
    end: int
    words: tuple[str, ...]
    """Without titles and possessive endings."""
    place: Place | None = None
    titled: bool = False
    courtesy: str = ""
    """The courtesy title as written ("mr", "mrs"), which shows the gender."""
    role: str = ""
    doubtful: bool = False
    """One word that stands where any word has a capital: a name only if the event says so elsewhere."""
    organisation: bool = False


_HOLIDAYS = frozenset("new year years year's eve day christmas easter thanksgiving ramadan boxing".split())
_ADMINISTRATIVE = frozenset(
    "province county district region oblast governorate prefecture river state".split()
)
Piece = list[Word]


class NameSegmenter:
    """Segments runs into candidates; `known` holds the lower-case pieces that stand alone in the event."""

    def __init__(self, text: str, vocabulary: Vocabulary, known: frozenset[tuple[str, ...]]) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._known = known
        self._surnames = frozenset(piece[-1] for piece in known if len(piece) > 1)
        self._lists = lexicon()
        self._places: Gazetteer = gazetteer()
        self._first_names = self._lists.first_names

    def pieces(self, run: Run) -> list[Piece]:
        """The run cut at connecting words and possessives, without leading and trailing common words."""
        found: list[Piece] = [[run.words[0]]]
        for index, gap in enumerate(run.gaps):
            if self._joins(run, index, gap, found[-1]):
                found[-1].append(run.words[index + 1])
            else:
                found.append([run.words[index + 1]])
        return [piece for raw in found for piece in self._without_common(raw)]

    def candidates(self, run: Run) -> list[Candidate]:
        """The names in the run, in order."""
        return [item for piece in self.pieces(run) for item in self._cut(run.sentence, piece)]

    # --- where a run breaks

    def _joins(self, run: Run, index: int, gap: str, before: Piece) -> bool:
        left, right = run.words[index], run.words[index + 1]
        if gap == "":
            return left.text == left.bare or (right.lower in _SAINTED and not self._is_place(left))
        if left.text != left.bare:
            return False
        if gap == ",":
            return run.gaps[index + 1 : index + 2] == ["&"]
        if gap == "&":
            return True
        if gap == "and":
            return self._joins_by_and(run, index, before)
        if gap in _OF:
            return self._joins_by_of(left, right, before)
        if gap in ("for", "for the"):
            return left.lower in _FOR_HEADS
        if gap in ("on", "on the"):
            return left.lower in _ON_HEADS
        if gap in _PARTICLE_GAPS:
            return not self._is_place(left)
        return False

    def _joins_by_and(self, run: Run, index: int, before: Piece) -> bool:
        left, last = run.words[index], index + 1
        if self._places.find((left.bare, "and", run.words[last].bare)):
            return True
        while last < len(run.gaps) and run.gaps[last] == "":
            last += 1
        tail, lists = run.words[last].lower, self._lists
        if left.lower in lists.topics and (
            tail in lists.organisation or run.words[index + 1].lower in lists.topics
        ):
            return True
        organisation = tail in self._lists.organisation or tail in _AND_TAILS
        if not organisation or last == index + 1 or self._is_person_or_place(left):
            return False
        own = before[self._leading_place(before)[1] :]
        return len(own) == 1 or all(word.lower in self._lists.modifier for word in own)

    def _joins_by_of(self, left: Word, right: Word, before: Piece) -> bool:
        if left.lower in self._lists.heads_of:
            return (
                len(before) == 1 or before[0].lower not in self._first_names
            )  # "James Head of Brown University"
        if len(before) != 1 or self._is_place(right) or self._is_person_or_place(left):
            return False
        # Works and bodies join ("Guardians of the Galaxy", "Seeds of Peace"), "Weiss of Belleair" does not.
        return left.lower not in self._surnames and not left.text.isupper()

    def _is_place(self, word: Word) -> bool:
        return self._places.find((word.bare,)) is not None

    def _is_person_or_place(self, word: Word) -> bool:
        return word.lower in self._first_names or self._is_place(word)

    # --- what is no part of a name

    def _without_common(self, piece: Piece) -> list[Piece]:
        parts: list[Piece] = [[]]
        for index, word in enumerate(piece):
            if self._breaks(piece, index):
                parts.append([])
            else:
                parts[-1].append(word)
        kept = [self._without_opening(part) for part in parts]
        return [part for part in kept if part and not (len(part) == 1 and len(part[0].bare) == 1)]

    def _breaks(self, piece: Piece, index: int) -> bool:
        word = piece[index]
        if word.lower in self._lists.calendar:
            if word.lower in _NAME_MONTHS and index:  # "Theresa May", "Ajmal Jan", "Long March"
                before = piece[index - 1].lower
                return before in self._lists.stop or before in self._lists.calendar
            after = piece[index + 1].lower if index + 1 < len(piece) else ""
            if after and self._text[word.end : piece[index + 1].start].strip() in _PARTICLE_GAPS:
                return False  # "Jan de Vries"
            return after not in self._lists.organisation
        if word.lower in self._lists.never or word.text[:2] in ("I'", "I’"):
            return True
        if word.text.isupper() and len(word.text) > 1:
            return False
        if index and piece[index - 1].lower in self._first_names and len(word.text) > 3:
            return False
        return word.lower in self._lists.stop and not (index == 0 and self._begins_place(piece))

    def _begins_place(self, piece: Piece) -> bool:
        return self._leading_place(piece)[1] > 1

    def _without_opening(self, part: Piece) -> Piece:
        """Without a first word that is capitalised only because a sentence starts with it."""
        while len(part) > 1 and part[0].initial and self._only_opens(part):
            part = part[1:]
        return part

    def _only_opens(self, part: Piece) -> bool:
        word = part[0].lower
        if self._is_person_or_place(part[0]) or word in self._lists.courtesy or word in self._lists.rank:
            return False
        if tuple(item.lower for item in part) in self._known or self._begins_place(part):
            return False
        if self._text[part[0].end : part[1].start].strip() in _OF:
            return False
        if self._vocabulary.is_common(word):
            return True
        return part[1].lower in self._first_names and not self._vocabulary.capital[word]

    # --- what a piece holds

    def _cut(self, sentence: Sentence, piece: Piece) -> list[Candidate]:
        place, length = self._leading_place(piece)
        if place and length == len(piece):
            return [self._candidate(sentence, piece, place=place)]
        if place and not place.country and all(word.lower in _ADMINISTRATIVE for word in piece[length:]):
            return [self._candidate(sentence, piece, place=place)]
        titled = self._titled(sentence, piece)
        if titled is not None:
            return titled
        if place and self._place_stands_apart(place, piece, length):
            rest = self._cut(sentence, piece[length:])
            return [self._candidate(sentence, piece[:length], place=place), *rest]
        apart = self._known_before_person(piece) or self._organisation_before_person(piece)
        if apart:
            return [*self._cut(sentence, piece[:apart]), *self._cut(sentence, piece[apart:])]
        if all(word.lower in _HOLIDAYS for word in piece):
            return []
        if all(word.lower in self._lists.modifier or word.lower in self._lists.rank for word in piece):
            return []
        return [self._candidate(sentence, piece)]

    def _candidate(
        self,
        sentence: Sentence,
        piece: Piece,
        place: Place | None = None,
        titled: str | None = None,
        role: str = "",
    ) -> Candidate:
        words = tuple(word.bare for word in piece)
        doubtful = len(piece) == 1 and piece[0].initial and place is None and titled is None
        end = piece[-1].start + len(piece[-1].bare)
        candidate = Candidate(
            sentence, piece[0].start, end, words, place, titled is not None, titled or "", role
        )
        candidate.doubtful = doubtful
        return candidate

    def _leading_place(self, piece: Piece) -> tuple[Place | None, int]:
        """The longest known place that the piece begins with, and how many words it takes."""
        for length in range(min(len(piece), self._places.longest), 0, -1):
            found = self._places.find(tuple(word.bare for word in piece[:length])) or self._abbreviated(
                piece[:length]
            )
            if found and not (length == 1 and len(piece) > 1 and self._is_given_name(piece)):
                return found, length
        return None, 0

    def _abbreviated(self, words: Piece) -> Place | None:
        """The place behind an abbreviation with a full stop ("Ariz.")."""
        if len(words) != 1 or self._text[words[0].end : words[0].end + 1] != ".":
            return None
        return self._places.exact(words[0].text + ".")

    def _is_given_name(self, piece: Piece) -> bool:
        """Whether a word that is also a place ("Paris", "Jordan") is rather a first name here."""
        return piece[0].lower in self._first_names and piece[1].lower not in self._lists.organisation

    def _place_stands_apart(self, place: Place, piece: Piece, length: int) -> bool:
        """Whether a leading place is an attribute ("British actor"), not part of it ("British Airways")."""
        rest = piece[length:]
        last = rest[-1].lower
        if last in self._lists.organisation or last in self._lists.designator:
            return False
        if rest[0].lower in self._first_names and len(rest) > 1:
            return True
        exact = place.adjective or place.country
        return exact and tuple(word.lower for word in rest) in self._known

    def _known_before_person(self, piece: Piece) -> int:
        """How many words in front of a person are a name of their own ("United Nations Nikki Haley")."""
        for length in range(1, len(piece) - 1):
            if piece[length].lower in self._first_names and piece[0].lower not in self._first_names:
                return length if tuple(word.lower for word in piece[:length]) in self._known else 0
        return 0

    def _organisation_before_person(self, piece: Piece) -> int:
        """How many words are an organisation with a person behind ("Space Administration Wu Yanhua")."""
        at = len(piece) - 3
        if at < 1 or piece[at].lower not in self._lists.organisation:
            return 0
        rest = [word.lower for word in piece[at + 1 :]]
        known = self._lists.organisation | self._lists.designator | self._lists.modifier
        return 0 if any(word in known or self._vocabulary.lower[word] for word in rest) else at + 1

    def _titled(self, sentence: Sentence, piece: Piece) -> list[Candidate] | None:
        """The piece read as "places and offices, title, person"; None when it holds no title."""
        lists = self._lists
        at = max(
            (i for i, word in enumerate(piece) if word.lower in lists.rank or word.lower in lists.courtesy),
            default=-1,
        )
        if at < 0:
            return None
        after = at + 1
        if after < len(piece) and self._text[piece[at].end : piece[after].start].strip() in _OF:
            while after < len(piece) and (
                piece[after].lower in lists.modifier or piece[after].lower == "states"
            ):
                after += 1
        person = piece[after:]
        if person and after == at + 1 and self._text[piece[at].end : person[0].start].strip() in _OF:
            return [*self._offices(sentence, piece[:at]), *self._cut(sentence, person)]
        if all(word.lower in lists.suffix for word in person):
            if len(piece) > 1 and piece[0].lower in self._first_names and at == len(piece) - 1:
                return None  # "Stephen King"
            if person:
                return None  # "Martin Luther King, Jr."
            return self._offices(sentence, piece)
        courtesy = piece[at].lower if piece[at].lower in lists.courtesy else ""
        if not self._can_be_person(person, bool(courtesy)):
            return None if after == at + 1 else self._offices(sentence, piece[:after])
        role = "" if courtesy and at == 0 else self._text[piece[0].start : person[0].start].strip()
        return [
            *self._offices(sentence, piece[:at]),
            self._candidate(sentence, person, titled=courtesy, role=role),
        ]

    def _can_be_person(self, person: Piece, courtesy: bool) -> bool:
        if len(person) > 4 or any(word.text.isupper() and len(word.text) > 3 for word in person[1:]):
            return False
        lists = self._lists
        if any(word.lower in lists.organisation or word.lower in lists.designator for word in person):
            return courtesy
        if person[0].lower in lists.modifier or self._vocabulary.is_common(person[0].lower):
            return courtesy or person[0].lower in self._first_names
        words = tuple(word.bare for word in person)
        return courtesy or self._places.find(words) is None

    def _offices(self, sentence: Sentence, words: Piece) -> list[Candidate]:
        """The places and organisations named in front of or inside a title."""
        found: list[Candidate] = []
        rest = words
        while rest:
            place, length = self._leading_place(rest)
            if place:
                found.append(self._candidate(sentence, rest[:length], place=place))
                rest = rest[length:]
                continue
            length = self._office_length(rest)
            if length and not all(word.lower in self._lists.modifier for word in rest[:length]):
                found.append(self._candidate(sentence, rest[:length]))
            rest = rest[max(length, 1) :]
        return found

    def _office_length(self, words: Piece) -> int:
        """How many words from the first belong to one organisation in front of a title."""
        length = 0
        for word in words:
            if word.lower in self._lists.rank or word.lower in self._lists.courtesy:
                break
            if length and word.lower in self._lists.modifier and words[0].lower not in ("white", "supreme"):
                break
            length += 1
        return length


def pieces_alone(cutter: NameSegmenter, runs: Iterable[Run]) -> set[tuple[str, ...]]:
    """The pieces, in lower case, that stand alone where only a name has a capital."""
    return {
        tuple(word.lower for word in piece)
        for run in runs
        for piece in cutter.pieces(run)
        if not piece[0].initial
    }


def lower_case_tail(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern for one of the phrases right after a name."""
    longest_first = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\s(?:" + "|".join(map(re.escape, longest_first)) + r")\b(?!-)")
