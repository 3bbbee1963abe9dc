"""Two short articles on one event: an app that opens them is ready in half the time that the sample takes."""

from __future__ import annotations

from pathlib import Path

from newsdiff.library import open_library
from newsdiff.readers import read_event

TEXTS = {
    "alpha": (
        "Ferry runs aground off Norvik\n\n"
        "A ferry with 212 people on board ran aground off Norvik on Sunday evening.\n\n"
        "Nine passengers were taken to hospital, the harbour master Anna Berg said.\n\n"
        "The ship is operated by Nordline and was built in 1998.\n"
    ),
    "beta": (
        "Ferry hits rocks near Norvik\n\n"
        "A ferry with 220 people on board ran aground off Norvik late on Sunday.\n\n"
        "Seven passengers were taken to hospital, the harbour master Anna Bergh said.\n\n"
        "Divers will inspect the hull on Tuesday.\n"
    ),
}


def short_files(folder: Path) -> list[Path]:
    """The two articles as files in a new folder."""
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def short_library(folder: Path) -> Path:
    """A library in ``folder/data`` with the event alone, without the sample; returns where it is."""
    with open_library(folder / "data") as library:
        library.keep_fact("sample", "gone")
        library.events.add(read_event(short_files(folder / "short")))
    return folder / "data"
