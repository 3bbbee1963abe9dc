"""Files to articles: bytes, encodings, one reader for each text format, event.toml."""
