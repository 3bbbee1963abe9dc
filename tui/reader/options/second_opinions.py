"""A second opinion by a program of the reader's own: asked on a key, behind the screen, never by itself."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING, Final

from textual.worker import get_current_worker

from newsdiff.library import LibraryError
from newsdiff.model import Comparison
from newsdiff.reader_program import ProgramError, ProgramStoppedError
from newsdiff.sanitize import one_line
from tui.logs import trouble_of
from tui.reader.comparing import Comparing
from tui.reader.controller import Controller, Reader

if TYPE_CHECKING:
    from newsdiff.library.second_opinions import AskedAll, SecondOpinions
    from newsdiff.opinion.asking import Tally
    from newsdiff.opinion.question import Question

NOBODY_TO_ASK: Final = (
    "No program is named to ask for a second opinion: see [second_opinion] in newsdiff config show."
)
NOT_FOR_VISITORS: Final = "Programs are not run for a visitor in the browser."
NOTHING_TO_ASK: Final = "Nothing that two outlets report in words of their own is under the cursor."


class OpinionsController(Controller):
    """Asks about one place or about all; whatever was answered is kept, also when the reader stops it."""

    def __init__(self, reader: Reader, comparing: Comparing) -> None:
        super().__init__(reader)
        self._comparing = comparing
        self._asking: Event | None = None
        """Set to stop the questions that are under way; None where none are."""

    def action_ask_place(self) -> None:
        """Ask about the place under the cursor."""
        opinions, made = self._whom_to_ask(), self._comparing.made
        if opinions is None or made is None:
            return
        place = self._place_here(made)
        found = [one for one in opinions.questions_on(made) if one.place == place]
        if not found:
            self.show_message(NOTHING_TO_ASK)
            return
        self._begin(opinions, made, found)

    def action_ask_event(self) -> None:
        """Ask about all places of the event, as many as the settings allow; once more stops it."""
        if self._asking is not None:
            self._asking.set()
            return
        opinions, made = self._whom_to_ask(), self._comparing.made
        if opinions is not None and made is not None:
            self._begin(opinions, made, None)

    def _whom_to_ask(self) -> SecondOpinions | None:
        """The program, if it can be asked now; says why not."""
        newsdiff = self.reader.newsdiff
        if self._asking is not None:
            self.show_message(f"The program is already being asked: {self.key('ask-event')} stops it.")
            return None
        if newsdiff.served:
            self.show_message(NOT_FOR_VISITORS)
            return None
        if newsdiff.second_opinions is None:
            self.show_message(NOBODY_TO_ASK)
        return newsdiff.second_opinions

    def _place_here(self, made: Comparison) -> str | None:
        """Id of the statement under the cursor, of one that holds the detail there, else of the detail."""
        strip, brief = self.reader.strip, self.reader.brief
        if strip.display and strip.place is not None:
            statement = strip.place.statement
            return statement.id if statement is not None else strip.place.key
        in_brief = self.state.view == "brief"
        detail = brief.detail if in_brief else self.state.detail
        if detail is not None:
            return next((one.id for one in made.statements if detail in one.details), detail)
        passage = brief.place() if in_brief else None
        if passage is not None:
            return _statement_at(made, passage.article, passage.start)
        span = self.reader.here()
        return _statement_at(made, span[0].id, span[1]) if span is not None else None

    # -- asking ------------------------------------------------------------------------

    def _begin(
        self, opinions: SecondOpinions, made: Comparison, questions: Sequence[Question] | None
    ) -> None:
        self.reader.status.busy = f"asking {one_line(opinions.asked.name)} …"
        stop = self._asking = Event()
        self.reader.run_worker(
            lambda: self._ask(opinions, made, questions, stop),
            thread=True, exclusive=True, group="second opinion",
        )  # fmt: skip

    def _ask(
        self,
        opinions: SecondOpinions,
        made: Comparison,
        questions: Sequence[Question] | None,
        stop: Event,
    ) -> None:
        """A worker that is cancelled before it begins says nothing: so the reader stops it by `stop`."""
        worker, name = get_current_worker(), one_line(opinions.asked.name)
        latest = trouble = ""
        try:
            chosen = opinions.chosen(made) if questions is None else questions

            def show(tally: Tally) -> None:
                nonlocal latest
                latest = f"{name}: {tally.as_text()}."
                done = tally.kept + tally.accepted + len(tally.rejected)
                self.reader.call_later(self._show_progress, name, done, len(chosen))

            self.reader.call_later(self._show_progress, name, 0, len(chosen))
            asked = opinions.ask(
                made, chosen, stopped=lambda: stop.is_set() or worker.is_cancelled, show=show
            )
            latest = f"{name}: {asked.tally.as_text()}{_says(asked, questions)}."
        except ProgramStoppedError:
            latest = f"Stopped. {latest or f'{name} was asked nothing.'}"
        except Exception as error:
            trouble = trouble_of(error, "the second opinion failed", ProgramError, LibraryError)
        self.reader.call_later(self._show_asked, latest, trouble)

    def _show_progress(self, name: str, done: int, total: int) -> None:
        """Say how far it is, and how to stop it."""
        if self._asking is not None:
            so_far = f"{done} of {total} ({self.key('ask-event')} stops)"
            self.reader.status.busy = f"asking {name}: {so_far} …"

    def _show_asked(self, done: str, trouble: str) -> None:
        """Show whatever was answered, also where it broke off."""
        self._asking = None
        self.reader.status.busy = ""
        if trouble:
            self.reader.newsdiff.show_error(trouble, title="Second opinion")
        self.reader.compare_anew(done)


def _says(asked: AskedAll, questions: Sequence[Question] | None) -> str:
    """``: differs – how many were on board``; empty where all places were asked about or nothing was said."""
    if questions is None or not asked.opinions:
        return ""
    said = next(iter(asked.opinions.values()))
    return f": {said.says} – {said.at_odds}" if said.at_odds else f": {said.says}"


def _statement_at(made: Comparison, article: str, offset: int) -> str | None:
    """Id of the first statement that stands in the paragraph at an offset, from there on."""
    item = made.annotation(article)
    block = next((one for one in item.article.paragraphs if one.start <= offset < one.end), None)
    for sentence in item.sentences_of.get(block.id, ()) if block is not None else ():
        for statement in made.statements_of.get(sentence.id, ()):
            if sentence.end > offset:
                return statement.id
    return None
