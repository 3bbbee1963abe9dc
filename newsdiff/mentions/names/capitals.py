"""Capitalised words of a sentence and the runs they form: the raw material of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.folding import without_possessive
from newsdiff.mentions.names.nicknames import nicknames
from newsdiff.mentions.names.places import gazetteer
from newsdiff.mentions.numbers.money import is_currency
from newsdiff.model import Article, Sentence
from newsdiff.patterns import lazy_pattern

_CAPITALISED = lazy_pattern(
    r"(?<![\w@#/\\.])"  # not inside a word, a handle, a tag or an address
    r"(?:(?:[A-Z]\.){2,}(?!\w)|[A-Z]\.(?:[A-Z]\.)+[A-Z]?|[A-Z]&[A-Z]\b"
    r"|(?:(?:al|el|as|ash|an|ar|ad|at|ul)[-‐‑])?[^\W\d_a-z]\w*(?:['’ʼ\-‐‑]\w+)*)"
)
_ARTICLE = lazy_pattern(r"[a-z]{2,3}[-‐‑]\w")
"""The Arabic article in front of a name: "al-Assad"."""
_LOWER_WORD = lazy_pattern(r"(?<![\w'’.@#/-])[a-z]{2,}(?![\w@])")
_DASHED = lazy_pattern(r"[-‐‑–]")
_ADJECTIVE_TAIL = lazy_pattern(
    r"[-‐‑](?:[a-z]+(?:ed|ing|led|en|ly|ish|able|most)|based|born|style|wide|friendly|era|like|held|run|only|free|"
    r"made|owned|old|bound|area|type|level|linked|controlled|month|year|day|week|hour|sized|speaking|in-chief|"
    r"turned|elect|on|to|and|or|versus|vs)\b.*$"
)
LONGEST_RUN = 20
"""Words that can stand in one run; no name is longer, and what looks at a run may look at all pairs in it."""
_SHOUTED_FROM = 25
"""A sentence of capitals only, from this length on, does not show which of its words are names."""
_OPENING = lazy_pattern(r"[\s\"“”„«»‘’'(\[\-–—•*…_]*$")
"""What may stand between the start of a sentence and its first word."""
_RESTART = lazy_pattern(r"(?:[:;!?…•|]|[—–])\s*[\"“„«‘'(\[]*$|[\"“„«]$|\s[‘']$")
"""After these the next word may be capitalised for its place alone."""
_ABBREVIATED = frozenset(
    "mr mrs ms dr drs messrs prof gen sen rep gov lt col sgt capt cpl maj adm cmdr rev hon pres st ste mt ft "
    "jr sr".split()
)
_COMPOUND_SKIP = frozenset(("al", "el", "abu", "bin", "ibn", "ben"))


@dataclass(slots=True)
class Word:
    """A capitalised word by its offsets into the article's text."""

    text: str
    start: int
    end: int
    initial: bool
    """Whether its place alone (a sentence's start, after a quotation mark) asks for the capital."""
    bare: str = ""
    """Without a possessive ending."""
    lower: str = ""

    def __post_init__(self) -> None:
        """Fill in the derived forms."""
        self.bare = without_possessive(self.text)
        self.lower = self.bare.lower().rstrip(".").replace("’", "'")


@dataclass(slots=True)
class Run:
    """Capitalised words with nothing between them but what can stand inside a name."""

    sentence: Sentence
    words: list[Word]
    gaps: list[str]
    """The text between word i and word i + 1, spaces stripped: "", ".", "of the", "and", "&" …"""


@dataclass
class Vocabulary:
    """How often the event writes a word in lower case, and capitalised where only a name asks for it."""

    lower: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)

    def is_common(self, word: str) -> bool:
        """Whether the event treats the word as a common one."""
        small = self.lower[word]
        return small > 0 and small >= self.capital[word]


_GAPS = frozenset(
    "of|of the|for|for the|and|&|de|de la|de los|de las|los|las|dela|"
    "del|della|der|den|di|da|do|dos|das|van|van der|van den|von|"
    "von der|la|le|el|al|bin|ibn|y|e|on|on the|in the|to the|zu|af|av|du|the".split("|")
)


