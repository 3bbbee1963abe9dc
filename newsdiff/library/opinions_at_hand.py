"""The opinions that a library holds on a comparison: those of the program that the settings name, and where
it gave none those that came with a bundle. Nobody is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from newsdiff.library.tables.reading.opinions import Opinions
from newsdiff.model import Article, Comparison, Opinion
from newsdiff.opinion.answer import RejectedError, read_answer
from newsdiff.opinion.attached import with_opinions
from newsdiff.opinion.handed_on import HandedOn, handed_on, opinion_of
from newsdiff.opinion.question import Question, questions_of
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class OpinionsAtHand:
    """The opinions on comparisons that are there already."""

    kept: Opinions
    template: str
    name: str = ""
    """What readers know the program of the settings by; empty where none is named."""
    who: str | None = None
    """What its answers are kept under; None where none is named."""

    def on(self, comparison: Comparison) -> Comparison:
        """The comparison with the opinions that are kept; of another it is said that they were imported.
        Raises LibraryError."""
        found = {
            question.place: opinion if own else replace(opinion, by=f"{opinion.by} (imported)")
            for question, opinion, own in self._found(comparison)
        }
        return with_opinions(comparison, found)

    def handed_on(self, comparison: Comparison) -> tuple[HandedOn, ...]:
        """The same for another library, under the name of who gave each. Raises LibraryError."""
        articles = _by_id(comparison)
        found = {
            question.passages: handed_on(question, articles, opinion)
            for question, opinion, _ in self._found(comparison)
        }
        return tuple(found[passages] for passages in sorted(found))

    def _found(self, comparison: Comparison) -> Iterator[tuple[Question, Opinion, bool]]:
        """Each question with the opinion on it, and whether the program of the settings gave it. What no
        longer holds is passed over."""
        if self.kept.is_empty:
            return
        articles = _by_id(comparison)
        questions = questions_of(comparison, self.template)
        own = self.kept.known((one.sha256 for one in questions), self.who) if self.who else {}
        given = self.kept.given(one.passages for one in questions)
        for question in questions:
            opinion = None
            if (answer := own.get(question.sha256)) is not None:
                opinion = read_again(question, articles, answer, self.name)
            if opinion is not None:
                yield question, opinion, True
            elif (other := given.get(question.passages)) is not None:
                opinion = opinion_of(question, articles, other)
                if opinion is not None:
                    yield question, opinion, False


def read_again(question: Question, articles: Mapping[str, Article], answer: str, by: str) -> Opinion | None:
    """The opinion in an answer that was kept; None where it no longer holds."""
    try:
        return read_answer(question, articles, answer, by)
    except RejectedError:
        return None


def _by_id(comparison: Comparison) -> dict[str, Article]:
    return {article.id: article for article in comparison.articles}
