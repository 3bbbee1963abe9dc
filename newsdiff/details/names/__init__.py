"""Names: one detail for each person, place or organisation, and how its spellings relate."""
