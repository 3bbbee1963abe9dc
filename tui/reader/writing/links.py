"""The reader's own word on which paragraphs report the same."""

from __future__ import annotations

from newsdiff.model import Article, Block
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.reader.controller import Controller
from tui.wording import dotted
from widgets.reading.comparison_index import index_of

NO_PARAGRAPH = "This source has no paragraph here: move to one that does."


class LinksController(Controller):
    """Link and unlink, with a way back; kept for ever and compared at once."""

    _linking: tuple[Article, Block] | None = None
    """The first of two paragraphs to be linked."""

    def action_link(self) -> None:
        """The first press chooses a paragraph, the second links it with another one."""
        here = self.reader.paragraph_here()
        if here is None:
            self.show_message(NO_PARAGRAPH)
            return
        if self._linking is None:
            self._linking = here
            label = one_line(here[0].label)
            self.reader.status.wish = dotted(
                f"linking a paragraph of {label}: go to another source",
                f"[{self.key('link')}] link",
                "[esc] cancel",
            )
            return
        (first, a), (second, b) = self._linking, here
        if first.id == second.id:
            self.show_message("Both paragraphs are from one source: choose one from another source.")
            return
        self.close()
        self._keep(a.id, b.id, linked=True, done=f"Linked: {first.label} and {second.label}.")

    def close(self) -> bool:
        """Forget the link in the making; returns whether there was one."""
        was, self._linking = self._linking, None
        self.reader.status.wish = ""
        return was is not None

    def action_unlink(self) -> None:
        """Remove a link between the paragraph and another one."""
        here = self.reader.paragraph_here()
        if here is None:
            self.show_message(NO_PARAGRAPH)
            return
        _, block = here
        others = index_of(self.comparison).linked(block.id)
        if not others:
            self.show_message("This paragraph is not linked to any other.")
        elif len(others) == 1:
            self._unlink(block.id, others[0])
        else:
            blocks = self.comparison.blocks
            choices = [
                Choosable(other, blocks[other][0].label, cut(blocks[other][0].slice(blocks[other][1]), 160))
                for other in others
            ]
            self.ask(
                ChooseDialog("Unlink from which paragraph?", choices),
                lambda other: self._unlink(block.id, other),
            )

    def _unlink(self, a: str, b: str) -> None:
        self._keep(a, b, linked=False, done="Unlinked.")

    def _keep(self, a: str, b: str, *, linked: bool, done: str) -> None:
        opened = self.opened

        def change() -> None:
            before = opened.link(a, b, linked=linked)
            self.reader.undo_stack.add("link" if linked else "unlink", lambda: opened.unsay(a, b, before))

        if self.reader.attempt(change):
            self.reader.compare_anew(f"{done} u takes it back.")
