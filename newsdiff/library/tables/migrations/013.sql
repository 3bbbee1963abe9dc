-- Schema 13: answers of programs of the reader's own, so that the same question is not asked twice.

CREATE TABLE opinions (
    question TEXT NOT NULL,     -- SHA-256 of what was asked: the versions and the instructions
    asked TEXT NOT NULL,        -- who was asked: name and arguments of the program, as JSON
    answer TEXT NOT NULL,       -- as it was accepted, as JSON
    made TEXT NOT NULL,
    PRIMARY KEY (question, asked)
) WITHOUT ROWID;
