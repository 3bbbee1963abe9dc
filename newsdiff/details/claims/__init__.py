"""What is true of sentences that deny or exclude each other."""
