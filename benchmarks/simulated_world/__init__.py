"""A week of the world's news with its ground truth, made from a seed, and a server that plays it."""
