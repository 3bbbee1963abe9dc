"""Commands about newsdiff itself: its library, its settings, how it is started."""
