"""What stands around the quotations of an article: sentences, speech verbs, and who is named there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.quotes.actors import (
    BODIES,
    Actor,
    can_speak,
    described,
    may_be_called,
    stands_for,
    without_inner,
    without_offices,
)
from newsdiff.mentions.quotes.marks import QuotedSpan
from newsdiff.model import Article, Mention, Name, Sentence
from newsdiff.patterns import lazy_pattern

WINDOW = 220
"""Code points looked at on either side of a quotation."""
_PRONOUN_REACHES = 1_500
"""Code points before a pronoun within which the person it stands for is looked for: five long sentences. An
article that is all one sentence must not be read from its start at every pronoun."""
_NAMES_BACK = 150
"""Names looked back for the holder of an office."""
NEAR = 30
"""Code points between a verb and the name of its speaker: room for an office."""
_PRONOUN = lazy_pattern(r"\b(?:he|she|they|it|He|She|They|It)\b(?!['’]s\b)")
_OBLIQUE = lazy_pattern(
    r"\b(?:of|with|to|by|in|for|at|from|on|against|about|over|between|and|as|that|told|than)\s(?:the\s)?$",
    re.I,
)
_DIED = lazy_pattern(
    r",?\s(?:who\s)?(?:\w+ly\s)?(?:died|was\s(?:\w+\s)?(?:killed|murdered|slain|found\sdead|pronounced\sdead|"
    r"shot\sdead|buried|cremated))\b"
)
_BREAK = lazy_pattern(r"[,;:()–—]|\s-\s")
_TOKEN = lazy_pattern(r"\b[A-Za-z]+\b(?!['’])")


class Surroundings:
    """The actors, verbs and sentences around an article's quotations, by offsets into its text."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        names: Sequence[Mention],
        spans: Sequence[QuotedSpan],
    ) -> None:
        self._text = article.text
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._spans = spans
        self._span_starts = [span.start for span in spans]
        self._paragraphs = article.paragraphs
        self._paragraph_starts = [block.start for block in article.paragraphs]
        self._names = [name for name in names if not self._quoted(name.start)]
        self._name_starts = [name.start for name in self._names]
        self._last: str | None = None

    # --- actors

    def _first_actor(self, start: int, end: int) -> Actor | None:
        """The first one who owns nothing: in "Bruce's sister Tamara" that is not Bruce."""
        return next((actor for actor in self._actors(start, end) if not self._owns(actor)), None)

    def _owns(self, actor: Actor) -> bool:
        return self._text[actor.end : actor.end + 2] in ("'s", "’s", "' ", "’ ")

    def _oblique(self, actor: Actor, start: int) -> bool:
        return bool(_OBLIQUE.search(self._text, max(start, actor.start - 24), actor.start))

    def _says_where(self, actor: Actor, start: int, verb: int) -> bool:
        """Whether a place only says where: "Holt, 43, of Leeds, said", "WASHINGTON — The president said".

        Only a place close before the verb speaks, as "Moscow said" does.
        """
        value = actor.mention.value if actor.mention else None
        if not isinstance(value, Name) or value.type != "place":
            return False
        between = self._text[actor.end : verb]
        return len(between) > NEAR or bool(_BREAK.search(between)) or self._oblique(actor, start)

    def _actors(self, start: int, end: int) -> list[Actor]:
        """Names, pronouns and described persons between two offsets, outside quotations, in order."""
        if end <= start:
            return []
        low, high = bisect_left(self._name_starts, start), bisect_left(self._name_starts, end)
        names = without_offices(self._names[low:high])
        found = [
            Actor(name.start, name.end, name)
            for name in names
            if can_speak(name) and not self._is_part_of_a_word(name)
        ]
        found += [
            Actor(m.start(), m.end(), None, m.group().lower())
            for m in _PRONOUN.finditer(self._text, start, end)
        ]
        taken = [(actor.start, actor.end) for actor in found if actor.mention]
        for first, last in described(self._text, start, end):
            followed = any(0 <= a - last <= 2 for a, _ in taken)
            if not followed and not any(a < last and first < b and b == last for a, b in taken):
                found.append(Actor(first, last))
        kept = [actor for actor in found if not self._quoted(actor.start)]
        return sorted(without_inner(kept), key=lambda actor: actor.start)

    def _is_part_of_a_word(self, name: Mention) -> bool:
        """Whether a hyphen joins a name to another word: "an exhausting New York-to-Detroit connection"."""
        return "-" in (self._text[name.end : name.end + 1], self._text[max(0, name.start - 1) : name.start])

    def _named(self, actor: Actor | None) -> str | None:
        """The full name of an actor; who a pronoun or an office stands for; the words of a description."""
        if actor is None:
            return None
        if actor.mention and isinstance(actor.mention.value, Name):
            return actor.mention.value.full
        if actor.pronoun:
            return self._antecedent(actor) or ""
        words = self._text[actor.start : actor.end].split()
        return self._holder(actor, [word.lower() for word in words]) or " ".join(words)

    def _holder(self, actor: Actor, words: Sequence[str]) -> str | None:
        """Who was introduced so: "the Russian president" is the last one with these words in his role."""
        if words[0] != "the" or words[-1] in BODIES:
            return None
        high = bisect_left(self._name_starts, actor.start)
        for name in reversed(self._names[max(0, high - _NAMES_BACK) : high]):
            value = name.value
            role = value.role.lower().split() if isinstance(value, Name) else []
            if role and all(word in role for word in words[1:]):
                return value.full if isinstance(value, Name) else None
        return None

    def _antecedent(self, actor: Actor) -> str | None:
        """Who "he" is: the first fitting actor of the same sentence, else of the nearest one before.

        A sentence before that begins with "he" speaks of the same one: who it is stands still further back.
        """
        sentence = bisect_right(self._sentence_starts, actor.start) - 1
        end, passed_over = actor.start, None
        farthest = actor.start - _PRONOUN_REACHES
        for at in range(sentence, max(-1, sentence - 5), -1):
            start = max(self._sentences[at].start, farthest)
            actors = self._actors(start, end)
            fitting = next(
                (a for a in actors if not a.pronoun and self._fits(a, actor.pronoun) and not self._died(a)),
                None,
            )
            goes_on = at < sentence and self._begins_with(actors, start, actor.pronoun)
            if fitting and not goes_on:
                return self._named(fitting)
            passed_over = passed_over or fitting
            end = start
        return self._named(passed_over) if passed_over else self._last_speaker(actor.pronoun)

    def _last_speaker(self, pronoun: str) -> str | None:
        """Who spoke last, if a pronoun can stand for him."""
        if self._last is None or pronoun not in ("he", "she"):
            return self._last
        return self._last if may_be_called(self._last, pronoun) else None

    def _died(self, actor: Actor) -> bool:
        """Whether the text says right behind a name that he died: who goes on to speak is somebody else."""
        return _DIED.match(self._text, actor.end) is not None

    def _begins_with(self, actors: Sequence[Actor], start: int, pronoun: str) -> bool:
        """Whether a sentence begins with a personal pronoun."""
        first = actors[0] if actors else None
        return first is not None and first.pronoun == pronoun in ("he", "she") and first.start - start <= NEAR

    def _fits(self, actor: Actor, pronoun: str) -> bool:
        if actor.mention:
            return stands_for(actor.mention, pronoun)
        words = self._text[actor.start : actor.end]
        if words.split()[-1].lower().rstrip("s") in BODIES:
            return pronoun in ("it", "they")
        return pronoun in ("he", "she") and may_be_called(words, pronoun)

    # --- positions

    def _clause_start(self, position: int) -> int:
        """Where the sentence of a position begins, or the line before it when that ends in a colon."""
        index = bisect_right(self._sentence_starts, position) - 1
        start = self._sentences[index].start if index >= 0 else 0
        if index >= 0 and position >= self._sentences[index].end:
            paragraph = bisect_right(self._paragraph_starts, position) - 1
            start = self._paragraph_starts[paragraph] if paragraph >= 0 else 0
        before = self._text[:start].rstrip() if start < 4 else self._text[max(0, start - 4) : start].rstrip()
        if start >= position - 1 and before.endswith(":") and index > 0:
            start = self._sentences[index - 1].start
        return max(start, position - 2 * WINDOW)

    def _sentence_limit(self, index: int) -> int:
        """How far a sentence goes on behind a quotation: to its end, or to the next quotation."""
        span = self._spans[index]
        at = bisect_right(self._sentence_starts, span.end) - 1
        limit = self._sentences[at].end if at >= 0 else span.end
        if index + 1 < len(self._spans):
            limit = min(limit, self._spans[index + 1].start)
        return max(span.end, min(limit, span.end + WINDOW))

    def _starts_paragraph(self, span: QuotedSpan) -> bool:
        index = bisect_right(self._paragraph_starts, span.start) - 1
        return index >= 0 and self._paragraphs[index].start == span.start

    def _paragraph_end(self, span: QuotedSpan) -> int:
        """Where the paragraph of a quotation ends; its own end outside of one."""
        block = bisect_right(self._paragraph_starts, span.start) - 1
        return max(span.end, self._paragraphs[block].end) if block >= 0 else span.end

    def _same_paragraph(self, left: QuotedSpan, right: QuotedSpan) -> bool:
        return bisect_right(self._paragraph_starts, left.start) == bisect_right(
            self._paragraph_starts, right.start
        )

    def _has_verb(self, start: int, end: int) -> bool:
        return next(self._verbs(start, end), None) is not None

    def _verbs(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The speech verbs between two offsets."""
        speech = lexicon().speech
        for match in _TOKEN.finditer(self._text, start, end):
            if match.group().lower() in speech:
                yield match

    def _quoted(self, position: int) -> bool:
        index = bisect_right(self._span_starts, position) - 1
        return index >= 0 and self._spans[index].start < position < self._spans[index].end
