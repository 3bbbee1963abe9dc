"""The library screen: lists of events and sources, and what it does to them."""
