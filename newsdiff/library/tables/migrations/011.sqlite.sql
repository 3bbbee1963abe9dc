-- Schema 11: what the reader says of marks (confirmed, dismissed, joined, split, labelled, added).

CREATE TABLE verdicts (
    id TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    created TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,        -- what the reader calls the detail; empty for no name of the reader's
    detail_kind TEXT NOT NULL,  -- what kind of detail it was
    deleted TEXT
);
CREATE INDEX verdicts_by_event ON verdicts (event, deleted);

-- The words a verdict is about: selectors and present place as those of notes have them.
CREATE TABLE verdict_targets (
    verdict TEXT NOT NULL REFERENCES verdicts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part INTEGER NOT NULL,      -- targets of one part give one value, or belong to one of two details
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
    PRIMARY KEY (verdict, position)
) WITHOUT ROWID;
CREATE INDEX verdict_targets_by_text ON verdict_targets (sha256);
