"""Details as lines, outlets as columns."""
