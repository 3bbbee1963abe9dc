"""What a duration says: how long something took, how long ago it was, how far ahead it lies."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence

Frame: TypeAlias = Literal["back", "ahead", "long"]

AGO_AFTER = re.compile(r"\W*(?:ago|earlier|before|previously|prior)\b", re.I)
LATER_AFTER = re.compile(r"\W*(?:later|after|from now|away)\b", re.I)
LAST_BEFORE = re.compile(r"\b(?:last|past|previous|preceding)\W+$", re.I)
NEXT_BEFORE = re.compile(r"\b(?:next|coming|within)\W+(?:the\W+)?(?:next\W+)?$", re.I)
IN_BEFORE = re.compile(r"\bin\W+(?:just\W+|only\W+)?$", re.I)
RECORD_BEFORE = re.compile(r"\b(?:first|not|never|no|most|only|n[’']t|\w{3,}est)\b", re.I)
"""Before "in four decades": then they are the decades past ("not attempted in", "the biggest in")."""


def frame_of(index: EventIndex, occurrence: Occurrence) -> Frame:
    """Whether a duration reaches back, ahead, or says how long something takes."""
    text, mention, sentence = index.text(occurrence), occurrence.mention, occurrence.sentence
    before = text[sentence.start : mention.start]
    if AGO_AFTER.match(text, mention.end, sentence.end) or LAST_BEFORE.search(before):
        return "back"
    if LATER_AFTER.match(text, mention.end, sentence.end) or NEXT_BEFORE.search(before):
        return "ahead"
    if IN_BEFORE.search(before):
        return "back" if RECORD_BEFORE.search(before) else "ahead"
    return "long"
