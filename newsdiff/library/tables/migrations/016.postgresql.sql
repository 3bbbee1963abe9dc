-- Schema 16: the events that were compared are found by an index.

-- An overview that cannot be read is computed again.
CREATE FUNCTION pg_temp.is_json(words text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM CAST(words AS json);
    RETURN true;
EXCEPTION WHEN data_exception THEN
    RETURN false;
END $$;
UPDATE events SET engine = NULL, overview = NULL WHERE overview IS NOT NULL AND NOT pg_temp.is_json(overview);

CREATE INDEX events_by_differences ON events (
    engine, (CAST(CAST(overview AS json) ->> 'differences' AS bigint)) DESC NULLS LAST, latest DESC NULLS LAST, id
) WHERE deleted IS NULL AND engine IS NOT NULL;

-- The full-text index knows to which 4,096 articles one belongs: a search looks at the newest first. To make the
-- index anew takes a tenth of the time of changing it row by row.
DROP INDEX full_text;
UPDATE searched SET words = words || array_to_tsvector(ARRAY['#' || number / 4096]);
CREATE INDEX full_text ON searched USING gin (words) WITH (fastupdate = off);
