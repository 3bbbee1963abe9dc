"""Every threshold that shapes the details, in one place, with how it was found.

All were set on the five gold events together, read against the events without gold, and hold for
every event alike. Confidences are ordered and calibrated there, not probabilities proven elsewhere.
"""

from __future__ import annotations

from newsdiff.model import Level

NEEDED_CONFIDENCE: dict[Level, float] = {"strict": 0.75, "normal": 0.5, "all": 0.4}
"""What a *differs* needs to be shown at each level.

At "normal" all ten that the gold events show are right; of the six that 42 events without gold show, four
are right on reading, one is partly wrong and one wrong.
"""

CONTEXT_REACH = 14
"""How many words to either side of a mention count as its context: about one clause each way."""

RARITY_SMOOTHING = 10
"""Sentences added to those counted, so that in two short reports common words keep some worth."""

CONTEXT_HALF = 5.0
"""At this distance in words a context word counts half."""

ODD_DAYS = 3
"""An article said to be published further than this from the middle of the event has an odd date."""

PARTIAL_LINK = 0.7
"""What a link that tells the same only in part counts, where one that tells the same counts 1."""

NEAREST = 4
"""So many telling words to either side are the nearest to a mention; two dates of one happening share one."""

LEAD_SENTENCES = 4
"""The first sentences of an article tell its own event, not the background."""

ROUNDING = 0.07
"""Two figures nearer than this part of the larger are one figure rounded, when one of them is round."""

SAME_IN_ANY_CASE = 0.01
"""Figures nearer than this are one, measured or converted twice; people are counted, not measured."""

CONVERTED = 0.03
"""Measures nearer than this in one article are a measure and its conversion ("230 km (140 miles)")."""

EXACT_BELOW = 30
"""People are counted one by one below this: 20 and 21 dead are two figures, 30 and 32 may be one."""

FLOOR_STRETCH = 1.25
"""How far above "more than 100" a count of people may lie and still be the same count."""

MOST_PAIRED = 150
"""Above so many distinct tellings of one unit and head, only equal figures are put together."""

AGREEMENT_NEEDED = 0.5
"""From here on two figures that can both be true are told of the same thing."""
AGREEMENT_KIN: dict[str, float] = {"same": 0.3, "kin": 0.25, "open": 0.0}
AGREEMENT_TELLING_FIGURE = 0.4
AGREEMENT_EQUAL = 0.15
AGREEMENT_EQUAL_TIME = 0.2
"""The very same duration in linked paragraphs is one thing, whatever words stand around it; two equal counts
are so only where more speaks for it."""
AGREEMENT_TOLL = 0.2
AGREEMENT_PART = 0.5
AGREEMENT_FATE_UNTOLD = 0.2
AGREEMENT_LIKENESS = 0.8
AGREEMENT_LINK = 0.3
AGREEMENT_VAGUE = 0.1
AGREEMENT_VAGUE_AND_EXACT = 0.15
"""Words such as "dozens" agree with much, and with an exact figure more easily than with each other."""
AGREEMENT_RETOLD = 0.3
"""The very same figure in two sentences that are each other's best match."""
AGREEMENT_RATIO = 1.5
"""Weights of what speaks for it: what is counted, a figure seldom met by chance, like words."""

CLASH_BASE = -0.1
CLASH_KIN: dict[str, float] = {"same": 0.25, "kin": 0.2, "open": 0.0}
CLASH_NEIGHBOUR = 0.2
CLASH_LIST = -0.2
CLASH_COUNTERPARTS = 0.15
CLASH_ALONE = 0.1
CLASH_ONLY_OF_UNIT = 0.25
CLASH_ONE_EACH = 0.25
CLASH_UNLINKED = -0.15
CLASH_LIKENESS = 0.9
CLASH_BARE_LIKENESS = 0.4
CLASH_SOME_LIKENESS = 0.15
CLASH_LINK = 0.25
CLASH_TOLL = 0.2
CLASH_ONLY_FIGURES = 0.35
CLASH_LEAD = 0.2
CLASH_OWN_HEAD = 0.2
"""Added to what is shown anyway where nothing else in the event is counted in that noun."""
CLASH_NAMES_SHARED = 0.1
CLASH_NAMES_CONTRARY = -0.25
CLASH_OWNERS_CONTRARY = -0.5
CLASH_DAYS_SHARED = 0.1
CLASH_FAR_DAY_SHARED = 0.25
CLASH_DAYS_CONTRARY = -0.2
CLASH_LONG_AGO = -0.15
CLASH_FAR = -0.2
"""Weights of what speaks for and against two figures that exclude each other being told of one thing."""

COUNTERPART_LEAST = 0.1
"""Sentences of linked paragraphs that share less of their weight are no counterparts."""
COUNTERPART_WORDS = 2
"""Counterparts share so many telling words, unless one has fewer."""

LONG_AGO_DAYS = 200
FAR_FROM_PRINT_DAYS = 31
NEAR_RATIO = 1.5
FAR_RATIO = 3.0
"""Casualty counts and estimates of one thing stay within this factor; beyond it things differ."""

MOST_MENTIONS = 12
"""Bound on work: so many mentions of one name or date are held against those of another."""
MOST_EXPLAINED = 8
"""Bound on work: so many mentions of each figure are looked at for an explanation."""

