"""Rules on wording that are tried only on lines with one of some words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.readers.lines.closing_phrases import END, LAST, WITHIN
from newsdiff.readers.lines.phrase_rules import Rule
from newsdiff.readers.lines.phrases import LOOSE_START, START, WHOLE

SMALL = 1_000
"""Characters of a pattern of which texts are quickly made up."""
NEEDING = [
    rule
    for rule in (*WHOLE, *START, *END, *WITHIN, *LOOSE_START, *LAST)
    if rule.needs and len(rule.pattern.pattern) < SMALL
]


@pytest.mark.parametrize("rule", NEEDING, ids=lambda rule: rule.needs[0])
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_whatever_a_rule_matches_holds_what_it_needs(rule: Rule, data: st.DataObject) -> None:
    pattern = re.compile(rule.pattern.pattern, rule.pattern.flags)
    line = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="cp1252")))
    assert any(part in line.lower() for part in rule.needs)
