"""Different people in one role: what one outlet calls Witkoff another calls Swieczkowski."""

from __future__ import annotations

from newsdiff.details.drafts import Draft
from newsdiff.details.scene import Scene


def rival_details(scene: Scene) -> tuple[list[Draft], set[int]]:
    """Drafts for names that stand in each other's place, and the orders of the mentions they use."""
    return [], set()
