-- The library, schema 1. Times are ISO 8601 in UTC; offsets are code points, end-exclusive.
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
    overview TEXT     -- JSON
);

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
    UNIQUE (event, id, version)
);
CREATE UNIQUE INDEX current_articles ON articles (event, id) WHERE current = 1;
-- What the list of events shows, so that it need not read the wide rows.
CREATE INDEX listed_articles ON articles (event, id, renamed, outlet, published, title)
    WHERE current = 1 AND removed IS NULL;
CREATE INDEX articles_by_text ON articles (sha256);

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
