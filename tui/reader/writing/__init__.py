"""What the reader of the articles writes: notes, pins, links, verdicts."""