QUOTE_WORD_HOLDERS = 40
"""A word that more quotations hold than this brings none of them together."""
QUOTE_LONG = 4
"""Quotations with so many telling words in common are known by their words alone."""
QUOTE_SHORT = 3
"""With so few telling words a quotation is a phrase ("massive damage"), known by its speaker as well."""
QUOTE_CONTAINED = 0.6
"""The part of the shorter quotation's weight that both share when they are one utterance."""
QUOTE_SAME_SPEAKER = 0.5
"""… and where the speaker is one: at 0.4 different things that somebody said of one matter came together."""
QUOTE_PHRASE = 0.9
"""A phrase whose words are worth so much is known without a speaker when both say it word for word."""
QUOTE_JOINED = 0.5
"""The part of the pairs between two clusters that are of one utterance when the clusters are."""
QUOTE_VERY_SAME = 90
QUOTE_SAME_WORDS = 95
"""Two wordings of which one has so many per cent of the other's letters in a row differ in length only."""
QUOTE_LOOKS = 5
QUOTE_LINKED = 0.1
"""Linked paragraphs let two translations of one utterance share so much less."""

MOMENT_AGREEMENT_NEEDED = 0.4
"""From here on a vague date ("last month") and a sharp one inside it are told of one happening."""
MOMENT_VAGUE = 100
MOMENT_YEAR_AGREEMENT_NEEDED = 0.55
"""… and from here on where the vague one is longer than so many days ("1980s", 1981): of ten such pairs in
the events without gold the five below it are of different happenings, save two."""
MOMENT_OFTEN = 6
"""A vague date ("this year") with more mentions than this is told of many things."""
MOMENT_ALIKE = 0.6
"""Words so alike make it one happening even where an outlet tells the other day as well."""
MOMENT_BASE = -0.05
MOMENT_YEARS_TOLD = 0.1
"""Dates told with their years need no guess at the year."""
MOMENT_LIKENESS = 1.0
MOMENT_LINK = 0.25
MOMENT_NEXT_DAY = -0.2
"""The next day may be a matter of time zones or of the hour of writing."""
MOMENT_LIKENESS_LEAST = 0.25
"""Dates are mostly of different happenings: below this likeness of the words around they are not compared."""
MOMENT_GRAIN = 31
"""Days, weeks and months are compared with each other, years only with years."""
MOMENT_MOST = {"exact": 0.9, "next day": 0.75, "vague": 0.65}
"""How sure two dates can make us at most. A vague date may be meant loosely, the next day be another time
zone's; both are shown, after the differences that cannot be read in two ways."""
MOMENT_SWAPPED = 0.3
"""The same time, here a.m. and there p.m., beside the same word: one of them is a slip."""
MOMENT_COUNTERPARTS = 0.2
COUNTERPART_LIKENESS_LEAST = 0.15
"""Sentences that are each other's best match need less likeness of the words around."""
MOMENT_LONGEST = 366
"""Stretches of several years are not held against each other."""
MOMENT_MINUTES = 20
MOMENT_SOME_MINUTES = 10
MOMENT_FEW_MINUTES = 3
MOMENT_ROUND = 5
"""Times nearer than this are one time: told roughly, told exactly, both told to the very minute."""
MOST_MOMENT_CLASHES = 400
"""Bound on work: above so many distinct dates of one event none is held against another."""

RIVAL_BESIDE = 0.4
RIVAL_SURNAME = 0.35
RIVAL_COMPANION = 0.1
RIVAL_LINK = 0.25
RIVAL_LIKENESS = 0.3
RIVAL_ROLE = 0.15
"""Weights of what speaks for two different names standing in one place."""
MOST_PEOPLE = 40
"""Bound on work: no more people with one surname or one companion are compared with each other."""

CLAIM_COMMON_WORDS = 2
"""Two statements that exclude each other share so many telling words."""
CLAIM_OVERLAP = 0.3
"""… and at least this part of the shorter one's weight."""
CLAIM_SCOPE = 3
"""A negation is said of one of the next so many words."""
OPPOSITE_BASE = 0.31
DENIAL_BASE = 0.2
CLAIM_LIKENESS = 0.5
"""Opposites in like sentences are mostly right, denials often deny something else."""

AGE_BEARER = {"name": 0.55, "word": 0.35, "sentence": 0.35}
"""What it is worth that two ages are of one person, by what that is known."""
BEARER_REACH = 2
"""Sentences back in which the person may be named whom "the 54-year-old" takes up."""

HEAD_REACH = 5
"""Words after a figure in which its head noun may stand ("$3 billion in undistributed foreign earnings")."""

NOBODY_BASE = 0.3
NOBODY_LINK = 0.3
NOBODY_LEAD = 0.3
NOBODY_LIKENESS = 0.3
"""Weights for "nobody was hurt" against a count of hurt people. Set by hand: the gold has one such pair."""

SUREST = 0.9
SAME_THING = 0.85
FIGURES_THAT_AGREE = 0.75
"""How sure a detail is at most; one that several tell in the same words or figures; figures that do not
exclude each other. Set by hand: they order the details, nothing is decided by them."""

ONLY_UNDECIDED = 0.45
"""How sure an *only here* is at most where another outlet gives something of its kind in a linked paragraph.
Set by hand: it is as likely the same thing told otherwise as another thing."""
