-- Schema 10: under which address the article of a feed's entry was kept, by the entry's own name (guid).

CREATE TABLE feed_names (
    feed TEXT NOT NULL,    -- its address, also of one that is not kept
    name TEXT NOT NULL,    -- of the entry, in that feed
    url TEXT NOT NULL,     -- of its article
    PRIMARY KEY (feed, name)
) WITHOUT ROWID;
CREATE INDEX articles_by_title ON articles (outlet, title) WHERE current = 1;
