"""The articles of an event: stored as read, returned with the reader's changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from newsdiff.calendar.display import sort_key
from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.records import Added, StoredArticle
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Row, Store

if TYPE_CHECKING:
    from newsdiff.events.fingerprint import ArticleFingerprint
    from newsdiff.library.tables.texts.index_rows import Indexing
    from newsdiff.model import Article, Role

    _Roles: TypeAlias = dict[tuple[str, str], dict[tuple[int, int], tuple[Role, str]]]

LEAST_OF_A_HASH = 6
"""Hexadecimal digits by which a text may be called."""

_ARTICLE = """SELECT articles.id, source, text, blocks, title, outlet, country, language, byline, published,
    published_at, url, remarks, renamed, articles.sha256, seat
    FROM articles JOIN texts USING (sha256)"""
_LISTED = """SELECT event, id, sha256, source, coalesce(renamed, outlet), title, published,
    published_at, url, words, remarks, language,
    retrieved, version, current, renamed IS NOT NULL, seat, seen FROM articles"""


def current(store: Store, event: str, *, as_read: bool = False, removed: bool = False) -> tuple[Article, ...]:
    """The current articles, by id; unless `as_read` with the reader's names and roles; with removed ones if
    `removed`."""
    which = "" if removed else "AND removed IS NULL"
    rows = store.rows(f"{_ARTICLE} WHERE event = ? AND current = 1 {which}", (event,))
    roles = {} if as_read else _changed_roles(store, event)
    found = (_article(row, roles, as_read=as_read) for row in rows)
    return tuple(sorted(found, key=lambda article: article.id))


def versions(store: Store, event: str, article: str) -> tuple[tuple[StoredArticle, Article], ...]:
    """Every text an article has had, newest first."""
    key = (event, codec.encode_text(article))
    listed = store.rows(f"{_LISTED} WHERE event = ? AND id = ? ORDER BY version DESC", key)
    read = store.rows(f"{_ARTICLE} WHERE event = ? AND articles.id = ? ORDER BY version DESC", key)
    return tuple(
        (_listed(item), _article(row, {}, as_read=True)) for item, row in zip(listed, read, strict=True)
    )


def listed(store: Store, event: str) -> tuple[StoredArticle, ...]:
    """The current articles without their texts."""
    rows = store.rows(f"{_LISTED} WHERE event = ? AND current = 1 AND removed IS NULL", (event,))
    return tuple(sorted(map(_listed, rows), key=lambda article: article.id))


def called(store: Store, name: str) -> tuple[StoredArticle, ...]:
    """The current articles that a person may mean: at this address, however it is written; else whose text
    has a hash that begins so (six digits or more); else of this headline; else of this short name."""
    address = ("http://", "https://")
    key = codec.encode_text(name)
    there = "current = 1 AND removed IS NULL AND event IN (SELECT id FROM events WHERE deleted IS NULL)"
    if name.startswith(address):
        from newsdiff.fetching.same_address import same_addresses

        addresses = [codec.encode_text(one) for one in same_addresses(name)]
        marks = ", ".join("?" * len(addresses))
        tried: list[tuple[str, list[codec.Column]]] = [(f"url IN ({marks})", [*addresses])]
    else:
        start = name if len(name) >= LEAST_OF_A_HASH else "-"
        tried = [
            ("substr(sha256, 1, ?) = ?", [len(start), start.lower()]),
            ("title = ?", [key]),
            ("id = ?", [key]),
        ]
    for where, values in tried:
        rows = store.rows(f"{_LISTED} WHERE {there} AND {where} ORDER BY number LIMIT 10", values)
        if rows:
            return tuple(map(_listed, rows))
    return ()


def mark_seen(store: Store, event: str, article: str) -> None:
    """Note that the current text of an article was found unchanged, inside `writing`."""
    store.run(
        "UPDATE articles SET seen = ? WHERE event = ? AND id = ? AND current = 1",
        (codec.now().isoformat(), event, codec.encode_text(article)),
    )


def keep_all(store: Store, event: str, articles: Iterable[Article]) -> Added:
    """Add articles to an event, inside `writing`; newer texts of articles it has replace the older ones."""
    new, replaced, unchanged, orphans = [], [], [], []
    present = list(current(store, event, as_read=True, removed=True))
    taken = {row[0] for row in store.rows("SELECT id FROM articles WHERE event = ?", (event,))}
    ordered = sorted(articles, key=lambda article: (article.id, article.source, article.sha256))
    wanted = Counter(article.id for article in ordered)
    for article in ordered:
        if same := same_article(article, present):
            key = (event, codec.encode_text(same.id))
            store.run("UPDATE articles SET removed = NULL WHERE event = ? AND id = ?", key)
            if same.sha256 == article.sha256:
                mark_seen(store, event, same.id)
                unchanged.append(same.id)
                continue
            orphans += replace_text(store, event, same, article.with_id(same.id))
            present[present.index(same)] = article.with_id(same.id)
            replaced.append(same.id)
            continue
        named = article.with_id(free_id(article.id, taken, wanted))
        taken.add(named.id)
        keep_article(store, event, named, version=1)
        present.append(named)
        new.append(named.id)
    return Added(tuple(new), tuple(replaced), tuple(unchanged), tuple(orphans))


def as_it_was(store: Store, event: str, texts: Mapping[str, str]) -> tuple[Article, ...]:
    """The articles with these texts (short name -> SHA-256), current or not, with the reader's changes."""
    roles = _changed_roles(store, event)
    found = []
    for name, sha256 in texts.items():
        row = store.row(
            f"{_ARTICLE} WHERE event = ? AND articles.id = ? AND articles.sha256 = ? ORDER BY version DESC",
            (event, codec.encode_text(name), sha256),
        )
        if row is not None:
            found.append(_article(row, roles, as_read=False))
    return tuple(sorted(found, key=lambda article: article.id))


