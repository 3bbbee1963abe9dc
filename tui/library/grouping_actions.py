"""What the library screen does to put events right: why, pin, merge, move, split."""

from __future__ import annotations

from typing import Final

from newsdiff.library import SavedComparison, StoredArticle, StoredEvent
from newsdiff.outlet_labels import labels_of
from newsdiff.sanitize import one_line
from tui.library.controller import Controller
from tui.wording import some

WORDS_SHOWN: Final = 5
"""Names, and other terms, that are shown of an article."""


class GroupingActions(Controller):
    """Corrects the grouping.

    Merge and move need two places: the first press takes what is under the cursor, the second one, on
    another event, puts it there.
    """

    _merging: StoredEvent | None = None
    _moving: tuple[str, StoredArticle] | None = None
    """Event and article that wait for their place."""

    def action_why(self) -> None:
        """Show what the articles of the event under the cursor have in common."""
        event = self.events.events_list.current_event
        if event is None:
            return
        reasons = self.library.events.why(event)
        sources = self.library.events.sources(event)
        look_alikes = self.library.events.look_alikes(event)
        labels = labels_of((one.id, one.outlet, one.published) for one in sources)
        lines = []
        for reason in reasons:
            common = some([one_line(word) for word in (*reason.names, *reason.terms)], WORDS_SHOWN)
            copied = f" · a copy of {one_line(reason.copy_of)}" if reason.copy_of else ""
            against = f" · despite {one_line(reason.against)}" if reason.against else ""
            label = labels.get(reason.article, reason.label)
            lines.append(f"{one_line(label)}: {common or 'nothing in common'}{copied}{against}")
        if len(reasons) == 1:
            lines = ["The only article of this event: there is nothing to compare it with yet."]
        for other in look_alikes:
            because = "; ".join(other.because) or "too little in common"
            lines.append(f"Kept apart from “{one_line(other.title or 'untitled')}”: {one_line(because)}")
        self.events.show_reasons(lines)

    def action_pin(self) -> None:
        """Have grouping leave the event under the cursor as it is, or not."""
        event = self._event()
        if event is None:
            return

        pin = self.library.events.pin
        pin(event.id, pinned=not event.pinned)
        self.events.load()
        self.events.undo_stack.add(_title(event), lambda: pin(event.id, pinned=event.pinned))
        self.show_message(
            f"Grouping may change “{_title(event)}” again."
            if event.pinned
            else f"“{_title(event)}” is pinned: grouping adds nothing to it."
        )

    def action_merge(self) -> None:
        """Take the event under the cursor, then put it into another."""
        event = self._event()
        if event is None:
            return
        key = self.key("merge")
        taken, self._merging = self._merging, None
        if taken is None:
            self._merging = event
            self.show_message(
                f"Press {key} on the event that “{_title(event)}” belongs to; {key} here cancels."
            )
        elif taken.id == event.id:
            self.show_message("Nothing was merged.")
        else:
            self.library.events.join(taken.id, event.id)
            self.events.load()
            self.events.undo_stack.add(_title(taken), lambda: self.library.events.unjoin(event.id))
            self.show_message(f"“{_title(taken)}” is now part of “{_title(event)}”.")

    def action_move(self) -> None:
        """Take the source under the cursor, then put it into another event."""
        key = self.key("move")
        taken, self._moving = self._moving, None
        if taken is None:
            source, event = self.events.sources_list.current, self.events.events_list.current_event
            if source is None or event is None:
                self.show_message("First go to the source that is in the wrong event.")
                return
            self._moving = event, source
            self.show_message(f"Press {key} on the event that “{one_line(source.label)}” belongs to.")
            self.events.events_list.focus()
            return
        target = self._event()
        old, article = taken
        if target is None or target.id == old:
            self.show_message("Nothing was moved.")
        else:
            self.library.events.move(old, article.id, target.id)
            self.events.load()
            self.events.undo_stack.add(article.label, lambda: self._move_back(target.id, article, old))
            self.show_message(f"“{one_line(article.label)}” is now in “{_title(target)}”.")

    def action_split(self) -> None:
        """Make the source under the cursor an event of its own."""
        source, event = self.events.sources_list.current, self.events.events_list.current_event
        if source is None or event is None:
            self.show_message("First go to the source that belongs in an event of its own.")
            return
        if len(self.library.events.sources(event)) < 2:
            self.show_message("Already a separate event.")
            return
        made = self.library.events.split(event, [source.id]).id
        self.events.load()

        def back() -> None:
            self._move_back(made, source, event)
            self.library.events.delete(made)

        self.events.undo_stack.add(source.label, back)
        self.show_message(f"“{one_line(source.label)}” is now a separate event.")

    def _move_back(self, event: str, article: StoredArticle, to: str) -> None:
        for one in self.library.events.sources(event):
            if one.sha256 == article.sha256:
                self.library.events.move(event, one.id, to)
                return

    def _event(self) -> StoredEvent | None:
        item = self.events.events_list.current
        if isinstance(item, SavedComparison):
            self.show_message("This is a saved comparison; go to its event.")
            return None
        return item


def _title(event: StoredEvent) -> str:
    return one_line(event.title or "the event")
