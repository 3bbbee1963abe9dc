"""The screen of the texts that an article has had."""
