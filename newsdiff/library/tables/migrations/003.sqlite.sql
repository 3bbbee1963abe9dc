-- Schema 3: the feeds that are asked for articles.

CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    allow_private INTEGER NOT NULL,  -- 1: its host may be a private one
    added TEXT NOT NULL,
    asked TEXT,                      -- when it was last asked
    etag TEXT,
    last_modified TEXT,
    error TEXT NOT NULL DEFAULT '',  -- why the last time failed
    failures INTEGER NOT NULL DEFAULT 0,  -- in a row
    due TEXT                         -- not to be asked before
) WITHOUT ROWID;

-- Entries whose articles were taken: their pages are not fetched again.
CREATE TABLE feed_entries (
    feed TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
    entry TEXT NOT NULL,
    PRIMARY KEY (feed, entry)
) WITHOUT ROWID;
