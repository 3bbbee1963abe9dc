"""The reader screen and its controllers, each with one responsibility; `tui.reader.screen` wires them."""
