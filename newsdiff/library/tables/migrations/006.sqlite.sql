-- Schema 6: pages that were fetched, so that one that has not changed need not be sent again.

CREATE TABLE pages (
    url TEXT PRIMARY KEY,   -- as it was asked for
    sha256 TEXT NOT NULL,   -- of the article that was read from it
    etag TEXT,
    last_modified TEXT,
    reader TEXT NOT NULL    -- the version of newsdiff that read it: another may read more out of it
) WITHOUT ROWID;
