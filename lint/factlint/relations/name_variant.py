"""Names that an article writes in two ways: persons, models, makers and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from factlint.claims.bind import Bound
from factlint.finding import Place
from factlint.patterns import compiled
from factlint.relations.bare_surname import bare, lower_too
from factlint.relations.capitalised import Mention, known
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.spelling import differ_by_ending, folded, is_pinyin, naming, neighbourhood, one_slip_apart

_HEAD = compiled(r"([^\W_][\w'’-]*+)[ *_]++\Z")
_TAIL = compiled(r"[ *_]++([^\W_][\w'’-]*+)")
_AGE = compiled(r", \d\d,")
_WORD = compiled(r"[\w.-]+")
_POSSESSIVE = compiled(r"['’]s?\Z")
_SHORT, _SURNAME, _LONG = 3, 5, 6
_LEAST_PARTICLE = 3
_UNGRAMMATICAL = frozenset({"h", "t", "g", "l", "k", "x"})
"""Letters that end a name, but make no other word of it as "n", "s" and "er" do."""
_NEAR, _MANY = 30, 40
_ARTICLES = frozenset({"the", "a", "an", "its"})


class NameVariant(Relation, frozen=True, eq=False, kw_only=True):
    """``variant`` is written where ``reference`` is meant."""

    variant: Place
    reference: Place

    confirms: ClassVar[bool] = False

    @property
    def places(self) -> tuple[Place, Place]:
        """Where the name stands, and the one that is meant."""
        return self.variant, self.reference

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


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
    common = naming().beside
    for mention in spelt:
        if len(mention.key) >= _SHORT and mention.key not in common:
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


def _looked_at(bound: Bound, group: Sequence[Mention]) -> Spelling:
    return Spelling(tuple((mention, beside(bound, mention)) for mention in group[:_MANY]))


def beside(bound: Bound, mention: Mention) -> Beside:
    """What stands beside a mention within its sentence."""
    text = bound.article.text
    sentence = bound.article.sentences[mention.sentence]
    before = after = ""
    head = _HEAD.search(text[max(sentence.start, mention.start - _NEAR) : mention.start])
    if head:
        before = _as_key(head.group(1)) or _particles(text[max(sentence.start, mention.start - _NEAR) : mention.start])
    possessive = text[mention.end : mention.end + 1] in ("'", "’")
    tail = None if possessive else _TAIL.match(text[mention.end : min(sentence.end, mention.end + _NEAR)])
    if tail:
        after = _as_key(_POSSESSIVE.sub("", tail.group(1)))
    return Beside(before, after, known(bound, mention))


def _particles(head: str) -> str:
    """The small words of a surname that end a stretch of text, as a key: ``Sheldon van der`` is ``~vander``."""
    words = head.lower().split()
    kept: list[str] = []
    while words and words[-1] in naming().particles:
        kept.insert(0, words.pop())
    return f"~{''.join(kept)}" if len("".join(kept)) > _LEAST_PARTICLE else ""


def _as_key(word: str) -> str:
    if not (word[:1].isupper() or word[:1].isdigit()):
        return ""
    key = folded(word)
    return "" if key in naming().beside else key


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
                if (one, other) not in seen and (one_slip_apart(one, other) or differ_by_ending(one, other)):
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
    if differ_by_ending(reference.first.key, variant.first.key):
        return _by_ending(reference, variant, bound)
    sentences = {mention.sentence for mention, _ in reference.mentions}
    if any(mention.sentence in sentences for mention, _ in variant.mentions) and not _one_number(reference, variant):
        return None
    for seen in variant.mentions:
        for other in reference.mentions:
            if _share_a_name(seen, other):
                later = max(seen[0], other[0], key=lambda mention: mention.start)
                return None if _introduced(bound, later) else (other, seen)
    return _surname(reference, variant, bound) or _long_slip(reference, variant, bound)


def _by_ending(reference: Spelling, variant: Spelling, bound: Bound) -> tuple[_Seen, _Seen] | None:
    """Names that differ by an ending: one only where the surname's small words, or a plant and its place, tie them.

    ``Sheldon van der Linde`` and ``Van der Linden said``; ``made in Anqing`` and ``the Anqin plant``.
    """
    short, long = sorted((reference.first.key, variant.first.key), key=len)
    if long[len(short) :] in ("s", "es"):
        return None
    if long[len(short) :] in _UNGRAMMATICAL and (found := _surname(reference, variant, bound)) is not None:
        return found
    for seen in variant.mentions:
        for other in reference.mentions:
            if seen[1].before.startswith("~") and seen[1].before == other[1].before:
                return other, seen
    if not (is_pinyin(reference.first.key) and is_pinyin(variant.first.key)) or len(variant.mentions) > 1:
        return None
    if len(reference.first.key) < _SURNAME:
        return None
    text = bound.article.text
    pairs = [(one, other) for one in reference.mentions for other in variant.mentions]
    for one, other in pairs:
        later = max(one[0], other[0], key=lambda mention: mention.start)
        tail = text[later.end : later.end + 12].split()
        speaks = bool(tail) and tail[0] in naming().speaking
        if speaks and one[1].before and one[1].before == other[1].before and not _introduced(bound, later):
            return one, other
    for one, other in pairs:
        if _at_site(text, one[0], other[0]) or _at_site(text, other[0], one[0]):
            return one, other
    return None


def _at_site(text: str, place: Mention, named: Mention) -> bool:
    """Whether one mention is where something stands (``in Anqing``) and the other what stands there (``the Anqin plant``)."""
    where = text[max(0, place.start - 6) : place.start].endswith((" in ", " at ", " near ", " from "))
    following = text[named.end : named.end + _NEAR].split()
    return (
        where
        and text[max(0, named.start - 4) : named.start].lower() == "the "
        and bool(following)
        and following[0] in naming().sites
    )


def _surname(reference: Spelling, variant: Spelling, bound: Bound) -> tuple[_Seen, _Seen] | None:
    """``Ivan Espinosa`` and later ``Mr Espinoza``: a bare surname that speaks, beside a full name."""
    full = next((seen for seen in reference.mentions if seen[1].before and not seen[1].known), None)
    if full is None or len(full[0].key) < _SURNAME or any(near.before for _, near in variant.mentions):
        return None
    if is_pinyin(full[0].key) and is_pinyin(variant.first.key) and is_pinyin(full[1].before):
        return None
    text, words = bound.article.text, naming()
    for mention, near in variant.mentions:
        head = text[max(0, mention.start - 5) : mention.start].split()
        tail = text[mention.end : mention.end + 12].split()
        titled = bool(head) and head[-1].lower().rstrip(".") in words.titles
        acts = bool(tail) and tail[0] in words.speaking | words.acting and text[mention.end] == " "
        if titled or acts or _AGE.match(text, mention.end):
            return full, (mention, near)
        if bare(bound, full[0], mention) and not near.after:
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
    turned = len(first.key) == _LONG - 1 and sorted(first.key) == sorted(reference.first.key)
    opens = first.opens and not (reference.known and _acts(bound, first))
    if (len(first.key) < (_SURNAME if first.opens else _LONG) and not turned) or opens or len(variant.mentions) > 1:
        return None
    if not reference.known and len(reference.mentions) < 3:
        return None
    if is_pinyin(first.key) and is_pinyin(reference.first.key) and not (first.opens and len(first.key) >= _LONG):
        return None
    if near.before or (near.after and not _numbered(near.after)) or lower_too(bound, first):
        return None
    return reference.mentions[0], (first, near)


def _one_number(reference: Spelling, variant: Spelling) -> bool:
    """Whether both spellings stand before the same designation: ``Jolion 3X`` and ``Jolon 3X``."""
    numbers = {near.after for _, near in reference.mentions if _numbered(near.after) and not near.after.isdigit()}
    return all(near.after in numbers for _, near in variant.mentions)


def _numbered(word: str) -> bool:
    """Whether a word is a designation, which the same name may have another of: ``C10``, ``5X``."""
    return any(char.isdigit() for char in word)


def _acts(bound: Bound, mention: Mention) -> bool:
    """Whether a verb of saying or doing follows a word that opens a sentence: ``Ceres said``."""
    tail = bound.article.text[mention.end : mention.end + 12].split()
    words = naming()
    return bool(tail) and tail[0] in words.speaking | words.acting and bound.article.text[mention.end] == " "


def _introduced(bound: Bound, mention: Mention) -> bool:
    """Whether a role stands before a person's name or behind its comma; what has an article is no person."""
    text = bound.article.text
    roles = naming().roles
    before = _WORD.findall(text[max(0, mention.start - 48) : mention.start])[-5:]
    if before and before[-1].lower() in _ARTICLES:
        return False
    if any(word.lower() in roles for word in before):
        return True
    after = text[mention.end : mention.end + 48]
    if not after.startswith((",", " (", " –", " —")):
        return False
    behind = _WORD.findall(after.partition(".")[0])[:6]
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
