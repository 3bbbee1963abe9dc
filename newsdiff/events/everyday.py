"""Words of everyday news: what a library of few articles cannot know yet.

With five articles in a library, "government" in two of them looks as rare as a village in two of them. So
grouping counts as if it had seen some articles before, and these words in a good part of them. The names of
countries and of their people are among them: much happens in a country, and two articles from Sri Lanka are
no more of one event than two from the capital of a larger one.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsdiff.language.tokens import stem_of, tokens
from newsdiff.mentions.lexicon import data_lines

SEEN_BEFORE = 200
"""Articles that count as seen before the first one. 60 to 200 group 204 articles alike; with a few dozen
articles in the library 200 divides fewer events."""
EVERYDAY_SHARE = 0.15
"""Share of them that have an everyday word."""

_WORDS: Final = frozenset(
    stem_of(word)
    for word in """
    able accord act action add agency ago allow amount announce answer area arrive ask attack attempt
    authorities authority base begin believe best big board body bring build building business call campaign
    cause central change charge chief child city claim clear close come comment committee company concern
    condition confirm continue control cost country court crime damage day dead deal death decide decision
    department describe die difficult director due early economic effort end event expect explain face fact
    fall family far father fear federal feel figure final find fire follow force foreign former found free
    friday full general give global good government great group grow hand happen hard head hear held help
    high hit hold home hope hospital hour house human hundred hundreds hurt important include increase
    inform information injure interest international interview investigate investigation involve issue
    january february march april june july august september october november december job journalist judge
    kill large law lead leader learn leave left letter level life line list live local long look lose loss
    low main major man market matter mean media meet meeting member men message military million billion
    minister minute moment money month morning mother move name nation national need news newspaper
    night number offer office officer official old open operation opposition order organisation organization
    parent part party pass past pay people percent period person phone photo place plan play point police
    policy political position possible post power prepare present president press prevent prime problem
    process project protect prove provide public question raise reach read ready real reason receive recent
    recently record release remain report reporter require rescue response responsible rest result return
    right rise road role rule run safe safety school search season second secretary security send senior
    serious service set share short show sign similar single site situation small social source south north
    east west speak spend spokesman spokesperson spokeswoman staff stand start state statement stay step
    stop story street strong student success suffer suggest support suspect system talk team television tell
    term test thousand thousands threat tie time today top total town travel tried trip try turn twitter
    understand unit united victim video view visit wait war warn watch water week weekend white wife win
    witness woman women word work worker world worry wound write young youth
    evening crash car vehicle arrest dozen condemn deny accuse agree agreement website facebook
    """.split()
) - {""}


@cache
def everyday() -> frozenset[str]:
    """Stems that any article may have."""
    countries = (token.stem for line in data_lines("countries.txt") for token in tokens(line))
    return _WORDS | frozenset(stem for stem in countries if stem)
