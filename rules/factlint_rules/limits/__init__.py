"""Rules about what is physically or commercially possible."""
