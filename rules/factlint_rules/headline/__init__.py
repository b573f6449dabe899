"""Rules that hold the headline against the body."""
