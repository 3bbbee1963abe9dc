"""Saving the comparison under a name, and writing it to a file."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from newsdiff.atomic_write import atomic_write
from newsdiff.calendar.display import short_day
from newsdiff.library import SavedComparison
from newsdiff.library.errors import LibraryError
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.dialogs.line import NameDialog, PathDialog
from tui.reader.comparing import Comparing
from tui.reader.controller import Controller, Reader
from tui.reader.places import options_of, place_of
from widgets.reading.reading_state import panes

if TYPE_CHECKING:
    from newsdiff.exchange.exports import ExportFormat

FORMS: Final = (
    Choosable("memo", "Memo for the desk", "short, to print or send on: Markdown"),
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


class ExportActions(Controller):
    """Nothing is called saved or written before it is on the disk."""

    def __init__(self, reader: Reader, comparing: Comparing) -> None:
        super().__init__(reader)
        self._comparing = comparing

    def action_save(self) -> None:
        """Save the comparison under a name."""
        opened = self.opened
        saved = opened.library.saved.of(opened.event) if opened.event else ()
        taken = {one.name: self._about(one) for one in saved}
        open_name = opened.saved.name if opened.saved else ""
        suggestion = open_name or opened.title or "comparison"

        def commit(name: str) -> None:
            view = opened.view(place_of(self.state, self.comparison), options_of(self.state))
            opened.save(name, view)

        self.ask(NameDialog(suggestion, taken, commit, open_name=open_name), self._saved)

    def _saved(self, name: str) -> None:
        self.show_message(f"Saved as “{name}”.")
        self.reader.show_place()

    @staticmethod
    def _about(saved: SavedComparison) -> str:
        return f"saved on {short_day(saved.updated.date())}"

    # -- export ------------------------------------------------------------------------

    def action_export(self) -> None:
        """Write the comparison with the notes to a file, in a form to choose."""
        self.ask(ChooseDialog("Export as", FORMS), self._form_chosen)

    def _form_chosen(self, chosen: str) -> None:
        form = cast("ExportFormat", chosen)
        saved = self.opened.saved
        if form == "bundle" and saved is None:
            self.show_message(BUNDLE_NEEDS_SAVED)
            return
        from newsdiff.exchange.exports import ENDINGS

        stem = file_stem(saved.name if saved else self.opened.title)
        if self.reader.newsdiff.served:
            self._download(f"{stem}{ENDINGS[form]}", form)
            return
        dialog = PathDialog(
            f"Export: {_form_name(form)}",
            Path.cwd() / f"{stem}{ENDINGS[form]}",
            lambda path: self._export(path, form),
        )
        self.ask(dialog, lambda path: self._exported(path, form))

    def _export(self, path: Path, chosen: ExportFormat) -> None:
        from newsdiff.exchange.exports import form_named

        atomic_write(path, self._exported_as(form_named(path.name, chosen)))

    def _download(self, name: str, form: ExportFormat) -> None:
        """Offer the export to the visitor of ``newsdiff serve``: nothing is written on this computer."""
        try:
            content = self._exported_as(form)
        except (LibraryError, ValueError, OSError) as error:
            self.reader.newsdiff.show_error(error)
            return
        self.reader.app.deliver_binary(
            BytesIO(content), save_filename=name, mime_type="application/octet-stream", open_method="download"
        )
        self.show_message(f"Your browser downloads {name}.")

    def _exported_as(self, form: ExportFormat) -> bytes:
        """The export. Raises LibraryError and ValueError."""
        from newsdiff.exchange.exports import export, write_export

        opened, made = self.opened, self._comparing.made
        assert made is not None
        if form == "bundle":
            if opened.saved is None:
                raise ValueError(BUNDLE_NEEDS_SAVED)
            return export(opened.library, opened.saved, form, opened.opinions)
        numbered = replace(made, order=panes(self.state, made))  # as they stand on the screen
        return write_export(opened.library, opened.event, numbered, opened.notes, opened.verdicts, form)

    def _exported(self, path: str, chosen: ExportFormat) -> None:
        from newsdiff.exchange.exports import form_named

        form = form_named(path, chosen)
        as_named = (
            "" if form == chosen else f" as {_form_name(form)}, as the name says, not as {_form_name(chosen)}"
        )
        self.show_message(f"Written to {path}{as_named}.")


def _form_name(form: ExportFormat) -> str:
    return next(one.text for one in FORMS if one.id == form)


def file_stem(title: str | None) -> str:
    """A file name out of a title: letters, digits and dashes."""
    words = re.findall(r"\w+", (title or "comparison").casefold())
    return "-".join(words)[:60].strip("-") or "comparison"
