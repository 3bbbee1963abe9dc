-- Schema 8: translations, so that each paragraph is translated once.

CREATE TABLE translations (
    sha256 TEXT NOT NULL,       -- of the paragraph, blanks made one
    command TEXT NOT NULL,      -- the arguments of the program, as JSON
    translation TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (sha256, command)
) WITHOUT ROWID;
