"""The reader's work, one concern per module; `tui.screens.reader` puts them together."""
