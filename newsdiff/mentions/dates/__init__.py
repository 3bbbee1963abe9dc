"""Dates, stretches of days and times of day, resolved against the day of publication."""
