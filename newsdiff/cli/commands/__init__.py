"""One module for each subcommand, with its `command`. Imported only when the command is called."""
