"""Names that an article writes in two ways: persons, models, makers and places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.figures.figure import Name
from factlint.finding import Place
from factlint.patterns import compiled
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.spelling import folded, is_pinyin, naming, neighbourhood, one_slip_apart

_CAPITALISED = compiled(r"(?<!\w)[^\W\d_a-z][^\W\d_]*+(?:[-'’][^\W\d_]++)*+")
_HEAD = compiled(r"([^\W_][\w'’-]*+)[ *_]++\Z")
_TAIL = compiled(r"[ *_]++([^\W_][\w'’-]*+)")
_POSSESSIVE = compiled(r"['’]s?\Z")
_SCANNED = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.CELL, BlockKind.DECK)
_SHORT, _SURNAME, _LONG = 3, 5, 6
_OPENING, _NEAR, _MANY = 40, 30, 40
_ARTICLES = frozenset({"the", "a", "an", "its"})
_SHAPE = compiled(r"([A-Z]+)-?(\d{2,4})")


class NameVariant(Relation, frozen=True, eq=False, kw_only=True):
    """``variant`` is written where ``reference`` is meant."""

    variant: Place
    reference: Place

    confirms: ClassVar[bool] = False

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


class Mention(msgspec.Struct, frozen=True, eq=False):
    """A capitalised word in running text."""

    start: int
    end: int
    word: str
    key: str
    """The word folded."""
    sentence: int
    opens: bool
    """Whether it opens its sentence."""


class Beside(msgspec.Struct, frozen=True, eq=False):
    """What stands beside a mention: the capitalised words before and after it, folded, and who the gazetteer says."""

    before: str
    after: str
    known: str
    """The entity that the gazetteer has for it, else empty."""


class Spelling(msgspec.Struct, frozen=True, eq=False):
    """All mentions of one spelling, with what stands beside each."""

    mentions: tuple[tuple[Mention, Beside], ...]

    @property
    def known(self) -> bool:
        return any(beside.known for _, beside in self.mentions)

    @property
    def first(self) -> Mention:
        return self.mentions[0][0]


def variants(bound: Bound, spelt: Sequence[Mention]) -> Iterator[NameVariant]:
    """Every name of one spelling beside a more common, earlier or known one that is a slip away."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in spelt:
        if len(mention.key) >= _SHORT:
            groups[mention.key].append(mention)
    text = bound.article.text
    for one, other in _pairs(groups):
        reference, variant = _ordered(_looked_at(bound, groups[one]), _looked_at(bound, groups[other]))
        tied = _tied(reference, variant, bound)
        if tied is not None:
            yield NameVariant(
                figures=(),
                variant=_place(text, *tied[1]),
                reference=_place(text, *tied[0]),
                certainty=Certainty.STRONG,
            )
    yield from _designations(bound)


def mentions(bound: Bound) -> Iterator[Mention]:
    """The capitalised words of the running text; words in capitals only are no names here."""
    article, text = bound.article, bound.article.text
    keys: dict[str, str] = {}
    for sentence in article.sentences:
        if article.blocks[sentence.block].kind not in _SCANNED:
            continue
        for match in _CAPITALISED.finditer(text, sentence.start, sentence.end):
            word = _POSSESSIVE.sub("", match.group())
            if len(word) < 2 or not word[0].isupper() or word.isupper():
                continue
            key = keys.get(word)
            if key is None:
                key = keys[word] = folded(word)
            start = match.start()
            opens = not any(char.isalnum() for char in text[sentence.start : min(start, sentence.start + _OPENING)])
            yield Mention(start, start + len(word), word, key, sentence.index, opens)


def _looked_at(bound: Bound, group: Sequence[Mention]) -> Spelling:
    return Spelling(tuple((mention, beside(bound, mention)) for mention in group[:_MANY]))


def beside(bound: Bound, mention: Mention) -> Beside:
    """What stands beside a mention within its sentence."""
    text = bound.article.text
    sentence = bound.article.sentences[mention.sentence]
    before = after = ""
    head = _HEAD.search(text[max(sentence.start, mention.start - _NEAR) : mention.start])
    if head:
        before = _as_key(head.group(1))
    possessive = text[mention.end : mention.end + 1] in ("'", "’")
    tail = None if possessive else _TAIL.match(text[mention.end : min(sentence.end, mention.end + _NEAR)])
    if tail:
        after = _as_key(_POSSESSIVE.sub("", tail.group(1)))
    return Beside(before, after, known(bound, mention))


def _as_key(word: str) -> str:
    if not (word[:1].isupper() or word.isdigit()):
        return ""
    key = folded(word)
    return "" if key in naming().beside else key


def known(bound: Bound, mention: Mention) -> str:
    """The entity that the gazetteer has at a mention, else empty."""
    names = bound.scanned.names
    index = bisect_right(names, mention.start, key=lambda name: name.start) - 1
    if index < 0 or names[index].end <= mention.start or names[index].kind in ("company", "designation", "term"):
        return ""
    return names[index].entity


def _pairs(groups: dict[str, list[Mention]]) -> Iterator[tuple[str, str]]:
    """Spellings that are one slip apart, each pair once, in the order of the text."""
    shared: defaultdict[str, list[str]] = defaultdict(list)
    for key in groups:
        for part in neighbourhood(key):
            shared[part].append(key)
    seen: set[tuple[str, str]] = set()
    for keys in shared.values():
        for at, one in enumerate(keys[:8]):
            for other in keys[at + 1 : 8]:
                if (one, other) not in seen and one_slip_apart(one, other):
                    seen.add((one, other))
                    yield one, other


