"""The sample event: what a library holds at its first launch."""

from __future__ import annotations

from pathlib import Path

from newsdiff.library.tables.library import Library

_FACT = "sample"


def sample_folder() -> Path | None:
    """The folder with the sample's articles: in an installed package or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    return None


def ensure_sample(library: Library) -> None:
    """Add the sample event to a library that never had it; one that the reader deleted stays away."""
    if library.fact(_FACT) is not None:
        return
    folder = sample_folder()
    if folder is None:
        return
    from newsdiff.readers import read_event

    event = library.events.add(read_event([folder]))
    library.keep_fact(_FACT, event.id)
