"""Tokens: the words and numbers of a text as stems that different outlets' wording can meet on.

The stemmer is our own and deliberately light: it takes off English inflection ("bombings" and
"bombed" meet "bomb") and two frequent derivations ("investigation" meets "investigated"). A stem need
not be a word.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newsdiff.letters import to_ascii
from newsdiff.patterns import lazy_pattern
from newsdiff.unseen import Seen, holds_unseen

WORD = lazy_pattern(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\d*[^\W_]+")
"""A number with its separators ("5,000", "15.5", "06:00"), a word with its apostrophes, or a mixture."""

STOP_WORDS = frozenset(
    """
    a about above according across after again against ago all almost along already also although always am
    among amid an and another any anyone anything are around as at away back be became because become been
    before began begin being below between both but by came can cannot come could did do does doing done
    down during each either else enough especially etc even ever every few first for from further gave get
    give go goes going gone got had has have having he hence her here hers herself him himself his how
    however i if in indeed instead into is it its itself just keep kept know known last later least less let
    like likely made make many may maybe me meanwhile might more moreover most mr mrs ms much must my myself
    near nearly neither never new next no nobody none nor not nothing now of off often on once one only onto
    or other others otherwise our ours out over own per perhaps please put quite rather really said same saw
    say saying says see seem seemed seems seen several shall she should since so some somebody someone
    something sometimes soon still such take taken takes tell tells than that the their theirs them
    themselves then there these they thing things this those though through throughout thus to today
    together told tomorrow too took toward towards tuesday under until up upon us use used very via want was
    way we well went were what whatever when where whereas whether which while who whole whom whose why will
    with within without would yes yesterday yet you your yours monday wednesday thursday friday saturday
    sunday dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt shouldnt hasnt havent hadnt cant
    im ive youre youve hes shes theyre theyve weve thats theres whats lets ll ve re
    """.split()
)
"""Words that say nothing about what a paragraph reports. Weekdays are here: dates are typed mentions."""

NUMBER_WORDS = {
    "zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80",
    "ninety": "90", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "twice": "2",
}  # fmt: skip

BASE_FORMS = {
    "agree": "agreed", "arise": "arose arisen", "bear": "bore borne", "beat": "beaten",
    "bite": "bit bitten", "blow": "blew blown", "break": "broke broken", "bring": "brought",
    "build": "built", "burn": "burnt", "buy": "bought", "catch": "caught", "child": "children",
    "choose": "chose chosen", "deal": "dealt", "die": "died dies dying", "draw": "drew drawn",
    "drink": "drank drunk", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen",
    "feel": "felt", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown", "foot": "feet",
    "forget": "forgot forgotten", "free": "freed", "freeze": "froze frozen", "grow": "grew grown",
    "guarantee": "guaranteed", "hang": "hung", "hear": "heard", "hide": "hid hidden", "hold": "held",
    "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "lie": "lying",
    "life": "lives", "lose": "lost", "mean": "meant", "meet": "met", "pay": "paid", "ride": "rode ridden",
    "ring": "rang rung", "rise": "rose risen", "run": "ran", "seek": "sought", "sell": "sold",
    "send": "sent", "shake": "shook shaken", "shoot": "shot", "show": "shown", "sink": "sank sunk",
    "sit": "sat", "sleep": "slept", "speak": "spoke spoken", "spend": "spent", "stand": "stood",
    "steal": "stole stolen", "stick": "stuck", "strike": "struck stricken", "swear": "swore sworn",
    "sweep": "swept", "swim": "swam", "teach": "taught", "tear": "tore torn", "think": "thought",
    "throw": "threw thrown", "understand": "understood", "wear": "wore worn", "win": "won",
    "withdraw": "withdrew withdrawn", "write": "wrote written",
}  # fmt: skip
"""Irregular past tenses and plurals of words that news use, by the form they count as."""

IRREGULAR = {form: base for base, forms in BASE_FORMS.items() for form in forms.split()}

NO_PLURAL = frozenset("abdomen acumen amen omen regimen semen specimen yemen".split())
"""Words in -men that are not several men."""

VOWELS = frozenset("aeiouy")
LONGEST_WORD = 40
"""Longer runs of letters are no word: they are cut, so that hostile text costs nothing."""


class Token(NamedTuple):
    """A word or number of a text: its span, and the stem it counts as (empty for a stop word).

    A tuple, because a comparison makes them by the ten thousand.
    """

    start: int
    end: int
    stem: str


MOST_KEPT = 4_096
"""Sentences whose words are remembered: several steps of a comparison look at each."""
LONGEST_KEPT = 1_000
"""Code points of such a sentence: a whole text is read once, and its words take much room."""


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and numbers of ``text[start:end]`` in order, stop words with an empty stem.

    Letters that nobody sees are no part of a word and end none; the offsets are those of `text`.
    """
    end = len(text) if end is None else end
    return (_kept if end - start <= LONGEST_KEPT else _read)(text, start, end)


