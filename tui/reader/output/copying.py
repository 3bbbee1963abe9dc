"""What the cursor is on, to the clipboard with its source, and its page in the browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

from newsdiff.atomic_write import atomic_write
from tui.reader.controller import Controller
from tui.reader.output.clipboard import FILE_NAME, hand_over, programs, what_was_done
from widgets.card.card_view import CardView


class Copying(Controller):
    """Copies words, opens pages."""

    def action_copy(self) -> None:
        """Copy what the cursor is on, with its source; with a card or the strip open, all of it."""
        from newsdiff.reports.citations import cite

        views: tuple[CardView, ...] = (self.reader.card, self.reader.strip)
        open_card = next((one for one in views if one.has_keys), None)
        if open_card is not None:
            text = open_card.plain_text
        else:
            found = self.reader.here()
            if found is None:
                self.show_message("There is no text under the cursor to copy.")
                return
            text = cite(*found)
        self.reader.app.copy_to_clipboard(text)
        if self.reader.newsdiff.served:
            self.show_message("Copied with its source.")
        else:
            self.reader.run_worker(
                lambda: self._copy_outside(text), thread=True, exclusive=True, group="copy"
            )

    def _copy_outside(self, text: str) -> None:
        """Hand a text to the programs that reach a clipboard, and write it to a file."""
        taken_by = hand_over(text, programs(os.environ))
        file: Path | None = self.reader.newsdiff.library.path.parent / FILE_NAME
        try:
            atomic_write(cast(Path, file), text.encode("utf-8", "surrogatepass"))
        except OSError:
            file = None
        self.reader.app.call_from_thread(self.show_message, what_was_done(taken_by, file))

    def action_open_url(self) -> None:
        """Open the article's page in the browser."""
        article = self.comparison.article(self.source)
        if article.url is None or not article.url.startswith(("https://", "http://")):
            self.show_message(f"No web address is known for {article.label}.")
            return
        self.reader.app.open_url(article.url)
        self.show_message(f"Opening {article.url}")
