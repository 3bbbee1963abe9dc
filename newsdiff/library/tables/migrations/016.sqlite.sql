-- Schema 16: titles that readers gave, and the events that were compared, are found by an index.

CREATE INDEX events_by_name ON events (title) WHERE title IS NOT NULL;
UPDATE events SET engine = NULL, overview = NULL WHERE overview IS NOT NULL AND NOT json_valid(overview);
CREATE INDEX events_by_differences
    ON events (engine, json_extract(overview, '$.differences') DESC, latest DESC, id)
    WHERE deleted IS NULL AND engine IS NOT NULL;
