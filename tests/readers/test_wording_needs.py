"""Rules on wording that are tried only on lines that hold some words or begin so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.readers.lines.closing_phrases import END, LAST, WITHIN
from newsdiff.readers.lines.phrase_rules import Rule
from newsdiff.readers.lines.phrases import LOOSE_START, START, WHOLE

NEEDING = [rule for rule in (*WHOLE, *START, *END, *WITHIN, *LOOSE_START, *LAST) if rule.needs or rule.begins]


@pytest.mark.parametrize("rule", NEEDING, ids=lambda rule: (*rule.begins, *rule.needs)[0])
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_a_rule_is_tried_on_whatever_it_matches(rule: Rule, data: st.DataObject) -> None:
    pattern = re.compile(rule.pattern.pattern, rule.pattern.flags)
    line = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="cp1252"))).strip()
    assert rule.fits(line.lower())
