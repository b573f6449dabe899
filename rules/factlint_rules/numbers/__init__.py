"""Rules about how a number is printed."""
