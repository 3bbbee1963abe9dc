"""What readers leave in a library: notes, verdicts, saved comparisons, marks, the opinions of programs."""
