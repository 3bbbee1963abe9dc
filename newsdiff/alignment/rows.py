"""Rows out of links: which paragraphs are read side by side, and in which order.

A row has one paragraph of the base, or two that follow each other (more only where the reader's own
links tie them together), and what the others report of the same thing. Paragraphs join by links,
strongest first, as long as the row they would form hangs together: the mean link score over the pairs
of different articles that a merge would add must not fall below `ROW_COHESION`. So a lead that is linked
with everything does not swallow the page; links that the rows do not hold stay as crossings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsdiff.model import Annotated, Link, Row

ROW_COHESION = 0.4
"""Least mean link score over the pairs of different articles that joining two rows would put side by side."""
BASE_PARAGRAPHS_PER_ROW = 2
"""That many paragraphs of the base may share a row, when they follow each other."""
BASE = 0
"""Number of the base among the articles."""


def arrange_rows(annotated: Sequence[Annotated], links: Sequence[Link]) -> tuple[Row, ...]:
    """Rows that partition all body paragraphs, in the order of the base (`annotated[0]`).

    `related` links make no row. Rows without a base paragraph stand after the row in which their own article
    was read before.
    """
    grouping = RowGrouping(annotated)
    known = [link for link in links if link.firm and link.a in grouping.place and link.b in grouping.place]
    grouping.tie(link for link in known if link.origin == "reader")
    grouping.join([link for link in known if link.origin != "reader"])
    article_ids = [item.article.id for item in annotated]
    return tuple(
        numbered_row(number, members, grouping, article_ids)
        for number, members in enumerate(in_reading_order(annotated, grouping), 1)
    )


class RowGrouping:
    """A growing partition of all body paragraphs: first each alone, then joined link by link."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        """Every paragraph in a row of its own."""
        self.place = {
            block.id: (article, position)
            for article, item in enumerate(annotated)
            for position, block in enumerate(item.article.paragraphs)
        }
        """Paragraph id -> number of its article (0 is the base) and its position there."""
        self.row_of = {paragraph: paragraph for paragraph in self.place}
        self.members = {paragraph: [paragraph] for paragraph in self.place}
        self.ties: dict[str, dict[str, float]] = defaultdict(dict)
        """Row -> other row -> sum of the link scores between them."""

    def tie(self, links: Iterable[Link]) -> None:
        """Put paragraphs that the reader linked by hand in one row, whatever it looks like."""
        for link in links:
            self._merge(self.row_of[link.a], self.row_of[link.b])

    def join(self, links: Sequence[Link]) -> None:
        """Merge the rows of linked paragraphs, strongest link first, where the merged row hangs together."""
        for link in links:
            one, other = self.row_of[link.a], self.row_of[link.b]
            if one != other:
                self.ties[one][other] = self.ties[one].get(other, 0.0) + link.score
                self.ties[other][one] = self.ties[one][other]
        for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
            one, other = self.row_of[link.a], self.row_of[link.b]
            if one != other and self._hang_together(one, other):
                self._merge(one, other)

    def _hang_together(self, one: str, other: str) -> bool:
        """Whether the pairs that a merge would add are linked well enough, and the base stays in order."""
        here, there = self._articles(one), self._articles(other)
        if here.get(BASE) and there.get(BASE) and not self._base_in_one_run(one, other):
            return False
        size = len(self.members[other])
        pairs = sum(count * (size - there.get(article, 0)) for article, count in here.items())
        return self.ties[one].get(other, 0.0) >= ROW_COHESION * pairs

    def _base_in_one_run(self, one: str, other: str) -> bool:
        """Whether the base's paragraphs of both rows are few and follow each other without a gap."""
        members = self.members[one] + self.members[other]
        positions = [self.place[paragraph][1] for paragraph in members if self.place[paragraph][0] == BASE]
        run = max(positions) - min(positions) + 1
        return run == len(positions) <= BASE_PARAGRAPHS_PER_ROW

    def _articles(self, row: str) -> dict[int, int]:
        """Number of an article -> how many of its paragraphs the row has."""
        counts: dict[int, int] = {}
        for paragraph in self.members[row]:
            article = self.place[paragraph][0]
            counts[article] = counts.get(article, 0) + 1
        return counts

    def _merge(self, one: str, other: str) -> None:
        """Move the smaller row into the larger."""
        if one == other:
            return
        if (len(self.members[one]), other) < (len(self.members[other]), one):
            one, other = other, one
        for paragraph in self.members[other]:
            self.row_of[paragraph] = one
        self.members[one] += self.members.pop(other)
        for row, total in self.ties.pop(other, {}).items():
            self.ties[row].pop(other, None)
            if row != one:
                self.ties[one][row] = self.ties[one].get(row, 0.0) + total
                self.ties[row][one] = self.ties[one][row]


def in_reading_order(annotated: Sequence[Annotated], grouping: RowGrouping) -> list[list[str]]:
    """The rows as lists of paragraph ids: along the base, after each row what other articles report next.

    Paragraphs of an article before its first link to the base stand after the base's first row: a page opens
    with its base.
    """
    base = [grouping.row_of[block.id] for block in annotated[BASE].article.paragraphs]
    spine = list(dict.fromkeys(base)) or [""]
    following: dict[str, list[str]] = {row: [] for row in spine}
    for item in annotated[BASE + 1 :]:
        before = spine[0]
        for block in item.article.paragraphs:
            row = grouping.row_of[block.id]
            if row not in following:
                following[row] = []
                following[before].append(row)
            before = row
    order = []
    waiting = list(reversed(spine))
    while waiting:
        row = waiting.pop()
        order.append(sorted(grouping.members.get(row, ()), key=grouping.place.__getitem__))
        waiting.extend(reversed(following[row]))
    return [members for members in order if members]


def numbered_row(
    number: int, members: Sequence[str], grouping: RowGrouping, article_ids: Sequence[str]
) -> Row:
    """The row with its number and the articles that report it."""
    reporting = {grouping.place[paragraph][0] for paragraph in members}
    return Row(
        id=f"r{number}",
        paragraphs=tuple(members),
        reported_by=tuple(name for index, name in enumerate(article_ids) if index in reporting),
    )
