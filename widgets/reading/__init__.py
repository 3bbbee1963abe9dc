"""What all views of a comparison share: the state, its movements, the index, messages."""
