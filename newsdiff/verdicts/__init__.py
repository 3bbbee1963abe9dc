"""What the reader says of marks: as data, and applied to a comparison."""
