"""What each passage is to a reader: headline, deck, subhead, paragraph, item, caption, metadata, boilerplate."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.article.article import BlockKind
from factlint.article.furniture import ends_sentence, is_foot, is_metadata, is_pointer, is_rights_notice, words_of
from factlint.article.headings import looks_like_caption, looks_like_deck, looks_like_heading, looks_like_paragraph
from factlint.article.passage import Passage

K = BlockKind
_BY_MARK = {
    "title": K.HEADLINE,
    "h1": K.HEADLINE,
    "h2": K.SUBHEAD,
    "h3": K.SUBHEAD,
    "h4": K.SUBHEAD,
    "h5": K.SUBHEAD,
    "h6": K.SUBHEAD,
    "deck": K.DECK,
    "li": K.ITEM,
    "cell": K.CELL,
    "caption": K.CAPTION,
    "table-caption": K.CAPTION,
    "meta": K.METADATA,
    "aside": K.BOILERPLATE,
    "code": K.CODE,
}
_LONGEST_CAPTION = 200
_RUN_OF_ITEMS = 3
_LINK_LIST = 3


def kinds_of(passages: Sequence[Passage]) -> list[BlockKind]:
    """The kind of each passage, stories not yet parted."""
    kinds = [_first_look(passage) for passage in passages]
    headline = _headline(passages, kinds)
    _set_tail(passages, kinds, 0 if headline is None else headline + 1)
    _set_subheads(passages, kinds)
    if headline is not None:
        _set_deck(passages, kinds, headline)
    return kinds


def _first_look(passage: Passage) -> BlockKind:
    kind = K.CELL if passage.cell is not None else _BY_MARK.get(passage.mark)
    if kind is K.ITEM and is_metadata(passage.text):
        return K.METADATA
    if kind is not None:
        return kind
    text = passage.text
    if is_metadata(text):
        return K.METADATA
    if is_rights_notice(text):
        return K.BOILERPLATE
    if passage.mark == "line" and looks_like_caption(passage):
        return K.CAPTION
    if passage.pictured and passage.stressed and len(text) <= _LONGEST_CAPTION:
        return K.CAPTION
    return K.PARAGRAPH


def _headline(passages: Sequence[Passage], kinds: list[BlockKind]) -> int | None:
    """The passage that is the headline: as marked, else the first line of a plain text that is no sentence."""
    marked = [number for number, kind in enumerate(kinds) if kind is K.HEADLINE]
    for number in marked[1:]:
        kinds[number] = K.SUBHEAD
    if marked:
        return marked[0]
    if len(passages) < 2:
        return None
    for number, passage in enumerate(passages):
        if kinds[number] is K.METADATA:
            continue
        if passage.mark in ("line", "p") and kinds[number] is K.PARAGRAPH and _may_head(passage):
            kinds[number] = K.HEADLINE
            return number
        if passage.mark == "h2":
            kinds[number] = K.HEADLINE
            return number
        return None
    return None


def _may_head(passage: Passage) -> bool:
    text = passage.text
    if passage.mark == "p" and not passage.stressed:
        return False
    return looks_like_heading(text) or (text.endswith("!") and len(text) <= 160)


def _set_tail(passages: Sequence[Passage], kinds: list[BlockKind], start: int) -> None:
    """Mark what the site adds below an article: pointers, rights, contacts, other headlines, left-over data."""
    stop = len(passages)
    apart = (K.METADATA, K.BOILERPLATE)
    while stop > start and (kinds[stop - 1] in apart or is_foot(passages[stop - 1].text)):
        stop -= 1
        if kinds[stop] is not K.METADATA:
            kinds[stop] = K.BOILERPLATE
    headlines = _other_headlines(passages, kinds, start, stop)
    for number in range(headlines, stop):
        kinds[number] = K.BOILERPLATE
    _set_pointers(passages, kinds, start)


def _other_headlines(passages: Sequence[Passage], kinds: list[BlockKind], start: int, stop: int) -> int:
    """Where a closing list of other articles' headlines begins; ``stop`` when there is none."""
    first = stop
    while first > start and kinds[first - 1] is K.ITEM:
        first -= 1
    items = passages[first:stop]
    if len(items) < _LINK_LIST or first == 0:
        return stop
    if all(item.linked for item in items):
        return first
    if passages[first - 1].text.endswith((":", "：")) or kinds[first - 1] is K.SUBHEAD:
        return stop
    if not all(looks_like_heading(item.text) and len(words_of(item.text)) >= 4 for item in items):
        return stop
    titles = {passages[number].text for number in range(start) if kinds[number] is K.HEADLINE}
    if any(item.text in titles for item in items):
        return first
    known = {word.lower() for passage in passages[:first] for word in words_of(passage.text)}
    foreign = sum(_foreign(item.text, known) for item in items)
    return first if foreign * 2 >= len(items) else stop


