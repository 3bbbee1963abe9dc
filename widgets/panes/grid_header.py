"""The titles of the panes: they stay while the text scrolls."""

from __future__ import annotations

from collections.abc import Container, Sequence

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from newsdiff.calendar.display import clock, short_day
from newsdiff.language.names import how_aligned_within
from newsdiff.model import Article, Comparison
from newsdiff.outlets.countries import country_called
from widgets.panes.pane_columns import SEPARATOR, Slot
from widgets.reading.comparison_index import index_of
from widgets.text.grid_styles import GridStyles
from widgets.text.harmless import short
from widgets.text.wrapping import fitted, width_of

LONGEST_HEADLINE = 400
LONGEST_BASE = 30
"""Characters of the base's name in a title, so that a long one does not keep the whole part out: of the 3,000
outlets in the table 27 have longer names."""
BASE = " (base)"
CHANGED = "Δ changed since you read it"
TALL_ENOUGH = 30
"""From this height on the headlines have a line of their own."""


def header_height(height: int, comparison: Comparison | None) -> int:
    """How many lines the titles take on a grid of this height; one more where languages are named."""
    return (3 if height >= TALL_ENOUGH else 2) + names_languages(comparison)


def names_languages(comparison: Comparison | None) -> bool:
    """Whether there is an article that was not published in English."""
    return comparison is not None and index_of(comparison).names_languages


def how_much(comparison: Comparison, article: Article) -> str:
    """``shares 17 of 29 ¶``: so many of the base are linked to it; for the base how many it has."""
    paragraphs = len(comparison.article(comparison.base).paragraphs)
    if article.id == comparison.base:
        return f"{paragraphs} ¶"
    return f"shares {index_of(comparison).shared_with_base[article.id]} of {paragraphs} ¶"


def warning(article: Article) -> str:
    """``! behind a paywall``: what the article lacks or is besides, in short; empty for a whole article."""
    heads = (remark.partition(": ") for remark in article.remarks)
    return next((f"! {short(head, 40)}" for head, colon, _ in heads if colon), "")


