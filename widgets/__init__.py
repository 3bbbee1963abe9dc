"""Textual widgets that know the model but neither the library nor the screens."""
