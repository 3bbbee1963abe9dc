-- Schema 4: the clock time of publication, with its zone where one is told.

ALTER TABLE articles ADD COLUMN published_at TEXT;  -- ISO 8601 as told: with an offset, or without
ALTER TABLE articles ADD COLUMN moment TEXT;        -- to sort by: day and clock time in UTC, or the day alone
UPDATE articles SET moment = published;
DROP INDEX listed_articles;
CREATE INDEX listed_articles ON articles (event, id, renamed, outlet, published, moment, title)
    WHERE current = 1 AND removed IS NULL;