def article_of(store: Store, number: int) -> Article:
    """One text of an article as it was read, by its number."""
    (row,) = store.rows(f"{_ARTICLE} WHERE number = ?", (number,))
    return _article(row, {}, as_read=True)


def set_role(store: Store, event: str, article: str, block: str, role: Role | None, reason: str) -> None:
    """Store the reader's role of a block, inside `writing`."""
    found = {item.id: item for item in current(store, event)}.get(article)
    span = {item.id: item for item in found.blocks}.get(block) if found else None
    if found is None or span is None:
        raise NotInLibraryError(f"no block is called {block!r} in this event")
    _keep_role(store, event, found, span.start, span.end, role, reason)


def _keep_role(
    store: Store, event: str, article: Article, start: int, end: int, role: Role | None, reason: str
) -> None:
    key = (event, codec.encode_text(article.id), article.sha256, start, end)
    store.run(
        'DELETE FROM roles WHERE event = ? AND article = ? AND sha256 = ? AND start = ? AND "end" = ?', key
    )
    if role is not None:
        store.insert(
            "roles", event=event, article=key[1], sha256=article.sha256, start=start, end=end,
            role=role, reason=codec.encode_text(reason),
        )  # fmt: skip


def same_article(article: Article, present: Sequence[Article]) -> Article | None:
    """The article that this one is, or is a newer text of: the same address, else the same file name.

    A text that an outlet took over word for word is another article, unless it comes from the same file.
    """
    for other in present:
        if article.url and other.url:
            if article.url == other.url:
                return other
        elif article.source == other.source:
            return other
    return None


def free_id(wanted: str, taken: set[str], natural: Container[str] = ()) -> str:
    """`wanted`, or with the first number that no article has."""
    number, free = 1, wanted
    while free in taken or (number > 1 and free in natural):
        number += 1
        free = f"{wanted}-{number}"
    return free


def keep_article(
    store: Store,
    event: str,
    article: Article,
    version: int,
    *,
    renamed: str | None = None,
    retrieved: datetime | None = None,
    current: bool = True,
    fingerprint: ArticleFingerprint | None = None,
    indexing: Indexing | None = None,
) -> int:
    """Add one text of an article, inside `writing`, and say its number; `retrieved` is now unless given, and
    its fingerprint is made unless it is given. `indexing`: with which articles it is to be made findable."""
    from newsdiff.library.tables.texts.index_rows import Indexing
    from newsdiff.outlets.seats import seat_of

    store.run(
        "INSERT INTO texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (article.sha256, codec.encode_text(article.text)),
    )
    number = store.insert_numbered(
        "articles",
        event=event,
        id=codec.encode_text(article.id),
        version=version,
        current=int(current),
        sha256=article.sha256,
        source=codec.encode_text(article.source),
        title=codec.encode_text_or_none(article.title),
        outlet=codec.encode_text_or_none(article.outlet),
        country=codec.encode_text_or_none(article.country),
        language=codec.encode_text(article.language),
        byline=codec.encode_text_or_none(article.byline),
        published=article.published.isoformat() if article.published else None,
        published_at=article.published_at.isoformat() if article.published_at else None,
        moment=sort_key(article.published, article.published_at) or None,
        url=codec.encode_text_or_none(article.url),
        remarks=codec.to_json(article.remarks),
        blocks=codec.blocks_to_json(article.blocks),
        words=codec.words(article),
        retrieved=(retrieved or codec.now()).isoformat(),
        renamed=codec.encode_text_or_none(renamed),
        seat=seat_of(article.country, article.url),
    )
    if current and indexing is not None:
        indexing.add(number, article, fingerprint)
    elif current:
        alone = Indexing(store)
        alone.add(number, article, fingerprint)
        alone.write()
    return number


