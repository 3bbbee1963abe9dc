"""What is compared and how it is shown."""
