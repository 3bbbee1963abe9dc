"""Where two versions of a statement differ, by the probability that a careful reader would say so."""
