"""Rules about what should not have been published: placeholders, markup, stitched text."""