def _ordered(one: Spelling, other: Spelling) -> tuple[Spelling, Spelling]:
    """(reference, variant): the known spelling first, then the more frequent, then the earlier."""

    def weight(spelling: Spelling) -> tuple[bool, int, int]:
        return spelling.known, len(spelling.mentions), -spelling.first.start

    return (one, other) if weight(one) >= weight(other) else (other, one)


_Seen = tuple[Mention, Beside]


def _tied(reference: Spelling, variant: Spelling, bound: Bound) -> tuple[_Seen, _Seen] | None:
    """The two mentions that must be of one name, where anything says so."""
    if len(variant.mentions) > 1 and len(variant.mentions) >= len(reference.mentions):
        return None
    if variant.known:
        return None
    sentences = {mention.sentence for mention, _ in reference.mentions}
    if any(mention.sentence in sentences for mention, _ in variant.mentions):
        return None
    for seen in variant.mentions:
        for other in reference.mentions:
            if _share_a_name(seen, other):
                later = max(seen[0], other[0], key=lambda mention: mention.start)
                return None if _introduced(bound, later) else (other, seen)
    return _surname(reference, variant, bound) or _long_slip(reference, variant, bound)


def _surname(reference: Spelling, variant: Spelling, bound: Bound) -> tuple[_Seen, _Seen] | None:
    """``Ivan Espinosa`` and later ``Mr Espinoza``: a bare surname that speaks, beside a full name."""
    full = next((seen for seen in reference.mentions if seen[1].before and not seen[1].known), None)
    if full is None or len(full[0].key) < _SURNAME or any(near.before for _, near in variant.mentions):
        return None
    if is_pinyin(full[0].key) and is_pinyin(variant.first.key):
        return None
    text, words = bound.article.text, naming()
    for mention, near in variant.mentions:
        head = text[max(0, mention.start - 5) : mention.start].split()
        tail = text[mention.end : mention.end + 12].split()
        titled = bool(head) and head[-1].lower().rstrip(".") in words.titles
        if titled or (tail and tail[0] in words.speaking and text[mention.end] == " "):
            return full, (mention, near)
    return None


def _share_a_name(one: _Seen, other: _Seen) -> bool:
    """``Liu Wenhao`` and ``Liu Wenbao``, ``Mokka GSE`` and ``Moka GSE``: the word beside is the same."""
    if (one[0].opens and not one[1].after) or (other[0].opens and not other[1].after):
        return False
    same_before = bool(one[1].before) and one[1].before == other[1].before
    return same_before or (bool(one[1].after) and one[1].after == other[1].after)


def _long_slip(reference: Spelling, variant: Spelling, bound: Bound) -> tuple[_Seen, _Seen] | None:
    """An unknown long word a slip away from a known name, or from one that the text writes again and again."""
    first, near = variant.mentions[0]
    if len(first.key) < _LONG or first.opens or len(variant.mentions) > 1:
        return None
    if not reference.known and len(reference.mentions) < 3:
        return None
    if is_pinyin(first.key) and is_pinyin(reference.first.key):
        return None
    if near.before or near.after or _lower(bound, first):
        return None
    return reference.mentions[0], (first, near)


def _lower(bound: Bound, mention: Mention) -> bool:
    """Whether the text writes the word in lower case as well: then it is a word and no name."""
    return re.search(rf"\b{re.escape(mention.word.lower())}\b", bound.article.text) is not None


def _introduced(bound: Bound, mention: Mention) -> bool:
    """Whether a role stands before a person's name or behind its comma; what has an article is no person."""
    text = bound.article.text
    roles = naming().roles
    before = re.findall(r"[\w.-]+", text[max(0, mention.start - 48) : mention.start])[-5:]
    if before and before[-1].lower() in _ARTICLES:
        return False
    if any(word.lower() in roles for word in before):
        return True
    after = text[mention.end : mention.end + 48]
    if not after.startswith((",", " (", " –", " —")):
        return False
    behind = re.findall(r"[\w.-]+", after.partition(".")[0])[:6]
    return any(word.lower() in roles for word in behind)


def _place(text: str, mention: Mention, near: Beside) -> Place:
    """A mention with the capitalised word before or behind it."""
    start, end = mention.start, mention.end
    if near.before:
        head = _HEAD.search(text[max(0, start - _NEAR) : start])
        start -= len(head.group()) if head else 0
    elif near.after:
        tail = _TAIL.match(text[end : end + _NEAR])
        end += tail.end() if tail else 0
    return Place(start, end, text[start:end])


def _designations(bound: Bound) -> Iterator[NameVariant]:
    """``A290`` and once ``A920``: a designation that nobody knows, its digits those of a known one in another order."""
    blocks = bound.article.blocks
    by_shape: defaultdict[tuple[str, str], dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for name in bound.scanned.names:
        match = _SHAPE.search(name.quote) if name.digits and name.kind in ("model", "designation") else None
        sentence = bound.article.sentence_at(name.start) if match else None
        if match is None or sentence is None or blocks[sentence.block].kind is BlockKind.HEADLINE:
            continue
        by_shape[match.group(1), "".join(sorted(match.group(2)))][match.group(2)].append(name)
    for forms in by_shape.values():
        if len(forms) != 2:
            continue
        reference, variant = sorted(forms.values(), key=lambda group: (group[0].kind != "model", -len(group)))
        known = reference[0].kind == "model" or len(reference) > 1
        if known and len(variant) == 1 and variant[0].kind == "designation" and _one_owner(reference[0], variant[0]):
            yield NameVariant(
                figures=(),
                variant=Place(variant[0].start, variant[0].end, variant[0].quote),
                reference=Place(reference[0].start, reference[0].end, reference[0].quote),
                certainty=Certainty.STRONG,
            )


def _one_owner(one: Name, other: Name) -> bool:
    return one.brand is None or other.brand is None or one.brand == other.brand
