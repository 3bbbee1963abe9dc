"""The brief as lines of a screen: which lines there are at a size, and what the cursor can stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import Final, TypeAlias, TypeVar

from newsdiff.brief.model import Alone, Brief, Passage, Reported, Version, WorthALook
from newsdiff.brief.most_reported import NONE_REPORTED
from newsdiff.brief.only_in_one import captions_not_compared, said_of_others, why_not_listed
from newsdiff.brief.sharing import Sharing
from newsdiff.brief.timeline import Timeline
from newsdiff.calendar.display import short_day
from newsdiff.counting import number_of
from newsdiff.model import Comparison
from newsdiff.opinion.wording import OPINION_SIGNS, said_at_odds
from newsdiff.sanitize import one_line
from newsdiff.signs import CONFIRMED, DISMISSED, SIGNS
from newsdiff.takes.model import Takes
from widgets.brief.charts import sharing_lines, timeline_lines
from widgets.brief.lines import (
    Line,
    Run,
    beside,
    cut_runs,
    label,
    names_in_lines,
    padded,
    quoted,
    with_values,
    wrapped,
)
from widgets.brief.takes import explanation, other_rows, take_rows
from widgets.text.wrapping import width_of

Rows: TypeAlias = list[list[Run]]
"""What one item of the brief is drawn as."""
AnyLine = TypeVar("AnyLine", WorthALook, Reported)
LOOK_SHARE: Final = 0.5
"""Of the lines of the screen, what the differences take at first."""
LEAST_SHOWN: Final = 2
SHOWN_MORE: Final = 20
"""Items that `space` adds: laying out hundreds at once would be felt."""
LEAST_GAP: Final = 6
"""Cells that a line of names may leave empty at its end, because names are not cut."""
ALONE_SHOWN: Final = 5
"""Passages of one outlet that are listed at first."""
TWO_LINES_FROM: Final = 32
"""Lines of the screen from which a version of a claim takes two."""
_SIGN_STYLES: Final = {
    CONFIRMED: "confirmed",
    DISMISSED: "hint",
    **{sign: f"sign-{standing}" for standing, sign in SIGNS.items()},
}


@dataclass(frozen=True, slots=True)
class Item:
    """What the cursor can stand on."""

    key: str
    """The same in every comparison of the event that has it."""
    passage: Passage | None = None
    """Where it stands in the text; None for a plot or a list."""
    detail: str | None = None
    folds: bool = False
    """Whether enter opens and closes what stands below it."""
    more: str = ""
    """What `space` shows more of: the name of a section."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the brief shows besides itself."""

    timelines: tuple[Timeline, ...]
    sharing: Sharing
    independent_texts: int
    takes: Takes
    notes: int = 0
    wider: str = ""
    """The key that goes on to a wider level."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The room there is and what the reader has opened."""

    width: int
    height: int
    opened: frozenset[str] = frozenset()
    """Keys of the items that are unfolded."""
    more: Mapping[str, int] = field(default_factory=dict)
    """Section -> how many lines the reader asked for besides those that stand there at first."""