def _foreign(text: str, known: set[str]) -> bool:
    """Whether most longer words of a line are not used in the article."""
    words = [word.lower() for word in words_of(text) if len(word) > 4]
    return sum(word not in known for word in words) * 5 >= 2 * len(words)


def _set_pointers(passages: Sequence[Passage], kinds: list[BlockKind], start: int) -> None:
    """Mark "Recommended Reading" and the like with the lines below it: a list, or one paragraph."""
    for number in range(start, len(passages)):
        passage = passages[number]
        if kinds[number] not in (K.PARAGRAPH, K.SUBHEAD, K.ITEM) or not is_pointer(passage.text):
            continue
        heading = not ends_sentence(passage.text)
        if kinds[number] is K.PARAGRAPH and len(passage.text) > 160:
            continue
        kinds[number] = K.BOILERPLATE
        if not heading or passage.text.endswith(")") or len(words_of(passage.text)) > 8:
            continue
        after = number + 1
        while after < len(kinds) and kinds[after] is K.ITEM:
            kinds[after] = K.BOILERPLATE
            after += 1
        if after == number + 1 < len(kinds) and kinds[after] in (K.PARAGRAPH, K.CAPTION):
            kinds[after] = K.BOILERPLATE


def _set_subheads(passages: Sequence[Passage], kinds: list[BlockKind]) -> None:
    """Short lines that stand over a paragraph or a list; three or more in a row are a list themselves."""
    number = 0
    while number < len(passages):
        stop = number
        while stop < len(passages) and kinds[stop] is K.PARAGRAPH and _heads(passages[stop]):
            stop += 1
            if stop < len(passages) and not passages[stop].close:
                break
        if stop - number >= _RUN_OF_ITEMS:
            for item in range(number, stop):
                kinds[item] = K.ITEM
        elif stop > number and _stands_over_text(passages, kinds, stop):
            for heading in range(number, stop):
                kinds[heading] = K.SUBHEAD
        number = max(stop, number + 1)


def _heads(passage: Passage) -> bool:
    return (passage.mark == "line" or passage.stressed) and looks_like_heading(passage.text)


def _stands_over_text(passages: Sequence[Passage], kinds: list[BlockKind], number: int) -> bool:
    """Whether a paragraph or a list follows, pictures and credits aside."""
    for after in range(number, min(number + 4, len(passages))):
        kind = kinds[after]
        if kind in (K.METADATA, K.CAPTION):
            continue
        if kind is K.PARAGRAPH:
            return looks_like_paragraph(passages[after].text) or _heads(passages[after])
        return kind in (K.ITEM, K.CELL, K.SUBHEAD)
    return False


def _set_deck(passages: Sequence[Passage], kinds: list[BlockKind], headline: int) -> None:
    """The line directly below the headline, when it is neither metadata nor a paragraph."""
    if K.DECK in kinds or headline + 1 >= len(passages):
        return
    number = headline + 1
    passage = passages[number]
    if kinds[number] not in (K.PARAGRAPH, K.SUBHEAD) or passage.mark in ("quote", "h3", "h4", "h5", "h6"):
        return
    if passage.mark in ("h1", "h2") and (number + 1 >= len(kinds) or kinds[number + 1] not in (K.METADATA, K.SUBHEAD)):
        return
    below = kinds[number + 1] if number + 1 < len(kinds) else None
    if below not in (K.PARAGRAPH, K.METADATA, K.SUBHEAD, K.CAPTION):
        return
    if passage.mark == "line" and not passage.close and passages[number + 1].close:
        return
    if looks_like_deck(passage):
        kinds[number] = K.DECK
