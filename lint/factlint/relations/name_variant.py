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
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.spelling import folded, is_pinyin, naming, neighbourhood, one_slip_apart

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*+(?:[-'’][^\W\d_]++)*+|\d++")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SCANNED = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.CELL, BlockKind.DECK)
_SHORT, _SURNAME, _LONG = 3, 5, 6
_SHAPE = re.compile(r"([A-Z]+)-?(\d{2,4})")


class NameVariant(Relation, frozen=True, eq=False, kw_only=True):
    """``variant`` is written where ``reference`` is meant."""

    variant: Place
    reference: Place

    confirms: ClassVar[bool] = False

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


class Mention(msgspec.Struct, frozen=True, eq=False):
    """A capitalised word in running text, with the capitalised words beside it."""

    start: int
    end: int
    word: str
    key: str
    """The word folded."""
    before: str
    """The folded word before it where that is capitalised too, else empty."""
    after: str
    sentence: int
    opens: bool
    """Whether it opens its sentence."""
    known: str
    """The entity that the gazetteer has for it, else empty."""


def find(bound: Bound) -> Iterator[NameVariant]:
    """Every name of one spelling beside a more common, earlier or known one that is a slip away."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions(bound):
        if len(mention.key) >= _SHORT:
            groups[mention.key].append(mention)
    text = bound.article.text
    for one, other in _pairs(groups):
        reference, variant = _ordered(groups[one], groups[other])
        tied = _tied(reference, variant, bound)
        if tied is not None:
            yield NameVariant(
                figures=(),
                variant=_place(text, tied[1]),
                reference=_place(text, tied[0]),
                certainty=Certainty.STRONG,
            )
    yield from _designations(bound)


def mentions(bound: Bound) -> Iterator[Mention]:
    """The capitalised words of the running text; words in capitals only are no names here."""
    article, text = bound.article, bound.article.text
    names = [name for name in bound.scanned.names if name.kind not in ("company", "designation", "term")]
    starts = [name.start for name in names]
    for sentence in article.sentences:
        if article.blocks[sentence.block].kind not in _SCANNED:
            continue
        words = list(_WORD.finditer(text, sentence.start, sentence.end))
        for at, match in enumerate(words):
            word = _POSSESSIVE.sub("", match.group())
            if not word[:1].isupper() or (word.isupper() and len(word) > 1) or len(word) < 2:
                continue
            yield Mention(
                start=match.start(),
                end=match.start() + len(word),
                word=word,
                key=folded(word),
                before=_beside(text, words, at, -1),
                after=_beside(text, words, at, 1),
                sentence=sentence.index,
                opens=at == 0,
                known=_known(names, starts, match.start()),
            )


def _beside(text: str, words: Sequence[re.Match[str]], at: int, step: int) -> str:
    """The capitalised word or number right beside a word, folded."""
    if not 0 <= at + step < len(words):
        return ""
    low, high = (words[at - 1], words[at]) if step < 0 else (words[at], words[at + 1])
    if text[low.end() : high.start()].strip(" *_"):
        return ""
    other = words[at + step].group()
    if _POSSESSIVE.search(low.group()) or not (other[:1].isupper() or other.isdigit()):
        return ""
    key = folded(_POSSESSIVE.sub("", other))
    return "" if key in naming().beside else key


def _known(names: Sequence[Name], starts: Sequence[int], at: int) -> str:
    index = bisect_right(starts, at) - 1
    return names[index].entity if index >= 0 and names[index].end > at else ""


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


def _ordered(one: list[Mention], other: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """(reference, variant): the known spelling first, then the more frequent, then the earlier."""

    def weight(group: list[Mention]) -> tuple[bool, int, int]:
        return any(mention.known for mention in group), len(group), -group[0].start

    return (one, other) if weight(one) >= weight(other) else (other, one)


def _tied(reference: list[Mention], variant: list[Mention], bound: Bound) -> tuple[Mention, Mention] | None:
    """The two mentions that must be of one name, where anything says so."""
    if len(variant) > 1 and len(variant) >= len(reference):
        return None
    if any(mention.known for mention in variant):
        return None
    sentences = {mention.sentence for mention in reference}
    if any(mention.sentence in sentences for mention in variant):
        return None
    for mention in variant:
        for other in reference:
            if _share_a_name(mention, other):
                return None if _introduced(bound, mention) and _introduced(bound, other) else (other, mention)
    return _surname(reference, variant, bound) or _long_slip(reference, variant, bound)


def _surname(reference: list[Mention], variant: list[Mention], bound: Bound) -> tuple[Mention, Mention] | None:
    """``Ivan Espinosa`` and later ``Mr Espinoza``: a bare surname that speaks, beside a full name."""
    full = next((mention for mention in reference if mention.before and not mention.known), None)
    if full is None or len(full.key) < _SURNAME or any(mention.before for mention in variant):
        return None
    if is_pinyin(full.key) and is_pinyin(variant[0].key):
        return None
    text, words = bound.article.text, naming()
    for mention in variant:
        head = text[max(0, mention.start - 5) : mention.start].split()
        tail = text[mention.end : mention.end + 12].split()
        titled = bool(head) and head[-1].lower().rstrip(".") in words.titles
        if titled or (tail and tail[0] in words.speaking and text[mention.end] == " "):
            return full, mention
    return None


def _share_a_name(one: Mention, other: Mention) -> bool:
    """``Liu Wenhao`` and ``Liu Wenbao``, ``Mokka GSE`` and ``Moka GSE``: the word beside is the same."""
    if (one.opens and not one.after) or (other.opens and not other.after):
        return False
    return bool(one.before and one.before == other.before) or bool(one.after and one.after == other.after)


def _long_slip(reference: list[Mention], variant: list[Mention], bound: Bound) -> tuple[Mention, Mention] | None:
    """An unknown long word a slip away from a known name, or from one that the text writes again and again."""
    first = variant[0]
    if len(first.key) < _LONG or first.opens or len(variant) > 1:
        return None
    known = any(mention.known for mention in reference)
    if not known and len(reference) < 3:
        return None
    if is_pinyin(first.key) and is_pinyin(reference[0].key):
        return None
    if first.before or first.after or _lower(bound, first):
        return None
    return reference[0], first


def _lower(bound: Bound, mention: Mention) -> bool:
    """Whether the text writes the word in lower case as well: then it is a word and no name."""
    return re.search(rf"\b{re.escape(mention.word.lower())}\b", bound.article.text) is not None


def _introduced(bound: Bound, mention: Mention) -> bool:
    """Whether a role stands before a person's name or behind its comma."""
    text = bound.article.text
    roles = naming().roles
    before = re.findall(r"[\w.-]+", text[max(0, mention.start - 48) : mention.start])[-5:]
    if any(word.lower() in roles for word in before):
        return True
    after = text[mention.end : mention.end + 48]
    if not after.startswith((",", " (", " –", " —")):
        return False
    behind = re.findall(r"[\w.-]+", after.partition(".")[0])[:6]
    return any(word.lower() in roles for word in behind)


def _place(text: str, mention: Mention) -> Place:
    """A mention with the capitalised word before or behind it."""
    start, end = mention.start, mention.end
    if mention.before:
        head = re.search(r"[^\W_]++[ *_]*\Z", text[max(0, start - 30) : start])
        start -= len(head.group()) if head else 0
    elif mention.after:
        tail = re.match(r"[ *_]*[^\W_]++", text[end : end + 30])
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
