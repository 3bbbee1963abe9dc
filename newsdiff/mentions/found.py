"""A typed value at a place in a text: what the recognisers of numbers, dates and times hand back."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.model import Kind, Value


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the span that tells it, before it is tied to an article and a sentence."""

    start: int
    end: int
    kind: Kind
    value: Value
