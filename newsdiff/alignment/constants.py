"""Bounds of rows, and what was fitted for articles in other languages, with how it was found."""

from __future__ import annotations

LINK_THRESHOLD = 0.36
"""Least probability of a link between articles in different languages."""

SAME_THRESHOLD = 0.75
"""From this probability on such a link is called "same", below it "partial"."""

OVERLAP_SHORTER = 2 / 3
"""Weight of the shorter paragraph in a pair's size: 1 is containment, 1/2 the cosine (0.5 to 0.8 tried)."""

ROW_COHESION = 0.4
"""Least mean link score over the pairs of different articles that joining two rows would put side by side.
"""

BASE_PARAGRAPHS_PER_ROW = 2
"""That many paragraphs of the base may share a row, when they follow each other."""

COMMON_TERMS = {"bias": -4.1, "overlap": 9.2, "margin": 3.9, "lead": 2.4}
"""Weights for pairs in different languages, where only names, figures, days and quotations are compared:
log-odds per unit of each feature. Fitted on the five events of the first gold, read as if their
English were not understood; with it half of the links are right (mean F1 0.42, precision 0.54, recall 0.36:
words would nearly double it). Shared rarity as a sum, two terms in common as a condition and nearness in
relative position were tried and did not help.
"""

COMMON_TERMS_PARTNERS = 2
"""Each paragraph is linked with this many of another article at most (1: 0.29, 3 and more: 0.40)."""

COMMON_TERMS_SMOOTHING = 5.0
"""Rarity added to the size of a pair: two short paragraphs that share a name are no match."""
