"""Signs and words for how a detail stands and what the reader said of it: one table for screens and pages."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from newsdiff.model import CONFIRMING, Detail, Judgement, Standing

Sign: TypeAlias = Literal["≠", "?", "≈", "~", "+", "=", "✓", "×"]
SIGNS: Final[dict[Standing, Sign]] = {
    "differs": "≠", "may-differ": "?", "variant": "≈", "may-share": "~", "only": "+", "shared": "=",
}  # fmt: skip
WORDS: Final[dict[Standing, str]] = {
    "differs": "differs",
    "may-differ": "may differ",
    "variant": "spelled differently",
    "may-share": "perhaps shared",
    "only": "only here",
    "shared": "shared",
}
"""A detail is never marked without its sign or its word."""
CONFIRMED: Final[Sign] = "✓"
DISMISSED: Final[Sign] = "×"
JUDGEMENTS: Final[dict[Judgement, str]] = {
    "confirmed": "confirmed by the reader",
    "dismissed": "dismissed by the reader",
    "joined": "joined by the reader",
    "split": "taken apart by the reader",
    "added": "added by the reader",
}


def sign_of(detail: Detail) -> Sign:
    """✓ where the reader says that the outlets differ, × that they do not, else how the detail stands.

    To join details or to take one apart confirms nothing.
    """
    if detail.judgement in CONFIRMING:
        return CONFIRMED
    return DISMISSED if detail.judgement == "dismissed" else SIGNS[detail.standing]
