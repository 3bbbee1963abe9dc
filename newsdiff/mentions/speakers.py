"""Who says a quotation: the subject of the speech verb beside it, pronouns resolved to names before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.quotation_marks import QuotedSpan
from newsdiff.model import Article, Mention, Name, Sentence

_WINDOW = 220
"""Code points looked at on either side of a quotation."""
_NAMES_BACK = 150
"""Names looked back for the bearer of an office."""
_PRONOUN_REACHES = 1_500
"""Code points before a pronoun within which the person it stands for is looked for: five long sentences. An
article that is all one sentence must not be read from its start at every pronoun."""
_CLOSING_PUNCTUATION = ",.?!…—–-"
_ACCORDING = re.compile(r"\b(?:according\sto|in\sthe\swords\sof|as\stold\sby|in\sa\sstatement\sfrom)\s", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|He|She|They|It)\b(?!['’]s\b)")
_OBLIQUE = re.compile(
    r"\b(?:of|with|to|by|in|for|at|from|on|against|about|over|between|and|as|that|told|than)\s(?:the\s)?$",
    re.I,
)
_VERB_ADJACENT = re.compile(
    r"\b([a-z]+)(?:\s(?:it|him|her|them|this|that|us|me|reporters|on\sTwitter|a|an|the|as|out))*[,:]?\s?$"
)
_TURN = re.compile(r",?\s(?:but|and|while|though|although|which|who|when|after|before|as|because)\b")
_TRAILING = re.compile(r",\s(said|says|according\sto|added|wrote|told|explained|reported)\s")
_TOKEN = re.compile(r"\b[A-Za-z]+\b(?!['’])")
_RELAYING = frozenset(("reported", "reports", "reporting"))
"""What news agencies do with the words of others."""
_ADDRESSING = frozenset(("told", "tells", "telling"))
"""Who stands right behind these listens."""
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|be|being)\s(?:\w+\s)?$")
_CHARGED = re.compile(
    r"\b(?:(?:convicted|accused|guilty|suspected|acquitted|cleared)\b[^.;:]*\bof"
    r"|charged\b[^.;:]*\bwith|(?:sentenced|jailed|imprisoned|fined|tried|arrested)\b[^.;:]*\bfor)\s$",
    re.I,
)
"""Before a quotation that is a charge: nobody named in its sentence need have said it."""
_BY = re.compile(r"\s(?:\w+\s)?by\s")
_LINKED_VERB = re.compile(r"(?:,|\band|\bbut|\bthen|,\swho)\s(?:\w+ly\s|also\s|later\s|has\s|had\s)?$")
_BODIES = frozenset(
    "source statement report council ministry company organiser organizer group agency department firm "
    "police official authoritie witnesse investigator researcher scientist prosecutor analyst expert".split()
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who may be speaking: a name, a pronoun or a described person, by offsets into the text."""

    start: int
    end: int
    mention: Mention | None = None
    pronoun: str = ""


@cache
def _described() -> re.Pattern[str]:
    """A person or body without a name: "a local shopkeeper", "the council's spokeswoman", "police"."""
    people = "|".join(sorted(lexicon().roles, key=lambda word: (-len(word), word)))
    nouns = (
        rf"(?i:{people}|source|statement|report|council|ministry|company|organi[sz]er|organi[sz]ation|group|agency|"
        r"department|firm|family|man|woman|boy|girl|user|fan|relative)s?"
    )
    return re.compile(
        rf"\b(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w’'.-]+\s){{0,4}}?{nouns}"
        rf"|[A-Z]\w+(?:\s[A-Z]\w+)?['’]s\s(?:[\w’'.-]+\s){{0,2}}?{nouns}"
        r"|[Aa]nother(?=\s(?:said|wrote|added|told))|(?<=wrote\s)another"
        r"|(?:[\w’'-]+\s)?(?i:police|officials|authorities|witnesses|investigators|researchers|scientists|"
        rf"prosecutors|sources|organi[sz]ers|analysts|experts))\b(?!-|\s(?:{people})\b)"
    )


