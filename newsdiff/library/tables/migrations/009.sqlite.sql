-- The library, schema 9: the oldest that newsdiff reads. Times are ISO 8601 in UTC; offsets are code points,
-- end-exclusive.
-- Text with lone surrogates or the like is kept as a UTF-8 BLOB in the same column (see codec.py).

CREATE TABLE facts (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One line per change, so that other windows can ask what happened. Old lines are dropped.
CREATE TABLE changes (
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    writer TEXT NOT NULL,
    kind TEXT NOT NULL,
    event TEXT,
    subject TEXT NOT NULL
);

-- Texts never change and are never deleted: notes and saved comparisons point at them.
CREATE TABLE texts (
    sha256 TEXT PRIMARY KEY,
    text TEXT NOT NULL
);

CREATE TABLE events (
    id TEXT PRIMARY KEY,
    title TEXT,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted TEXT,
    engine TEXT,      -- the version that made the overview
    overview TEXT,    -- JSON
    heading TEXT,                        -- chosen among its headlines by grouping
    grouped INTEGER NOT NULL DEFAULT 0,  -- 1: made by grouping, 0: by the reader
    pinned INTEGER NOT NULL DEFAULT 0,   -- 1: grouping neither adds nor joins
    independent INTEGER,                 -- texts that are no copies of each other
    -- What events are sorted by, kept up to date, so that a page of them is read off an index.
    sources INTEGER NOT NULL DEFAULT 0,  -- articles that are shown
    latest_day TEXT,                     -- the latest day of publication among them
    latest TEXT                          -- the latest moment of publication
);
CREATE INDEX events_by_change ON events (updated DESC, id) WHERE deleted IS NULL;
CREATE INDEX events_by_date ON events (latest DESC, id) WHERE deleted IS NULL;
CREATE INDEX events_by_sources ON events (sources DESC, latest DESC, id) WHERE deleted IS NULL;

-- An article in an event: a text and what is known about it. One row per version of its text.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES texts (sha256),
    source TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    country TEXT,
    language TEXT NOT NULL,
    byline TEXT,
    published TEXT,
    url TEXT,
    remarks TEXT NOT NULL,   -- JSON: list of strings
    blocks TEXT NOT NULL,    -- JSON: list of [role, start, end, reason]
    words INTEGER NOT NULL,
    retrieved TEXT NOT NULL,
    renamed TEXT,            -- the reader's name for the outlet
    removed TEXT,
    published_at TEXT,       -- ISO 8601 as printed: with an offset, or without
    moment TEXT,             -- to sort by: day and clock time in UTC, or the day alone
    UNIQUE (event, id, version)
);
CREATE UNIQUE INDEX current_articles ON articles (event, id) WHERE current = 1;
-- What the list of events shows, so that it need not read the wide rows.
CREATE INDEX listed_articles ON articles (event, id, renamed, outlet, published, moment, title)
    WHERE current = 1 AND removed IS NULL;
CREATE INDEX articles_by_text ON articles (sha256);
CREATE INDEX articles_by_url ON articles (url) WHERE current = 1;
CREATE INDEX articles_by_source ON articles (source) WHERE current = 1;

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

-- Blocks whose role the reader changed.
CREATE TABLE roles (
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    article TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES texts (sha256),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (event, article, sha256, start, end)
) WITHOUT ROWID;

-- Paragraphs that links, read marks and places point at: by text, not by block number.
CREATE TABLE anchors (
    number INTEGER PRIMARY KEY,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    article TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES texts (sha256),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    next INTEGER REFERENCES anchors (number),  -- the same paragraph in the text that replaced this one
    verbatim INTEGER NOT NULL DEFAULT 1,       -- whether `next` has the very same words
    UNIQUE (event, article, sha256, start, end)
);

CREATE TABLE links (
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    a INTEGER NOT NULL REFERENCES anchors (number) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES anchors (number) ON DELETE CASCADE,
    linked INTEGER NOT NULL,
    PRIMARY KEY (event, a, b)
) WITHOUT ROWID;

CREATE TABLE read_marks (
    anchor INTEGER PRIMARY KEY REFERENCES anchors (number) ON DELETE CASCADE,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE
);
CREATE INDEX read_marks_by_event ON read_marks (event);

