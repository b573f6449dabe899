"""Who or what a figure is said of, sentence by sentence through a story."""

from __future__ import annotations

from factlint.article.article import Article
from factlint.claims.lines import Line, Token
from factlint.claims.pointing import pointed_at
from factlint.figures.figure import Name, Scanned

SUBJECT_KINDS = frozenset({"maker", "brand", "model", "supplier", "company", "product"})
MAKERS = frozenset({"maker", "brand", "company"})
_DETERMINERS = frozenset({"the", "all", "another", "others", "other", "both"})
_SAYING = frozenset({"speech", "up", "down", "share", "total", "average", "difference", "record", "target"})
_CLAUSE = frozenset({";", "while", "whereas", "but", "although", "though"})


class SubjectMemory:
    """Remembers whom a story speaks of while its sentences are read in order.

    The topic is the first name of a story; the speaker of a paragraph, whom "the company" takes up, is the first name
    of the latest sentence of that paragraph that has one.
    """

    def __init__(self, article: Article, scanned: Scanned) -> None:
        self._article = article
        self._names = [name for name in scanned.names if name.kind in SUBJECT_KINDS]
        self._at = 0
        self._story = -1
        self._topic: str | None = None
        self._taken_up: str | None = None
        self._makers: list[Name] = []
        self._named: list[str] = []
        self._named_in = -1
        self._sentence = -1
        self._noted_at = -1

    def enter(self, line: Line) -> None:
        """Take note of the names up to a sentence."""
        sentence = line.sentence
        if sentence.story != self._story:
            self._story = sentence.story
            self._topic = self._taken_up = None
            self._makers = []
            self._named = []
        start, paragraph = self._story_start(), line.block.start
        names = self._names
        while self._at < len(names) and names[self._at].start < sentence.start:
            name = names[self._at]
            self._at += 1
            if name.start >= start:
                self._note(name)
        if self._taken_up is not None and self._noted_at < paragraph:
            self._taken_up = None

    def _note(self, name: Name) -> None:
        self._topic = self._topic or name.entity
        if name.kind in MAKERS:
            self._makers.append(name)
        holder = self._article.sentence_at(name.start)
        index = holder.index if holder is not None else -1
        if index != self._named_in:
            self._named_in, self._named = index, []
        if name.entity not in self._named:
            self._named.append(name.entity)
        if index != self._sentence or self._taken_up is None:
            self._sentence = index
            self._taken_up = name.entity
            self._noted_at = name.start

    def _story_start(self) -> int:
        story = self._article.stories[self._story]
        return self._article.blocks[story.blocks[0]].start if story.blocks else 0

    def _carried(self, line: Line) -> str | None:
        """Whom a sentence without a name speaks of: the story's topic, or the other maker that its paragraph is about."""
        if not self._makers or self._taken_up is None:
            return self._topic
        first, last = self._makers[0], self._makers[-1]
        rival = first.entity == self._topic and last.start >= line.block.start and last.entity == self._taken_up
        return self._taken_up if rival and not _akin(first, last) else self._topic

    def of(self, line: Line, position: int) -> tuple[str | None, bool]:
        """The subject of the figure at ``position`` and whether its sentence names it.

        A name in the figure's own stretch comes first, then "the company" or a list member that is no known name,
        then the name that opens the clause, then the topic of the story.
        """
        tokens = line.tokens
        pointed = pointed_at(line, position, self._named)
        if pointed is not None:
            return pointed
        segment = tokens[position].segment
        for at in range(position - 1, -1, -1):
            token = tokens[at]
            if token.segment != segment:
                break
            if _eligible(token):
                return _entity(token), True
            if "company" in token.tags:
                named = next((_entity(t) for t in tokens[:at] if _eligible(t)), None)
                return named or self._taken_up or self._topic, named is not None
            if _foreign_phrase(tokens, at, position) and _in_list(tokens, at, position):
                return _local(tokens, at, position), True
        after = self._after(tokens, position)
        if after is not None:
            return after, True
        opening = _opening(tokens, position)
        if opening is not None:
            return opening, True
        return self._carried(line), False

    @staticmethod
    def _after(tokens: tuple[Token, ...], position: int) -> str | None:
        """``58,000 orders for the Luxeed R7``, ``sales of 30,000 by BYD``."""
        segment = tokens[position].segment
        preposition = False
        for token in tokens[position + 1 : position + 7]:
            if token.segment != segment or token.figure is not None:
                return None
            if token.word in ("of", "for", "by", "from"):
                preposition = True
            elif preposition and token.name is not None and token.name.kind in SUBJECT_KINDS:
                return token.name.entity
        return None

    def speaker(self, line: Line) -> str | None:
        """Whom a sentence names as its source."""
        for at, token in enumerate(line.tokens):
            if "speech" not in token.tags:
                continue
            for near in line.tokens[at + 1 : at + 4] + line.tokens[max(0, at - 3) : at]:
                if near.name is not None:
                    return near.name.entity
        return None


def _akin(one: Name, other: Name) -> bool:
    """Whether two names are of one house: ``Geely`` and ``Geely Auto``, a maker and its brand."""
    houses = {one.entity.split()[0], one.maker, one.brand} & {other.entity.split()[0], other.maker, other.brand}
    return bool(houses - {None, ""})


def _eligible(token: Token) -> bool:
    return token.name is not None and token.name.kind in SUBJECT_KINDS


def _entity(token: Token) -> str:
    assert token.name is not None
    return token.name.entity


def _opening(tokens: tuple[Token, ...], position: int) -> str | None:
    """The first name of the clause that a figure stands in."""
    start = max((at for at in range(position) if tokens[at].word in _CLAUSE), default=-1)
    for token in tokens[start + 1 : position]:
        if "company" in token.tags:
            return None
        if _eligible(token):
            return _entity(token)
    return None


def _foreign_phrase(tokens: tuple[Token, ...], at: int, position: int) -> bool:
    """Whether a stretch of a list opens with a subject that is no known name: ``, the pickup division 15,980``."""
    token = tokens[at]
    if token.word not in _DETERMINERS and "rest" not in token.tags:
        return False
    opens = at == 0 or tokens[at - 1].word in (",", ";", "and", "while", "but")
    between = tokens[at + 1 : position]
    plain = all(t.figure is None and not t.tags & _SAYING for t in between)
    return opens and plain and 0 < len(between) <= 5 and at > 0


def _in_list(tokens: tuple[Token, ...], at: int, position: int) -> bool:
    """Whether a figure of the same kind stands before in the sentence, so that this one may be another's."""
    own = tokens[position].figure
    return own is not None and any(
        token.figure is not None and token.figure.kind == own.kind and token.figure.unit == own.unit
        for token in tokens[:at]
    )


def _local(tokens: tuple[Token, ...], at: int, position: int) -> str:
    words = []
    for token in tokens[at:position]:
        if any(tag.startswith("m:") for tag in token.tags):
            break
        words.append(token.word)
    return " ".join(word for word in words if word)
