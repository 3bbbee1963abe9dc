"""Questions: a place worth a look with its versions, as one JSON object that can be answered by itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsdiff.model import Article, Comparison, Detail, Mention, Standing, Statement
from newsdiff.opinion.passages import Passage, passage_of, sent
from newsdiff.opinion.template import instructions
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut

FORMAT: Final = "newsdiff-question/1"
MOST_VERSIONS: Final = 8
"""Versions of one question; further ones say what these say."""
MOST_FOUND: Final = 6
"""Marks of newsdiff that one question names."""
LONGEST_VALUE: Final = 120
LONGEST_NAME: Final = 100
"""Code points of an outlet's name."""
LONGEST_LINE: Final = 300
"""Of a title, and of the reason for a claim."""
LETTERS: Final = "ABCDEFGH"
ID_LENGTH: Final = 12
"""Hexadecimal digits: short enough to be copied, and no event has two questions of one id."""
_WORDS: Final[dict[Standing, str]] = {
    "differs": "differs",
    "may-differ": "may differ",
    "variant": "spelled or worded differently",
    "may-share": "perhaps shared",
}
_SPELLED: Final = ("name", "place")
"""Kinds of which a variant is a matter of spelling, which needs no second opinion."""


@dataclass(frozen=True, slots=True)
class QuestionVersion:
    """One version: the passages of the articles that have it in the very same words."""

    letter: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, ready to be asked."""

    place: str
    """Id of the statement, else of the detail, that it is about."""
    sha256: str
    """Of what is asked: the versions and the instructions. What newsdiff found in them may change with the
    level and the reader's verdicts, and asks nothing anew."""
    passages: str
    """SHA-256 of the versions alone: so an opinion finds its place wherever the same texts are compared."""
    text: str
    """What a program reads: one JSON object, ended by a newline."""
    versions: tuple[QuestionVersion, ...]

    @property
    def id(self) -> str:
        """What an answer calls it."""
        return self.sha256[:ID_LENGTH]


def questions_of(comparison: Comparison, template: str) -> tuple[Question, ...]:
    """A question for every place of which there are two versions, most worth a look first: the statements by
    rank, then differences that stand in no statement."""
    held = {detail for statement in comparison.statements for detail in statement.details}
    places: Iterable[Statement | Detail] = (
        *sorted(comparison.statements, key=lambda one: one.rank),
        *(one for one in comparison.details if one.relation == "differs" and one.id not in held),
    )
    made = (_question(comparison, place, template) for place in places)
    return tuple(question for question in made if question is not None)


def _question(comparison: Comparison, place: Statement | Detail, template: str) -> Question | None:
    details = _details_of(comparison, place)
    versions = _versions(comparison, place, details)
    if len(versions) < 2:
        return None
    shown = [_shown(comparison, version) for version in versions]
    sha256 = _digest([FORMAT, template, shown])
    title = cut(one_line(comparison.title or ""), LONGEST_LINE)
    found = list(_found(versions, details))[:MOST_FOUND]
    fence = _fence(sha256, json.dumps([title, shown, found], ensure_ascii=False))
    question = {
        "format": FORMAT,
        "question": sha256[:ID_LENGTH],
        "instructions": instructions(template, sha256[:ID_LENGTH], fence),
        "material": {
            "from_here": f"{fence} begins",
            "event": title,
            "versions": shown,
            "newsdiff_found": found,
            "up_to_here": f"{fence} ends",
        },
    }
    text = json.dumps(question, ensure_ascii=False, indent=1) + "\n"
    return Question(place.id, sha256, _digest([FORMAT, shown]), text, tuple(versions))


def _digest(asked: object) -> str:
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def _fence(sha256: str, texts: str) -> str:
    """Words that stand in none of the texts and that their authors could not foresee."""
    at = ID_LENGTH
    while (fence := f"material {sha256[at : at + 8]}") in texts:
        at += 1
    return fence


# -- versions --------------------------------------------------------------------------


def _details_of(comparison: Comparison, place: Statement | Detail) -> list[Detail]:
    """What newsdiff marks at a place, what differs first."""
    if isinstance(place, Detail):
        return [place]
    found = [
        one
        for one in comparison.details
        if one.id in place.details
        and (one.relation == "differs" or (one.relation == "variant" and one.kind not in _SPELLED))
    ]
    return sorted(found, key=lambda one: one.relation != "differs")


