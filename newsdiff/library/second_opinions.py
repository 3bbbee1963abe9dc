"""Second opinions on a comparison: answers that the library holds, and new ones that it then holds, too."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping

from newsdiff.library.opinions_at_hand import OpinionsAtHand, read_again
from newsdiff.library.tables.reading.opinions import Opinions
from newsdiff.model import Comparison, Opinion
from newsdiff.opinion.answer import as_answer
from newsdiff.opinion.asking import Asked, AskedProgram, Outcome, Tally, ask_all
from newsdiff.opinion.question import Question, questions_of
from newsdiff.opinion.template import read_template
from newsdiff.quick_dataclass import dataclass
from newsdiff.reader_program import Program
from newsdiff.settings.model import SecondOpinion


@dataclass(frozen=True, slots=True)
class AskedAll:
    """What became of a number of questions."""

    opinions: Mapping[str, Opinion]
    """By the id of the statement or detail that each is about, those kept from before among them."""
    tally: Tally
    rejected: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class SecondOpinions:
    """Whom to ask, how, and where the answers are kept. From any thread, one run of questions at a time."""

    asked: Asked
    who: str
    """What its answers are kept under: another name or command line is asked anew."""
    kept: Opinions | None
    """The answers of a library; None where there is none, or where answers are measured."""
    template: str
    questions: int
    """How many places of an event are asked about, at most."""
    parallel: int = 1

    def questions_on(self, comparison: Comparison) -> tuple[Question, ...]:
        """All questions on a comparison, most worth a look first."""
        return questions_of(comparison, self.template)

    def chosen(self, comparison: Comparison) -> tuple[Question, ...]:
        """The questions of a whole event: as many as are asked at most. Those that are answered count."""
        questions = self.questions_on(comparison)
        answered = self._known(comparison, questions)
        room = max(0, self.questions - len(answered))
        others = [one for one in questions if one.place not in answered][:room]
        taken = {*answered, *(one.place for one in others)}
        return tuple(one for one in questions if one.place in taken)

    def ask(
        self,
        comparison: Comparison,
        questions: Collection[Question],
        *,
        stopped: Callable[[], bool] = lambda: False,
        show: Callable[[Tally], None] = lambda tally: None,
    ) -> AskedAll:
        """Ask what is not known yet; each answer is kept when it comes, and `show` gets the count so far.

        Raises ProgramError, ProgramStoppedError, LibraryError; what was answered until then is kept.
        """
        articles = {article.id: article for article in comparison.articles}
        opinions = self._known(comparison, questions)
        tally = Tally(kept=len(opinions))

        places: dict[str, list[str]] = {}
        missing: dict[str, Question] = {}
        for one in questions:
            if one.place not in opinions:
                places.setdefault(one.sha256, []).append(one.place)
                missing.setdefault(one.sha256, one)

        def take(outcome: Outcome) -> None:
            nonlocal tally
            tally = tally.with_outcome(outcome)
            question = outcome.question
            if outcome.opinion is not None:
                opinions.update(dict.fromkeys(places[question.sha256], outcome.opinion))
                if self.kept is not None:
                    answer = as_answer(question, articles, outcome.opinion)
                    self.kept.keep(question.sha256, self.who, answer)
            show(tally)

        outcomes = ask_all(
            self.asked, tuple(missing.values()), articles.values(),
            parallel=self.parallel, stopped=stopped, show=take,
        )  # fmt: skip
        return AskedAll(opinions, tally, tuple(one for one in outcomes if one.rejected is not None))

    def _known(self, comparison: Comparison, questions: Collection[Question]) -> dict[str, Opinion]:
        """Id of a place -> the opinion that is kept on it. What no longer holds is passed over."""
        if self.kept is None:
            return {}
        articles = {article.id: article for article in comparison.articles}
        answers = self.kept.known((one.sha256 for one in questions), self.who)
        found = {}
        for question in questions:
            if (answer := answers.get(question.sha256)) is not None:
                opinion = read_again(question, articles, answer, self.asked.name)
                if opinion is not None:
                    found[question.place] = opinion
        return found


def second_opinions(setting: SecondOpinion, kept: Opinions | None) -> SecondOpinions:
    """The program of the settings. Raises TemplateError."""
    program = Program(
        setting.arguments, setting.name, setting.seconds, setting="second_opinion", task="a question"
    )
    return SecondOpinions(
        AskedProgram(program),
        who=_kept_under(setting),
        kept=kept,
        template=read_template(setting.template),
        questions=setting.questions,
        parallel=setting.parallel,
    )


def opinions_at_hand(setting: SecondOpinion | None, kept: Opinions) -> OpinionsAtHand:
    """What is kept, for the program of the settings or for none. Raises TemplateError."""
    if setting is None:
        return OpinionsAtHand(kept, read_template(None))
    return OpinionsAtHand(kept, read_template(setting.template), setting.name, _kept_under(setting))


def _kept_under(setting: SecondOpinion) -> str:
    return json.dumps([setting.name, *setting.arguments])
