-- Schema 7: portraits also say which names an article is about and what its headline tells. They are worked
-- out anew from the texts at the first search or arrival (see indexing.py).
DELETE FROM portraits;
DELETE FROM terms;
DELETE FROM facts WHERE key IN ('full text', 'articles indexed');
