"""Equivalent addresses of a page: with or without tracking, ``www``, a trailing slash, and so on."""

from __future__ import annotations

import re
from itertools import product
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?i)utm_\w+|(?:fb|g|d|y|tw|tt|li|ms)clid|gbraid|wbraid|mc_[ce]id|igshid|_ga|_gl|_hs\w+|mkt_tok|s_cid|i?cid|cmpid?|cmp"
    r"|ocid|ncid|ns_(?:campaign|mchannel|source|linkname|fee)|at_(?:medium|campaign|custom\d|link_\w+)|xtor|smid|smtyp|ito"
    r"|ftag|taid|traffic_source|sr_share|__twitter_impression|guccounter|guce_\w+|spm|wt_mc|wt_zmc|pk_\w+|mtm_\w+"
    r"|ref_src|ref_url|referrer|sh(?:are)?_?token|amp|amp_js_v|outputtype|usqp|partner|campaign_id|sfns|fsrc"
)
"""Parts of a query that say where a reader came from, never which page it is."""
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|wap)\.")
_PATH_END = re.compile(r"(?:/amp|\.amp|/index\.(?:html?|php))?/*$", re.IGNORECASE)


def cleaned(url: str) -> str:
    """The address without its tracking parts and its fragment; what is no address comes back as it is."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return url
    if not parts.query:
        return urlunsplit(parts._replace(fragment=""))
    given = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in given if not _TRACKING.fullmatch(name)]
    query = parts.query if len(kept) == len(given) else urlencode(kept)
    return urlunsplit(parts._replace(query=query, fragment=""))


def same_addresses(url: str) -> tuple[str, ...]:
    """All addresses under which the page at `url` may have been kept, that one first.

    They differ in ``http`` and ``https``, in the host's ``www``, ``m`` or ``amp``, in a last slash, and in an
    ending for another device. Some 60 for one address.
    """
    plain = cleaned(url)
    parts = urlsplit(plain) if plain.startswith(("http://", "https://")) else None
    if parts is None:
        return (url,)
    host = _HOST_PREFIX.sub("", parts.netloc.lower())
    path = _PATH_END.sub("", parts.path)
    hosts = [f"{prefix}{host}" for prefix in ("", "www.", "m.", "mobile.", "amp.")]
    paths = [f"{path}{end}" for end in ("", "/", "/amp", "/amp/", "/index.html", ".amp")]
    if path.startswith("/amp/"):
        paths += [path.removeprefix("/amp"), f"{path.removeprefix('/amp')}/"]
    made = (
        urlunsplit((scheme, name, way, parts.query, ""))
        for scheme, name, way in product(("https", "http"), hosts, paths)
    )
    return tuple(dict.fromkeys((url, plain, *made)))
