"""The list of notes, and notes whose words were lost."""
