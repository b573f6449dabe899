"""The report as a page: the article as it reads, with notes in the margin."""