def read_runs(article: Article, sentences: Iterable[Sentence], vocabulary: Vocabulary) -> list[Run]:
    """The runs of the article, and its words counted into `vocabulary`."""
    runs: list[Run] = []
    text = article.text
    for sentence in sentences:
        vocabulary.lower.update(_LOWER_WORD.findall(text, sentence.start, sentence.end))
        inside = list(nicknames(text, sentence.start, sentence.end))
        words = capitalised_words(text, sentence.start, sentence.end)
        vocabulary.capital.update(word.lower for word in words if not word.initial)
        if inside:
            words = [word for word in words if not any(start < word.start < end for start, end in inside)]
        runs.extend(runs_of(text, sentence, words, inside))
    return runs


def capitalised_words(text: str, start: int, end: int) -> list[Word]:
    """The capitalised words between two offsets; compounds like "Russia-Ukraine" come as two."""
    words: list[Word] = []
    shouted = end - start > _SHOUTED_FROM and text[start:end].isupper()
    for match in _CAPITALISED.finditer(text, start, end):
        token = match.group()
        if not token[0].isupper() and not _ARTICLE.match(token):
            continue
        if is_currency(text, match.start()):
            continue
        before = text[max(start, match.start() - 24) : match.start()]
        initial = bool(_OPENING.fullmatch(before) if match.start() - start <= 24 else False) or bool(
            _RESTART.search(before)
        )
        token = without_adjective_tail(token)
        if len(token) == 1 and len(match.group()) > 1:
            continue  # "S-curves", "A-levels"
        at = match.start()
        for part in compound_parts(token):
            words.append(Word(part, at, at + len(part), initial or shouted))
            at += len(part) + 1
            initial = False
    return words


def without_adjective_tail(token: str) -> str:
    """The name in a compound adjective: "Kremlin-backed", "NFL-best"; "Jae-in" stays whole."""
    if token.isalnum():
        return token
    dash = _DASHED.search(token)
    if not dash:
        return token
    cut = _ADJECTIVE_TAIL.sub("", token)
    head, tail = token[: dash.start()], token[dash.end() :]
    if cut == token and tail.islower() and len(tail) > 1 and (head.isupper() or gazetteer().find((head,))):
        return head
    return cut


def compound_parts(token: str) -> list[str]:
    """A hyphenated token as one name ("Jean-Paul") or as the names it is made of ("Iran-Iraq")."""
    if token.isalnum() or not _DASHED.search(token):
        return [token]
    parts = _DASHED.split(token)
    if not all(part[:1].isupper() for part in parts) or parts[0].lower() in _COMPOUND_SKIP:
        return [token]
    known = gazetteer()
    if known.find((token,)):
        return [token]
    return parts if any(known.find((part,)) for part in parts) else [token]


def runs_of(
    text: str, sentence: Sentence, words: Sequence[Word], inside: Sequence[tuple[int, int]] = ()
) -> list[Run]:
    """Neighbouring words joined to runs, also over the nicknames that stand `inside` the sentence."""
    runs: list[Run] = []
    previous: Word | None = None
    for word in words:
        gap = joining_gap(text[previous.end : word.start], previous, word) if previous else None
        if previous and (previous.end + 1, word.start - 1) in inside:
            gap = ""
        if gap is None or len(runs[-1].words) >= LONGEST_RUN:
            runs.append(Run(sentence, [word], []))
        else:
            runs[-1].words.append(word)
            runs[-1].gaps.append(gap)
        previous = word
    return runs


def joining_gap(between: str, left: Word, right: Word) -> str | None:
    """What stands between two words of one run, or None where the run ends."""
    if len(between) > 12 or "\n" in between or (right.initial and between.strip() != "."):
        return None
    stripped = between.strip()
    if stripped == "":
        return "" if between else None
    if stripped in _GAPS:
        return stripped
    if stripped == "." and between[0] == ".":
        return "" if left.lower in _ABBREVIATED or len(left.text) == 1 else None
    if stripped == ",":
        lists = lexicon()
        return "" if right.lower in lists.suffix or right.lower in ("inc", "ltd", "llc") else ","
    return None
