"""The type of a rule on wording, and patterns that many rules use."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.lines.line_roles import LineRole

HEAD = 240
"""Code points at the start of a line that rules on beginnings look at."""

TAIL = 160
"""Code points at the end of a line that rules on endings look at."""

MARKS_WITHIN = 1_500
"""Code points within which technical marks are looked for."""

SHORT = 9
"""Words up to which a rule may speak of a line as a whole."""


class Rule(NamedTuple):
    """A pattern and the role of a line that it matches."""

    line_role: LineRole
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()
    """In small letters: a line that matches holds one of them. The pattern is tried only on such lines, so
    that most pages do without a large one."""
    begins: tuple[str, ...] = ()
    """The same for how a line begins."""
    at_start: bool = False
    """Whether it can match at the start alone, so that no other place needs to be tried."""

    def fits(self, small: str) -> bool:
        """Whether a line, in small letters, begins with and holds what the pattern needs."""
        if self.begins and not small.startswith(self.begins):
            return False
        return not self.needs or any(map(small.__contains__, self.needs))

    def found_in(self, text: str) -> bool:
        """Whether the pattern matches anywhere."""
        return bool(self.pattern.match(text) if self.at_start else self.pattern.search(text))


def rules(
    line_role: LineRole,
    *patterns: str,
    flags: re.RegexFlag = re.IGNORECASE,
    needs: tuple[str, ...] = (),
    begins: str = "",
) -> list[Rule]:
    """One rule for any of the patterns; `begins` has beginnings with a bar between them."""
    joined = lazy_pattern("|".join(f"(?:{pattern})" for pattern in patterns), flags)
    at_start = all(pattern.startswith("^") for pattern in patterns)
    return [Rule(line_role, joined, needs, tuple(begins.split("|")) if begins else (), at_start)]


PROPER = r"[A-ZÀ-Þ][\w.'’-]+"
PERSON = rf"{PROPER}(?: (?:{PROPER}|de|van|von|al|bin|der|la)){{1,3}}"

AGENCIES = (
    "AAP", "AFP", "Agence France-Presse", "Alamy", "Anadolu", "ANI", "ANP", "ANSA", "AP", "APA",
    "Associated Press", "Bloomberg", "Corbis", "dpa", "EFE", "EPA", "European Pressphoto Agency", "Fotolia",
    "Getty", "Getty Images", "IANS", "Imago", "iStock", "Keystone", "Kyodo", "NTB", "NurPhoto", "PA",
    "PA Media", "PA Wire", "Picture Alliance", "Press Association", "PTI", "Reuters", "Rex", "Rex Features",
    "Ritzau", "SDA", "Shutterstock", "Sipa", "Splash News", "Sputnik", "SWNS", "TASS", "TT", "UPI",
    "WireImage", "Xinhua", "Yonhap", "ZUMA",
)  # fmt: skip
"""Who signs pictures and wire copy, as credits all over the world name them; looked for in any capitals
only where a credit may stand."""

AGENCY = "(?:" + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True)) + ")"
"""A regular expression for any of them."""
