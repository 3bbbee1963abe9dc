"""Where an orphaned note belongs: the best candidate is offered, and any other place of the newer text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from textual.app import App

from newsdiff.library import Library, LibraryError, Note
from newsdiff.model import Article, Block
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.dialogs.words import WordsDialog

CANDIDATE: Final = "candidate"


class OrphanPlacing:
    """Places orphans in the newer text. It never does so unasked."""

    def __init__(self, app: App[Any], library: Library) -> None:
        self._app = app
        self._library = library

    def place(self, note: Note, done: Callable[[str], None]) -> None:
        """Ask where the first lost span of the note is now; `done` gets the message on what became of it."""
        lost = next((number for number, target in enumerate(note.targets) if target.is_orphan), None)
        if lost is None:
            done("This note is in place: there is nothing to do.")
            return
        target = note.targets[lost]
        try:
            articles = self._library.events.articles(note.event)
        except LibraryError as error:
            done(str(error))
            return
        article = next((one for one in articles if one.id == target.article), None)
        if article is None:
            done("The source of this note is no longer in the event.")
            return
        choices = [
            Choosable(block.id, "in", cut(one_line(article.slice(block)), 160))
            for block in article.paragraphs
        ]
        reattachment = target.reattachment
        if reattachment is not None and reattachment.end > reattachment.start:
            words = cut(one_line(article.text[reattachment.start : reattachment.end]), 160)
            choices.insert(
                0, Choosable(CANDIDATE, f"here ({reattachment.similarity:.0%} alike):", f"“{words}”")
            )

        def attach(start: int, end: int) -> None:
            try:
                self._library.notes.attach(note.id, lost, start, end)
            except LibraryError as error:
                done(str(error))
            else:
                done("The note is in place again.")

        def chosen(answer: str | None) -> None:
            if answer == CANDIDATE and reattachment is not None:
                attach(reattachment.start, reattachment.end)
            elif answer is not None:
                block = next(one for one in article.paragraphs if one.id == answer)
                self._ask_for_words(article, block, attach)

        self._app.push_screen(ChooseDialog(f"“{cut(target.exact, 60)}” is now", choices), chosen)

    def _ask_for_words(self, article: Article, block: Block, attach: Callable[[int, int], None]) -> None:
        def selected(span: tuple[int, int] | None) -> None:
            if span is not None:
                attach(block.start + span[0], block.start + span[1])

        title = f"Select the words in {article.label}"
        self._app.push_screen(WordsDialog(title, article.slice(block)), selected)
