"""What part a figure plays in its sentence: a level, a change, a share, or the base of a comparison."""

from __future__ import annotations

import datetime as dt
from functools import cache

from factlint.claims.lines import Line, Token
from factlint.data import table
from factlint.figures.figure import Figure, Period

_AMOUNTS = frozenset({"amounts", "amounted", "amounting", "comes", "came", "equates", "adds"})
_RATES = frozenset({"percent", "points", "multiple", "ratio"})


def role_of(line: Line, position: int) -> tuple[str, int]:
    """(role, direction): role is level, change, share or base; direction +1, -1 or 0."""
    token = line.tokens[position]
    figure = token.figure
    assert figure is not None
    direction = direction_of(line, position)
    if figure.kind in _RATES:
        if figure.kind == "percent" and _base(line, position):
            return "base", 0
        if direction:
            return "change", direction
        if shared(line, position):
            moved = _moved(line, position) if _restates_level(line.tokens, position) else 0
            return ("change", moved) if moved else ("share", 0)
        return "level", 0
    if _printed_change(line, position):
        return "change", -1 if (figure.value or 0) < 0 else 1
    if _base(line, position):
        return "base", 0
    if direction and _amount_of_change(line, position):
        return "change", direction
    return "level", 0


def _printed_change(line: Line, position: int) -> bool:
    """``634,217 (-6.7)``: a bare number in brackets, with a sign or a point, behind a larger one is its change in percent."""
    own, around = line.tokens[position].figure, line.tokens[max(0, position - 2) : position + 2]
    if own is None or len(around) != 4 or own.kind != "count" or own.noun is not None or own.value is None:
        return False
    level = around[0].figure
    if around[1].word != "(" or around[3].word != ")" or level is None or level.value is None:
        return False
    marked = own.quote[:1] in "+-−–" or "." in own.quote
    return marked and abs(own.value) < _HUNDREDFOLD and level.value >= _HUNDREDFOLD


_HUNDREDFOLD = 1000


def direction_of(line: Line, position: int) -> int:
    """The direction that a word beside a figure gives it: ``up 5%``, ``a 5% rise``, ``fell by 5%``, ``5% more``."""
    tokens = line.tokens
    segment = tokens[position].segment
    if _counts_change(tokens[position]):
        return _direction(tokens[position])
    for at in range(position + 1, min(position + 4, len(tokens))):
        token = tokens[at]
        if token.figure is not None and token.figure.kind not in ("period", "date"):
            break
        if token.word in ("of", "from", "to", "in", "at", "that", "share") or token.segment != segment:
            break
        if found := _direction(token):
            return found
    for steps, at in enumerate(range(position - 1, -1, -1), start=1):
        token = tokens[at]
        if steps > 9 or token.segment < segment - 1:
            break
        if token.figure is not None and token.figure.kind not in ("period", "date", "rank"):
            break
        if token.word in ("from", "than") or ("share" in token.tags and tokens[position - 1].word != "by"):
            break
        if token.word == "to" and tokens[at - 1].word not in _AMOUNTS:
            break
        if found := _direction(token):
            return found if steps <= 4 or token.segment == segment else 0
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is not None and following.tags & {"beyond", "beneath"} and _leads_to_figure(tokens, position + 2):
        return 1 if "beyond" in following.tags else -1
    quote = tokens[position].figure.quote  # type: ignore[union-attr]
    if quote.startswith(("+",)):
        return 1
    return -1 if quote.startswith(("-", "−", "–")) else 0


