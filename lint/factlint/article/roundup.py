"""Round-ups: telling a page of many stories, each under its own headline, from one article with subheads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from factlint.article.article import BlockKind
from factlint.article.furniture import has_verb, words_of
from factlint.article.passage import Passage
from factlint.article.vocabulary import page_words
from factlint.patterns import compiled

K = BlockKind
_FEWEST_STORIES = 4
_FEWEST_ANNOUNCED = 3
_LIKE = 2
_OPENING = 600
_FEWEST_TELLING_WORDS = 3
_LABEL = compiled(r"(?m)^([A-Z][\w'’ -]{2,30}):\s")
_PREFIX = 5


class _Section(msgspec.Struct, frozen=True, eq=False):
    """A heading, its first paragraph, and all of its paragraphs."""

    start: int
    heading: str
    opening: str
    text: str


def story_starts(passages: Sequence[Passage], kinds: Sequence[BlockKind]) -> list[int]:
    """The numbers of the passages that are headlines of stories; empty when the page is one article.

    Announced by its title ("Daily", "Week in ..."), a page is a round-up when half of its headings read like headlines:
    a sentence, told again by the paragraph below, which begins anew. Unannounced, most must, and the stories must not
    share their names with each other or with the introduction.
    """
    sections = _sections(passages, kinds)
    if len(sections) < _FEWEST_ANNOUNCED:
        return []
    title = next((passages[n].text for n, kind in enumerate(kinds) if kind is K.HEADLINE), "")
    like = sum(_points(section) >= _LIKE for section in sections)
    if page_words().round_up.stand_in(title):
        return [section.start for section in sections] if like * 2 >= len(sections) else []
    sentences = sum(has_verb(section.heading) for section in sections)
    if len(sections) < _FEWEST_STORIES or like * 10 < 7 * len(sections) or sentences * 2 < len(sections):
        return []
    first = sections[0].start
    frame = " ".join([title, *(passages[n].text for n in range(first) if kinds[n] in (K.PARAGRAPH, K.DECK))])
    if _one_subject(sections, frame):
        return []
    return [section.start for section in sections]


def _sections(passages: Sequence[Passage], kinds: Sequence[BlockKind]) -> list[_Section]:
    """Headings of the highest rank that stand over a paragraph."""
    ranks = {number: _rank(passages[number]) for number, kind in enumerate(kinds) if kind is K.SUBHEAD}
    marked = [rank for rank in ranks.values() if rank]
    highest = min(marked) if len(marked) > 1 else 0
    heads = [number for number, rank in ranks.items() if rank == highest]
    if not heads:
        return []
    sections = []
    for start, stop in zip(heads, [*heads[1:], len(passages)], strict=True):
        texts = [passages[number].text for number in range(start + 1, stop) if kinds[number] in (K.PARAGRAPH, K.ITEM)]
        if texts:
            sections.append(_Section(start, passages[start].text, texts[0][:_OPENING], "\n".join(texts)))
    return sections


def _rank(passage: Passage) -> int:
    return int(passage.mark[1]) if passage.mark[0] == "h" else 0


def _points(section: _Section) -> int:
    """How much a heading is like a headline: it is a sentence, it is told again, the text below begins anew."""
    told = _told_again(section.heading, section.opening)
    points = (has_verb(section.heading) and len(words_of(section.heading)) >= 4) + (told >= 0.3) + (told >= 0.5)
    return points if _begins_anew(section.opening) else points - 2


def _told_again(heading: str, opening: str) -> float:
    """The share of a heading's telling words that the paragraph below it uses."""
    words = _stems(heading)
    if len(words) < _FEWEST_TELLING_WORDS:
        return 0.0
    lowered = opening.lower()
    return sum(word in lowered for word in words) / len(words)


def _stems(text: str) -> set[str]:
    common = page_words().common
    return {
        word[:_PREFIX]
        for word in (word.lower().removesuffix("'s").removesuffix("’s") for word in words_of(text))
        if word not in common and (len(word) > 2 or any(letter.isdigit() for letter in word))
    }


def _begins_anew(opening: str) -> bool:
    """Whether a paragraph does without what stands before it: no "it", no "the company" as its first words."""
    words = words_of(opening)[:2]
    if not words or words[0].lower() in page_words().anaphors:
        return False
    return not (words[0] == "The" and len(words) > 1 and words[1].islower() and words[1] in page_words().roles)


def _names(text: str, plain: frozenset[str]) -> frozenset[str]:
    """Words written with capitals that are never written without in the page (``plain``); the field's jargon left out."""
    known = page_words()
    return frozenset(
        word
        for word in (word.removesuffix("'s").removesuffix("’s") for word in words_of(text))
        if any(letter.isupper() for letter in word)
        and word.lower() not in plain
        and word.lower() not in known.common
        and word.lower() not in known.generic
        and word not in known.openers
    )


def _one_subject(sections: Sequence[_Section], frame: str) -> bool:
    """Whether a name runs through most sections, or the introduction's names through half of them."""
    plain = frozenset(word for section in sections for word in words_of(section.text) if word.islower())
    labels = _labels(sections)
    names = [_names(section.text, plain) - labels for section in sections]
    counts = Counter(name for named in names for name in named)
    through = max(counts.values(), default=0)
    introduced = _names(frame, plain) - labels
    joined = sum(bool(named & introduced) for named in names)
    return through * 5 > 3 * len(sections) or joined * 2 > len(sections)


def _labels(sections: Sequence[_Section]) -> frozenset[str]:
    """The words of a label that closes or opens a paragraph in most sections ("Editor's view: ...")."""
    counts = Counter(label for section in sections for label in set(_LABEL.findall(section.text)))
    return frozenset(word for label, count in counts.items() if count * 2 > len(sections) for word in words_of(label))
