"""What was to be taken out of a text before readers see it: placeholders, markup, garbled letters, repetitions.

Takes articles, knows nothing of figures. Words come from ``data/artefacts.toml``.
"""
