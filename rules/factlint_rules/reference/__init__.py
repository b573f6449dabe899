"""Rules that hold claims against fact sheets."""
