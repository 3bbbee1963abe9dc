"""Taking something out of the reader: save, export, copy, the page in the browser."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from newsdiff.library import Note, SavedComparison
from newsdiff.library.errors import LibraryError
from tui.dialogs.line import NameDialog, PathDialog
from tui.reader.base import ReaderBase
from tui.reader.places import options_of, place_of
from tui.wording import day

if TYPE_CHECKING:
    from newsdiff.reports.format import NotePart


class HandingOn(ReaderBase):
    """Nothing is called saved or written before it is on the disk."""

    def action_save(self) -> None:
        """Save the comparison under a name."""
        if self.comparison is None:
            return
        opened = self.opened
        taken = {one.name: self._about(one) for one in self._saved_here()}
        open_name = opened.saved.name if opened.saved else ""
        suggestion = open_name or opened.title or "comparison"

        def commit(name: str) -> None:
            assert self.comparison is not None
            view = opened.view(place_of(self.state, self.comparison), options_of(self.state))
            try:
                opened.save(name, view)
            except LibraryError as error:
                raise ValueError(str(error)) from error

        self.app.push_screen(NameDialog(suggestion, taken, commit, open_name=open_name), self._saved)

    def _saved(self, name: str | None) -> None:
        if name is not None:
            self.newsdiff.tell(f"Saved as “{name}”.")
            self.tell_where()

    def _saved_here(self) -> tuple[SavedComparison, ...]:
        return self.newsdiff.library.saved.of(self.opened.event) if self.opened.event else ()

    @staticmethod
    def _about(saved: SavedComparison) -> str:
        return f"saved on {day(saved.updated.date())}"

    # -- export ------------------------------------------------------------------------

    def action_export(self) -> None:
        """Write the comparison with the notes to a Markdown file."""
        if self.comparison is None:
            return
        default = Path.cwd() / f"{file_stem(self.opened.title)}.md"
        self.app.push_screen(PathDialog("Export to Markdown", default, self._export), self._exported)

    def _export(self, path: Path) -> None:
        from newsdiff.reports import render

        assert self.comparison is not None
        notes = [note_part(note) for note in self.opened.notes]
        write_whole(path, render(self.comparison, "markdown", notes))

    def _exported(self, path: str | None) -> None:
        if path is not None:
            self.newsdiff.tell(f"Written to {path}.")

    # -- copy, open ----------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy what the cursor is on, with its source; with the card open, the whole card."""
        from newsdiff.reports.citations import cite

        if self.card.display and self.card.has_focus:
            text = self.card.plain_text
        else:
            found = self.here()
            if found is None:
                return
            text = cite(*found)
        self.app.copy_to_clipboard(text)
        self.newsdiff.tell("Copied with its source.")

    def action_open_url(self) -> None:
        """Open the article's page in the browser."""
        if self.comparison is None:
            return
        article = self.comparison.article(self.state.pane)
        if article.url is None or not article.url.startswith(("https://", "http://")):
            self.newsdiff.tell(f"No address is known for {article.label}.")
            return
        self.app.open_url(article.url)
        self.newsdiff.tell(f"Opening {article.url}")


def note_part(note: Note) -> NotePart:
    """A note as the reports take it; a span that is no longer in the text is left out."""
    from newsdiff.reports.format import NotePart, TargetPart

    targets = tuple(
        TargetPart(
            article=target.article, start=target.span[0], end=target.span[1],
            exact=target.exact, prefix=target.prefix, suffix=target.suffix,
        )
        for target in note.targets
        if target.span is not None
    )  # fmt: skip
    created = note.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    return NotePart(
        id=note.id, created=created, body=note.body, tags=note.tags, state=note.state, targets=targets
    )


def file_stem(title: str | None) -> str:
    """A file name out of a title: letters, digits and dashes."""
    words = re.findall(r"\w+", (title or "comparison").casefold())
    return "-".join(words)[:60].strip("-") or "comparison"


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is either there in full or as it was before."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
