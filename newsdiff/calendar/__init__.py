"""Names of months, weekdays and zones, the years that are accepted, and how days and times are written."""
