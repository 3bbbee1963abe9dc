"""The brief: one screen on an event, as data. `newsdiff.brief.build.brief_of` makes it."""
