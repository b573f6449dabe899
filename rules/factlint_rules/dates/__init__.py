"""Rules about dates, weekdays, durations and the order of events."""
