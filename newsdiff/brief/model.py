"""What the brief of an event holds: its differences, what most outlets report, what only one does.

Everything is named by verbatim words of the articles. Offsets are code points into an article's text,
end-exclusive.
"""

from __future__ import annotations

from typing import TypeAlias

from newsdiff.model import Level, Opinion
from newsdiff.quick_dataclass import dataclass
from newsdiff.signs import CONFIRMED, Sign

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article and the sentence they stand in."""

    article: str
    start: int
    end: int
    sentence: Span
    lit: tuple[Span, ...] = ()
    """Words of a claim that stand against those of the version beside it; empty where none can be named."""
    focus: int | None = None
    """Where an excerpt of the sentence is looked at; None for where the words begin."""


@dataclass(frozen=True, slots=True)
class Version:
    """One value, or one version of a claim, with the articles whose own words give it."""

    words: str
    """On one line."""
    passages: tuple[Passage, ...]
    """The first of each article, in article order."""


@dataclass(frozen=True, slots=True)
class WorthALook:
    """A difference, with the words of every outlet."""

    detail: str
    sign: Sign
    label: str
    asked: str
    """What is asked, in words of the texts or of the reader; empty for a claim that the reader did not name:
    its versions say it themselves."""
    versions: tuple[Version, ...]
    update: str | None = None
    """``5 → 7`` where later articles give the later value."""
    dated: bool = False
    """Whether the versions were published on different days, so that the days belong beside them."""
    opinion: Opinion | None = None
    of_sentences: bool = False
    """Whether the versions are whole sentences of a claim: these say what differs."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What several articles report: a sentence in the words of one of them, or a figure that all give."""

    statement: str
    """Id of the statement; empty for a figure."""
    passage: Passage
    """The shortest clear wording."""
    also: tuple[Passage, ...]
    """The sentence of every other article that says it in words of its own, in article order."""
    independent_texts: int
    """Of these articles, those that do not repeat another one's sentence."""
    versions: tuple[Version, ...] = ()
    """The figure with the articles that give it, where they word it differently or nothing else is shared."""
    detail: str = ""
    """For a figure: the id of its detail."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that report it, the quoted one first."""
        return (self.passage.article, *(passage.article for passage in self.also))


@dataclass(frozen=True, slots=True)
class Alone:
    """What one article has and no other was found to have."""

    article: str
    passages: tuple[Passage, ...]
    """One sentence per paragraph, its first; what matters most comes first."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One screen on an event: where the outlets differ, what they agree on, what only one has."""

    worth_a_look: tuple[WorthALook, ...]
    """The main happening first: toll, place, time, cause, persons."""
    dismissed: tuple[WorthALook, ...]
    """What the reader said is no difference."""
    most_reported: tuple[Reported, ...]
    """Those reported by the most independent texts first."""
    only_in_one: tuple[Alone, ...]
    """In the order of the articles; articles with nothing of their own are left out."""

    @property
    def confirmed(self) -> int:
        """How many differences the reader has confirmed or added."""
        return sum(line.sign == CONFIRMED for line in self.worth_a_look)

    @property
    def not_judged(self) -> int:
        """How many differences the reader has not judged."""
        return len(self.worth_a_look) - self.confirmed

    def none_to_judge(self, level: Level) -> str:
        """A sentence for where no difference is left to judge at a level."""
        if self.confirmed:
            return f"All differences found were judged at level {level}."
        if self.dismissed:
            return f"All {len(self.dismissed):,} dismissed: no other differences found at level {level}."
        return f"No differences found at level {level}."
