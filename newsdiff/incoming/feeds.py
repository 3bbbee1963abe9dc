"""RSS, Atom and JSON feeds and OPML lists, read into addresses and texts."""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
from xml.etree import ElementTree

from newsdiff.fetching.urls import is_web_url, resolved
from newsdiff.incoming.feed_kinds import kind_of
from newsdiff.incoming.known_entries import without_known
from newsdiff.passwords import without_password
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.decoding import decode
from newsdiff.readers.metadata.printed_dates import published_date

MOST_ENTRIES = 500
MOST_FEEDS = 1_000

FULL_CONTENT_WORDS = 60
"""Words from which an entry's content (``content:encoded``, Atom's ``content``) is taken for the article: by
custom it is the whole. By judgement: a very short report; a page is fetched in vain at worst."""
FULL_SUMMARY_WORDS = 150
"""The same for a description, which by custom is a teaser. By judgement: longer than teasers are."""

_TEASER_END = re.compile(
    r"(?:…|\.\.\.|\[…\]|read (?:more|on|the (?:full|whole) (?:story|article))|continue reading|full story)"
    r"\W*$",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_NO_TEXT = re.compile(r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
"""What holds no text; without its end it goes on to the end of the text, so none of it is read twice."""
_PARAGRAPH_END = re.compile(r"</p>|</div>|</li>|<br\s*/?>\s*<br\s*/?>|\n\s*\n", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(r"""\A(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["'][^"']*["']""")


class NotAFeedError(Exception):
    """The bytes are not a feed or a list of feeds; the text says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    url: str
    title: str
    published: str
    html: str
    """The article as an HTML page if the feed holds all of it; empty for a teaser."""
    key: str
    """A hash of what the feed says of the entry; it changes when that does."""
    summary: str = ""
    """What the feed itself says of it, a paragraph a line."""
    guid: str = ""
    """The entry's id in its feed; empty where that is its address."""
    as_written: tuple[str, ...] = ()
    """The key of the entry as it is written (see known_entries.py), where it has one."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's name and entries."""

    title: str
    entries: tuple[Entry, ...]
    left_out: bool = False
    """Whether it has known entries, too, that were not read."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed in a list of feeds."""

    url: str
    title: str = ""


def read_feed(data: bytes, url: str, known: frozenset[str] = frozenset()) -> Feed:
    """The entries that lead to http(s) addresses, relative ones resolved. Raises NotAFeedError.

    Those that are written as they were when their key was put into `known` are left out.
    """
    try:
        text = decode(data, url).text.lstrip("\ufeff \t\r\n")
    except UnreadableArticleError as error:
        raise NotAFeedError("is not a readable feed") from error
    if text.startswith("{"):
        return _json_feed(text, url)
    import feedparser

    new, as_written = without_known(text, url, known, MOST_ENTRIES)
    try:
        # A stream, never a str or bytes: feedparser opens those as a file where there is one of that name.
        read = feedparser.parse(
            io.BytesIO(_DECLARED.sub(r"\1", new, count=1).encode("utf-8", "replace")),
            # Without a charset feedparser takes the text for ISO 8859-1, whatever its bytes are.
            response_headers={"content-location": url, "content-type": "application/xml; charset=utf-8"},
            # No browser shows its mark-up: the page is read as any other, a teaser without its tags.
            sanitize_html=False,
        )
    except Exception as error:  # feedparser meets whatever strangers write
        raise NotAFeedError("is not a readable feed") from error
    if not read.get("version"):
        page = kind_of(data) == "page"
        raise NotAFeedError("is a page, not a feed" if page else "is not a readable feed")
    if len(as_written) != len(read.entries):  # some are read as something else than they look like
        as_written = [()] * len(read.entries)
    entries = []
    for entry, written in zip(read.entries[:MOST_ENTRIES], as_written, strict=False):
        content = max((str(part.get("value", "")) for part in entry.get("content", [])), key=len, default="")
        published = _moment(entry.get("published"), dict.get(entry, "updated"), dict.get(entry, "created"))
        title = _plain(entry.get("title"))
        entries.append(
            _entry(
                url,
                str(entry.get("link", "")),
                title,
                published,
                content,
                str(entry.get("summary", "")),
                str(entry.get("id", "")),
                written,
            )
        )
    left_out = len(new) < len(text)
    return Feed(_plain(read.feed.get("title")), tuple(entry for entry in entries if entry), left_out)


def _plain(entry: object) -> str:
    """A title without mark-up: some feeds escape theirs twice."""
    text = str(entry or "")
    for _ in range(2):
        text = html.unescape(_TAG.sub("", _NO_TEXT.sub("", text)))
    return " ".join(text.split())


def _moment(*entry: object) -> str:
    """The first with a plausible day."""
    stamps = [str(one) for one in entry if one]
    return next((stamp for stamp in stamps if published_date(stamp) is not None), "")


def _json_feed(text: str, url: str) -> Feed:
    try:
        entry = json.loads(text)
        items = [item for item in entry["items"][:MOST_ENTRIES] if isinstance(item, dict)]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise NotAFeedError("is not a JSON feed") from error
    entries = []
    for item in items:
        plain = str(item.get("content_text") or "")
        paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n\s*\n", plain))
        entries.append(
            _entry(
                url,
                str(item.get("url") or ""),
                _plain(item.get("title")),
                _moment(item.get("date_published"), item.get("date_modified")),
                str(item.get("content_html") or "") or paragraphs,
                str(item.get("summary") or ""),
                str(item.get("id") or ""),
            )
        )
    return Feed(_plain(entry.get("title")), tuple(entry for entry in entries if entry))


def _entry(
    base: str,
    link: str,
    title: str,
    published: str,
    content: str,
    summary: str,
    guid: str = "",
    written: tuple[str, ...] = (),
) -> Entry | None:
    """None for an entry without a web address."""
    url = resolved(link, base) if link.strip() else None
    if url is None:
        return None
    content, summary = _NO_TEXT.sub("", content), _NO_TEXT.sub("", summary)
    full = content if _is_full(content, FULL_CONTENT_WORDS) else ""
    full = full or (summary if _is_full(summary, FULL_SUMMARY_WORDS) else "")
    # Some feeds write other attributes at every asking: only what can be read makes an entry another one.
    entry = "\0".join((url, title, published, _TAG.sub("", content), _TAG.sub("", summary)))
    key = hashlib.sha256(entry.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    page = _as_page(title, full) if full else ""
    text, name = _paragraphs(content or summary), _own_name(guid, url, base)
    return Entry(url, title, published, page, key, text, name, written)


def _paragraphs(text: str) -> str:
    """The text of a teaser, a paragraph a line, without the invitation to read on."""
    parts = (_plain(part) for part in _PARAGRAPH_END.split(text))
    return "\n".join(bare for part in parts if (bare := _TEASER_END.sub("", part).strip()))


def _own_name(guid: str, url: str, base: str) -> str:
    guid = guid.strip()
    return "" if not guid or (resolved(guid, base) or guid) == url else guid


def _is_full(text: str, words: int) -> bool:
    plain = html.unescape(_TAG.sub(" ", text)).strip()
    return len(plain.split()) >= words and not _TEASER_END.search(plain[-60:])


def _as_page(title: str, article: str) -> str:
    name = html.escape(title)
    return (
        f"<!DOCTYPE html><html><head><title>{name}</title></head>"
        f"<body><article><h1>{name}</h1>\n{article}</article></body></html>"
    )


def read_opml(data: bytes) -> tuple[Listed, ...]:
    """The feeds in an OPML list, categories opened. Raises NotAFeedError."""
    if b"<!entity" in data.replace(b"\x00", b"").lower():  # in UTF-16 every other byte is zero
        raise NotAFeedError("declares entities, which no list of feeds needs")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotAFeedError(f"is not an OPML list ({error})") from error
    found: dict[str, Listed] = {}
    for outline in root.iter("outline"):
        url = outline.get("xmlUrl", "").strip()
        if is_web_url(url):
            found.setdefault(url, Listed(url, outline.get("title") or outline.get("text") or ""))
    return tuple(found.values())[:MOST_FEEDS]


def write_opml(feeds: tuple[Listed, ...]) -> bytes:
    """An OPML list of feeds."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "newsdiff feeds"
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        url = without_password(feed.url)
        name = _NOT_XML.sub("\ufffd", without_password(feed.title)) or url
        ElementTree.SubElement(body, "outline", type="rss", text=name, xmlUrl=url)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
