"""What is true of figures in the news: what they count, of whom they are, which are parts of others."""
