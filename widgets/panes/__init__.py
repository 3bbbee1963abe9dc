"""The aligned panes."""
