DROP INDEX listed_articles;
CREATE INDEX listed_articles ON articles (event, id, renamed, outlet, published, moment, title, seat)
    WHERE current = 1 AND removed IS NULL;
