"""The chapters of a memo: which there are, in which order, and what they say in any of its forms."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsdiff.brief.model import Passage, Reported, Version, WorthALook
from newsdiff.brief.most_reported import NONE_REPORTED
from newsdiff.language.corrections import Correction
from newsdiff.model import Article, Detail
from newsdiff.quotation_marks import quoted
from newsdiff.reports.format import NotePart
from newsdiff.reports.memo.content import APPENDED, Memo
from newsdiff.reports.memo.lines import cited, has_sentence, named, numbers
from newsdiff.reports.memo.second_opinion import OpinionGroup, OpinionLine
from newsdiff.takes.model import Take
from newsdiff.takes.wording import counted, countries, now


class MemoWriter(ABC):
    """Writes a memo line by line; a form of it says how words and lists are set."""

    def __init__(
        self, memo: Memo, safe: Callable[[str], str], bold: Callable[[str], str], source: Callable[[str], str]
    ) -> None:
        """`safe` makes words from articles and notes text of the form, never markup; `bold` sets words off
        that are safe already, `source` names and numbers of sources."""
        self.memo = memo
        self.comparison = memo.comparison
        self.safe = safe
        self.bold = bold
        self.source = source

    # -- how it is set -------------------------------------------------------------------

    @abstractmethod
    def _quote(self, passage: Passage, *, whole: bool) -> str:
        """The sentence of a passage in quotation marks."""

    @abstractmethod
    def _marked(self, words: str) -> str:
        """Words in quotation marks."""

    @abstractmethod
    def _words_of(self, article: Article, words: str) -> str:
        """Words in the language of an article."""

    @abstractmethod
    def _items(self, items: Iterable[str]) -> Iterator[str]:
        """The lines of a list."""

    @abstractmethod
    def _chapter(
        self, heading: str, lines: Iterable[str], rest: Sequence[object] = (), *, said: str = ""
    ) -> Iterator[str]:
        """A chapter: what is said before its lines, the lines, and how many more there are."""

    @abstractmethod
    def _differences(self, lines: Sequence[WorthALook], *, whole: bool = False) -> Iterator[str]:
        """Differences with all their versions."""

    @abstractmethod
    def _opinions(self, group: OpinionGroup, most: int) -> Iterator[str]:
        """The heading of a group of second opinions, and so many of its lines."""

    @abstractmethod
    def _take(self, take: Take, facts: str) -> str:
        """The name of a take, its articles and facts."""

    @abstractmethod
    def _quotations(self, details: Iterable[Detail], *, whole: bool = False) -> Iterator[str]:
        """Quotations in all their versions."""

    # -- what it says --------------------------------------------------------------------

    def differences_chapters(self) -> Iterator[str]:
        """The differences: also the first page of the full report."""
        memo, found = self.memo, self.memo.not_judged
        if memo.confirmed:
            heading = f"Differences confirmed by the reader ({len(memo.confirmed)})"
            yield from self._chapter(heading, self._differences(memo.confirmed, whole=True))
        yield from self._chapter(
            f"Differences not yet judged ({len(found.all)})",
            self._differences(found.shown),
            found.rest,
            said="" if found.all else memo.brief.none_to_judge(self.comparison.level),
        )
        yield from self._second_opinion(memo.most_opinions)
        if stated := memo.corrections.all:
            lines = self._items(self._correction(*one) for one in memo.corrections.shown)
            heading = f"Corrections that outlets state ({len(stated)})"
            yield from self._chapter(heading, lines, memo.corrections.rest)

    def agreed_chapters(self) -> Iterator[str]:
        """What is agreed and what only one has: also the first page of the full report."""
        memo = self.memo
        if takes := memo.takes.takes:
            lines = [self._take(take, self._facts(take)) for take in takes] + [
                *map(self.safe, memo.in_no_take.shown)
            ]
            yield from self._chapter(f"Takes ({len(takes)})", self._items(lines), memo.in_no_take.rest)
        yield from self._chapter(
            f"Most reported ({len(memo.reported.all)})",
            self._items(self._reported(line) for line in memo.reported.shown),
            memo.reported.rest,
            said="" if memo.reported.all else NONE_REPORTED,
        )
        yield from self._chapter(
            "Only in one",
            self._items(self._alone(passage) for passage in memo.alone.shown),
            memo.alone.rest,
            said=memo.passages_alone(self.safe),
        )

    def _quotations_chapter(self) -> Iterator[str]:
        if all_of_them := self.memo.quotations.all:
            lines = self._quotations(self.memo.quotations.shown)
            heading = f"Quotations in their versions ({len(all_of_them)})"
            yield from self._chapter(heading, lines, self.memo.quotations.rest)

    def _appended(self) -> Iterator[tuple[str, list[str]]]:
        """Headings and lines of the appendix: what stands in no chapter before, in whole sentences."""
        memo = self.memo
        parts = (
            self._differences(memo.not_judged.rest, whole=True),
            self._differences(memo.brief.dismissed, whole=True),
            self._items(self._correction(*one) for one in memo.corrections.rest),
            self._items(map(self.safe, memo.in_no_take.rest)),
            self._items(self._reported(one, whole=True) for one in memo.reported.rest),
            self._items(self._alone(one, whole=True) for one in memo.alone.rest),
            self._quotations(memo.quotations.rest, whole=True),
        )
        for title, lines in zip(APPENDED, parts, strict=True):
            if shown := list(lines):
                yield title, shown

    def _second_opinion(self, most: int) -> Iterator[str]:
        """The chapter of second opinions, with so many lines of each group."""
        if opinions := self.memo.opinions:
            lines = (line for group in opinions.groups for line in self._opinions(group, most))
            yield from self._chapter(self.safe(opinions.heading), lines, said=self.safe(opinions.about))

    def _opinion(self, line: OpinionLine) -> str:
        asked = f"{self.bold(self.safe(line.asked))} – " if line.asked else ""
        return asked + self.safe(line.words)

    def _quoted_by(self, line: OpinionLine) -> Iterator[str]:
        return (f"{self.safe(quoted(words))} – {self._named(article)}" for article, words in line.quotations)

    def _all_opinions(self) -> Iterator[str]:
        """For the appendix, where some have no place before it."""
        groups = self.memo.opinions.groups if self.memo.opinions is not None else ()
        if any(len(one.lines) > self.memo.most_opinions for one in groups):
            yield from self._second_opinion(sum(len(one.lines) for one in groups))

    def _named(self, article: str | Article) -> str:
        found = self.comparison.article(article) if isinstance(article, str) else article
        return named(self.comparison, found, self.safe)

    def _update(self, line: WorthALook) -> str:
        return f" – {self.safe(line.update)}, later articles give the later value" if line.update else ""

    def _version(self, line: WorthALook, version: Version, *, whole: bool) -> str:
        words = [] if line.of_sentences else [self.bold(self.safe(version.words))]
        if has_sentence(line, version):
            words.append(self._quote(version.passages[0], whole=whole))
        by = cited(self.comparison, version, self.safe, dated=line.dated)
        return f"{': '.join(words)} – {self.source(by)}"

    def _facts(self, take: Take) -> str:
        facts = (counted(take), countries(take), now(self.memo.takes, take))
        return self.safe("; ".join(filter(None, facts)))

    def _reported(self, line: Reported, *, whole: bool = False) -> str:
        shared, quote = self.memo.shared_in(line), self._quote(line.passage, whole=whole)
        first = self._named(line.passage.article)
        if line.versions:
            values = "; ".join(
                f"{self.bold(self.safe(one.words))} {self._numbers(one.passages)}" for one in line.versions
            )
            return f"{shared}: {values} – {quote} {self.source(first)}"
        return f"{shared}: {quote} – {self.source(f'{first}, also in {self._numbers(line.also)}')}"

    def _correction(self, article: Article, found: Correction) -> str:
        words = self._words_of(article, quoted(found.text))
        return f"{self._named(article)}, {found.kind}: {words}"

    def _places_of(self, note: NotePart) -> Iterator[str]:
        known = {article.id for article in self.comparison.articles}
        for one in note.targets:
            place = self._named(one.article) if one.article in known else self.safe(one.article)
            yield f"{self._marked(one.exact)} – {self.source(place)}"
        for orphan in note.orphans:
            yield f"{self._marked(orphan.exact)} – {self.safe(orphan.article)}; no longer in the text"

    def _numbers(self, passages: Iterable[Passage]) -> str:
        return numbers(self.comparison, (one.article for one in passages))

    def _alone(self, passage: Passage, *, whole: bool = False) -> str:
        return f"{self._quote(passage, whole=whole)} – {self.source(self._named(passage.article))}"
