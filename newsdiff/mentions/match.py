"""A typed span and the window that is scanned for one: what recognisers of numbers and dates return."""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.model import Article, Kind, Mention, Sentence, Value


class Match(NamedTuple):
    """A value and its span, before it is tied to an article and a sentence."""

    start: int
    end: int
    kind: Kind
    value: Value

    def mention(self, article: Article, sentence: Sentence) -> Mention:
        """The value as a mention in a sentence of an article."""
        words = article.text[self.start : self.end]
        return Mention(article.id, self.kind, self.start, self.end, words, sentence.id, self.value)


class ScanWindow(NamedTuple):
    """Where a figure may begin, and the bounds of what may be read with it."""

    text: str
    position: int
    start: int
    """The beginning of the sentence: what went before is looked at back to it."""
    floor: int
    """The end of the figure before: hedges and verbs of this figure stand after it."""
    ceiling: int
    """The next date or the end of the sentence: figures, units and nouns end before it."""
    end: int
    """The end of the sentence: verbs are looked for up to it."""

    def before(self, size: int, position: int | None = None) -> str:
        """At most `size` code points before the figure (or before `position`)."""
        position = self.position if position is None else position
        return self.text[max(self.floor, position - size) : position]
