"""Links: pairs of paragraphs of different articles that report the same specific thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsdiff.alignment.candidates import Pair, find_candidates
from newsdiff.alignment.common_ground import links_on_common_ground
from newsdiff.alignment.constants import LINK_THRESHOLD, SAME_THRESHOLD
from newsdiff.alignment.evidence import Verdict, gather_evidence, judge
from newsdiff.alignment.passages import Passage, distinct, read_passages
from newsdiff.alignment.reasons import Explainer, Reason
from newsdiff.language.weights import rarity
from newsdiff.model import Annotated, Link, LinkKind, ManualLink


def link_paragraphs(
    annotated: Sequence[Annotated], manual_links: Sequence[ManualLink] = ()
) -> tuple[Link, ...]:
    """Paragraph pairs of two articles that report the same specific thing, in the order of the articles.

    A link's score is the probability that a careful reader would link the pair, so scores of different
    events can be compared. A pair that the reader linked by hand is there with score 1, one that the
    reader unlinked is not.
    """
    paragraphs = Paragraphs(annotated)
    links = {paragraphs.pair(link.a, link.b): link for link in links_by_words(annotated)}
    if not all(item.article.in_english for item in annotated):
        links |= {paragraphs.pair(link.a, link.b): link for link in links_on_common_ground(annotated)}
    for pair, linked in manual_verdicts(paragraphs, manual_links).items():
        links.pop(pair, None)
        if linked:
            links[pair] = manual_link(paragraphs, pair)
    return tuple(link for _, link in sorted(links.items()))


def links_by_words(annotated: Sequence[Annotated]) -> Iterator[Link]:
    """The links between the articles in English, whose words are compared."""
    english = [item for item in annotated if item.article.in_english]
    passages = read_passages(english)
    verdicts = judge(passages, gather_evidence(passages, find_candidates(passages)))
    explainer = Explainer(english, passages, rarity(passage.concepts for passage in distinct(passages)))
    return engine_links(passages, verdicts, explainer)


def engine_links(
    passages: Sequence[Passage], verdicts: Mapping[Pair, Verdict], explainer: Explainer
) -> Iterator[Link]:
    """The pairs that are likely enough, as links."""
    for (one, other), verdict in verdicts.items():
        if verdict.probability >= LINK_THRESHOLD:
            reason = explainer.explain(one, other, verdict.witness)
            yield Link(
                a=passages[one].id,
                b=passages[other].id,
                kind=kind_of(verdict, reason),
                score=round(verdict.probability, 4),
                origin="engine",
                because=reason.words,
            )


def kind_of(verdict: Verdict, reason: Reason) -> LinkKind:
    """What binds two paragraphs: a quotation, the whole of what they say, or a part of it."""
    if reason.quotation:
        return "quote"
    return "same" if verdict.probability >= SAME_THRESHOLD else "partial"


class Paragraphs:
    """All body paragraphs in the order of the articles, by number."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        self.ids = [block.id for item in annotated for block in item.article.paragraphs]
        self.number = {paragraph: index for index, paragraph in enumerate(self.ids)}
        self.article = [index for index, item in enumerate(annotated) for _ in item.article.paragraphs]

    def pair(self, a: str, b: str) -> Pair:
        """The numbers of two paragraphs, the smaller first."""
        one, other = sorted((self.number[a], self.number[b]))
        return one, other


def manual_verdicts(paragraphs: Paragraphs, manual_links: Sequence[ManualLink]) -> dict[Pair, bool]:
    """The reader's word on pairs of paragraphs that exist, of different articles; the last one counts."""
    verdicts: dict[Pair, bool] = {}
    for manual in manual_links:
        if manual.a in paragraphs.number and manual.b in paragraphs.number:
            one, other = paragraphs.pair(manual.a, manual.b)
            if paragraphs.article[one] != paragraphs.article[other]:
                verdicts[one, other] = manual.linked
    return verdicts


def manual_link(paragraphs: Paragraphs, pair: Pair) -> Link:
    """A link that the reader made."""
    a, b = (paragraphs.ids[number] for number in pair)
    return Link(a, b, "same", 1.0, "reader", ("linked by the reader",))