def replace_text(
    store: Store, event: str, old: Article, new: Article, *, retrieved: datetime | None = None
) -> list[str]:
    """Put a newer text in the place of an older one; says which notes lost their words."""
    key = (event, codec.encode_text(old.id))
    row = store.row("SELECT max(version) FROM articles WHERE event = ? AND id = ?", key)
    named = store.row("SELECT renamed FROM articles WHERE event = ? AND id = ? AND current = 1", key)
    store.run("UPDATE articles SET current = 0 WHERE event = ? AND id = ?", key)
    version = int(row[0]) + 1 if row else 1
    label = codec.decode_text_or_none(named[0]) if named else None
    keep_article(store, event, new, version, renamed=label, retrieved=retrieved)
    _carry_roles(store, event, old, new)
    from newsdiff.library.tables.texts.note_targets import reattach_notes
    from newsdiff.library.tables.texts.paragraphs import carry_over

    carry_over(store, event, old, new)
    return reattach_notes(store, event, new)


def _carry_roles(store: Store, event: str, old: Article, new: Article) -> None:
    """Carry the reader's role of a block over to the block with the same words in the newer text."""
    blocks = {new.slice(block): block for block in reversed(new.blocks)}
    rows = store.rows(
        'SELECT start, "end", role, reason FROM roles WHERE event = ? AND article = ? AND sha256 = ?',
        (event, codec.encode_text(old.id), old.sha256),
    )
    for start, end, role, reason in rows:
        if block := blocks.get(old.text[start:end]):
            _keep_role(store, event, new, block.start, block.end, role, codec.decode_text(reason))


def _changed_roles(store: Store, event: str) -> _Roles:
    found: _Roles = {}
    rows = store.rows(
        'SELECT article, sha256, start, "end", role, reason FROM roles WHERE event = ?', (event,)
    )
    for article, sha256, start, end, role, reason in rows:
        found.setdefault((codec.decode_text(article), sha256), {})[start, end] = (
            role,
            codec.decode_text(reason),
        )
    return found


def _article(row: Row, roles: _Roles, *, as_read: bool) -> Article:
    from newsdiff.model import Article

    name, source, text, blocks, title, outlet, country, language, byline, published = row[:10]
    published_at, url, remarks, renamed, sha256, seat = row[10:]
    article_id = codec.decode_text(name)
    article = Article(
        id=article_id,
        source=codec.decode_text(source),
        text=codec.decode_text(text),
        blocks=codec.blocks(article_id, blocks, roles.get((article_id, sha256), {})),
        title=codec.decode_text_or_none(title),
        outlet=codec.decode_text_or_none(outlet),
        country=codec.decode_text_or_none(country),
        language=codec.decode_text(language),
        byline=codec.decode_text_or_none(byline),
        published=codec.day(published),
        published_at=codec.moment_or_none(published_at),
        url=codec.address(url),
        remarks=codec.texts(remarks),
    )
    if as_read:
        return article
    outlet = article.outlet if renamed is None else codec.decode_text(renamed)
    return replace(article, outlet=outlet, country=_country_name(seat, article.country))


def _country_name(seat: str | None, as_read: str | None) -> str | None:
    """The name of the country with that code; as it was read where that means the same ("Scotland")."""
    if not seat:
        return as_read
    from newsdiff.outlets.countries import country_called, country_of

    called, country = country_called(as_read or ""), country_of(seat)
    return as_read if called is not None and called == country else country.name if country else as_read


def _listed(row: Row) -> StoredArticle:
    event, name, sha256, source, outlet, title, published, published_at, url = row[:9]
    words, remarks, language, retrieved, version, is_current, renamed, seat, seen = row[9:]
    return StoredArticle(
        event=event,
        id=codec.decode_text(name),
        sha256=sha256,
        source=codec.decode_text(source),
        outlet=codec.decode_text_or_none(outlet),
        title=codec.decode_text_or_none(title),
        published=codec.day(published),
        published_at=codec.moment_or_none(published_at),
        url=codec.address(url),
        words=words,
        remarks=codec.texts(remarks),
        language=codec.decode_text(language),
        retrieved=codec.moment(retrieved),
        version=version,
        current=bool(is_current),
        renamed=bool(renamed),
        country=seat or "",
        seen=codec.moment(seen) if seen else None,
    )
