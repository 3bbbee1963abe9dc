"""Commands about comparisons: of files, of events, saved ones, and how right they are."""
