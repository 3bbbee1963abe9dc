"""Which outlets do not report a detail: where nothing near it stands, and where nothing is certain.

Each outlet of a comparison reports a detail, or has nothing near it in any of its articles, or was not
compared. That nothing near it stands in an article is said only where its whole text was searched for the
figure, the day, the words of the name or the quotation, and for sentences like those that report it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Final

from newsdiff.details.figures.figures_in_text import figures_in
from newsdiff.details.kinds_of_things import head_group
from newsdiff.details.names.spellings import TITLES, spelling
from newsdiff.details.times.days_in_text import DaysInText, days_in
from newsdiff.details.whole_texts import Articles, WholeTexts
from newsdiff.language.names import is_compared_by_words
from newsdiff.language.tokens import STOP_WORDS, stem_of
from newsdiff.model import (
    Annotated,
    ClockTime,
    DateRange,
    Link,
    Mention,
    Name,
    Quantity,
    Statement,
    Utterance,
)
from newsdiff.statements.sentence_texts import SentenceText

QUOTED_PART: Final = 0.4
QUOTED_WORDS: Final = 0.5
FEW_STEMS: Final = 3
"""Part of a quotation's words with a meaning from which a passage may print it; part of all its words where
fewer than three have a meaning ("Who are you?")."""


class Attribution:
    """Puts the articles that do not report a detail where they belong."""

    def __init__(
        self,
        annotated: Sequence[Annotated],
        links: Sequence[Link] = (),
        statements: Sequence[Statement] = (),
        read: Iterable[SentenceText] = (),
    ) -> None:
        """`annotated` are all articles of the comparison, in the order in which they are named, `read` the
        sentences whose words are known already.

        Paragraphs that are linked, `related` ones too, and sentences of one statement are near each other.
        """
        self._annotated = annotated
        self._links = links
        self._statements = statements
        self._whole = WholeTexts(annotated, read)
        self._outlets = [(item.article.outlet or item.article.id).casefold() for item in annotated]
        self._number = {item.article.id: number for number, item in enumerate(annotated)}

    def split(
        self, mentions: Sequence[Mention], near: Collection[str], also: Collection[str] = ()
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the articles with nothing near a detail, and of those that were not compared.

        `mentions` are those of the detail, `near` the articles that the caller knows to hold something near
        it, `also` those that report it without a mention among these. Articles of an outlet that reports it
        in another article are in neither, nor are articles without anything near of an outlet that has
        another of which nothing is certain. Both in article order.
        """
        articles = [*(mention.article for mention in mentions), *also]
        reporting = {self._outlets[self._number[article]] for article in articles}
        left = [number for number, outlet in enumerate(self._outlets) if outlet not in reporting]
        if not left:
            return (), ()
        unsure = self._not_compared | self._set_of(self._number[article] for article in near)
        if any(not unsure >> number & 1 for number in left):
            unsure |= self._near(mentions, ~unsure & self._set_of(left))
        unsure_outlets = {self._outlets[number] for number in left if unsure >> number & 1}
        not_found = [number for number in left if self._outlets[number] not in unsure_outlets]
        not_compared = [number for number in left if unsure >> number & 1]
        return self._ids(not_found), self._ids(not_compared)

    def _near(self, mentions: Sequence[Mention], left: Articles) -> Articles:
        """The articles that hold something near a detail; only those `left` are wanted."""
        found: Articles = 0
        seen: set[object] = set()
        for mention in mentions:
            key = (mention.text.casefold(), mention.value)
            if left & ~found and key not in seen:
                seen.add(key)
                found |= self._near_value(mention, left & ~found)
        for sentence in dict.fromkeys(mention.sentence for mention in mentions):
            if left & ~found:
                found |= self._tied[sentence] | self._whole.like_passages(sentence)
        return found

    def _near_value(self, mention: Mention, left: Articles) -> Articles:
        value = mention.value
        if isinstance(value, Name):
            return self._near_name(mention.text, value, left)
        if isinstance(value, Utterance):
            return self._near_quotation(value.words)
        if isinstance(value, Quantity):
            figures = figures_in([mention.text]).intervals
            return self._set_of(n for n in self._numbers(left) if self._holds_figure(n, figures, value))
        if isinstance(value, DateRange | ClockTime):
            return self._set_of(n for n in self._numbers(left) if self._days[n].hold_near(value))
        return 0  # a claim is known by like passages alone

    def _near_quotation(self, words: Sequence[str]) -> Articles:
        """The articles with a passage that has much of a quotation's words, all words of a short one."""
        stems = {stem for stem in map(stem_of, words) if stem}
        found = self._whole.holding_stems(stems, QUOTED_PART)
        return found if len(stems) >= FEW_STEMS else found | self._whole.holding_words(words, QUOTED_WORDS)

    def _near_name(self, text: str, name: Name, left: Articles) -> Articles:
        """The articles with a word of a name, its initials, what it abbreviates, or the people of a place."""
        forms = [spelling(text), spelling(name.full)]
        words = {word for form in forms for word in form if word not in STOP_WORDS and word not in TITLES}
        known = sorted(word for word in words if len(word) > 1)
        if not known:
            return -1
        found = self._whole.places.get(name.key, 0)
        for word in known:
            found |= self._whole.with_form(word)
        for form in forms:
            found |= self._whole.with_short_form(form) | self._whole.words.get("".join(form), 0)
        for word in known:
            if left & ~found:
                found |= self._whole.with_spelling(word)
        return found

    def _holds_figure(self, number: int, read: Sequence[tuple[float, float]], quantity: Quantity) -> bool:
        """Whether an article may give a figure near another, or counts or measures anything of its kind.

        `read` are all figures that the other's words may be read to give.
        """
        figures = self._whole.figures[number]
        if any(figures.hold_near(low, high) for low, high in read):
            return True
        stated = quantity.low if quantity.figure is None else quantity.figure
        as_written = quantity.unit in ("", "percent") or quantity.unit.isupper()
        if as_written and figures.hold_near(stated, stated):
            return True
        return any(are_of_one_kind(quantity, other) for other in self._quantities[number])

    @cached_property
    def _quantities(self) -> list[list[Quantity]]:
        return [
            list({m.value: None for m in item.mentions if isinstance(m.value, Quantity)})
            for item in self._annotated
        ]

    @cached_property
    def _days(self) -> list[DaysInText]:
        return [
            days_in(
                texts,
                [m.value for m in item.mentions if isinstance(m.value, DateRange | ClockTime)],
                item.article.published,
            )
            for item, texts in zip(self._annotated, self._whole.texts, strict=True)
        ]

    @cached_property
    def _tied(self) -> dict[str, Articles]:
        """Sentence -> the articles with a linked paragraph or with a sentence of the same statement."""
        by_paragraph: dict[str, Articles] = {}
        article_of = {
            block.id: number
            for number, item in enumerate(self._annotated)
            for block in item.article.paragraphs
        }
        for link in self._links:
            for one, other in ((link.a, link.b), (link.b, link.a)):
                if one in article_of and other in article_of:
                    by_paragraph[one] = by_paragraph.get(one, 0) | 1 << article_of[other]
        found = {
            sentence.id: by_paragraph.get(sentence.paragraph, 0)
            for item in self._annotated
            for sentence in item.sentences
        }
        for statement in self._statements:
            articles = self._set_of(
                self._number[one.article] for one in statement.sentences if one.article in self._number
            )
            for version in statement.sentences:
                found[version.sentence] = found.get(version.sentence, 0) | articles
        return found

    @cached_property
    def _not_compared(self) -> Articles:
        """Articles of which nothing is ever certain: in other words than the outlet's own, or cut off."""
        return self._set_of(
            number for number, item in enumerate(self._annotated) if not is_compared_by_words(item.article)
        )

    def _numbers(self, articles: Articles) -> list[int]:
        return [number for number in range(len(self._annotated)) if articles >> number & 1]

    @staticmethod
    def _set_of(numbers: Iterable[int]) -> Articles:
        articles = 0
        for number in numbers:
            articles |= 1 << number
        return articles

    def _ids(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._annotated[number].article.id for number in numbers)


def are_of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may answer one question: ages, tolls, counts of one noun, measures that meet.

    Sums in two currencies may be one sum.
    """
    if one.unit.isupper() and other.unit.isupper():
        return one.unit != other.unit
    if one.unit != other.unit:
        return False
    if one.role and one.role == other.role:
        return True
    if one.head and other.head and head_group(one.head) == head_group(other.head):
        return True
    return bool(one.unit) and one.meets(other)
