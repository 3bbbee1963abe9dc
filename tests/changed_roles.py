"""Articles with a block of another role."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.model import Article, Role, numbered


def with_role(article: Article, block_id: str, role: Role, reason: str = "") -> Article:
    """The article as it is after its reader gave one block another role; block ids are renumbered."""
    changed = (
        replace(block, role=role, reason=reason) if block.id == block_id else block
        for block in article.blocks
    )
    return replace(article, blocks=numbered(article.id, changed))
