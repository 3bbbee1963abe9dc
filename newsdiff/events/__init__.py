"""Articles to events: what an article is about, how alike two are, which belong together."""