def _read(text: str, start: int, end: int) -> tuple[Token, ...]:
    if holds_unseen(text, start, end):
        seen = Seen(text[start:end])
        return tuple(
            Token(start + seen.source_start(token.start), start + seen.source_end(token.end), token.stem)
            for token in tokens(seen.text)
        )
    found = []
    for match in WORD.finditer(text, start, end):
        first, last = match.span()
        word = match[0] if last - first <= LONGEST_WORD else match[0][:LONGEST_WORD]
        found.append(Token(first, last, stem_of(word)))
    return tuple(found)


_kept = lru_cache(maxsize=MOST_KEPT)(_read)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, without accents, possessive ending and the separators of thousands."""
    plain = word.lower().replace("’", "'")
    if not plain.isascii():
        plain = to_ascii(word).lower()
    if plain[:1].isdigit():
        return plain.replace(",", "")
    if plain.endswith("'s"):
        plain = plain[:-2]
    return plain.replace("'", "")


@lru_cache(maxsize=100_000)
def stem_of(word: str) -> str:
    """What a word counts as: empty for a stop word, digits for a number word, else its stem."""
    plain = fold(word)
    if plain in STOP_WORDS or len(plain) < 2:
        return plain if plain.isdigit() and plain != "1" else ""
    if plain[0].isdigit():
        return plain
    if plain in NUMBER_WORDS:
        return NUMBER_WORDS[plain]
    return strip_endings(IRREGULAR.get(plain, plain))


def strip_endings(word: str) -> str:
    """The word without its inflection; unchanged when what is left would be too short to mean anything."""
    if word.endswith("men") and word not in NO_PLURAL:
        return word[:-2] + "an"
    if len(word) <= 3:
        return word
    word = without_derivation(without_tense(without_plural(word)))
    if word.endswith("ll") and len(word) > 6:
        word = word[:-1]
    if word.endswith("e") and not is_short(word[:-1]):
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def without_plural(word: str) -> str:
    """ "cities" to "city", "crashes" to "crash", "trains" to "train"; "crisis", "bus" and "boss" stay."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def without_tense(word: str) -> str:
    """ "rammed" and "ramming" to "ram", "fired" to "fire", "injured" to "injur" (as "injure")."""
    for ending in ("ied", "ing", "ed"):
        if not word.endswith(ending):
            continue
        base = word[: -len(ending)]
        if len(base) < 3 and ending == "ied":
            return word[:-1]
        if len(base) < 2 or word.endswith("eed") or not VOWELS.intersection(base):
            return word
        if ending == "ied":
            return base + "y"
        if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
            return base[:-1]
        return base + "e" if is_short(base) else base
    return word


def is_short(base: str) -> bool:
    """Whether a base is one syllable that needs its "e": "plan(e)", "fir(e)", "us(e)"."""
    if len(base) < 3:
        return True
    syllables = 0
    for before, letter in pairwise(base):
        syllables += before in VOWELS and letter not in VOWELS
    closed = base[-1] not in "aeiouwxy" and base[-2] in VOWELS and base[-3] not in VOWELS
    return syllables <= 1 and closed


def without_derivation(word: str) -> str:
    """ "investigation" to "investigat" (as "investigate"), "quickly" to "quick"."""
    if word.endswith(("tion", "sion")) and len(word) >= 7:
        return word[:-3]
    if word.endswith("ly") and len(word) >= 6:
        return word[:-2]
    if word.endswith("ment") and len(word) >= 10:
        return word[:-4]
    if word.endswith("ness") and len(word) >= 8:
        return word[:-4]
    if word.endswith("ator") and len(word) >= 8:
        return word[:-2]
    return word
