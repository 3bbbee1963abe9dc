"""Articles in other languages: translated behind the scenes, the original one key away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from newsdiff.language.names import how_aligned
from newsdiff.library import LibraryError
from newsdiff.model import Comparison
from newsdiff.reader_program import ProgramError, ProgramStoppedError
from newsdiff.translation.showing import showing_originals
from tui.keys.keymap import in_words
from tui.logs import LOGGER
from tui.open_event import Choice, OpenedEvent
from tui.overview import overview_of
from tui.parts.whole_footer import WholeFooter
from tui.reader.base import ReaderBase
from widgets import carry_over


class Translations(ReaderBase):
    """What is translated is aligned anew; what cannot be translated stays as it is, and says why once."""

    _newly_translated: bool = False

    @dataclass
    class Translated(Message):
        """The articles went through the translate command."""

        done: int
        problems: dict[str, str]
        """SHA-256 of a text that stays untranslated -> why."""

    def idle_actions(self) -> frozenset[str]:
        """Where every source is in English there is no original to show."""
        made = self.translated
        foreign = made is not None and any(how_aligned(article) for article in made.articles)
        idle = super().idle_actions()
        return idle if foreign else idle | {"original"}

    def compared(self) -> None:
        """Translate what of the comparison is not translated yet, behind the screen."""
        super().compared()
        self.query_one(WholeFooter).fit()
        if self._newly_translated and self.translated is not None:
            self._newly_translated = False
            self._keep_overview(self.translated)
        if self.opened.untranslated(self.failed_to_translate):
            self.status.busy = "translating …"
            self._translate(replace(self.opened))

    @work(thread=True, exclusive=True, group="translate")
    def _translate(self, opened: OpenedEvent) -> None:
        worker = get_current_worker()
        translating = opened.translating
        done, problems = 0, {}
        for article in opened.untranslated(self.failed_to_translate) if translating else ():
            assert translating is not None
            try:
                translating.translate(article, lambda: worker.is_cancelled)
                done += 1
            except ProgramStoppedError:
                return
            except (ProgramError, LibraryError) as error:
                problems[article.sha256] = f"{article.label} is not translated: {error}"
            except Exception as error:
                LOGGER.exception("%s could not be translated", article.id)
                problems[article.sha256] = (
                    f"{article.label} is not translated: {type(error).__name__}: {error}"
                )
        if not worker.is_cancelled:
            self.post_message(self.Translated(done, problems))

    @on(Translated)
    def _aligned_anew(self, message: Translated) -> None:
        self.status.busy = ""
        self.failed_to_translate |= message.problems.keys()
        for problem in message.problems.values():
            self.newsdiff.show_error(problem, title="Translation")
        if message.done and self.opened.translating is not None:
            self._newly_translated = True
            key = in_words(self.app, "reader.original")
            by = self.opened.translating.program.name
            self.compare_anew(f"Translated by {by}. {key} shows the original of a source.")

    def _keep_overview(self, comparison: Comparison) -> None:
        """The library screen counts the differences of the current texts, not of earlier ones."""
        if self.opened.event is not None and self.opened.choice == Choice():
            event, overview = self.opened.event, overview_of(comparison)
            self.attempt(lambda: self.newsdiff.library.events.keep_overview(event, overview))

    def action_original(self) -> None:
        """Show the source under the cursor in its own words, or in English again."""
        if self.comparison is None or self.translated is None:
            return
        pane = self.state.pane
        if self.translated.article(pane).original is None:
            article = self.comparison.article(pane)
            self.newsdiff.show_message(how_aligned(article) or f"{article.label} is not translated.")
            return
        self.originals ^= {pane}
        old, self.comparison = self.comparison, showing_originals(self.translated, self.originals)
        state = carry_over(self.state, old, self.comparison)
        self.show_comparison(self.comparison, self.marked(state))
