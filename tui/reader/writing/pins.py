"""What a note will stand on: the selection, the mark, the paragraph, the row, or places pinned one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.library import NoteTarget
from newsdiff.model import Article, Block, Detail
from newsdiff.quotation_marks import quoted
from tui.dialogs.words import WordsDialog
from tui.reader.anchoring import anchored
from tui.reader.controller import Controller, Reader
from tui.wording import count, dotted
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_state import Place, ReadingState


class PinsController(Controller):
    """Pinned places stay lit until a note is written on them or escape lets them go."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.pinned: tuple[NoteTarget, ...] = ()
        """The places that the next note will stand on."""
        self._last: tuple[Place, NoteTarget] | None = None
        """Where the key that pins pinned a sentence at its last press, and which."""

    def action_pin_place(self) -> None:
        """Pin the selection, the mark or the sentence under the cursor, or let it go when it is pinned. Where
        this key pinned a sentence last, it pins the next one of the paragraph in its place."""
        targets = tuple(self.targets_here(one_only=True))
        if not targets:
            self.show_message("There is no text under the cursor to pin.")
            return
        sentences = self._sentences_of(targets[0]) if targets[0].kind == "paragraph" else []
        at = next((at for at, one in enumerate(sentences) if self._last == (self._pointed.place, one)), None)
        if at is None or sentences[at] not in self.pinned:
            wanted = tuple(sentences[:1]) or targets
            going = tuple(one for one in wanted if one in self.pinned)
            coming, later = () if going else wanted, sentences[1:]
        else:
            going = (sentences[at],)
            rest = [one for one in sentences[at + 1 :] if one not in self.pinned]
            coming, later = tuple(rest[:1]), rest[1:]
        self._last = (self._pointed.place, coming[0]) if sentences and coming else None
        self._pin((*(one for one in self.pinned if one not in going), *coming))
        self.reader.grid.screen.clear_selection()
        self._show_pinned(coming, going, has_more=any(one not in self.pinned for one in later))

    def _show_pinned(
        self, coming: Sequence[NoteTarget], going: Sequence[NoteTarget], *, has_more: bool
    ) -> None:
        done = "Pinned" if coming else "Unpinned"
        instead = " instead of the sentence before" if coming and going else ""
        more = f" ({self.key('pin-place')}: the next sentence)" if coming and has_more else ""
        words = " … ".join(target.exact for target in coming or going)
        self.show_message(f"{done}{instead}{more}: {quoted(words)}")

    def _sentences_of(self, paragraph: NoteTarget) -> list[NoteTarget]:
        """The sentences of a paragraph, that under the cursor first; none where the text is a translation:
        what is pinned there stands on the paragraph of the original."""
        annotated = self.comparison.annotation(paragraph.article)
        article, at = annotated.article, self._pointed.at or 0
        if article.original is not None:
            return []
        found = [one for one in annotated.sentences if paragraph.start <= one.start < paragraph.end]
        first = next((number for number, one in enumerate(found) if one.start <= at < one.end), 0)
        return [anchored(article, one.start, one.end) for one in (*found[first:], *found[:first])]

    def close(self) -> bool:
        """Let all pins go; returns whether there were any."""
        had = len(self.pinned)
        self._pin(())
        if had:
            self.show_message(f"{count(had, 'place')} unpinned.")
        return had > 0

    def _pin(self, pinned: Sequence[NoteTarget]) -> None:
        if not pinned and not self.pinned:
            return
        self.pinned = tuple(pinned)
        self.reader.status.wish = self._pins_text() if pinned else ""
        self.reader.mark_notes()

    def _pins_text(self) -> str:
        outlets = len({target.article for target in self.pinned})
        more, note, add = self.key("pin-place"), self.key("note"), self.key("add-difference")
        if outlets > 1:  # as short as 80 cells need
            text = f"{len(self.pinned)} pinned in {outlets} outlets"
            return dotted(text, f"[{more}] more", f"[{note}] note", f"[{add}] difference", "[esc] unpin")
        text = f"{count(len(self.pinned), 'place')} in {count(outlets, 'outlet')} pinned"
        return dotted(text, f"[{more}] one more", f"[{note}] note on all", "[esc] unpin")

    @property
    def _pointed(self) -> ReadingState:
        """The state at the words under the cursor; that of the reader on a line without any."""
        return self.reader.pointed or self.state

    # -- targets -----------------------------------------------------------------------

    def targets(self) -> tuple[NoteTarget, ...]:
        """What a note would be on now: all that is pinned, else what the cursor is on."""
        return self.pinned or tuple(self.targets_here())

    def targets_here(self, *, one_only: bool = False) -> Iterator[NoteTarget]:
        """The selection, the mark or the paragraph; where outlets differ, one mention of each, unless
        `one_only`."""
        if selected := self.reader.selected():
            for selected_article, start, end in selected:
                yield anchored(self.comparison.article(selected_article), start, end)
            return
        found = self.reader.here()
        if found is None:
            return
        article, start, end = found
        detail = index_of(self.comparison).details.get(self._pointed.detail or "")
        if detail is None or self._pointed.at is None:
            block = index_of(self.comparison).paragraph_at(article.id, start)
            is_whole = block is not None and (block.start, block.end) == (start, end)
            yield anchored(article, start, end, kind="paragraph" if is_whole else "span")
            return
        yield anchored(article, start, end, kind="detail", reference=detail.label)
        if one_only:
            return
        for other, first in self._elsewhere(detail, article.id):
            yield anchored(self.comparison.article(other), *first, kind="detail", reference=detail.label)

    def _elsewhere(self, detail: Detail, here: str) -> Iterator[tuple[str, tuple[int, int]]]:
        if detail.relation not in ("differs", "variant"):
            return
        for article in self.comparison.articles:
            first = next((one for one in detail.mentions if one.article == article.id), None)
            if first is not None and article.id != here:
                yield article.id, (first.start, first.end)

    def targets_of_row(self) -> tuple[NoteTarget, ...]:
        """Every paragraph of the row under the cursor."""
        if not self.comparison.rows or self.reader.pointed is None:
            return ()
        paragraphs = self.comparison.rows[self.reader.pointed.row].paragraphs
        blocks = [self.comparison.blocks[one] for one in paragraphs]
        return tuple(
            anchored(article, block.start, block.end, kind="row", reference=" ".join(paragraphs))
            for article, block in blocks
        )

    # -- words, with the keyboard ---------------------------------------------------------

    def action_select_words(self) -> None:
        """Select words of the paragraph with the keyboard; they are pinned then."""
        here = self.reader.paragraph_here()
        if here is None:
            self.show_message("There is no paragraph under the cursor to select words in.")
            return
        article, block = here
        dialog = WordsDialog(
            f"Select words of {article.label}",
            article.slice(block),
            "They are pinned; then a writes the note.",
        )
        self.ask(dialog, lambda span: self._words_selected(article, block, span))

    def _words_selected(self, article: Article, block: Block, span: tuple[int, int]) -> None:
        target = anchored(article, block.start + span[0], block.start + span[1])
        self._pin((*self.pinned, target))
