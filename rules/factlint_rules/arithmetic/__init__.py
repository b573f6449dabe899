"""Rules that recompute shares, changes, sums, multiples and averages."""
