"""The thesaurus: one group a word, and no group for words that tell nothing."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

from newsdiff.alignment.thesaurus import concepts
from newsdiff.language.tokens import stem_of


def groups() -> list[list[str]]:
    lines = (files("newsdiff.alignment") / "thesaurus.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line.strip() and not line.startswith("#")]


def test_every_stem_belongs_to_one_group() -> None:
    owners = defaultdict(set)
    for group in groups():
        for word in group:
            owners[stem_of(word)].add(group[0])
    assert {stem: found for stem, found in owners.items() if len(found) > 1} == {}


def test_no_group_holds_a_stop_word() -> None:
    assert [word for group in groups() for word in group if not stem_of(word)] == []


def test_words_for_one_thing_meet_and_others_do_not() -> None:
    meaning = concepts()
    assert meaning[stem_of("killed")] == meaning[stem_of("dead")] == meaning[stem_of("fatalities")]
    assert meaning[stem_of("blaze")] == meaning[stem_of("fire")]
    assert meaning[stem_of("aid")] != meaning.get(stem_of("murder"), "")
