"""The lines of a text and their roles: title, paragraph, heading, caption, noise with its reason."""
