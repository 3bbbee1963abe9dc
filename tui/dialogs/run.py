"""How far a run is, with a way to stop it; at its end, what became of every source."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import ProgressBar, Static, TextArea

from newsdiff.sanitize import one_line, sanitize
from tui.bringing import Run
from tui.dialogs.dialog import Dialog, clickable
from tui.dialogs.words import text_to_read

SECONDS_BETWEEN_LOOKING: Final = 0.1
AT_WORK: Final = "escape stops · ctrl+s continues in the background"
AT_THE_END: Final = "arrows and wheel scroll · escape closes"


class RunDialog(Dialog[None]):
    """Watches one run. Closing it before the end with ctrl+s leaves the run at work."""

    HINT = AT_WORK

    def __init__(self, run: Run) -> None:
        super().__init__(run.title)
        self.run_shown = run

    def compose(self) -> ComposeResult:
        """Counts, a bar, the last source; then the summary."""
        words = text_to_read("")
        words.add_class("-hidden")
        yield from self.framed(
            Static("starting …", id="counts", markup=False),
            ProgressBar(id="bar", show_eta=False, show_percentage=False),
            Static("", id="latest", markup=False),
            words,
        )

    def on_mount(self) -> None:
        """Look at the run until it is over."""
        self._timer = self.set_interval(SECONDS_BETWEEN_LOOKING, self._look)
        self._look()

    def _look(self) -> None:
        run = self.run_shown
        if self.gone:
            self._timer.stop()
            return
        if run.finished:
            self._timer.stop()
            self._end()
            return
        waiting = "stopping …" if run.stopping else "working …"
        self.query_one("#counts", Static).update(Content(run.counts or waiting))
        self.query_one("#latest", Static).update(Content(one_line(waiting if run.stopping else run.latest)))
        self.query_one(ProgressBar).update(total=run.total or None, progress=run.done)

    def _end(self) -> None:
        run = self.run_shown
        counts, _, rest = run.text.partition("\n")
        self.query_one("#counts", Static).update(Content(one_line(counts)))
        self.say(run.trouble)
        for name in ("#bar", "#latest"):
            self.query_one(name).add_class("-hidden")
        words = self.query_one("#words", TextArea)
        words.text = sanitize(rest.strip("\n"))
        words.set_class(not rest.strip(), "-hidden")
        words.focus()
        self.query_one("#hint", Static).update(clickable(AT_THE_END if rest.strip() else "escape closes"))

    def action_accept(self) -> None:
        """Close; the run goes on."""
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Stop the run; when it is over, close."""
        if self.run_shown.finished:
            self.dismiss(None)
        else:
            self.run_shown.stop()
