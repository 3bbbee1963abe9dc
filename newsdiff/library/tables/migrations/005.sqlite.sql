-- Schema 5: what an article and a page of events cost does not grow with the library.

-- What grouping knows of an article stands in a table of its own, in numbers, so that a look at it costs
-- little. It is worked out anew from the texts at the first search or arrival (see indexing.py).

DROP TABLE terms;
-- How many articles tell a term. Counts only grow: a rare term stays rare when an article leaves.
-- Numbered as they come, so that common terms stand together.
CREATE TABLE terms (
    number INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL
);

CREATE TABLE portraits (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    day INTEGER,             -- proleptic Gregorian ordinal of the day of publication
    terms BLOB NOT NULL,     -- for every term: its number (4 bytes), how often it is told (2), what it is (1)
    shingles BLOB NOT NULL   -- 8 bytes each; all little-endian, and all of one kind stand together
);
DROP TRIGGER text_replaced;
CREATE TRIGGER text_replaced AFTER UPDATE OF current ON articles WHEN new.current = 0 BEGIN
    DELETE FROM searched WHERE number = old.number;
    DELETE FROM portraits WHERE number = old.number;
END;
DROP INDEX searched_by_day;
ALTER TABLE searched DROP COLUMN day;
ALTER TABLE searched DROP COLUMN portrait;
DELETE FROM facts WHERE key IN ('full text', 'articles indexed');

-- What events are sorted by, kept up to date, so that a page of them is read off an index.
ALTER TABLE events ADD COLUMN sources INTEGER NOT NULL DEFAULT 0;  -- articles that are shown
ALTER TABLE events ADD COLUMN latest_day TEXT;                     -- the latest day of publication among them
ALTER TABLE events ADD COLUMN latest TEXT;                         -- the latest moment of publication
UPDATE events SET (sources, latest_day, latest) = (
    SELECT count(*), max(published), max(moment) FROM articles
    WHERE event = events.id AND current = 1 AND removed IS NULL
);
CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    UPDATE events SET (sources, latest_day, latest) = (
        SELECT count(*), max(published), max(moment) FROM articles
        WHERE event = events.id AND current = 1 AND removed IS NULL
    ) WHERE id = new.event;
END;
CREATE TRIGGER article_changed AFTER UPDATE OF event, current, removed, published, moment ON articles BEGIN
    UPDATE events SET (sources, latest_day, latest) = (
        SELECT count(*), max(published), max(moment) FROM articles
        WHERE event = events.id AND current = 1 AND removed IS NULL
    ) WHERE id IN (old.event, new.event);
END;
CREATE TRIGGER article_gone AFTER DELETE ON articles BEGIN
    UPDATE events SET (sources, latest_day, latest) = (
        SELECT count(*), max(published), max(moment) FROM articles
        WHERE event = events.id AND current = 1 AND removed IS NULL
    ) WHERE id = old.event;
END;
CREATE INDEX events_by_date ON events (latest DESC, id) WHERE deleted IS NULL;
CREATE INDEX events_by_sources ON events (sources DESC, latest DESC, id) WHERE deleted IS NULL;
