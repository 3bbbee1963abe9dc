"""Who signs pictures and wire copy: agencies and picture desks, as credits all over the world name them."""

from __future__ import annotations

import re

AGENCIES = (
    "AAP", "AFP", "Agence France-Presse", "Alamy", "Anadolu", "ANI", "ANP", "ANSA", "AP", "APA",
    "Associated Press", "Bloomberg", "Corbis", "dpa", "EFE", "EPA", "European Pressphoto Agency", "Fotolia",
    "Getty", "Getty Images", "IANS", "Imago", "iStock", "Keystone", "Kyodo", "NTB", "NurPhoto", "PA",
    "PA Media", "PA Wire", "Picture Alliance", "Press Association", "PTI", "Reuters", "Rex", "Rex Features",
    "Ritzau", "SDA", "Shutterstock", "Sipa", "Splash News", "Sputnik", "SWNS", "TASS", "TT", "UPI",
    "WireImage", "Xinhua", "Yonhap", "ZUMA",
)  # fmt: skip
"""Names as printed; looked for in any capitals only where a credit may stand."""

AGENCY = "(?:" + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True)) + ")"
"""A regular expression for any of them."""
