"""Articles in other languages: translated behind the scenes, the original one key away."""

from __future__ import annotations

from dataclasses import replace

from textual.worker import get_current_worker

from newsdiff.language.names import how_aligned
from newsdiff.library import LibraryError
from newsdiff.model import Comparison
from newsdiff.reader_program import ProgramError, ProgramStoppedError
from tui.logs import trouble_of
from tui.open_event import Choice, OpenedEvent
from tui.overview import overview_of
from tui.reader.comparing import Comparing
from tui.reader.controller import Controller, Reader
from widgets.reading.reading_moves import carry_over


class TranslationsController(Controller):
    """What is translated is aligned anew; what cannot be translated stays as it is, and says why once."""

    def __init__(self, reader: Reader, comparing: Comparing) -> None:
        super().__init__(reader)
        self._comparing = comparing
        self._newly_translated = False
        self._failed: frozenset[str] = frozenset()
        """SHA-256 of the texts that the translate command could not translate."""

    def idle_actions(self) -> frozenset[str]:
        """Where every source is in English there is no original to show."""
        made = self._comparing.made
        foreign = made is not None and any(how_aligned(article) for article in made.articles)
        return frozenset() if foreign else frozenset({"original"})

    def compared(self) -> None:
        """Translate what of the comparison is not translated yet, behind the screen."""
        if self._newly_translated and self._comparing.made is not None:
            self._newly_translated = False
            self._keep_overview(self._comparing.made)
        if self.opened.untranslated(self._failed):
            self.reader.status.busy = "translating …"
            opened = replace(self.opened)
            self.reader.run_worker(
                lambda: self._translate(opened), thread=True, exclusive=True, group="translate"
            )

    def _translate(self, opened: OpenedEvent) -> None:
        worker = get_current_worker()
        translating = opened.translating
        done, problems = 0, {}
        for article in opened.untranslated(self._failed) if translating else ():
            assert translating is not None
            try:
                translating.translate(article, lambda: worker.is_cancelled)
                done += 1
            except ProgramStoppedError:
                return
            except Exception as error:
                what = f"{article.id} could not be translated"
                why = trouble_of(error, what, ProgramError, LibraryError)
                problems[article.sha256] = f"{article.label} is not translated: {why}"
        if not worker.is_cancelled:
            self.reader.call_later(self._translated, done, problems)

    def _translated(self, done: int, problems: dict[str, str]) -> None:
        """Align what was translated anew. `problems`: SHA-256 of a text that stays untranslated -> why."""
        self.reader.status.busy = ""
        self._failed |= problems.keys()
        for problem in problems.values():
            self.reader.newsdiff.show_error(problem, title="Translation")
        if done and self.opened.translating is not None:
            self._newly_translated = True
            key = self.key("original")
            by = self.opened.translating.program.name
            self.reader.compare_anew(f"Translated by {by}. {key} shows the original of a source.")

    def _keep_overview(self, comparison: Comparison) -> None:
        """The library screen counts the differences of the current texts, not of earlier ones."""
        if self.opened.event is not None and self.opened.choice == Choice():
            event, overview = self.opened.event, overview_of(comparison)
            self.reader.attempt(lambda: self.opened.library.events.keep_overview(event, overview))

    def action_original(self) -> None:
        """Show the source under the cursor in its own words, or in English again."""
        old, pane, made = self.comparison, self.source, self._comparing.made
        if made is None or made.article(pane).original is None:
            article = old.article(pane)
            self.show_message(how_aligned(article) or f"{article.label} is not translated.")
            return
        shown = self._comparing.switch_original(pane)
        self.reader.show_comparison(shown, carry_over(self.state, old, shown))
