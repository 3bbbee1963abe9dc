"""How right the engine is: hand-made gold, the scores against it, and plain methods beside it."""
