-- Schema 12: many people and machines on one library.

-- Who wrote it; NULL where that is not known.
ALTER TABLE notes ADD COLUMN author TEXT;
ALTER TABLE verdicts ADD COLUMN author TEXT;
ALTER TABLE saved ADD COLUMN author TEXT;

-- Read marks and places are each reader's own; '' is the one reader of a file.
CREATE TABLE marks_of_readers (
    reader TEXT NOT NULL,
    anchor INTEGER NOT NULL REFERENCES anchors (number) ON DELETE CASCADE,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (reader, anchor)
);
INSERT INTO marks_of_readers (reader, anchor, event) SELECT '', anchor, event FROM read_marks;
DROP TABLE read_marks;
ALTER TABLE marks_of_readers RENAME TO read_marks;
CREATE INDEX read_marks_by_event ON read_marks (event);
CREATE INDEX read_marks_by_anchor ON read_marks (anchor);

CREATE TABLE places_of_readers (
    reader TEXT NOT NULL,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    saved TEXT REFERENCES saved (id) ON DELETE SET NULL,
    left_at TEXT NOT NULL,
    view TEXT NOT NULL,
    paragraph INTEGER REFERENCES anchors (number) ON DELETE SET NULL,
    PRIMARY KEY (reader, event)
);
INSERT INTO places_of_readers (reader, event, saved, left_at, view, paragraph)
    SELECT '', event, saved, left_at, view, paragraph FROM sessions;
DROP TABLE sessions;
ALTER TABLE places_of_readers RENAME TO sessions;
CREATE INDEX sessions_by_event ON sessions (event);
CREATE INDEX sessions_by_saved ON sessions (saved);
CREATE INDEX sessions_by_paragraph ON sessions (paragraph);

-- Which of the others' notes a reader has seen, and in which version.
CREATE TABLE seen_notes (
    reader TEXT NOT NULL,
    note TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    PRIMARY KEY (reader, note)
);
CREATE INDEX seen_notes_by_note ON seen_notes (note);

-- A feed that is being asked is left alone by other programs until so many seconds since 1970.
ALTER TABLE feeds ADD COLUMN held_by TEXT;
ALTER TABLE feeds ADD COLUMN held_until REAL;

-- When a host may be asked next, in seconds since 1970, whichever machine asks.
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    next REAL NOT NULL
);