def _versions(
    comparison: Comparison, place: Statement | Detail, details: Sequence[Detail]
) -> list[QuestionVersion]:
    """The versions by letter: in the order in which they were published, whatever the base is."""
    sentences: dict[str, list[str]] = {}
    if isinstance(place, Statement):
        for one in place.sentences:
            sentences.setdefault(one.article, []).append(one.sentence)
    else:
        for mention in place.mentions:
            sentences.setdefault(mention.article, []).append(mention.sentence)
    by_words: dict[str, list[Passage]] = {}
    for article in sorted(map(comparison.article, sentences), key=_publication):
        passage = passage_of(comparison.annotation(article.id), sentences[article.id])
        if passage is not None:
            words = " ".join(sent(article.text, span) for span in passage.sentences)
            by_words.setdefault(words.casefold(), []).append(passage)
    chosen = _few_enough(list(by_words.values()), details)
    return [
        QuestionVersion(letter, tuple(passages)) for letter, passages in zip(LETTERS, chosen, strict=False)
    ]


def _publication(article: Article) -> tuple[bool, str, str, str, str]:
    """Earliest first; those without a day last. The same wherever the article is kept: without its short
    name."""
    day, at = article.published, article.published_at
    when = day.isoformat() if day else "", at.isoformat() if at else ""
    return day is None, *when, article.label, article.sha256


def _few_enough(versions: list[list[Passage]], details: Sequence[Detail]) -> list[list[Passage]]:
    """As many versions as are asked about: of every value that differs one, then the others; in order."""
    if len(versions) <= MOST_VERSIONS:
        return versions
    first: dict[int, None] = {}
    for detail in details:
        for value in detail.values:
            given = ({one.article for one in version} & set(value.reported_by) for version in versions)
            number = next((number for number, articles in enumerate(given) if articles), None)
            if number is not None:
                first[number] = None
    order = [*first, *(number for number in range(len(versions)) if number not in first)]
    return [versions[number] for number in sorted(order[:MOST_VERSIONS])]


# -- as JSON -----------------------------------------------------------------------------


def _shown(comparison: Comparison, version: QuestionVersion) -> dict[str, object]:
    first, *others = [comparison.article(one.article) for one in version.passages]
    shown: dict[str, object] = {
        "version": version.letter,
        "outlet": _name(first),
        "published": _when(first),
    }
    if others:
        shown["also_in"] = [{"outlet": _name(other), "published": _when(other)} for other in others]
    if first.translated_by:
        shown["translated_by"] = one_line(first.translated_by)
    elif not first.in_english:
        shown["language"] = first.language
    return shown | {
        "passages": [
            {
                "before": sent(first.text, run.before),
                "sentences": [sent(first.text, span) for span in run.sentences],
                "after": sent(first.text, run.after),
            }
            for run in version.passages[0].runs
        ]
    }


def _name(article: Article) -> str:
    return cut(one_line(article.label), LONGEST_NAME)


def _when(article: Article) -> str | None:
    """ISO 8601: the moment where it is known, else the day."""
    at = article.published_at or article.published
    return at.isoformat() if at else None


def _found(versions: Sequence[QuestionVersion], details: Iterable[Detail]) -> Iterator[dict[str, object]]:
    """What newsdiff marks, with the versions that have each value; of a claim the words it is about, if its
    reason names any, for its values are the sentences: ``B / A`` are the versions in the order of the words.
    A mark of which only one version is shown says nothing here."""
    claimed: set[frozenset[str]] = set()
    for detail in details:
        values = [
            (", ".join(having), value.value)
            for value in detail.values
            if (having := [one.letter for one in versions if _holds(one, value.mentions)])
        ]
        letters = frozenset(letter for having, _ in values for letter in having.split(", "))
        if len(values) < 2 or len(letters) < 2 or letters in claimed:
            continue
        found: dict[str, object] = {"kind": detail.kind, "newsdiff_says": _WORDS[detail.standing]}
        if detail.kind == "claim":
            claimed.add(letters)
            named = {"because": cut(one_line(detail.because), LONGEST_LINE)} if "“" in detail.because else {}
            having = [having for having, _ in values]
            yield found | {"versions": " / ".join(having if named else sorted(having))} | named
            continue
        yield found | {
            "label": cut(one_line(detail.label), LONGEST_VALUE),
            "values": [
                {"value": cut(one_line(value), LONGEST_VALUE), "versions": having}
                for having, value in sorted(values)
            ],
        }


def _holds(version: QuestionVersion, mentions: Iterable[Mention]) -> bool:
    """Whether one of the mentions stands in the sentences of a version."""
    spans = [(one.article, span) for one in version.passages for span in one.sentences]
    return any(
        mention.article == article and mention.start < end and start < mention.end
        for mention in mentions
        for article, (start, end) in spans
    )
