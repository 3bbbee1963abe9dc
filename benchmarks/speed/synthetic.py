"""Made-up events of any size: several outlets tell the same facts in other words, and facts of their own.

Words follow Zipf's law over a made-up vocabulary, so that rare words tell facts apart as in real news.
"""

from __future__ import annotations

import random
from itertools import accumulate

from newsdiff.model import Article, Block, numbered

VOCABULARY = 6_000
SYLLABLES = ("ba", "cor", "de", "fin", "gar", "hol", "im", "jo", "ker", "lan", "mor", "ni", "or", "pel", "ra")
FUNCTION_WORDS = ("the", "of", "to", "and", "in", "that", "was", "on", "for", "with", "by", "at", "after")
FIRST_NAMES = ("Anna", "Boris", "Carla", "David", "Elena", "Frank", "Greta", "Hugo")


def synthetic_event(articles: int, paragraphs: int = 60, seed: int = 1) -> list[Article]:
    """`articles` outlets with `paragraphs` paragraphs each on one event; two thirds are told by many."""
    chance = random.Random(seed)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    common = [_fact(chance, words, weights) for _ in range(paragraphs)]
    return [_article(number, chance, common, paragraphs, words, weights) for number in range(articles)]


def _vocabulary(chance: random.Random) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        made["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))] = None
    return list(made)


def _fact(chance: random.Random, words: list[str], weights: list[float]) -> list[str]:
    """35 to 60 words with a name, a number and a day among them."""
    chosen = chance.choices(words, cum_weights=weights, k=chance.randint(20, 35))
    chosen += chance.choices(FUNCTION_WORDS, k=len(chosen) // 2)
    chance.shuffle(chosen)
    chosen.insert(3, f"{chance.choice(FIRST_NAMES)} {chance.choice(words).capitalize()}")
    chosen.insert(9, f"{chance.randint(2, 900)} {chance.choice(words)}")
    return chosen


def _article(
    number: int,
    chance: random.Random,
    common: list[list[str]],
    paragraphs: int,
    words: list[str],
    weights: list[float],
) -> Article:
    chosen = [
        _in_other_words(fact, chance, words, weights) for fact in chance.sample(common, k=2 * paragraphs // 3)
    ]
    chosen += [_fact(chance, words, weights) for _ in range(paragraphs - len(chosen))]
    chance.shuffle(chosen)
    text = "\n\n".join(f"{' '.join(one).capitalize()}." for one in chosen)
    name = f"outlet{number + 1}"
    blocks, start = [], 0
    for piece in text.split("\n\n"):
        blocks.append(Block("", "paragraph", start, start + len(piece)))
        start += len(piece) + 2
    return Article(name, f"{name}.txt", text, numbered(name, blocks), outlet=name)


def _in_other_words(
    fact: list[str], chance: random.Random, words: list[str], weights: list[float]
) -> list[str]:
    """The fact with a third of its words left out and a third exchanged; names and numbers stay."""
    chosen = []
    for word in fact:
        fate = chance.random()
        if " " in word or fate > 0.66:
            chosen.append(word)
        elif fate > 0.33:
            chosen += chance.choices(words, cum_weights=weights)
    return chosen
