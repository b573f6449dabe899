"""What an unmarked line looks like: a heading, a caption, a deck."""

from __future__ import annotations

from factlint.article.furniture import ends_sentence, has_verb, words_of
from factlint.article.passage import Passage

_LONGEST_HEADING = 160
_MOST_HEADING_WORDS = 26
_LONGEST_DECK = 220
_MOST_CAPTION_WORDS = 14
_NO_HEADING_END = ".!;,:…。！；，：-–—"


def looks_like_heading(text: str) -> bool:
    """A short line that opens like one and does not close like a sentence. A question mark is allowed."""
    if len(text) > _LONGEST_HEADING or text.rstrip("\"'”’)")[-1:] in _NO_HEADING_END:
        return False
    first = text.lstrip("\"'“‘(¥$€£")[:2]
    if not first or not any(letter.isalpha() for letter in text):
        return False
    opens = not first[0].islower() or not first[-1].islower()
    return opens and len(words_of(text)) <= _MOST_HEADING_WORDS


def looks_like_paragraph(text: str) -> bool:
    """Longer than a heading, or closed like a sentence."""
    return len(text) > _LONGEST_HEADING or ends_sentence(text)


def looks_like_caption(passage: Passage) -> bool:
    """A line that names what a picture shows: few words, a name among them, a full stop, no verb."""
    text = passage.text
    if passage.close or not text.endswith(".") or len(text) > _LONGEST_HEADING:
        return False
    words = words_of(text)
    if not 2 <= len(words) <= _MOST_CAPTION_WORDS or any(mark in text for mark in '"“”?!;'):
        return False
    named = any(not word[0].islower() and not word[0].isdigit() for word in words[1:]) or (
        words[0].isupper() and len(words[0]) > 1
    )
    return not has_verb(_without_participles(text) if passage.trailing else text) and (named or passage.trailing)


def _without_participles(text: str) -> str:
    """The text without participles before a preposition ("cars displayed at the show"): they make no sentence."""
    words = text.split()
    prepositions = ("at", "in", "on", "by", "of", "for", "during", "near", "from")
    kept = [
        word
        for word, after in zip(words, [*words[1:], ""], strict=True)
        if not (word.endswith("ed") and after in prepositions)
    ]
    return " ".join(kept)


def looks_like_deck(passage: Passage) -> bool:
    """A short line below the headline that is not a sentence of the story, or is set in italics as a whole."""
    text = passage.text
    if passage.stressed:
        return len(text) <= 2 * _LONGEST_DECK
    return (
        len(text) <= _LONGEST_DECK and not ends_sentence(text) and not text.endswith(":") and len(words_of(text)) >= 4
    )
