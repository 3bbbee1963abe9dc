"""Quotations: all outlets' versions of one utterance in one detail."""

from __future__ import annotations

from newsdiff.details.drafts import Draft
from newsdiff.details.scene import Scene


def utterance_details(scene: Scene) -> list[Draft]:
    """One draft per utterance."""
    return []
