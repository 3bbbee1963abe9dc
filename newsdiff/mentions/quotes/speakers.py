"""Who says a quotation: the subject of the speech verb beside it, pronouns resolved to names before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.quotes.actors import Actor
from newsdiff.mentions.quotes.surroundings import NEAR, WINDOW, Surroundings
from newsdiff.model import Name
from newsdiff.patterns import lazy_pattern

_CLOSING_PUNCTUATION = ",.?!…—–-"
_ACCORDING = lazy_pattern(
    r"\b(?:according\sto|(?:in|were|are)\sthe\swords\sof|as\stold\sby|in\sa\sstatement\sfrom|"
    r"(?:came|was|is)\sthe\s(?:\w+\s)?(?:reply|response|answer|warning|message|verdict|reaction|conclusion|comment|"
    r"assessment)\s(?:from|of|by)|"
    r"(?:message|statement|words|reaction|response|comment|plea|warning|letter|appeal)\s(?:from|by|of))\s",
    re.I,
)
_PUT_IT = lazy_pattern(r"\s(?:put|puts|phrased|phrases|saw|sees)\sit\b")
_WHAT_SAID = lazy_pattern(r"\s?,?\s(?:is|was)\s(?:what|how)\s")
_CLEAR_TO = lazy_pattern(
    r"[Ff]or\s(?P<whom>[^,:]{2,60}),?\s(?:the\s(?:case|matter|answer|choice|reason|lesson|conclusion|issue)|it|"
    r"everything)\s(?:is|was)\s(?:\w+\s)?(?:clear|simple|obvious|plain|certain|settled|closed)(?:\scut)?:\s?"
)
"""For X, the case is clear: what follows are X's words."""
_AS_SAYING = lazy_pattern(r"\sas\s(?:saying|telling|writing|admitting)\b")
""" "Quoted her as saying": she said it, not who quoted her."""
_OWN_WORDS = lazy_pattern(
    r"(?:['’]s?)\s(?:own\s|first\s|initial\s|only\s|latest\s)?(?:words|reaction|response|verdict|answer|message|"
    r"advice|warning|conclusion|comment|assessment|reply|explanation|plea)\b(?:\s(?:was|is))?[:,]?\s$"
)
_DASHED = lazy_pattern(r",?\s?(?:[–—]|--?)\s?(?=[A-Z“])|\s\((?=[A-Z])|:\s(?=[A-Z])")
_SIGNED_END = lazy_pattern(r"[.)]?\s*$|,\s[^.;:“”\"]{1,90}\.?\s*$|\s\([^)]{1,60}\)\.?\s*$")
"""What may stand behind the name that signs a quotation: nothing, or an office."""
_COLON = lazy_pattern(
    r"(?P<and>[,;.]?\s(?:(?:and|but|while)\s)?)?(?:[A-Z][\w’'.-]*\s|of\s(?:the\s)?){0,5}"
    r"(?P<name>[A-Z][\w’'-]+)(?:\s\(\d{1,3}\)|,\s\d{1,3})?:\s?"
)
_VERB_OF_MANNER = lazy_pattern(r"(?:,[^,“”\"]{1,60},)?\s(?:\w+ly\s)?([a-z]+)\b")
_FEELING = lazy_pattern(
    r"\b(?:was|is|remained|sounded|seemed|were|are)\s(?:\w+\s)?(?:angry|blunt|clear|adamant|defiant|furious|emphatic|"
    r"unrepentant|emotional|upbeat|optimistic|pleased|delighted|happy|scathing|critical|cautious|hopeful|confident|"
    r"unequivocal|candid|frank|unapologetic|dismissive|sceptical|skeptical|outraged|indignant|overjoyed|relieved|"
    r"conciliatory|less\simpressed|unimpressed|unmoved|in\sno\sdoubt)\b"
    r"|\b(?:shook|nodded|bowed)\s(?:his|her)\shead\b|\btook\sto\s(?:Twitter|X|Facebook|Instagram|social\smedia)\b"
    r"|\bha[ds]\sa\s(?:warning|message|word|simple\s\w+)\b|\b(?:spoke|agreed|disagreed|apologi[sz]ed|reacted|"
    r"hit\sout|lashed\sout|hit\sback|went\sfurther|did\snot\shold\sback|did\snot\smince)\b"
)
"""In the sentence beside a quotation: who is said to feel or to speak so is the one who is quoted."""
_VERB_ADJACENT = lazy_pattern(
    r"\b([a-z]+)(?:\s(?:it|him|her|them|this|that|us|me|reporters|on\sTwitter|a|an|the|as|out))*[,:]?\s?$"
)
_TURN = lazy_pattern(r",?\s(?:but|and|while|though|although|which|who|when|after|before|as|because)\b")
_TRAILING = lazy_pattern(r",\s(said|says|according\sto|added|wrote|told|explained|reported)\s")
_RELAYING = frozenset(("reported", "reports", "reporting"))
"""What news agencies do with the words of others."""
_OWN_SUBJECT = lazy_pattern(
    r"[\s,–—-]*(?:the|an?|his|her|their|its|our|my|one|another|some|many|several|both|most)\s", re.IGNORECASE
)
"""A subject before the verb that names nobody, "the women wrote": a name behind it is no speaker."""
_ADDRESSING = frozenset(("told", "tells", "telling"))
"""Who stands right behind these listens."""
_PASSIVE = lazy_pattern(r"\b(?:was|were|been|is|are|be|being)\s(?:\w+\s)?$")
_BY = lazy_pattern(r"\s(?:\w+\s)?by\s")
_LINKED_VERB = lazy_pattern(r"(?:,|\band|\bbut|\bthen|,\swho)\s(?:\w+ly\s|also\s|later\s|has\s|had\s)?$")