class Attribution:
    """Finds the speakers of an article's quotations in order."""

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

    def speakers(self) -> list[str | None]:
        """One speaker per quotation; None where the text does not tell."""
        found: list[str | None] = []
        for index in range(len(self._spans)):
            speaker = self._speaker(index, found)
            found.append(speaker)
            self._last = speaker or self._last
        return found

    def _speaker(self, index: int, found: Sequence[str | None]) -> str | None:
        """The first place that decides; it may decide that nobody nameable speaks (an empty string)."""
        for look in (self._right_before, self._after, self._according, self._trailing, self._before):
            speaker = look(index)
            if speaker is not None:
                return speaker or None
        return self._continued(index, found) or self._later(index) or self._subject(index) or None

    # --- the places to look, the most telling first

    def _right_before(self, index: int) -> str | None:
        """X said: "…"; X called it "…": the verb ends right before the mark."""
        span = self._spans[index]
        start = self._clause_start(span.start)
        verb = _VERB_ADJACENT.search(self._text, max(start, span.start - 40), span.start)
        if not verb or verb.group(1).lower() not in lexicon().speech:
            return None
        return self._subject_of(start, verb.start(1), verb.end(1))

    def _after(self, index: int) -> str | None:
        """ "…," said X; "…," X said."""
        span = self._spans[index]
        limit = self._sentence_limit(index)
        inner = self._text[span.start : span.end].rstrip("\"”“»«’'‘ ")
        lead = self._text[span.end : span.end + 3].strip()
        full_stop = inner[-1:] == "."
        stopped = inner[-1:] in _CLOSING_PUNCTUATION or lead[:1] in (",", "-", "–", "—")
        if _TURN.match(self._text, span.end):
            return None
        verb = next(self._verbs(span.end, limit), None)
        if not verb or verb.group().lower() in _RELAYING:
            return None
        actor = self._first_actor(span.end, verb.start())
        if actor:
            gap = verb.start() - actor.end
            near = actor.start - span.end <= 40 and not (full_stop and gap > 12)
            near = near and (stopped or (gap <= 3 and actor.start - span.end <= 2))
            return self._named(actor) if near else None
        if verb.start() - span.end > 14 or not stopped or verb.group().lower() in _ADDRESSING:
            return None
        return self._named(self._first_actor(verb.end(), limit))

    def _according(self, index: int) -> str | None:
        """ "…", according to X; according to X, "…"."""
        span = self._spans[index]
        for start, limit in (
            (span.end, self._sentence_limit(index)),
            (self._clause_start(span.start), span.start),
        ):
            match = _ACCORDING.search(self._text, start, limit)
            if match and not self._quoted(match.start()) and not self._has_verb(start, match.start()):
                return self._named(self._first_actor(match.end(), match.end() + 90))
        return None

    def _trailing(self, index: int) -> str | None:
        """A "…" that goes on and ends with: , said X."""
        span = self._spans[index]
        match = _TRAILING.search(self._text, span.end, self._sentence_limit(index))
        if not match or match.group(1).lower() not in lexicon().speech:
            return None
        if self._quoted(match.start()) or self._has_verb(self._clause_start(span.start), span.start):
            return None
        return self._named(self._first_actor(match.end(), match.end() + 90))

    def _before(self, index: int) -> str | None:
        """X said that it was "…"."""
        span = self._spans[index]
        start = self._clause_start(span.start)
        verbs = [verb for verb in self._verbs(start, span.start) if not self._quoted(verb.start())]
        for verb in reversed(verbs):
            speaker = self._subject_of(start, verb.start(), verb.end())
            if speaker is not None:
                return speaker
        return None

    def _continued(self, index: int, found: Sequence[str | None]) -> str | None:
        """The speaker goes on: the quotation follows another one in its paragraph, or begins the next."""
        if not index:
            return None
        span, earlier = self._spans[index], self._spans[index - 1]
        between = span.start - earlier.end
        if self._same_paragraph(earlier, span) and between < _WINDOW:
            return found[index - 1]
        if self._starts_paragraph(span) and between < 2 * _WINDOW:
            return found[index - 1]
        return None

    def _later(self, index: int) -> str | None:
        """Calling it "…", he said: the sentence names its subject behind the quotation."""
        span = self._spans[index]
        start = self._clause_start(span.start)
        if self._first_actor(start, span.start) or not self._has_verb(start, span.start):
            return None
        limit = self._sentence_limit(index)
        return self._named(self._first_actor(span.end, limit))

    def _subject(self, index: int) -> str | None:
        """Nobody is said to say it: the first person or body named in the sentence before the quotation."""
        span = self._spans[index]
        start = self._clause_start(span.start)
        if _CHARGED.search(self._text, start, span.start):
            return None
        for actor in self._actors(start, span.start):
            if (actor.mention or actor.pronoun) and not self._owns(actor) and not self._oblique(actor, start):
                return self._named(actor)
        return None

    def _subject_of(self, start: int, verb: int, verb_end: int) -> str | None:
        """Who does what the verb says; empty for a passive verb, None where nobody stands before it."""
        before = self._text[max(start, verb - 24) : verb]
        if _PASSIVE.search(before):
            by = _BY.match(self._text, verb_end)
            return (self._named(self._first_actor(by.end(), by.end() + 60)) if by else "") or ""
        actors = [actor for actor in self._actors(start, verb) if not self._owns(actor)]
        if not actors:
            return None
        nearest = actors[-1]
        if verb - nearest.end <= 1:
            return self._named(nearest)
        main = self._main(actors, start)
        if _LINKED_VERB.search(before) or self._text[verb:verb_end].lower().endswith("ing"):
            return self._named(main)
        return self._named(next((a for a in reversed(actors) if not self._oblique(a, start)), main))

    def _main(self, actors: Sequence[Actor], start: int) -> Actor:
        return next((actor for actor in actors if not self._oblique(actor, start)), actors[0])

    # --- actors

    def _first_actor(self, start: int, end: int) -> Actor | None:
        """The first one who owns nothing: in "Bruce's sister Tamara" that is not Bruce."""
        return next((actor for actor in self._actors(start, end) if not self._owns(actor)), None)

    def _owns(self, actor: Actor) -> bool:
        return self._text[actor.end : actor.end + 2] in ("'s", "’s", "' ", "’ ")

    def _oblique(self, actor: Actor, start: int) -> bool:
        return bool(_OBLIQUE.search(self._text, max(start, actor.start - 24), actor.start))

    def _actors(self, start: int, end: int) -> list[Actor]:
        """Names, pronouns and described persons between two offsets, outside quotations, in order."""
        if end <= start:
            return []
        low, high = bisect_left(self._name_starts, start), bisect_left(self._name_starts, end)
        names = without_offices(self._names[low:high])
        found = [Actor(name.start, name.end, name) for name in names if can_speak(name)]
        found += [
            Actor(m.start(), m.end(), None, m.group().lower())
            for m in _PRONOUN.finditer(self._text, start, end)
        ]
        taken = [(actor.start, actor.end) for actor in found if actor.mention]
        for match in _described().finditer(self._text, start, end):
            followed = any(0 <= a - match.end() <= 2 for a, _ in taken)
            if not followed and not any(
                a < match.end() and match.start() < b and b == match.end() for a, b in taken
            ):
                found.append(Actor(match.start(), match.end()))
        kept = [actor for actor in found if not self._quoted(actor.start)]
        return sorted(without_inner(kept), key=lambda actor: actor.start)

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
        if words[0] != "the" or words[-1] in _BODIES:
            return None
        high = bisect_left(self._name_starts, actor.start)
        for name in reversed(self._names[max(0, high - _NAMES_BACK) : high]):
            value = name.value
            role = value.role.lower().split() if isinstance(value, Name) else []
            if role and all(word in role for word in words[1:]):
                return value.full if isinstance(value, Name) else None
        return None

    def _antecedent(self, actor: Actor) -> str | None:
        """Who "he" is: the first fitting actor of the same sentence, else of the nearest one before."""
        sentence = bisect_right(self._sentence_starts, actor.start) - 1
        end, farthest = actor.start, actor.start - _PRONOUN_REACHES
        for at in range(sentence, max(-1, sentence - 5), -1):
            start = max(self._sentences[at].start, farthest)
            for other in self._actors(start, end):
                if not other.pronoun and self._fits(other, actor.pronoun):
                    return self._named(other)
            end = start
        return self._last

    def _fits(self, actor: Actor, pronoun: str) -> bool:
        if actor.mention:
            return stands_for(actor.mention, pronoun)
        body = self._text[actor.start : actor.end].split()[-1].lower().rstrip("s") in _BODIES
        return body == (pronoun in ("it", "they"))

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
        return max(start, position - 2 * _WINDOW)

    def _sentence_limit(self, index: int) -> int:
        """How far a sentence goes on behind a quotation: to its end, or to the next quotation."""
        span = self._spans[index]
        at = bisect_right(self._sentence_starts, span.end) - 1
        limit = self._sentences[at].end if at >= 0 else span.end
        if index + 1 < len(self._spans):
            limit = min(limit, self._spans[index + 1].start)
        return max(span.end, min(limit, span.end + _WINDOW))

    def _starts_paragraph(self, span: QuotedSpan) -> bool:
        index = bisect_right(self._paragraph_starts, span.start) - 1
        return index >= 0 and self._paragraphs[index].start == span.start

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


