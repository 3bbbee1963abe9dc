"""The memo for the desk: one to two pages on an event, with the texts in an appendix."""
