-- Schema 2: grouping of articles into events, and full-text search.

ALTER TABLE events ADD COLUMN heading TEXT;                     -- chosen among its headlines by grouping
ALTER TABLE events ADD COLUMN grouped INTEGER NOT NULL DEFAULT 0;  -- 1: made by grouping, 0: by the reader
ALTER TABLE events ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;   -- 1: grouping neither adds nor joins

ALTER TABLE events ADD COLUMN independent INTEGER;                 -- texts that are no copies of each other

-- How many articles tell a term. Counts only grow: a rare term stays rare when an article leaves.
CREATE TABLE terms (
    term TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) WITHOUT ROWID;

-- What search and grouping know of an article: a folded copy of its words (acronyms joined), its portrait.
CREATE TABLE searched (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    day INTEGER,             -- proleptic Gregorian ordinal of the day of publication
    portrait TEXT NOT NULL,  -- JSON: [terms, names, words, shingles]
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX searched_by_day ON searched (day);
CREATE VIRTUAL TABLE full_text USING fts5 (
    title, body, content = 'searched', content_rowid = 'number', tokenize = 'porter unicode61', detail = full
);
CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
    INSERT INTO full_text (rowid, title, body) VALUES (new.number, new.title, new.body);
END;
CREATE TRIGGER searched_gone AFTER DELETE ON searched BEGIN
    INSERT INTO full_text (full_text, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
END;
CREATE TRIGGER text_replaced AFTER UPDATE OF current ON articles WHEN new.current = 0 BEGIN
    DELETE FROM searched WHERE number = old.number;
END;
CREATE INDEX articles_by_url ON articles (url) WHERE current = 1;
CREATE INDEX articles_by_source ON articles (source) WHERE current = 1;
CREATE INDEX events_by_change ON events (updated DESC, id) WHERE deleted IS NULL;

-- Two events that the reader keeps apart: grouping never joins them. `one` is the smaller id.
CREATE TABLE apart (
    one TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
