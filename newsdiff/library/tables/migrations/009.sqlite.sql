-- Schema 9: events that the reader put into others, so that this can be taken back.

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
