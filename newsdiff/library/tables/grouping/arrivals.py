"""Store arriving articles: known ones, newer texts, and new ones in their events. All inside `writing`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType

from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.events.headline import best_headline
from newsdiff.fetching.same_address import same_addresses
from newsdiff.language.copied import is_copy
from newsdiff.language.corrections import corrections_in
from newsdiff.library.records import Placed
from newsdiff.library.tables import codec
from newsdiff.library.tables.grouping.cluster import Grouping, Newcomer
from newsdiff.library.tables.grouping.corrections import join_events
from newsdiff.library.tables.grouping.mutable_events import move_article
from newsdiff.library.tables.store import Row, Store, new_id
from newsdiff.library.tables.texts import articles as kept_articles
from newsdiff.library.tables.texts import fingerprints
from newsdiff.library.tables.texts.index_completion import index_what_is_missing
from newsdiff.library.tables.texts.index_rows import Indexing
from newsdiff.model import Article
from newsdiff.quick_dataclass import dataclass

AT_ONCE = 400
"""Articles that are grouped together; a longer list is taken in parts, so that memory stays bounded."""
MOST_FOR_COPIES = 60
"""Articles of an event that are compared for copies and headlines."""

_KNOWN = """SELECT articles.event, articles.id, articles.sha256, outlet, url, removed IS NOT NULL
    FROM articles JOIN events ON events.id = articles.event
    WHERE current = 1 AND deleted IS NULL AND {} ORDER BY removed IS NOT NULL, articles.number LIMIT 50"""


def place(
    store: Store,
    articles: Sequence[Article],
    event: str | None,
    known_as: Mapping[int, str] = MappingProxyType({}),
    stand_ins: Container[int] = frozenset(),
) -> tuple[Placed, ...]:
    """Keep articles; those that are new join an event that reports the same, or begin one.

    `event` (an id or a title) puts all of them there, whatever grouping says. `known_as`: by its number an
    address under which an article was kept before. `stand_ins`: numbers of those that replace no text.
    """
    index_what_is_missing(store)
    home = None if event is None else _named(store, event)
    placed: list[Placed] = []
    for start in range(0, len(articles), AT_ONCE):
        part = [
            _Incoming(article, known_as.get(start + number), start + number in stand_ins)
            for number, article in enumerate(articles[start : start + AT_ONCE])
        ]
        placed += _place_part(store, part, home)
    if home is not None:
        tidy(store, home)
    return tuple(placed)


@dataclass(frozen=True, slots=True)
class _Incoming:
    """An article that comes in."""

    article: Article
    known_as: str | None = None
    stands_in: bool = False


def _place_part(store: Store, some: Sequence[_Incoming], home: str | None) -> list[Placed]:
    outcome: list[Placed | Newcomer] = []
    changed: set[str] = set()
    place_of: dict[str, int] = {}  # event of a newcomer -> its index in `outcome`
    indexing = Indexing(store)
    for one in some:
        article = one.article
        known = _known(store, one, home)
        if known is not None:
            event, name, same = known
            same = same or one.stands_in
            if not same:
                old = next(one for one in kept_articles.current(store, event, as_read=True, removed=True)
                           if one.id == name)  # fmt: skip
                # Menus and boxes of other stories change by the hour, and the AMP page has others.
                same = bool(article.url) and reads_the_same(old, article)
            if same and not one.stands_in:
                kept_articles.mark_seen(store, event, name)
            if not same:
                indexing.write()  # the older text may be one of them
                kept_articles.replace_text(store, event, old, article.with_id(name))
                _notify(store, event, name)
                changed.add(event)
                if event in place_of and home is None:
                    outcome[place_of[event]] = _newcomer_in(store, event, name, article)
            outcome.append(Placed(name, event, "unchanged" if same else "newer version"))
        else:
            newcomer = _newcomer(store, article, home, indexing)
            place_of[newcomer.event] = len(outcome)
            outcome.append(newcomer)
    indexing.write()
    newcomers = [item for item in outcome if isinstance(item, Newcomer)]
    if home is None and newcomers:
        changed |= _group(store, newcomers)
    for event in sorted(changed):
        tidy(store, event)
    return _placed(store, outcome, place_of)


def reads_the_same(old: Article, new: Article) -> bool:
    """Whether two texts of an article have the same words and state the same corrections, which often stand
    in a box outside of the body."""
    if old.reading_text != new.reading_text:
        return False
    stated = [[one.text for one in corrections_in(text)] for text in (old, new)]
    return stated[0] == stated[1]


def _placed(store: Store, outcome: Sequence[Placed | Newcomer], place_of: Mapping[str, int]) -> list[Placed]:
    """Where grouping has put them; what came twice in one go stands where the first of it does."""
    numbers = [item.number for item in outcome if isinstance(item, Newcomer)]
    rows = store.rows(
        f"SELECT number, event, id FROM articles WHERE number {store.dialect.numbers}",
        (codec.to_json(numbers),),
    )
    where = {number: (codec.decode_text(name), event) for number, event, name in rows}
    found = []
    for item in outcome:
        first = item if isinstance(item, Newcomer) else outcome[place_of.get(item.event, 0)]
        if isinstance(item, Placed) and item.event in place_of and isinstance(first, Newcomer):
            still = store.row("SELECT 1 FROM events WHERE id = ?", (item.event,))
            found.append(item if still else Placed(*where[first.number], item.state))
        else:
            found.append(Placed(*where[item.number], "added") if isinstance(item, Newcomer) else item)
    return found


def _group(store: Store, newcomers: Sequence[Newcomer]) -> set[str]:
    """Move every newcomer to its event; says which events have changed."""
    fresh = {newcomer.event for newcomer in newcomers}
    settled = Grouping(store, newcomers).settle()
    final, left, changed = settled.events, set[str](), set[str]()
    for number, target in sorted(settled.articles.items()):
        left.add(move_article(store, number, target))
        changed.add(target)
        _notify(store, target, str(number))
    for newcomer in newcomers:
        if final[newcomer.event] != newcomer.event:  # nothing but the article is in its event yet
            move_article(store, newcomer.number, final[newcomer.event])
            store.run("DELETE FROM events WHERE id = ?", (newcomer.event,))
    for event, target in sorted(final.items()):
        if event != target and event not in fresh:
            join_events(store, event, target)
    for newcomer in newcomers:
        _notify(store, final[newcomer.event], str(newcomer.number))
    changed |= {to for event, to in final.items() if event != to or event in fresh}
    return (changed | left) - _left_empty(store, left)


def _left_empty(store: Store, events: Iterable[str]) -> set[str]:
    """Take away the events whose articles have all gone to others."""
    empty = {event for event in events if not store.row("SELECT 1 FROM articles WHERE event = ?", (event,))}
    for event in sorted(empty):
        store.run("DELETE FROM events WHERE id = ?", (event,))
        store.changed("event", event, event)
    return empty


def _newcomer(store: Store, article: Article, home: str | None, indexing: Indexing) -> Newcomer:
    """Keep a new article in the event named, or in one of its own for the time being."""
    taken = set[str]()
    if home is None:
        event, now = new_id(), codec.now().isoformat()
        store.insert("events", id=event, created=now, updated=now, grouped=1)
    else:
        event, rows = home, store.rows("SELECT id FROM articles WHERE event = ?", (home,))
        taken = {codec.decode_text(row[0]) for row in rows}
    named = article.with_id(kept_articles.free_id(article.id, taken))
    fingerprint = fingerprint_of(named)
    number = kept_articles.keep_article(
        store, event, named, version=1, fingerprint=fingerprint, indexing=indexing
    )
    if home is not None:
        _notify(store, event, named.id)
    return Newcomer(number, event, fingerprint)


def _known(store: Store, one: _Incoming, home: str | None) -> tuple[str, str, bool] | None:
    """Event and short name of the article that this one is, or is a newer text of, and whether it is to stay
    as it is: its text is the same, or it went to another event.

    It is the one at the same address, however that is written, or at the one it was known as; else the one
    of the same outlet with the same text. A text that another outlet took over word for word is another
    article; one without an outlet is not.
    """
    here, values = ("articles.event = ? AND ", (home,)) if home is not None else ("", ())
    article = one.article
    for address in (article.url, one.known_as):
        rows = _at_address(store, here, values, address) if address else []
        if rows:
            return _key(rows[0], article)
    rows = _rows(store, here + "sha256 = ?", (*values, article.sha256))
    for row in rows:
        outlet = codec.decode_text_or_none(row[3])
        if outlet is None or article.outlet is None or outlet == article.outlet:
            return _key(row, article)
    return _with_its_words(store, here, values, article)


def _at_address(store: Store, here: str, values: Sequence[codec.Column], address: str) -> list[Row]:
    """The articles at an address; those with the very address first."""
    addresses = [codec.encode_text(one) for one in same_addresses(address)]
    marks = ", ".join("?" * len(addresses))
    rows = _rows(store, f"{here}url IN ({marks})", (*values, *addresses))
    return sorted(rows, key=lambda row: (row[5], row[4] != addresses[0]))


def _with_its_words(
    store: Store, here: str, values: Sequence[codec.Column], article: Article
) -> tuple[str, str, bool] | None:
    """An article of the same outlet and headline that has the same words, whatever stands around them."""
    if not article.outlet or not article.title:
        return None
    key = (*values, codec.encode_text(article.outlet), codec.encode_text(article.title))
    for row in _rows(store, here + "articles.outlet = ? AND articles.title = ?", key):
        name = codec.decode_text(row[1])
        texts = kept_articles.current(store, row[0], as_read=True, removed=True)
        if any(one.id == name and one.reading_text == article.reading_text for one in texts):
            return row[0], name, True
    return None


def _rows(store: Store, where: str, values: Sequence[codec.Column]) -> list[Row]:
    return store.rows(_KNOWN.format(where), values)


def _key(row: Row, article: Article) -> tuple[str, str, bool]:
    return row[0], codec.decode_text(row[1]), row[2] == article.sha256 or bool(row[5])


def _named(store: Store, event: str) -> str:
    """The event of this id or title; a new one of this title when there is none."""
    name = codec.encode_text(event)
    found = store.row(
        """SELECT id FROM events WHERE deleted IS NULL AND (id = ? OR title = ?)
        ORDER BY id <> ?, created, id""",
        (name, name, name),
    )
    if found:
        return str(found[0])
    made, now = new_id(), codec.now().isoformat()
    store.insert("events", id=made, title=name, created=now, updated=now)
    store.changed("event", made, made)
    return made


def _newcomer_in(store: Store, event: str, name: str, article: Article) -> Newcomer:
    """A newcomer whose text was replaced before it found its event."""
    key = (event, codec.encode_text(name))
    ((number,),) = store.rows("SELECT number FROM articles WHERE event = ? AND id = ? AND current = 1", key)
    return Newcomer(number, event, fingerprint_of(article))


def _notify(store: Store, event: str, article: str) -> None:
    store.changed("article", event, article)


def tidy(store: Store, event: str) -> None:
    """After its articles changed: headline, independent texts, no stale overview, last changed now."""
    rows = store.rows(
        """SELECT number, title FROM articles WHERE event = ? AND current = 1 AND removed IS NULL
        ORDER BY number""",
        (event,),
    )
    some = rows[:MOST_FOR_COPIES]
    heading = best_headline(sorted(codec.decode_text(row[1]) for row in some if row[1]))
    copies = sum(len(group) - 1 for group in copies_among(store, [row[0] for row in some]))
    store.run(
        """UPDATE events SET heading = ?, independent = ?, updated = ?, engine = NULL, overview = NULL
        WHERE id = ?""",
        (codec.encode_text_or_none(heading), len(rows) - copies, codec.now().isoformat(), event),
    )
    store.changed("event", event, event)


def copies_among(store: Store, numbers: Iterable[int]) -> list[list[int]]:
    """Articles by number, those whose texts are copies of one another together, in order."""
    shingles = fingerprints.shingles_of(store, numbers)
    groups: list[list[int]] = []
    for number in sorted(shingles):
        for group in groups:
            if is_copy(shingles[number], shingles[group[0]]):
                group.append(number)
                break
        else:
            groups.append([number])
    return groups
