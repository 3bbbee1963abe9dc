"""Large patterns are tried only where some words stand: whatever they match holds one of each kind."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.mentions.dates.forms import _FORMS, _NEAR
from newsdiff.mentions.numbers import casualties

LATIN = st.characters(codec="cp1252")
NEEDING = [
    *((pattern, needs, _NEAR) for pattern, _, _, needs in _FORMS if needs),
    (casualties._BEFORE, (casualties._BEFORE_HOLDS,), casualties._WINDOW),
]


@pytest.mark.parametrize(("pattern", "needs", "near"), NEEDING, ids=lambda value: "")
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_a_pattern_matches_holds_what_it_needs(
    pattern: re.Pattern[str], needs: tuple[tuple[str, ...], ...], near: int, data: st.DataObject
) -> None:
    compiled = re.compile(pattern.pattern, pattern.flags)
    text = data.draw(st.from_regex(compiled, fullmatch=True, alphabet=LATIN))[:near]
    assert all(any(word in text or word in text.lower() for word in words) for words in needs)