class BriefPicture:
    """All lines at one shape."""

    def __init__(
        self,
        comparison: Comparison,
        brief: Brief,
        facts: Facts,
        shape: Shape,
        before: BriefPicture | None = None,
    ) -> None:
        """`before` is the picture that was shown until now: what it drew of differences stays drawn."""
        self._comparison = comparison
        self._brief = brief
        self._facts = facts
        self._shape = shape
        self._of = facts.independent_texts
        self._sign = 2 * len(str(self._of)) + 3
        """Cells of the sign, or of how many texts report a line, with a blank on either side."""
        self._words = max(20, shape.width * 5 // 8 - self._sign)
        """Cells of the words, beside which the outlets stand."""
        self._outlets = max(8, shape.width - self._sign - self._words - 2)
        self.items: list[Item] = []
        self.lines: list[Line] = []
        self._marks: dict[str, Rows] = before._marks if before and before._is_drawn_like(self) else {}
        """Id of a difference -> its lines at this size."""
        self._compose()

    def _is_drawn_like(self, other: BriefPicture) -> bool:
        """Whether differences look the same in the other picture."""
        return (
            self._brief is other._brief
            and self._facts is other._facts
            and (self._shape.width, self._shape.height) == (other._shape.width, other._shape.height)
        )

    @property
    def _indent(self) -> str:
        return " " * self._sign

    # -- the whole ---------------------------------------------------------------

    def _compose(self) -> None:
        self._worth_a_look()
        self._blank()
        self._takes()
        self._most_reported()
        self._blank()
        self._only_in_one()
        self._plots()

    def _blank(self) -> None:
        self.lines.append(Line())

    def _heading(self, words: str, beside: str = "") -> None:
        """A heading; what stands beside it is left out where there is no room."""
        gap = self._shape.width - len(words) - len(beside) - 2
        runs: list[Run] = [(f" {words}", "title-plain")]
        if beside and gap > 1:
            runs.append((" " * gap + beside, "hint"))
        self.lines.append(Line(tuple(cut_runs(runs, self._shape.width))))

    def _remark(self, sentence: str) -> None:
        """A sentence under a heading, in two lines at most."""
        for words in wrapped(sentence, self._shape.width - len(self._indent) - 1, 2):
            self.lines.append(Line(((f"{self._indent}{words}", "hint"),)))

    def _add(self, item: Item, rows: Sequence[Sequence[Run]]) -> None:
        number = len(self.items)
        self.items.append(item)
        self.lines += [Line(tuple(cut_runs(runs, self._shape.width)), number) for runs in rows]

    def _more(self, section: str, hidden: int) -> None:
        if hidden > 0:
            words: list[Run] = [(f"{self._indent}… {hidden:,} more (space)", "hint")]
            self._add(Item(f"more {section}", more=section), [words])

    # -- worth a look -------------------------------------------------------------

    def _worth_a_look(self) -> None:
        lines, brief = self._brief.worth_a_look, self._brief
        counts = [f"confirmed {brief.confirmed}", f"dismissed {len(brief.dismissed)}"]
        counts.append(f"not judged {brief.not_judged}")
        counts += [number_of(self._facts.notes, "note")] if self._facts.notes else []
        self._heading(f"Worth a look · {len(lines)}", " · ".join(counts))
        if not lines:
            none = self._brief.none_to_judge(self._comparison.level)
            if self._facts.wider and self._comparison.level != "all":
                none = f"{none} {self._facts.wider} looks for less sure ones."
            self._remark(none)
        drawn = self._drawn("look", lines, self._look, LOOK_SHARE)
        for line, rows in zip(lines, drawn, strict=False):
            self._add(Item(f"look {line.detail}", first_passage(line), line.detail), rows)
        self._more("look", len(lines) - len(drawn))
        self._dismissed()

    def _dismissed(self) -> None:
        if not self._brief.dismissed:
            return
        key = "dismissed"
        words = f"{self._indent}Dismissed · {len(self._brief.dismissed)} {self._fold_sign(key)}"
        self._add(Item(key, folds=True), [[(words, "hint")]])
        if key in self._shape.opened:
            for line in self._brief.dismissed:
                self._add(Item(f"look {line.detail}", first_passage(line), line.detail), self._look(line))

    def _fold_sign(self, key: str) -> str:
        return "▾" if key in self._shape.opened else "▸"

    def _drawn(
        self, section: str, lines: Sequence[AnyLine], draw: Callable[[AnyLine], Rows], share: float
    ) -> list[Rows]:
        """As many of a section as fill its share of the screen, and those that the reader asked for."""
        room, more, used = int(self._shape.height * share), self._shape.more.get(section, 0), 0
        drawn: list[Rows] = []
        for line in lines:
            rows = draw(line)
            used += len(rows)
            saves = len(lines) - len(drawn) > 1 or len(rows) > 1  # "1 more" takes a line, too
            if len(drawn) >= LEAST_SHOWN and used > room and saves:
                if more <= 0:
                    break
                more -= 1
            drawn.append(rows)
        return drawn

    def _look(self, line: WorthALook) -> Rows:
        """A difference: what is asked beside a line for each value, or above the versions of a claim."""
        if line.detail not in self._marks:
            self._marks[line.detail] = self._look_drawn(line)
        return self._marks[line.detail]

    def _look_drawn(self, line: WorthALook) -> Rows:
        mark: Run = (f" {line.sign}".ljust(self._sign), _SIGN_STYLES[line.sign])
        rows = self._claim(line) if line.of_sentences else self._values(line)
        if line.opinion is not None:
            rows.append([(f"{OPINION_SIGNS[line.opinion.says]} {said_at_odds(line.opinion)}", "hint")])
        head = [[mark if number == 0 else (self._indent, "")] for number in range(len(rows))]
        return [left + right for left, right in zip(head, rows, strict=True)]

    def _values(self, line: WorthALook) -> list[list[Run]]:
        asked_width = self._words * 5 // 12
        value_width = self._words - asked_width - 1
        asked = wrapped(line.asked, asked_width, max(2, len(line.versions)))
        values: list[list[Run]] = []
        for version in line.versions:
            names = self._names(version, dated=line.dated)
            values.append(
                [(padded(version.words, value_width), "value"), ("  ", ""),
                 (names_in_lines(names, self._outlets, 1)[0] if names else "", "outlets")]
            )  # fmt: skip
        if line.update:
            values.append([(f"{line.update}, later articles give the later value", "hint")])
        return [
            [(padded(words or "", asked_width) + " ", ""), *(right or ())]
            for words, right in zip_longest(asked, values)
        ]

    def _claim(self, line: WorthALook) -> list[list[Run]]:
        """The versions have the width that the names of their outlets leave."""
        most = 2 if self._shape.height >= TWO_LINES_FROM else 1
        named = [self._names(version, dated=line.dated) for version in line.versions]
        outlets = min(self._outlets, max(width_of(", ".join(names)) for names in named) + 1)
        words = self._words + self._outlets - outlets
        rows: list[list[Run]] = [[(asked, "")] for asked in wrapped(line.asked, words, 2) if asked]
        for version, names in zip(line.versions, named, strict=True):
            said = quoted(self._comparison, version.passages[0], words, most)
            rows += beside(said, names_in_lines(names, outlets, len(said)), words)
        return rows

    def _names(self, version: Version, *, dated: bool) -> list[str]:
        """The outlets of a version; with the day after the last one of each day where days matter."""
        articles = [self._comparison.article(passage.article) for passage in version.passages]
        if not dated:
            return [label(self._comparison, article.id) for article in articles]
        articles.sort(key=lambda article: (article.published is None, article.published))
        names: list[str] = []
        for day, of_the_day in groupby(articles, key=lambda article: article.published):
            names += (label(self._comparison, article.id) for article in of_the_day)
            names[-1] += f" {short_day(day, year=self._comparison.of_several_years)}" if day else ""
        return names

    # -- takes ----------------------------------------------------------------------

    def _takes(self) -> None:
        """Nothing where the texts fall into no groups."""
        takes = self._facts.takes
        if not takes.takes:
            return
        self._heading(f"Takes · {len(takes.takes)}", "articles that put the same first")
        for take in takes.takes:
            item = Item(f"take {take.id} {take.label}", folds=True)
            columns = (self._sign, self._words, self._outlets)
            fold = self._fold_sign(item.key)
            self._add(item, take_rows(self._comparison, takes, take, fold, *columns))
            if item.key in self._shape.opened:
                parts = explanation(self._comparison, take, self._sign, self._shape.width - 1)
                for number, (passage, rows) in enumerate(parts):
                    self._add(Item(f"{item.key} {number}", passage), rows)
        if takes.others:
            key = "no take"
            counted = f"{number_of(len(takes.others), 'article')} in no take"
            head: list[Run] = [(f"{self._indent}{self._fold_sign(key)} {counted}", "hint")]
            rows = other_rows(self._comparison, takes, self._sign + 2, self._shape.width - 1)
            self._add(Item(key, folds=True), [head, *(rows if key in self._shape.opened else [])])
        self._blank()

    # -- most reported --------------------------------------------------------------

    def _most_reported(self) -> None:
        lines = self._brief.most_reported
        self._heading(f"Most reported · {len(lines)}", captions_not_compared(self._comparison.articles))
        if not lines:
            self._remark(NONE_REPORTED)
        left = self._shape.height - len(self.lines) - 3
        share = max(0.2, left / max(1, self._shape.height))
        drawn = self._drawn("reported", lines, self._reported, share)
        for line, rows in zip(lines, drawn, strict=False):
            item = Item(key_of(line), line.passage, line.detail or None, folds=True)
            self._add(item, rows)
            if item.key in self._shape.opened:
                self._own_words(item.key, (line.passage, *line.also))
        self._more("reported", len(lines) - len(drawn))

    def _reported(self, line: Reported) -> Rows:
        said = quoted(self._comparison, line.passage, self._words, 2)
        names = [label(self._comparison, article) for article in line.articles]
        if line.versions:
            by_version = [self._names(version, dated=False) for version in line.versions]
            room = (self._outlets - LEAST_GAP) * max(1, len(said))
            names = with_values([one.words for one in line.versions], by_version, room)
        if line.independent_texts < len(line.articles):
            names[-1] += f" ({number_of(line.independent_texts, 'text')})"
        count = f"{line.independent_texts}/{self._of}".ljust(self._sign - 1)
        outlets = names_in_lines(names, self._outlets, max(1, len(said), len(line.versions)))
        rows = beside(said, outlets, self._words)
        signs = [f" {count}", *[self._indent] * (len(rows) - 1)]
        return [[(sign, "hint"), *runs] for sign, runs in zip(signs, rows, strict=True)]

    def _own_words(self, key: str, passages: Sequence[Passage]) -> None:
        """Every article's own sentence, whole."""
        for number, passage in enumerate(passages):
            name = label(self._comparison, passage.article)
            self._add(Item(f"{key} {number}", passage), list(self._sentence(name, passage)))

    def _sentence(self, name: str, passage: Passage) -> Iterator[list[Run]]:
        indent = self._sign + 2
        left = min(16, max(8, self._shape.width // 6))
        room = self._shape.width - indent - left - 1
        whole = Passage(passage.article, *passage.sentence, passage.sentence)
        for number, runs in enumerate(quoted(self._comparison, whole, room, 12)):
            first = padded(name, left - 1) + " " if number == 0 else " " * left
            yield [(" " * indent + first, "outlets"), *runs]

    # -- only in one ------------------------------------------------------------------

    def _only_in_one(self) -> None:
        alone = self._brief.only_in_one
        if not alone:
            why = why_not_listed(self._comparison, lambda one, known: one_line(f"{one.label} {known}"))
            self._heading(f"Only in one · {'not listed' if why else 'nothing certain'}")
            if why:
                self._remark(why)
            return
        key = "alone"
        counts = [f"{label(self._comparison, one.article)} {len(one.passages)}" for one in alone]
        head = f" Only in one {self._fold_sign(key)} "
        beside = names_in_lines(counts, self._shape.width - len(head) - 1, 1)[0].replace(", ", " · ")
        self._add(Item(key, folds=True), [[(head, "title-plain"), (beside, "outlets")]])
        if key in self._shape.opened:
            for one in alone:
                self._alone(one)
            if others := said_of_others(self._comparison, alone):
                self._remark(others)

    def _alone(self, one: Alone) -> None:
        name = label(self._comparison, one.article)
        section = f"alone {one.article}"
        shown = ALONE_SHOWN + self._shape.more.get(section, 0)
        self.lines.append(Line(((f"{self._indent}{name} · {len(one.passages)}", "outlets"),)))
        for number, passage in enumerate(one.passages[:shown]):
            said = quoted(self._comparison, passage, self._shape.width - self._sign - 4, 2)
            rows = [[(f"{self._indent}{' ' if at else '+'} ", "hint"), *runs] for at, runs in enumerate(said)]
            self._add(Item(f"{section} {number}", passage), rows)
        self._more(section, len(one.passages) - shown)

    # -- plots --------------------------------------------------------------------------

    def _plots(self) -> None:
        width = self._shape.width - self._sign - 1
        for timeline in self._facts.timelines:
            self._blank()
            rows = timeline_lines(self._comparison, timeline, width)
            key = f"timeline {timeline.detail}"
            self._add(Item(key, detail=timeline.detail), [[(self._indent, ""), *runs] for runs in rows])
        rows = sharing_lines(self._comparison, self._facts.sharing, width)
        if rows:
            self._blank()
            self._heading("Who shares with whom", "statements that two may report in common")
            self._add(Item("sharing"), [[(" ", ""), *runs] for runs in rows])


def first_passage(line: WorthALook) -> Passage:
    """The words of the first version."""
    return line.versions[0].passages[0]


def key_of(line: Reported) -> str:
    """A name for a line of what is most reported, by its words."""
    return f"reported {line.passage.article} {line.passage.start} {line.detail}"
