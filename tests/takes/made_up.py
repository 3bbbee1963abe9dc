"""A made-up event of six texts that fall into groups: a bridge, and the minister who is blamed for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsdiff import compare
from newsdiff.model import Article, Comparison
from tests.details.small_events import article

DAY = date(2024, 5, 8)
RESCUE = {
    "north": (
        "Divers search for five after Norvik bridge falls",
        "Divers searched the cold river for five missing workers after the Norvik bridge collapsed at dawn.\n"
        "Rescuers pulled two men from the water alive, fire chief Ida Holm said.\n"
        "“We will search until we have found everyone,” Holm said.\n"
        "The bridge was built in 1961.",
        "NO",
    ),
    "south": (
        "Divers race to find five missing workers under Norvik bridge",
        "Five workers are missing in the river after the Norvik bridge collapsed early on Wednesday.\n"
        "Two men were pulled alive from the cold water by rescuers, said Ida Holm, the fire chief.\n"
        "“The current is strong, but the divers go on,” Ida Holm said.\n"
        "Transport minister Per Dahl had been warned of cracks in March.",
        "NO",
    ),
    "east": (
        "Hope fades as divers look for workers in Norvik",
        "Divers went on looking for five workers who are missing since the bridge in Norvik collapsed.\n"
        "“We have not given up,” fire chief Ida Holm said on the bank of the river.\n"
        "Two men were rescued alive from the water.",
        "SE",
    ),
}
BLAME = {
    "west": (
        "Minister Dahl warned of cracks months before collapse",
        "Transport minister Per Dahl was warned of cracks in the steel in March, letters show.\n"
        "Inspectors asked for the crossing to be closed, and Dahl refused.\n"
        "“I did not see that letter,” Per Dahl said in parliament.\n"
        "The bridge in Norvik collapsed at dawn.",
        "DK",
    ),
    "coast": (
        "Calls for minister Dahl to resign over ignored cracks",
        "The opposition asked transport minister Per Dahl to resign because he ignored cracks in the steel.\n"
        "Inspectors wanted the crossing to be closed in March, and Dahl refused, their letters show.\n"
        "“Nobody showed me a letter,” Per Dahl said to reporters.",
        "NO",
    ),
}
ALONE = {
    "harbour": (
        "How steel ages in salt water",
        "Steel that stands in brackish water loses a tenth of a millimetre a year, an engineer explains.\n"
        "Paint keeps rust away for about twelve years.",
        "IS",
    )
}


def made(name: str, headline: str | None, text: str, country: str | None, day: date = DAY) -> Article:
    """An article of an outlet of that name."""
    return replace(article(name, text, day), title=headline, country=country)


def bridge() -> list[Article]:
    """Six texts: three on the search, two on the minister, one on steel."""
    return [made(name, *parts) for name, parts in (RESCUE | BLAME | ALONE).items()]


def bridge_compared(base: str | None = None) -> Comparison:
    """The six, compared."""
    return compare(bridge(), base=base, title="Norvik bridge")
