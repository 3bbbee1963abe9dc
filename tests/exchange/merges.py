"""What a merge of a bundle added."""

from __future__ import annotations

from newsdiff.library.transfer import Merged


def added_nothing(merged: Merged) -> bool:
    """Whether everything was there already."""
    return merged == Merged(merged.event, merged.name)
