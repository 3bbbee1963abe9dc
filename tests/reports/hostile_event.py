"""Two articles and a note that are nothing but attempts to be more than text."""

from __future__ import annotations

from collections.abc import Callable

from newsdiff import compare
from newsdiff.model import Article, Comparison
from newsdiff.reports.format import NotePart, OrphanPart, TargetPart

ATTACK = (
    "<script>alert(1)</script> [bold]red[/bold] \x1b[31mred\x1b[0m </style><img src=x onerror=alert(2)> "
    "&lt;b&gt; {{7*7}} \u202eevil\u202c"
)
FORMULAS = ("=cmd()|'/C calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "|calc", "%00")


def hostile(event: Callable[..., tuple[Article, ...]]) -> tuple[Comparison, list[NotePart]]:
    """The comparison of hostile articles, with hostile notes."""
    articles = event(
        one=f"{ATTACK} The fire in Lisbon killed 12 people on Monday, police said.\n\n=cmd() said Ana.\n",
        two=f"Police said 14 people were killed on Monday in the fire in Lisbon. {ATTACK}\n\n=cmd() too.\n",
    )
    article = articles[0]
    block = article.paragraphs[0]
    target = TargetPart(
        article=article.id, start=block.start, end=block.start + len(ATTACK), exact=ATTACK,
        prefix="", suffix="", retrieved="2025-12-05T10:00:00Z",
    )  # fmt: skip
    orphan = OrphanPart(article=article.id, exact=ATTACK, prefix="<i>", suffix="</i>")
    notes = [
        NotePart(
            id=f"{number:016x}", created="2025-12-05T10:00:00Z", body=f"{formula} {ATTACK}\n{formula}",
            tags=(formula, "<u>"), state="question", colour="</style>", targets=(target,), orphans=(orphan,),
        )
        for number, formula in enumerate(FORMULAS)
    ]  # fmt: skip
    return compare(articles, title=f"Title {ATTACK}"), notes