def _leads_to_figure(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a figure with a value follows within three words: ``9 percent above the 2.38 million of 2022``."""
    return any(token.figure is not None and token.figure.interval is not None for token in tokens[at : at + 4])


def _moved(line: Line, position: int) -> int:
    """The direction of a sentence that goes from one level to another: ``dropped from 65,400 to 58,200, or 21%``."""
    before = line.tokens[:position]
    if not any(token.word == "from" or token.tags & {"against", "than"} for token in before):
        return 0
    return next((found for token in reversed(before) if (found := _direction(token))), 0)


def _direction(token: Token) -> int:
    if "up" in token.tags:
        return 1
    return -1 if "down" in token.tags else 0


def shared(line: Line, position: int) -> bool:
    """Whether a rate is said to be the share of something."""
    tokens = line.tokens
    for at in range(max(0, position - 6), position):
        if "share" in tokens[at].tags and tokens[at].segment >= tokens[position].segment - 1:
            return True
    if _restates_level(tokens, position):
        return True
    if _one_in_n(tokens[position].figure) or whole_opens(tokens, position) is not None:
        return True
    after = tokens[position + 1 : position + 3]
    if after and "share" in after[0].tags:
        return True
    return bool(after) and (after[0].word == "of" or (len(after) > 1 and "share" in after[1].tags))


def whole_opens(tokens: tuple[Token, ...], position: int) -> int | None:
    """Where ``of`` opens the whole of a rate that follows: ``Of all new cars sold, 40.9% are NEVs``."""
    for at in range(position - 1, -1, -1):
        if tokens[at].figure is not None:
            return None
        if tokens[at].word in ("of", "out of") and (at == 0 or tokens[at - 1].word in (":", "—", "–")):
            return at
    return None


def _one_in_n(figure: Figure | None) -> bool:
    """``one in four``, ``three out of ten``: a share by its form."""
    return figure is not None and figure.kind == "ratio" and (" in " in figure.quote or " of " in figure.quote)


def _restates_level(tokens: tuple[Token, ...], position: int) -> bool:
    """``15 million were NEVs, or 48%``: the rate gives a level over again, as part of a whole."""
    if position < 2 or not _restating(tokens, position - 1):
        return False
    for token in reversed(tokens[max(0, position - 9) : position - 1]):
        if token.figure is not None and token.figure.kind not in ("date", "period", "duration"):
            return token.figure.kind in ("count", "money", "measure")
    return False


def _restating(tokens: tuple[Token, ...], at: int) -> bool:
    """``or``, ``i.e.``, ``that is``, ``thus``, or an opening bracket."""
    if tokens[at].word == "by" and at:
        at -= 1
    if tokens[at].word == ",":
        at -= 1
    word = tokens[at].word
    return word in ("or", "(", "i.e", "i.e.", "ie", "namely", "thus", "hence") or (
        word == "is" and at > 0 and tokens[at - 1].word == "that"
    )


@cache
def _filler() -> frozenset[str]:
    return frozenset(table("labels.toml")["filler"].split())


def before_figure(line: Line, position: int) -> Token | None:
    """The last word before a figure that is not filler."""
    for at in range(position - 1, max(-1, position - 5), -1):
        token = line.tokens[at]
        if token.word not in _filler():
            return token
    return None


def _base(line: Line, position: int) -> bool:
    at = position - 1
    while at >= 0 and at > position - 7 and _passed_over(line.tokens[at]):
        at -= 1
    if at < 0:
        return False
    token = line.tokens[at]
    if token.tags & {"beyond", "beneath"}:
        return at > 0 and _compared(line.tokens, at - 1)
    return bool(token.tags & {"from", "than", "against"}) and token.word != "over"


def _passed_over(token: Token) -> bool:
    """Whether a word may stand between ``than`` and its figure: ``ahead of last year's 4,120``."""
    if token.figure is not None:
        return token.figure.kind in ("date", "period")
    return token.word in _filler() or "past" in token.tags or token.word in ("'s", "’s", "s")


def _compared(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether ``over``, ``above``, ``on`` follow a change: ``a 23% increase over the 38,912``, ``9% above the 2.38 million``."""
    figure = tokens[at].figure
    return bool(_direction(tokens[at])) or (figure is not None and figure.kind in ("percent", "multiple", "points"))


def _amount_of_change(line: Line, position: int) -> bool:
    """``up by 5,000``, ``5,000 more``, ``an increase of 5,000``."""
    tokens = line.tokens
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is not None and after.word in ("more", "fewer", "less", "higher", "lower", "cheaper"):
        return True
    if _counts_change(tokens[position]):
        return True
    before = tokens[position - 1] if position else None
    if before is None:
        return False
    if before.word == "by":
        return True
    return before.word == "of" and position > 1 and bool(_direction(tokens[position - 2]))


def _counts_change(token: Token) -> bool:
    """``270,000 fewer cars``, ``1,300 more people``: the counted noun begins with the comparison."""
    return token.figure is not None and token.figure.kind == "count" and bool(token.tags & {"up", "down"})


def status_of(line: Line, position: int, period: Period | None, today: dt.date | None) -> str:
    """actual, target, forecast or preliminary."""
    if period is not None and today is not None and period.first > today:
        return "forecast"
    segment = line.tokens[position].segment
    for at in range(position - 1, -1, -1):
        token = line.tokens[at]
        if token.segment < segment - 1 or token.word == ";":
            break
        for tag in ("target", "forecast", "preliminary"):
            if tag in token.tags:
                return tag
    return "actual"