def title_line(
    comparison: Comparison, article: Article, number: int, width: int, *, changed: bool = False
) -> tuple[str, str]:
    """Number and outlet, and the rest of the line as far as it fits; "(base)" gives way to the outlet.

    `changed` says that the article's text did.
    """
    name = numbered_name(article, number)
    if article.id == comparison.base and width_of(name + BASE) <= width:
        name += BASE
    day = short_day(article.published, year=comparison.of_several_years)
    whole = " ".join(part for part in (day, clock(article.published_at)) if part)
    known = country_called(article.country) if article.country else None
    country = known.name if known else short(article.country or "", 30)
    news = CHANGED if changed else ""
    shares = how_much(comparison, article)
    parts = (country, whole, shares, warning(article), news)
    facts = [part for part in parts if part]
    with_base = f"{shares} with {short(comparison.article(comparison.base).label, LONGEST_BASE)}"
    longer = [with_base if part == shares else part for part in facts]
    if article.id != comparison.base and _fits(name, longer, width):
        facts = longer
    if known and not _fits(name, facts, width):
        facts[0] = known.code
    if not article.outlet and len(name) > width // 2:
        name = name[: max(8, width // 2)].rstrip() + "…"
    if whole in facts and article.published_at and not _fits(name, facts, width):
        facts[facts.index(whole)] = day
    while facts and not _fits(name, facts, width):
        facts.pop(0)
    if not facts and warning(article):
        facts = ["!"]  # better cut off than not there: the library's list of sources has the rest
    return name, "".join(f" · {part}" for part in facts)


def numbered_name(article: Article, number: int) -> str:
    """``3 Sky News``: the key that goes to the pane, where there is one, and the outlet."""
    return (f"{number} " if number < 10 else "") + short(article.label, 60)


def _fits(name: str, facts: Sequence[str], width: int) -> bool:
    return width_of(name) + sum(len(part) + 3 for part in facts) <= width


def also_in(numbers: Sequence[int], room: int) -> str:
    """`` also in 4 6 →``: by number, because the key of that number goes there; empty for none.

    In fewer cells than that, `room` of them, `` 4 6 →`` or only the arrow: the outlet needs the rest.
    """
    if not numbers:
        return ""
    listed = " ".join(map(str, numbers))
    forms = (f" also in {listed} →", f" {listed} →", " →")
    return next((form for form in forms if len(form) <= room), forms[-1])


class GridHeader:
    """Draws the lines above the panes."""

    def __init__(self, styles: GridStyles) -> None:
        self._styles = styles

    def strips(
        self,
        comparison: Comparison,
        shown: Sequence[str],
        slots: Sequence[Slot],
        focus: str,
        gutter: int,
        width: int,
        height: int,
        *,
        also: Sequence[int] = (),
        changed: Container[str] = frozenset(),
    ) -> list[Strip]:
        """All lines of the header: titles, headlines when there is room, a rule.

        `also` are the numbers of the panes out of view that report what stands under the cursor, `changed`
        the articles whose text changed since they were read.
        """
        lines: list[list[Segment]] = [[] for _ in range(height)]
        plain, rule = self._styles.of("title"), self._styles.of("rule")
        numbers = [slot.pane for slot in slots]
        more_left = bool(numbers) and len(numbers) <= max(numbers)
        lines[0].append(Segment(("‹" if more_left else " ").ljust(gutter)[:gutter], plain))
        for line in lines[1:-1]:
            line.append(Segment(" " * gutter, plain))
        lines[-1].append(Segment("─" * gutter, rule))
        used = gutter
        for number, slot in enumerate(slots):
            article = comparison.article(shown[slot.pane])
            if number:
                for line in lines[:-1]:
                    line.append(Segment(SEPARATOR, self._styles.of("title", "separator", "title")))
                lines[-1].append(Segment("─┼─", rule))
                used += len(SEPARATOR)
            focused = article.id == focus
            beside_name = slot.width - 1 - width_of(numbered_name(article, slot.pane + 1))
            elsewhere = also_in(also, beside_name) if focused else ""
            room = slot.width - focused - len(elsewhere)
            name, facts = title_line(comparison, article, slot.pane + 1, room, changed=article.id in changed)
            title = self._styles.of("title-focus" if focused else "title")
            runs = [("▸" if focused else "", title), (name, title), (facts, self._styles.of("subtitle"))]
            if elsewhere:
                runs = self._cut(runs, slot.width - len(elsewhere), title)
                runs.append((elsewhere, self._styles.of("title-also")))
            lines[0] += self._fitted(runs, slot, plain)
            languages = names_languages(comparison)
            if languages:
                aligned = how_aligned_within(article, slot.width)
                lines[1] += self._fitted([(aligned, self._styles.of("subtitle"))], slot, plain)
            if height > 2 + languages:
                headline = short(article.title or "", LONGEST_HEADLINE)
                lines[1 + languages] += self._fitted([(headline, self._styles.of("subtitle"))], slot, plain)
            heavy = self._styles.of("rule-focus") if focused else rule
            lines[-1].append(Segment(("━" if focused else "─") * slot.width, heavy))
            used += slot.width
        for line in lines[:-1]:
            line.append(Segment(" " * (width - used), plain))
        lines[-1].append(Segment("─" * (width - used), rule))
        return [Strip(line, width) for line in lines]

    @staticmethod
    def _cut(runs: list[tuple[str, RichStyle]], width: int, plain: RichStyle) -> list[tuple[str, RichStyle]]:
        """Runs of text cut, or filled up, to a width."""
        kept, used = [], 0
        for text, style in runs:
            cut, cells = fitted(text, width - used) if used < width else ("", 0)
            kept.append((cut, style))
            used += cells
        return [*kept, (" " * (width - used), plain)]

    def _fitted(self, runs: list[tuple[str, RichStyle]], slot: Slot, plain: RichStyle) -> list[Segment]:
        """Runs of text cut to a slot, with "…" where they were cut, and filled up."""
        segments = []
        used = 0
        for text, style in runs:
            if text and used < slot.width:
                cut, cells = fitted(text, slot.width - used)
                segments.append(Segment(cut, style))
                used += cells
        if used < slot.width:
            segments.append(Segment(" " * (slot.width - used), plain))
        return segments
