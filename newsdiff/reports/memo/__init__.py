"""The memo for the desk: what matters of an event, with the texts in an appendix."""
