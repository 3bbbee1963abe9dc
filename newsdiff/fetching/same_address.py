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
    r"|gad_(?:source|campaignid)|gclsrc|srnd|__source|__tn__|mibextid|mtrref|rss|echobox|dicbo|obOrigUrl|ref_?id"
)
"""Parts of a query that say where a reader came from, never which page it is."""
_WHENCE = re.compile(r"(?i)ref|refer(?:er|rer)|src|source|from|via|origin|medium|share|spref")
"""Parts that say so with words ("rss", "home_page") and which page it is with its number."""
_WHENCE_OR_WHICH = re.compile(r"(?i)mod|channel|feature|app")
"""Beside other parts these say which page it is: ``index.php?app=sport&id=7``."""
_FROM_SOMEWHERE = re.compile(r"(?i)(?=.*[a-z])[a-z_. -]{2,40}(?:\d{1,3})?")
_HOW = re.compile(
    r"(?i)(?:print|printable|mobile|full|fullpage|single_?page|nocache|cached)=(?:1|true|yes|y)?"
    r"|(?:page|pagewanted)=all|(?:view|context|output|format|mode)=(?:print|amp|mobile|html|desktop|full|all)"
)
"""How a page is shown."""
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|wap)\.")
_PATH_END = re.compile(r"(?:/amp|\.amp(?:\.html?)?|/index\.(?:html?|php))?/*$", re.IGNORECASE)
_SLASHES = re.compile(r"/{2,}")


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
    kept = [(name, value) for name, value in given if not _is_no_part_of_it(name, value)]
    if all(_is_whence(_WHENCE_OR_WHICH, name, value) for name, value in kept):
        kept = []
    query = parts.query if len(kept) == len(given) else urlencode(kept)
    return urlunsplit(parts._replace(query=query, fragment=""))


def _is_no_part_of_it(name: str, value: str) -> bool:
    """Whether a part of a query does not say which page it is."""
    if _TRACKING.fullmatch(name) or _HOW.fullmatch(f"{name}={value}"):
        return True
    return _is_whence(_WHENCE, name, value)


def _is_whence(names: re.Pattern[str], name: str, value: str) -> bool:
    return bool(names.fullmatch(name) and _FROM_SOMEWHERE.fullmatch(value))


def same_addresses(url: str) -> tuple[str, ...]:
    """All addresses under which the page at `url` may have been kept, that one first.

    They differ in ``http`` and ``https``, in the host's ``www``, ``m`` or ``amp``, in a last slash, and in an
    ending for another device or none. Some 70 for one address.
    """
    plain = cleaned(url)
    parts = urlsplit(plain) if plain.startswith(("http://", "https://")) else None
    if parts is None:
        return (url,)
    host = _HOST_PREFIX.sub("", parts.netloc.lower().removesuffix("."))
    path = _PATH_END.sub("", _SLASHES.sub("/", parts.path))
    if path.endswith((".html", ".htm")):
        path = path.rpartition(".")[0]
    hosts = [f"{prefix}{host}" for prefix in ("", "www.", "m.", "mobile.", "amp.")]
    paths = [f"{path}{end}" for end in ("", "/", "/amp", "/amp/", "/index.html", ".amp", ".html")]
    if path.startswith("/amp/"):
        paths += [path.removeprefix("/amp"), f"{path.removeprefix('/amp')}/"]
    made = (
        urlunsplit((scheme, name, way, parts.query, ""))
        for scheme, name, way in product(("https", "http"), hosts, paths)
    )
    return tuple(dict.fromkeys((url, plain, *made)))
