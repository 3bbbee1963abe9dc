-- Schema 15: the country that the outlet of an article sits in, so that events are found and counted by it.

ALTER TABLE articles ADD COLUMN seat TEXT;  -- its code; empty where it is not known, NULL until it was looked up
CREATE INDEX articles_by_day ON articles (published, seat, event) WHERE current = 1 AND removed IS NULL;
