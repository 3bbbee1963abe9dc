"""Ages: which figures are ages, and whether two of them are of one person."""

from __future__ import annotations

from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling
from newsdiff.model import Quantity


def is_age(quantity: Quantity) -> bool:
    """Whether the figure says how old somebody is."""
    return quantity.head == "age"


def same_bearer(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether two ages are of one person: the same name beside both, else the same word."""
    mine, theirs = ({scene.before(t), scene.after(t)} - {""} for t in (a, b))
    names, names_too = ({word for word in side if word.startswith("@")} for side in (mine, theirs))
    return bool(names & names_too) if names and names_too else bool(mine & theirs)
