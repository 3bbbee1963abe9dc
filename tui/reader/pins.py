"""What a note will stand on: the selection, the mark, the paragraph, the row, or places pinned one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdiff.library import NoteTarget
from newsdiff.model import Article, Block, Detail
from tui.dialogs.words import WordsDialog
from tui.keys.keymap import in_words
from tui.reader.anchoring import anchored
from tui.reader.moves import Moves
from tui.reader.places import with_notes
from tui.wording import count, dotted
from widgets.reading.comparison_index import index_of


class Pins(Moves):
    """Pinned places stay lit until a note is written on them or escape lets them go."""

    def action_pin_place(self) -> None:
        """Pin what the cursor is on, or let it go when it is pinned."""
        targets = tuple(self.targets_here(one_only=True))
        if not targets:
            if self.ready:
                self.newsdiff.show_message("There is no text under the cursor to pin.")
            return
        places = {_place(target) for target in targets}
        known = {_place(target) for target in self.pinned}
        if places <= known:
            self._pin(tuple(target for target in self.pinned if _place(target) not in places))
        else:
            new = tuple(target for target in targets if _place(target) not in known)
            self._pin((*self.pinned, *new))
        self.grid.screen.clear_selection()

    def close_pins(self) -> bool:
        """Let all pins go; returns whether there were any."""
        had = bool(self.pinned)
        self._pin(())
        return had

    def _pin(self, pinned: Sequence[NoteTarget]) -> None:
        if not pinned and not self.pinned:
            return
        self.pinned = tuple(pinned)
        self.status.wish = self._pins_text() if pinned else ""
        self.mark_notes()

    def _pins_text(self) -> str:
        outlets = len({target.article for target in self.pinned})
        text = f"{count(len(self.pinned), 'place')} in {count(outlets, 'outlet')} pinned"
        more, note = in_words(self.app, "reader.pin-place"), in_words(self.app, "reader.note")
        return dotted(text, f"[{more}] one more", f"[{note}] note on all", "[esc] let go")

    def mark_notes(self) -> None:
        """Mark in the text where notes stand and what is pinned."""
        if self.comparison is None:
            return
        state = with_notes(self.state, self.opened.notes, self.comparison, self.pinned)
        self.show_state(replace(state, read=self.opened.read))

    # -- targets -----------------------------------------------------------------------

    def targets(self) -> tuple[NoteTarget, ...]:
        """What a note would be on now: all that is pinned, else what the cursor is on."""
        return self.pinned or tuple(self.targets_here())

    def targets_here(self, *, one_only: bool = False) -> Iterator[NoteTarget]:
        """The selection, the mark or the paragraph; where outlets differ, one mention of each, unless
        `one_only`."""
        if self.comparison is None:
            return
        if selected := self.text.selected_spans():
            for selected_article, start, end in selected:
                yield anchored(self.comparison.article(selected_article), start, end)
            return
        found = self.here()
        if found is None:
            return
        article, start, end = found
        detail = index_of(self.comparison).details.get(self.state.detail or "")
        if detail is None or self.state.at is None:
            yield anchored(article, start, end, kind="paragraph")
            return
        yield anchored(article, start, end, kind="detail", reference=detail.label)
        if one_only:
            return
        for other, first in self._elsewhere(detail, article.id):
            yield anchored(self.comparison.article(other), *first, kind="detail", reference=detail.label)

    def _elsewhere(self, detail: Detail, here: str) -> Iterator[tuple[str, tuple[int, int]]]:
        assert self.comparison is not None
        if detail.relation not in ("differs", "variant"):
            return
        for article in self.comparison.articles:
            first = next((one for one in detail.mentions if one.article == article.id), None)
            if first is not None and article.id != here:
                yield article.id, (first.start, first.end)

    def targets_of_row(self) -> tuple[NoteTarget, ...]:
        """Every paragraph of the row under the cursor."""
        if self.comparison is None or not self.comparison.rows:
            return ()
        paragraphs = self.comparison.rows[self.state.row].paragraphs
        blocks = [self.comparison.blocks[one] for one in paragraphs]
        return tuple(
            anchored(article, block.start, block.end, kind="row", reference=" ".join(paragraphs))
            for article, block in blocks
        )

    # -- words, with the keyboard ---------------------------------------------------------

    def action_select_words(self) -> None:
        """Select words of the paragraph with the keyboard; they are pinned then."""
        here = self.paragraph_here()
        if here is None:
            if self.ready:
                self.newsdiff.show_message("There is no paragraph under the cursor to select words in.")
            return
        article, block = here
        dialog = WordsDialog(
            f"Select words of {article.label}",
            article.slice(block),
            "They are pinned; then a writes the note.",
        )
        self.app.push_screen(dialog, lambda span: self._words_selected(article, block, span))

    def _words_selected(self, article: Article, block: Block, span: tuple[int, int] | None) -> None:
        if span is not None:
            target = anchored(article, block.start + span[0], block.start + span[1])
            self._pin((*self.pinned, target))


def _place(target: NoteTarget) -> tuple[str, int, int]:
    return target.article, target.start, target.end
