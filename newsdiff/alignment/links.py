"""Links: pairs of paragraphs of different articles that report the same specific thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsdiff.alignment.candidates import Pair, find_candidates
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
    passages = read_passages(annotated)
    verdicts = judge(passages, gather_evidence(passages, find_candidates(passages)))
    word = manual_verdicts(passages, manual_links)
    explainer = Explainer(annotated, passages, rarity(passage.concepts for passage in distinct(passages)))
    links = {pair: link for pair, link in engine_links(passages, verdicts, explainer) if pair not in word}
    for pair, linked in word.items():
        if linked:
            links[pair] = manual_link(passages, pair)
    return tuple(link for _, link in sorted(links.items()))


def engine_links(
    passages: Sequence[Passage], verdicts: Mapping[Pair, Verdict], explainer: Explainer
) -> Iterator[tuple[Pair, Link]]:
    """The pairs that are likely enough, as links."""
    for pair, verdict in verdicts.items():
        if verdict.probability >= LINK_THRESHOLD:
            one, other = pair
            reason = explainer.explain(one, other, verdict.witness)
            yield (
                pair,
                Link(
                    a=passages[one].id,
                    b=passages[other].id,
                    kind=kind_of(verdict, reason),
                    score=round(verdict.probability, 4),
                    origin="engine",
                    because=reason.words,
                ),
            )


def kind_of(verdict: Verdict, reason: Reason) -> LinkKind:
    """What binds two paragraphs: a quotation, the whole of what they say, or a part of it."""
    if reason.quotation:
        return "quote"
    return "same" if verdict.probability >= SAME_THRESHOLD else "partial"


def manual_verdicts(passages: Sequence[Passage], manual_links: Sequence[ManualLink]) -> dict[Pair, bool]:
    """The reader's word on pairs of paragraphs that exist, of different articles; the last one counts."""
    number = {passage.id: index for index, passage in enumerate(passages)}
    verdicts: dict[Pair, bool] = {}
    for manual in manual_links:
        if manual.a in number and manual.b in number:
            one, other = sorted((number[manual.a], number[manual.b]))
            if passages[one].article != passages[other].article:
                verdicts[one, other] = manual.linked
    return verdicts


def manual_link(passages: Sequence[Passage], pair: Pair) -> Link:
    """A link that the reader made."""
    return Link(passages[pair[0]].id, passages[pair[1]].id, "same", 1.0, "reader", ("linked by the reader",))
