"""The numbers that shape links and rows, in one place, with how they were found."""

LINK_THRESHOLD = 0.13
"""Least cosine of two linked paragraphs: best mean F1 over the five gold events (0.588; 0.586 leave-one-out)."""

LINKS_PER_PARAGRAPH = 200
"""A paragraph has at most this many links, its best ones: 200 copies of a page must not fill the memory."""

ROW_COHESION = 0.1
"""Least mean link score over the pairs of different articles that joining two rows would put side by side."""
