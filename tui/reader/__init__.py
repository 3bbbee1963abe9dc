"""The reader's work, one concern per module; `tui.reader.screen` puts them together."""