class Attribution(Surroundings):
    """Finds the speakers of an article's quotations in order."""

    def speakers(self) -> list[str | None]:
        """One speaker per quotation; None where the text does not say."""
        found: list[str | None] = []
        for index in range(len(self._spans)):
            speaker = self._speaker(index, found)
            found.append(speaker)
            self._last = speaker or self._last
        return found

    def _speaker(self, index: int, found: Sequence[str | None]) -> str | None:
        """The first place that decides; it may decide that no named person speaks (an empty string)."""
        for look in (
            self._as_saying, self._what_said, self._before_colon, self._right_before, self._owner,
            self._by_manner, self._after, self._signed, self._according, self._put_so, self._trailing,
            self._before,
        ):  # fmt: skip
            speaker = look(index)
            if speaker is not None:
                return speaker or None
        return self._continued(index, found) or self._later(index) or self._sentence_beside(index) or None

    # --- the places to look, the most reliable first

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
        passive = not verb.group().endswith("ing") and _PASSIVE.search(self._text, span.end, verb.start())
        if actor and passive and passive.start() >= actor.end:
            by = _BY.match(self._text, verb.end(), limit)
            return self._named(self._first_actor(by.end(), limit)) if by else ""
        last = self._actors(span.end, verb.start())[-1:]
        if actor and last and self._says_beside(last[0], actor, verb.start()):
            return self._named(last[0])
        if actor:
            gap = verb.start() - actor.end
            near = actor.start - span.end <= 40 and not (full_stop and gap > 12)
            near = near and (stopped or (gap <= 3 and actor.start - span.end <= 2))
            return self._named(actor) if near else None
        if verb.start() - span.end > 14 or not stopped or verb.group().lower() in _ADDRESSING:
            return None
        if _OWN_SUBJECT.match(self._text, span.end, verb.start()):
            return None
        return self._named(self._first_actor(verb.end(), limit))

    def _before_colon(self, index: int) -> str | None:
        """X: "…", and Y: "…"; nobody where it is not known who is meant by the name."""
        span = self._spans[index]
        start = self._clause_start(span.start)
        if index and self._spans[index - 1].end > start:
            start = self._spans[index - 1].end
        name = _COLON.fullmatch(self._text, start, span.start)
        if name is None:
            return None
        actor = self._actors(start, name.end("name"))[-1:]
        if actor and actor[0].end == name.end("name"):
            return self._named(actor[0])
        return "" if name["and"] else None

    def _says_beside(self, last: Actor, first: Actor, verb: int) -> bool:
        """Whether a verb behind two people is that of the last one: "Ann heard Tom say"."""
        between = self._text[first.end : last.start]
        value = last.mention.value if last.mention else None
        if not isinstance(value, Name) or value.type != "person" or verb - last.end != 1 or not between:
            return False
        return "," not in between and " and " not in between and not self._oblique(last, first.end)

    def _as_saying(self, index: int) -> str | None:
        """X was quoted as saying: "…"; Y quoted X as saying "…"."""
        span = self._spans[index]
        for start, limit in (
            (self._clause_start(span.start), span.start),
            (span.end, self._sentence_limit(index)),
        ):
            match = _AS_SAYING.search(self._text, start, limit)
            actors = self._actors(start, match.start()) if match else []
            if not match or not actors or _PASSIVE.search(self._text, actors[-1].end, match.start()):
                continue
            if match.start() - actors[-1].end <= 1:
                return self._named(actors[-1])
        return None

    def _what_said(self, index: int) -> str | None:
        """ "…" is what X told Y; for X the case is clear: "…"."""
        span = self._spans[index]
        start, limit = self._clause_start(span.start), self._sentence_limit(index)
        if match := _WHAT_SAID.match(self._text, span.end, limit):
            actor = self._first_actor(match.end(), limit)
            is_subject = actor is not None and actor.start - match.end() <= NEAR
            return self._named(actor) if actor and is_subject and self._has_verb(actor.end, limit) else None
        clear = _CLEAR_TO.fullmatch(self._text, start, span.start)
        return self._named(self._first_actor(*clear.span("whom"))) if clear else None

    def _owner(self, index: int) -> str | None:
        """In X's words, "…"; X's reaction: "…"."""
        span = self._spans[index]
        start = self._clause_start(span.start)
        match = _OWN_WORDS.search(self._text, max(start, span.start - 40), span.start)
        owner = self._actors(start, match.start() + 1)[-1:] if match else []
        return self._named(owner[0]) if match and owner and owner[0].end == match.start() else None

    def _by_manner(self, index: int) -> str | None:
        """ "…," sighed X; "…," X sighed: verbs that are of speech only straight beside a quotation."""
        span = self._spans[index]
        if self._text[span.start : span.end].rstrip("\"”“»«’'‘ ")[-1:] not in (",", "!", "?", "…"):
            return None
        limit = self._sentence_limit(index)
        if limit == span.end:  # “Why?” she sighed: the mark ends a sentence, too
            following = self._spans[index + 1].start if index + 1 < len(self._spans) else span.end + WINDOW
            limit = min(following, self._paragraph_end(span))
        manner = lexicon().manner
        verb = _VERB_OF_MANNER.match(self._text, span.end, limit)
        actor = self._first_actor(span.end, limit)
        if actor is None or _TURN.match(self._text, span.end):
            return None
        if verb and verb.group(1) in manner and verb.start(1) - span.end <= 1 + len(verb.group(1)):
            return self._named(actor) if actor.start - verb.end(1) <= NEAR else None
        verb = _VERB_OF_MANNER.match(self._text, actor.end, limit)
        return (
            self._named(actor)
            if verb and verb.group(1) in manner and actor.start - span.end <= NEAR
            else None
        )

    def _signed(self, index: int) -> str | None:
        """ "…" – X, chairman; "…" (X): the name behind the quotation ends the paragraph."""
        span = self._spans[index]
        dash = _DASHED.match(self._text, span.end)
        end = self._paragraph_end(span)
        if dash is None or end - span.end > WINDOW:
            return None
        actor = self._first_actor(dash.end(), end)
        if (
            actor is None
            or actor.start - dash.end() > NEAR
            or actor.pronoun
            or self._has_verb(dash.end(), end)
        ):
            return None
        return self._named(actor) if _SIGNED_END.fullmatch(self._text, actor.end, end) else None

    def _put_so(self, index: int) -> str | None:
        """As X put it: "…"; "…" is how X put it."""
        span = self._spans[index]
        for start, limit in (
            (span.end, self._sentence_limit(index)),
            (self._clause_start(span.start), span.start),
        ):
            match = _PUT_IT.search(self._text, start, limit)
            actor = self._actors(start, match.start())[-1:] if match else []
            if match and actor and actor[0].end == match.start():
                return self._named(actor[0])
        return None

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
        if self._same_paragraph(earlier, span) and between < WINDOW:
            return found[index - 1]
        if self._starts_paragraph(span) and between < 2 * WINDOW:
            return found[index - 1]
        return None

    def _later(self, index: int) -> str | None:
        """Calling it "…", he said: the sentence names its subject behind the quotation."""
        span = self._spans[index]
        start = self._clause_start(span.start)
        verb = next(self._verbs(start, span.start), None)
        if self._first_actor(start, span.start) or verb is None:
            return None
        if verb.start() != start and not verb.group().endswith("ing"):
            return None  # "a banner read …": a thing says it
        limit = self._sentence_limit(index)
        return self._named(self._first_actor(span.end, limit))

    def _sentence_beside(self, index: int) -> str | None:
        """Of a quotation that is a sentence of its own: whom the sentence before it shows speaking, or where
        it begins the paragraph the one behind it. That must name one person only, as its subject."""
        span = self._spans[index]
        block = bisect_right(self._paragraph_starts, span.start) - 1
        if block < 0:
            return None
        paragraph = self._paragraphs[block]
        here = bisect_right(self._sentence_starts, span.start) - 1
        if here < 0 or self._sentence_starts[here] != span.start or not self._stands_alone(index):
            return None
        if span.start > paragraph.start and here > 0:
            before = self._sentences[here - 1]
            return self._shown_speaking(before.start, before.end) if before.start >= paragraph.start else None
        after = bisect_right(self._sentence_starts, span.end)
        if span.start == paragraph.start and after < len(self._sentences):
            behind = self._sentences[after]
            inside = behind.end <= paragraph.end and behind.start - span.end <= 2
            return self._shown_speaking(behind.start, behind.end) if inside else None
        return None

    def _stands_alone(self, index: int) -> bool:
        """Whether the quotation ends its sentence and no other, maybe somebody else's, follows at once."""
        span = self._spans[index]
        closed = self._text[span.start : span.end].rstrip("\"”“»«’'‘ ")[-1:] in (".", "!", "?", "…")
        following = self._spans[index + 1].start if index + 1 < len(self._spans) else span.end + WINDOW
        return closed and following - span.end > 2

    def _shown_speaking(self, start: int, end: int) -> str | None:
        """The one person named in a sentence that says how he spoke or felt."""
        people = [actor for actor in self._actors(start, end) if not self._owns(actor)]
        named = {speaker for actor in people if (speaker := self._named(actor))}
        if not people or len(named) != 1 or self._oblique(people[0], start) or people[0].start - start > NEAR:
            return None
        speech = next(
            (verb for verb in self._verbs(people[0].end, end) if not self._quoted(verb.start())), None
        )
        active = speech is not None and not _PASSIVE.search(self._text, people[0].end, speech.start())
        feeling = _FEELING.search(self._text, people[0].end, end)
        return named.pop() if active or feeling else None

    def _subject_of(self, start: int, verb: int, verb_end: int) -> str | None:
        """Who does what the verb says; empty for a passive verb, None where nobody stands before it."""
        before = self._text[max(start, verb - 24) : verb]
        if _PASSIVE.search(before):
            by = _BY.match(self._text, verb_end)
            return (self._named(self._first_actor(by.end(), by.end() + 60)) if by else "") or ""
        every = [actor for actor in self._actors(start, verb) if not self._owns(actor)]
        actors = [actor for actor in every if not self._says_where(actor, start, verb)]
        if not actors:
            return "" if every else None
        nearest = actors[-1]
        if verb - nearest.end <= 1:
            return self._named(nearest)
        main = next((actor for actor in actors if not self._oblique(actor, start)), actors[0])
        if _LINKED_VERB.search(before) or self._text[verb:verb_end].lower().endswith("ing"):
            return self._named(main)
        return self._named(next((a for a in reversed(actors) if not self._oblique(a, start)), main))
