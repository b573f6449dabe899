"""The nearest known word to one that is not known, for messages that help."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like ``word``, or None when none is like it at all."""
    from difflib import get_close_matches

    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.55)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known word, with a space before it; empty when there is none."""
    close = nearest(word, known)
    return f" Did you mean {close}?" if close else ""
