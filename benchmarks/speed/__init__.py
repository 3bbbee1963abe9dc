"""Time, memory and room on the screen."""
