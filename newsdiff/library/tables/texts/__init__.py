"""The texts of articles, and the rows that follow from them: for search, for spans of notes, for grouping."""
