"""Every threshold that shapes the details, in one place, with how it was found.

All were set on the five gold events together, read against the events without gold, and hold for
every event alike. Confidences are ordered and calibrated there, not probabilities proven elsewhere.
"""

from __future__ import annotations

from newsdiff.model import Level

NEEDED_CONFIDENCE: dict[Level, float] = {"strict": 0.8, "normal": 0.6, "all": 0.4}
"""What a *differs* needs to be shown at each level. At "normal" three in four were right on reading."""

CONTEXT_REACH = 14
"""How many words to either side of a mention count as its context: about one clause each way."""

CONTEXT_HALF = 5.0
"""At this distance in words a context word counts half."""

LEAD_SENTENCES = 4
"""The first sentences of an article tell its own event, not the background."""

ROUNDING = 0.04
"""Two figures nearer than this part of the larger are one figure rounded, when one of them is round."""

EXACT_BELOW = 100
"""People are counted one by one below this: 50 and 52 dead are two figures, 5,000 and 5,200 fans are one."""

FLOOR_STRETCH = 1.25
"""How far above "more than 100" a count of people may lie and still be the same count."""

MOST_PAIRED = 150
"""Above so many distinct tellings of one unit and head, only equal figures are put together."""

AGREEMENT_NEEDED = 0.5
"""From here on two figures that can both be true are told of the same thing."""
AGREEMENT_KIN: dict[str, float] = {"same": 0.3, "kin": 0.25, "open": 0.0}
AGREEMENT_TELLING_FIGURE = 0.4
AGREEMENT_EQUAL = 0.15
AGREEMENT_TOLL = 0.2
AGREEMENT_PART = 0.2
AGREEMENT_LIKENESS = 0.8
AGREEMENT_LINK = 0.3
"""Weights of what speaks for it: the kinship of what is counted, a figure seldom met by chance, like words."""

CLASH_BASE = -0.1
CLASH_KIN: dict[str, float] = {"same": 0.25, "kin": 0.2, "open": 0.05}
CLASH_LIKENESS = 0.9
CLASH_LINK = 0.25
CLASH_TOLL = 0.2
CLASH_LEAD = 0.2
CLASH_NAMES_SHARED = 0.1
CLASH_NAMES_CONTRARY = -0.25
CLASH_DAYS_SHARED = 0.1
CLASH_DAYS_CONTRARY = -0.2
CLASH_LONG_AGO = -0.15
CLASH_FAR = -0.15
"""Weights of what speaks for and against two figures that exclude each other being told of one thing."""

LONG_AGO_DAYS = 200
FAR_RATIO = 4.0
"""Casualty counts and estimates of one thing stay within this factor; beyond it they count different things."""

CLASH_WORTH_KEEPING = 0.2
"""Below this a pair of figures is no rival to a better one."""
