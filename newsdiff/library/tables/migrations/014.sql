-- Schema 14: when a text was seen last, and when the page of an article was last asked for again.

ALTER TABLE articles ADD COLUMN seen TEXT;  -- when this text was last found unchanged; NULL for not again

CREATE TABLE rechecks (
    url TEXT PRIMARY KEY,
    asked TEXT NOT NULL,
    failures INTEGER NOT NULL  -- in a row
);