def can_speak(name: Mention) -> bool:
    """Whether a name can be a speaker: no adjective ("Russian"), no owner of something ("Putin's aide")."""
    if not isinstance(name.value, Name):
        return False
    if name.value.type == "other" and name.text.lower() in lexicon().groups:
        return False
    if name.value.type == "place":
        return name.text.isupper() or name.text in name.value.full
    return True


def without_offices(names: Sequence[Mention]) -> list[Mention]:
    """Names without those that say whose officer the next person is ("NATO" before "chief Mark Rutte")."""
    kept: list[Mention] = []
    for name in names:
        role = name.value.role if isinstance(name.value, Name) else ""
        while role and kept and kept[-1].text in role and name.start - kept[-1].end < len(role) + 2:
            kept.pop()
        kept.append(name)
    return kept


def stands_for(name: Mention, pronoun: str) -> bool:
    """Whether a pronoun can stand for a name."""
    value = name.value
    if not isinstance(value, Name):
        return False
    if pronoun in ("it", "they"):
        return value.type == "organisation"
    if value.type != "person":
        return False
    lists, first = lexicon(), value.full.split()[0].lower()
    if pronoun == "he":
        return first not in lists.female or first in lists.male
    return first not in lists.male or first in lists.female


def without_inner(actors: Sequence[Actor]) -> list[Actor]:
    """Actors without those that lie inside a longer one ("Moscow" in "a Moscow resident")."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda item: (item.start, -item.end)):
        if not kept or actor.start >= kept[-1].end:
            kept.append(actor)
    return kept
