"""Textual widgets for reading a comparison. They know the model, neither the library nor the screens."""