CREATE TABLE notes (
    id TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    colour TEXT,
    version INTEGER NOT NULL,
    conflict_of TEXT,
    deleted TEXT
);
CREATE INDEX notes_by_event ON notes (event, deleted, state);

CREATE TABLE note_tags (
    note TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (note, position)
) WITHOUT ROWID;

-- The selectors a note was written with, which never change, and where its words are now.
CREATE TABLE note_targets (
    note TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES texts (sha256),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    retrieved TEXT,
    how TEXT NOT NULL,
    now_sha256 TEXT NOT NULL REFERENCES texts (sha256),
    now_start INTEGER NOT NULL,
    now_end INTEGER NOT NULL,
    similarity REAL NOT NULL,
    PRIMARY KEY (note, position)
) WITHOUT ROWID;
CREATE INDEX orphans ON note_targets (note) WHERE how = 'orphan';
CREATE INDEX note_targets_by_text ON note_targets (sha256);

CREATE TABLE saved (
    id TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    version INTEGER NOT NULL,
    texts TEXT NOT NULL,     -- JSON: short name -> SHA-256
    view TEXT NOT NULL,      -- JSON, without the paragraph
    paragraph INTEGER REFERENCES anchors (number) ON DELETE SET NULL,
    deleted TEXT
);
CREATE UNIQUE INDEX saved_names ON saved (event, name COLLATE NOCASE) WHERE deleted IS NULL;

CREATE TABLE saved_links (
    saved TEXT NOT NULL REFERENCES saved (id) ON DELETE CASCADE,
    a INTEGER NOT NULL REFERENCES anchors (number),
    b INTEGER NOT NULL REFERENCES anchors (number),
    linked INTEGER NOT NULL,
    PRIMARY KEY (saved, a, b)
) WITHOUT ROWID;

CREATE TABLE sessions (
    event TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    saved TEXT REFERENCES saved (id) ON DELETE SET NULL,
    left_at TEXT NOT NULL,
    view TEXT NOT NULL,
    paragraph INTEGER REFERENCES anchors (number) ON DELETE SET NULL
) WITHOUT ROWID;

-- How many articles hold a term. Counts only grow: a rare term stays rare when an article leaves.
-- Numbered as they come, so that common terms stand together.
CREATE TABLE terms (
    number INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL
);

-- What grouping knows of an article, in numbers, so that a look at it costs little.
CREATE TABLE portraits (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    day INTEGER,             -- proleptic Gregorian ordinal of the day of publication
    terms BLOB NOT NULL,     -- for every term: its number (4 bytes), how often it occurs (2), what it is (1)
    shingles BLOB NOT NULL   -- 8 bytes each; all little-endian, and all of one kind stand together
);

-- What search knows of an article: a folded copy of its words, acronyms joined.
CREATE TABLE searched (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
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
    DELETE FROM portraits WHERE number = old.number;
END;

-- Two events that the reader keeps apart: grouping never joins them. `one` is the smaller id.
CREATE TABLE apart (
    one TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- The feeds that are asked for articles.
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

-- Pages that were fetched, so that one that has not changed need not be sent again.
CREATE TABLE pages (
    url TEXT PRIMARY KEY,   -- as it was asked for
    sha256 TEXT NOT NULL,   -- of the article that was read from it
    etag TEXT,
    last_modified TEXT,
    reader TEXT NOT NULL    -- the version of newsdiff that read it: another may read more out of it
) WITHOUT ROWID;

-- Translations, so that each paragraph is translated once.
CREATE TABLE translations (
    sha256 TEXT NOT NULL,       -- of the paragraph, blanks made one
    command TEXT NOT NULL,      -- the arguments of the program, as JSON
    translation TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (sha256, command)
) WITHOUT ROWID;

-- Events that the reader put into others, so that this can be taken back.
CREATE TABLE joins (
    event TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,  -- what was put into another: now deleted
    target TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    made TEXT NOT NULL,    -- when
    names TEXT NOT NULL,   -- JSON: short name of an article there -> its short name before
    notes TEXT NOT NULL,   -- JSON: ids of its notes
    saved TEXT NOT NULL,   -- JSON: id of a saved comparison -> its names before and there
    apart TEXT NOT NULL    -- JSON: events that the other one is kept apart from because this one was
) WITHOUT ROWID;
CREATE INDEX joins_by_target ON joins (target, made);
