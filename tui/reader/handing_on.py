"""Taking something out of the reader: save, export, copy, the page in the browser."""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from textual import work

from newsdiff.atomic_write import atomic_write
from newsdiff.calendar.display import short_day
from newsdiff.library import SavedComparison
from newsdiff.library.errors import LibraryError
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.dialogs.line import NameDialog, PathDialog
from tui.reader.base import ReaderBase
from tui.reader.clipboard import FILE_NAME, hand_over, programs, what_was_done
from tui.reader.places import options_of, place_of
from widgets import CardView

if TYPE_CHECKING:
    from newsdiff.exchange import ExportFormat

FORMS: Final = (
    Choosable("memo", "Memo for the desk", "one or two pages to print or send on: Markdown"),
    Choosable("memo-html", "Memo, HTML", "the same, with the matrix, for a browser and for paper"),
    Choosable("markdown", "Markdown", "to read and to paste"),
    Choosable("html", "HTML", "one page with the articles side by side, to send or print"),
    Choosable("json", "JSON", "for programs"),
    Choosable("csv", "CSV of details", "for a spreadsheet"),
    Choosable("csv-excel", "CSV of details for Excel", "with a byte order mark, so that Excel reads accents"),
    Choosable("csv-notes", "CSV of notes", "for a spreadsheet"),
    Choosable("csv-notes-excel", "CSV of notes for Excel", "with a byte order mark"),
    Choosable("annotations", "W3C annotations", "the notes, for other annotation tools"),
    Choosable("bundle", "Bundle", "the saved comparison for another newsdiff: newsdiff import"),
)
"""What the export dialog offers."""
BUNDLE_NEEDS_SAVED: Final = "A bundle carries a saved comparison: press s to save this one first."


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
            self.newsdiff.show_message(f"Saved as “{name}”.")
            self.show_place()

    def _saved_here(self) -> tuple[SavedComparison, ...]:
        return self.newsdiff.library.saved.of(self.opened.event) if self.opened.event else ()

    @staticmethod
    def _about(saved: SavedComparison) -> str:
        return f"saved on {short_day(saved.updated.date())}"

    # -- export ------------------------------------------------------------------------

    def action_export(self) -> None:
        """Write the comparison with the notes to a file, in a form to choose."""
        if self.comparison is not None:
            self.app.push_screen(ChooseDialog("Export as", FORMS), self._form_chosen)

    def _form_chosen(self, chosen: str | None) -> None:
        if chosen is None:
            return
        form = cast("ExportFormat", chosen)
        saved = self.opened.saved
        if form == "bundle" and saved is None:
            self.newsdiff.show_message(BUNDLE_NEEDS_SAVED)
            return
        from newsdiff.exchange.exports import ENDINGS

        stem = file_stem(saved.name if saved else self.opened.title)
        if self.newsdiff.served:
            self._download(f"{stem}{ENDINGS[form]}", form)
            return
        dialog = PathDialog(
            f"Export: {_form_name(form)}",
            Path.cwd() / f"{stem}{ENDINGS[form]}",
            lambda path: self._export(path, form),
        )
        self.app.push_screen(dialog, lambda path: self._exported(path, form))

    def _export(self, path: Path, chosen: ExportFormat) -> None:
        from newsdiff.exchange.exports import form_named

        atomic_write(path, self._exported_as(form_named(path.name, chosen)))

    def _download(self, name: str, form: ExportFormat) -> None:
        """Offer the export to the visitor of ``newsdiff serve``: nothing is written on this computer."""
        try:
            content = self._exported_as(form)
        except (ValueError, OSError) as error:
            self.newsdiff.show_error(error)
            return
        self.app.deliver_binary(
            BytesIO(content), save_filename=name, mime_type="application/octet-stream", open_method="download"
        )
        self.newsdiff.show_message(f"Your browser downloads {name}.")

    def _exported_as(self, form: ExportFormat) -> bytes:
        """The export. Raises ValueError."""
        from newsdiff.exchange import Written, export, write_export

        opened = self.opened
        assert self.translated is not None
        try:
            if form == "bundle":
                if opened.saved is None:
                    raise ValueError(BUNDLE_NEEDS_SAVED)
                return export(opened.library, opened.saved, form)
            written = Written(opened.notes, opened.verdicts)
            return write_export(opened.library, opened.event, self.translated, written, form)
        except LibraryError as error:
            raise ValueError(str(error)) from error

    def _exported(self, path: str | None, chosen: ExportFormat) -> None:
        if path is None:
            return
        from newsdiff.exchange.exports import form_named

        form = form_named(path, chosen)
        as_named = (
            "" if form == chosen else f" as {_form_name(form)}, as the name says, not as {_form_name(chosen)}"
        )
        self.newsdiff.show_message(f"Written to {path}{as_named}.")

    # -- copy, open ----------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy what the cursor is on, with its source; with a card or the strip open, all of it."""
        from newsdiff.reports.citations import cite

        open_card = next((one for one in self.query(CardView) if one.display and one.has_focus), None)
        if open_card is not None:
            text = open_card.plain_text
        else:
            found = self.here()
            if found is None:
                return
            text = cite(*found)
        self.app.copy_to_clipboard(text)
        if self.newsdiff.served:
            self.newsdiff.show_message("Copied with its source.")
        else:
            self._copy_outside(text)

    @work(thread=True, exclusive=True, group="copy")
    def _copy_outside(self, text: str) -> None:
        """Hand a text to the programs that reach a clipboard, and write it to a file."""
        taken_by = hand_over(text, programs(os.environ))
        file: Path | None = self.newsdiff.library.path.parent / FILE_NAME
        try:
            atomic_write(cast(Path, file), text.encode("utf-8", "surrogatepass"))
        except OSError:
            file = None
        self.app.call_from_thread(self.newsdiff.show_message, what_was_done(taken_by, file))

    def action_open_url(self) -> None:
        """Open the article's page in the browser."""
        if self.comparison is None:
            return
        article = self.comparison.article(self.state.pane)
        if article.url is None or not article.url.startswith(("https://", "http://")):
            self.newsdiff.show_message(f"No address is known for {article.label}.")
            return
        self.app.open_url(article.url)
        self.newsdiff.show_message(f"Opening {article.url}")


def _form_name(form: ExportFormat) -> str:
    return next(one.text for one in FORMS if one.id == form)


def file_stem(title: str | None) -> str:
    """A file name out of a title: letters, digits and dashes."""
    words = re.findall(r"\w+", (title or "comparison").casefold())
    return "-".join(words)[:60].strip("-") or "comparison"
