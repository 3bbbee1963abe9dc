"""Dates and times of day."""

from __future__ import annotations

from newsdiff.details.drafts import Draft, by_value, plain_relation
from newsdiff.details.scene import Scene, Telling
from newsdiff.model import Kind


def moment_details(scene: Scene) -> list[Draft]:
    """One draft per date or time."""
    drafts = []
    kinds: tuple[Kind, Kind] = ("date", "time")
    for kind in kinds:
        found: dict[object, list[Telling]] = {}
        for telling in scene.tellings.get(kind, []):
            found.setdefault(telling.mention.value, []).append(telling)
        for tellings in found.values():
            groups = by_value(tellings, lambda telling: telling.mention.value)
            drafts.append(Draft(kind, plain_relation(groups), groups[0].value, groups, 0.9, "the same day"))
    return drafts
