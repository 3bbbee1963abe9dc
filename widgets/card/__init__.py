"""The card of one detail."""
