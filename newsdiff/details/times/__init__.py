"""What is true of days and times of day in the news."""
