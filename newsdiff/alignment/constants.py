"""The numbers that shape links and rows, in one place, with how they were found.

The coefficients of the two logistic models were fitted on eleven events (the five gold events and six more
labelled by hand in the same way), each event counting about equally. Judged leaving one event out, for the
coefficients and the threshold alike, mean F1 on the five gold events is 0.68 (plain TF-IDF with one
threshold: 0.57, with the threshold tuned on the very event: 0.59), and 8 % of the near-misses are linked.

Tried and left out, because leave-one-out did not gain or lost: word rarity in general news, z-scores
against the pairs inside one article, bigrams, the best sentence pair, nearness in relative position,
shared numbers or names counted apart, quotation overlap, equal dates, the same speaker, the words of
attributions ("police said") put aside, stems cut to six letters.
"""

from __future__ import annotations

LINK_THRESHOLD = 0.36
"""Least probability of a link. Mean F1 hardly moves between 0.28 and 0.40."""

SAME_THRESHOLD = 0.75
"""From this probability on a link is called "same", below it "partial"."""

OVERLAP_SMOOTHING = 20.0
"""Rarity added to the size of a pair: two short ones that share a word are no match (5 to 40 tried)."""

OVERLAP_SHORTER = 2 / 3
"""Weight of the shorter paragraph in a pair's size: 1 is containment, 1/2 the cosine (0.5 to 0.8 tried)."""

LEAD_DECAY = 3.0
"""Paragraphs after which the privilege of the lead, which sums up what others tell, has faded to 1/e."""

FIRST_LOOK = {
    "bias": -4.9,
    "overlap": 18.95,
    "wording": 9.48,
    "margin": 3.71,
    "lead": 0.92,
    "setting": 2.19,
    "strangers": -1.56,
}
"""What a pair tells by itself (see `evidence.Evidence`): log-odds per unit of each feature."""

SECOND_LOOK = {"bias": -0.84, "first": 0.82, "witness": 2.22}
"""What a third article adds: log-odds per unit of the first look's log-odds and of the witness."""

CANDIDATES_PER_ARTICLE = 4
"""For each paragraph, this many best paragraphs of every other article are looked at closely."""

CANDIDATES_PER_PARAGRAPH = 40
"""And this many over all articles: 200 copies of one page must neither hang nor fill the memory."""

LEAST_OVERLAP = 0.06
"""A pair below it is never linked by the models, so it is not looked at."""

COMMON_TERM = 0.1
"""Terms of more than this share of all paragraphs find no candidates, they only add to the overlap."""

LEAST_COMMON = 40
"""Terms of no more paragraphs than this find candidates, however small the event."""

MOST_TELLERS = 300
"""Terms of more paragraphs than this are common, however large the event: it bounds the work."""

MOST_TWINS = 12
"""Of paragraphs that say exactly the same (agency copy, 200 copies of a page) this many can be found."""

WITNESS_FLOOR = 0.1
"""A third article whose paragraph is less likely linked than that does not speak for a pair."""

WITNESS_TOLD = 0.25
"""From this likelihood on the witness is named among the reasons."""

WITNESSES_PER_PARAGRAPH = 40
"""A paragraph calls at most this many witnesses, its likeliest links."""

ROW_COHESION = 0.4
"""Least mean link score over the pairs of different articles that joining two rows would put side by side.

Of the pairs that share a row 87 % are links in the gold, and the rows hold 44 % of the gold links.
"""

BASE_PARAGRAPHS_PER_ROW = 2
"""That many paragraphs of the base may share a row, when they follow each other."""

COMMON_GROUND = {"bias": -4.1, "overlap": 9.2, "margin": 3.9, "lead": 2.4}
"""What pairs in different languages tell, where only names, figures, days and quotations are compared:
log-odds per unit of each feature. Fitted like `FIRST_LOOK`, but on the five gold events read as if their
English were not understood; with it half of the links are right (mean F1 0.42, precision 0.54, recall 0.36:
words would nearly double it). Shared rarity as a sum, two terms in common as a condition and nearness in
relative position were tried and did not help.
"""

COMMON_GROUND_PARTNERS = 2
"""Each paragraph is linked with this many of another article at most (1: 0.29, 3 and more: 0.40)."""

COMMON_GROUND_SMOOTHING = 5.0
"""As `OVERLAP_SMOOTHING`, for pairs of which only those terms count."""
