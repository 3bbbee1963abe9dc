"""Collections of events that look alike, made up: each module makes them in another way."""
