"""Text that every encoding can hold."""

from __future__ import annotations


def encodable(text: str) -> str:
    """The text with half surrogate pairs (of file names, of broken payloads) replaced, so that a report can hold it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
