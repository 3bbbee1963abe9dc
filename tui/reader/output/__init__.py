"""What leaves the reader: saved comparisons, exports, copied words."""
