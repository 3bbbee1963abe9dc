"""The reader's own word on which paragraphs report the same."""

from __future__ import annotations

from newsdiff.model import Article, Block
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.keys.keymap import in_words
from tui.reader.base import ReaderBase
from tui.wording import dotted
from widgets.reading.comparison_index import index_of


class Links(ReaderBase):
    """Link and unlink, with a way back; kept for ever and compared at once."""

    _linking: tuple[Article, Block] | None = None
    """The first of two paragraphs to be linked."""

    def action_link(self) -> None:
        """The first press chooses a paragraph, the second links it with another one."""
        here = self.paragraph_here()
        if here is None:
            if self.ready:
                self.newsdiff.show_message("This source has no paragraph here: move to one that has.")
            return
        if self._linking is None:
            self._linking = here
            label = one_line(here[0].label)
            key = in_words(self.app, "reader.link")
            self.status.wish = dotted(
                f"linking a paragraph of {label}: go to another source", f"[{key}] link", "[esc] cancel"
            )
            return
        (first, a), (second, b) = self._linking, here
        if first.id == second.id:
            self.newsdiff.show_message("Both are from one source: choose a paragraph of another one.")
            return
        self.close_linking()
        self._say(a.id, b.id, linked=True, done=f"Linked: {first.label} and {second.label}.")

    def close_linking(self) -> bool:
        """Forget the link in the making; returns whether there was one."""
        was, self._linking = self._linking, None
        self.status.wish = ""
        return was is not None

    def action_unlink(self) -> None:
        """Take the paragraph apart from one that it is linked with."""
        here = self.paragraph_here()
        if here is None or self.comparison is None:
            return
        _, block = here
        others = index_of(self.comparison).linked(block.id)
        if not others:
            self.newsdiff.show_message("This paragraph is linked with no other.")
        elif len(others) == 1:
            self._unlink(block.id, others[0])
        else:
            blocks = self.comparison.blocks
            choices = [
                Choosable(other, blocks[other][0].label, cut(blocks[other][0].slice(blocks[other][1]), 160))
                for other in others
            ]
            self.app.push_screen(
                ChooseDialog("Unlink from which paragraph?", choices),
                lambda other: self._unlink(block.id, other) if other else None,
            )

    def _unlink(self, a: str, b: str) -> None:
        self._say(a, b, linked=False, done="Unlinked.")

    def _say(self, a: str, b: str, *, linked: bool, done: str) -> None:
        opened = self.opened

        def change() -> None:
            before = opened.link(a, b, linked=linked)
            self.undo_stack.add("link" if linked else "unlink", lambda: opened.unsay(a, b, before))

        if self.attempt(change):
            self.compare_anew(f"{done} u takes it back.")
