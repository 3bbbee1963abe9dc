"""Which outlets do not report a detail: where nothing near it stands, and where nothing is certain.

Each outlet of a comparison reports a detail, or has nothing near it in any of its articles, or was not
compared.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsdiff.model import Annotated, Article, Kind, Mention


class Attribution:
    """Puts the articles that do not report a detail where they belong."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        self._annotated = annotated

    def split(
        self, kind: Kind, mentions: Sequence[Mention], near: Collection[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the articles with nothing near a detail, and of those that were not compared.

        `mentions` are those of the detail, `near` the articles that the caller knows to hold something near
        it. Articles of an outlet that reports it in another article are in neither. Both in article order.
        """
        reporting = {mention.article for mention in mentions}
        outlets = {outlet_of(one.article) for one in self._annotated if one.article.id in reporting}
        left = [one for one in self._annotated if outlet_of(one.article) not in outlets]
        return (), tuple(one.article.id for one in left)


def outlet_of(article: Article) -> str:
    """What is the same for all articles of one outlet."""
    return (article.outlet or article.id).casefold()
