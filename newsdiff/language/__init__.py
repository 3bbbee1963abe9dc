"""English: sentences, tokens, term weights. (Placeholder slice.)"""

from __future__ import annotations

import re

from newsdiff.model import Article, Sentence

__all__ = ["split_sentences"]


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's paragraphs, in order."""
    result: list[Sentence] = []
    for block in article.paragraphs:
        for match in re.finditer(r"\S.*?(?:[.!?][”\"»’]?(?=\s|$)|$)", article.slice(block), re.S):
            result.append(
                Sentence(
                    f"{article.id}.s{len(result) + 1}",
                    block.id,
                    block.start + match.start(),
                    block.start + match.end(),
                )
            )
    return tuple(result)
