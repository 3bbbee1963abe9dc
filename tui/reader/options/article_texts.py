"""What counts as text in an article, and the texts it had before."""

from __future__ import annotations

from typing import Final

from newsdiff.model import Article, Block
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.reader.controller import Controller

PUT_ASIDE_BY_READER: Final = "put aside by the reader"


class ArticleTexts(Controller):
    """The text of the source under the cursor."""

    def action_role(self) -> None:
        """Offer what was put aside in this source, to be text again, and the paragraph to be put aside."""
        article = self.opened.article(self.source)
        here = self.reader.paragraph_here()
        choices = []
        own = next((one for one in article.blocks if here is not None and one.id == here[1].id), None)
        if own is not None:
            choices.append(Choosable(own.id, "put this paragraph aside", _words(article, own)))
        choices += [
            Choosable(block.id, f"make text: {one_line(block.reason or block.role)}", _words(article, block))
            for block in article.blocks
            if block.role != "paragraph"
        ]
        if not choices:
            self.show_message("Nothing was put aside in this source.")
            return
        start = 1 if len(choices) > 1 and here is not None and self.state.show_noise else 0
        self.ask(
            ChooseDialog(f"Put aside in {article.label}", choices, start=start),
            lambda block: self._change_role(article, block),
        )

    def _change_role(self, article: Article, block_id: str) -> None:
        block = next(one for one in article.blocks if one.id == block_id)
        aside = block.role == "paragraph"
        opened = self.opened

        def change() -> None:
            opened.set_role(article.id, block.start, "noise" if aside else "paragraph", PUT_ASIDE_BY_READER)
            self.reader.undo_stack.add(
                "text or not", lambda: opened.set_role(article.id, block.start, block.role, block.reason)
            )

        if self.reader.attempt(change):
            done = "Put aside. u takes it back." if aside else "It is text now. u takes it back."
            self.reader.compare_anew(done)

    def action_older_texts(self) -> None:
        """Show the versions of the source under the cursor."""
        from newsdiff.history.build import history_of
        from tui.history.screen import HistoryScreen

        article = self.opened.article(self.source)
        event = self.opened.event
        history = history_of(self.opened.library, event, article.id) if event else None
        if history is None or len(history.versions) < 2:
            stated = history.newest.corrections if history is not None else ()
            said = f" It says: “{one_line(stated[0].text)}”" if stated else ""
            self.show_message(f"{article.label} has no older text.{said}")
            return
        self.reader.app.push_screen(HistoryScreen(history))


def _words(article: Article, block: Block) -> str:
    return cut(one_line(article.slice(block)), 160)
