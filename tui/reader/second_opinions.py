"""A second opinion by a program of the reader's own: asked on a key, behind the screen, never by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from newsdiff.library import LibraryError
from newsdiff.model import Comparison
from newsdiff.reader_program import ProgramError, ProgramStoppedError
from newsdiff.sanitize import one_line
from tui.keys.keymap import in_words
from tui.logs import LOGGER
from tui.reader.strip import StripActions
from tui.wording import count
from widgets import BriefView

if TYPE_CHECKING:
    from newsdiff.library.second_opinions import SecondOpinions
    from newsdiff.opinion.asking import Tally
    from newsdiff.opinion.question import Question

NOBODY_TO_ASK: Final = (
    "No program is named to ask for a second opinion: see [second_opinion] in newsdiff config show."
)
NOT_FOR_VISITORS: Final = "Programs are not run for a visitor in the browser."
NOTHING_TO_ASK: Final = "Nothing that two outlets report in words of their own is under the cursor."


class OpinionActions(StripActions):
    """Asks about one place or about all; whatever was answered is kept, also when the reader stops it."""

    _asking: Event | None = None
    """Set to stop the questions that are under way; None where none are."""

    @dataclass
    class Progress(Message):
        """How far it is."""

        name: str
        done: int
        total: int

    @dataclass
    class Asked(Message):
        """All were asked, or it broke off."""

        said: str
        trouble: str = ""

    def action_ask_place(self) -> None:
        """Ask about the place under the cursor."""
        opinions = self._whom_to_ask()
        if opinions is None or self.translated is None:
            return
        place = self._place_here()
        found = [one for one in opinions.questions_on(self.translated) if one.place == place]
        if not found:
            self.newsdiff.show_message(NOTHING_TO_ASK)
            return
        self._begin(opinions, self.translated, found)

    def action_ask_event(self) -> None:
        """Ask about all places of the event, as many as the settings allow; once more stops it."""
        if self._asking is not None:
            self._asking.set()
            return
        opinions = self._whom_to_ask()
        if opinions is not None and self.translated is not None:
            self._begin(opinions, self.translated, None)

    def _whom_to_ask(self) -> SecondOpinions | None:
        """The program, if it can be asked now; says why not."""
        if self._asking is not None:
            key = in_words(self.app, "reader.ask-event")
            self.newsdiff.show_message(f"It is being asked already: {key} stops it.")
            return None
        if self.newsdiff.served:
            self.newsdiff.show_message(NOT_FOR_VISITORS)
            return None
        opinions = self.newsdiff.second_opinions
        if opinions is None:
            self.newsdiff.show_message(NOBODY_TO_ASK)
        return opinions

    def _place_here(self) -> str | None:
        """Id of the statement under the cursor, of one that holds the detail there, else of the detail."""
        assert self.translated is not None
        if self.strip.display and self.strip.place is not None:
            return self.strip.place.key
        brief = self.query_one(BriefView)
        detail = brief.detail if self.state.view == "brief" else self.state.detail
        if detail is not None:
            holding = (one.id for one in self.translated.statements if detail in one.details)
            return next(holding, detail)
        passage = brief.place() if self.state.view == "brief" else None
        here = (passage.article, passage.start) if passage is not None else None
        if here is None and (span := self.here()) is not None:
            here = (span[0].id, span[1])
        return self._statement_at(*here) if here is not None else None

    def _statement_at(self, article: str, offset: int) -> str | None:
        """Id of the first statement that stands in the paragraph at an offset."""
        assert self.translated is not None
        item = self.translated.annotation(article)
        block = next((one for one in item.article.paragraphs if one.start <= offset < one.end), None)
        for sentence in item.sentences_of.get(block.id, ()) if block is not None else ():
            for statement in self.translated.statements_of.get(sentence.id, ()):
                if sentence.end > offset:
                    return statement.id
        return None

    # -- asking ------------------------------------------------------------------------

    def _begin(
        self, opinions: SecondOpinions, comparison: Comparison, questions: Sequence[Question] | None
    ) -> None:
        self.status.busy = f"asking {one_line(opinions.asked.name)} …"
        self._asking = Event()
        self._ask(opinions, comparison, questions, self._asking)

    @work(thread=True, exclusive=True, group="second opinion")
    def _ask(
        self,
        opinions: SecondOpinions,
        comparison: Comparison,
        questions: Sequence[Question] | None,
        stop: Event,
    ) -> None:
        """A worker that is cancelled before it begins says nothing: so the reader stops it by `stop`."""
        worker, name = get_current_worker(), one_line(opinions.asked.name)
        latest = ""
        try:
            chosen = opinions.chosen(comparison) if questions is None else questions

            def show(tally: Tally) -> None:
                nonlocal latest
                latest = f"{name}: {tally.as_text()}."
                done = tally.kept + tally.accepted + len(tally.rejected)
                self.post_message(self.Progress(name, done, len(chosen)))

            self.post_message(self.Progress(name, 0, len(chosen)))
            asked = opinions.ask(
                comparison, chosen, stopped=lambda: stop.is_set() or worker.is_cancelled, show=show
            )
            self.post_message(self.Asked(f"{name}: {asked.tally.as_text()}."))
        except ProgramStoppedError:
            self.post_message(self.Asked(f"Stopped. {latest or f'{name} was asked nothing.'}"))
        except (ProgramError, LibraryError) as error:
            self.post_message(self.Asked(latest, str(error)))
        except Exception as error:
            LOGGER.exception("no second opinion could be had")
            self.post_message(self.Asked(latest, f"{type(error).__name__}: {error}"))

    @on(Progress)
    def _show_progress(self, message: Progress) -> None:
        if self._asking is not None:
            key = in_words(self.app, "reader.ask-event")
            self.status.busy = f"asking {message.name}: {message.done} of {message.total} ({key} stops) …"

    @on(Asked)
    def _show_asked(self, message: Asked) -> None:
        """Whatever was answered is shown."""
        self._asking = None
        self.status.busy = ""
        if message.trouble:
            self.newsdiff.show_error(message.trouble, title="Second opinion")
        self.compare_anew(message.said)

    # -- both agree ------------------------------------------------------------------------

    def show_agreed(self, agreed_only: bool) -> None:
        """Show only what newsdiff and the other both call different, or everything again."""
        if self.translated is None or agreed_only == self.agreed_only:
            return
        self.agreed_only = agreed_only
        self.show_anew()
        if agreed_only:
            assert self.comparison is not None
            found = count(len(self.comparison.details), "difference")
            key = in_words(self.app, "reader.filter")
            self.newsdiff.show_message(f"{found} on which both agree. {key} shows everything again.")
