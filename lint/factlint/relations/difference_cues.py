"""The words that say that an amount lies between two levels."""

from __future__ import annotations

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.relations.around import counts_few
from factlint.relations.cues import cue
from factlint.relations.nearby import akin, words_between

_KINDS = frozenset({"count", "money", "measure", "duration"})
_COMPARATIVES = cue("comparatives")
_LEADING = cue("gaps")
_CHANGES = cue("counted_changes")
_BEATING = cue("beating")
_CONCLUSIONS = cue("conclusions")
_UNTOLD = cue("untold")
_TIED = cue("tied")
_PAYING = cue("paying")
_BEATEN = frozenset({"surpass", "miss"})
_SHARP = 3
_TYING = frozenset({"on", "from", "over", "against", "compared with", "compared to"})
_CUES = (
    cue("nouns_of_difference")
    | cue("verbs_of_change")
    | _CONCLUSIONS
    | _COMPARATIVES
    | _LEADING
    | _CHANGES
    | _BEATING
    | {"extra", "another", "further"}
)


def speaks_of_one(bound: Bound, line: Line) -> bool:
    """Whether a sentence has a word of difference, or an amount of change: most sentences have neither."""
    words = {token.word.partition(" ")[0] for token in line.tokens}
    if not words.isdisjoint(_CUES) or any(token.tags & _BEATEN for token in line.tokens):
        return True
    claims = [bound.claim(figure) for _, figure in line.figures() if figure.kind in _KINDS]
    return any(claim is not None and claim.role == "change" for claim in claims)


_BEHIND_LEAD = frozenset(
    {
        "of",
        "over",
        "to",
        "is",
        "was",
        "at",
        "in",
        "by",
        "on",
        "between",
        "with",
        "from",
        "grew",
        "shrank",
        "amounts",
        "came",
    }
)


def beaten(line: Line, position: int) -> bool:
    """``beats the 26,900 euros of Spain by 5,400 euros``."""
    by = position > 0 and line.tokens[position - 1].word == "by"
    return by and any(token.word in _BEATING for token in line.tokens[:position])


def comparative(token: Token) -> bool:
    """``more``, ``less than``, ``ahead of``."""
    return token.word.partition(" ")[0] in _COMPARATIVES


def compared(line: Line, position: int, amount: Figure) -> int | None:
    """``N more than the BASE``, ``N short of the target of BASE``: where the base stands."""
    tokens = line.tokens
    if not any(comparative(token) for token in tokens[position + 1 : position + 3]):
        return None
    for at in range(position + 1, min(position + 14, len(tokens))):
        token = tokens[at]
        if token.word in (",", ";", ":", "and", "while"):
            return None
        figure = token.figure
        if figure is None or figure.kind in ("period", "date", "name", "rank") or counts_few(figure):
            continue
        tied = any(word in _TIED for token in tokens[position + 1 : at] for word in token.word.split())
        bare = figure.kind == "count" and figure.noun is None
        fits = (akin(figure, amount) or bare) and figure.value is not None and not figure.is_range
        return at if tied and fits and figure.interval is not None else None
    return None


def crossed(line: Line, position: int, at: int) -> bool:
    return any(token.word == ";" for token in words_between(line, position, at))


def named(line: Line, position: int) -> bool:
    """``a lead of 398``, ``the difference between the two, 71,525``."""
    between = any(token.word == "between" for token in line.tokens[:position])
    told = position > 0 and line.tokens[position - 1].word in ("is", "was", "to", "of", "at", ",", "therefore", "thus")
    near = line.tokens[0 if between and told else max(0, position - 7) : position]
    if any(token.word == "from" for token in near):
        return False
    return any(
        (token.word in _LEADING and not _qualifies(line, token)) or token.word.startswith(("gap", "margin of"))
        for token in near
    )


def _qualifies(line: Line, lead: Token) -> bool:
    """``the lead driver``: the word stands before the noun of somebody, and no difference is meant."""
    if lead.word != "lead":
        return False
    after = next((token for token in line.tokens if token.start >= lead.end), None)
    return after is not None and after.word.isalpha() and after.word not in _BEHIND_LEAD


def left_open(line: Line, position: int) -> bool:
    """``you pay 5,400 extra``, ``it is 3,000 euros cheaper``: a comparison whose base is not said again."""
    tokens = line.tokens
    after = tokens[position + 1 : position + 3]
    goes_on = len(after) > 1 and after[1].word in ("of", "the")
    says = after and after[0].word in _COMPARATIVES and after[0].word not in ("above", "below") and not goes_on
    before = any(token.word in ("extra", "another", "further") for token in tokens[max(0, position - 2) : position])
    pays = any(token.word in ("pay", "pays", "costs", "cost", "save", "saves", "saving") for token in tokens[:position])
    follows = any(token.word == "for" for token in after) and any(
        token.word == "extra" for token in tokens[position + 1 : position + 5]
    )
    return bool(says) or (pays and (before or follows))


def counted_change(line: Line, position: int) -> bool:
    """``which means that 91 were added over the summer``."""
    tokens = line.tokens
    after = tokens[position + 1 : position + 4]
    return any(token.word in _CHANGES for token in after) and any(
        token.word in ("were", "was", "have been", "been", "had") for token in after
    )


def concluded(line: Line, position: int) -> bool:
    """``Two doors start at 40,495, four doors at 42,995; for the second pair, then, you pay 2,500``."""
    paid = drawn = False
    for at in range(position - 1, max(-1, position - 14), -1):
        token = line.tokens[at]
        if token.figure is not None and token.figure.kind == "money":
            break
        paid = paid or token.word in _PAYING
        drawn = drawn or token.word in _CONCLUSIONS
    return paid and drawn


def trailing(line: Line, position: int) -> bool:
    """``clocked 9:18.053 and so was 24.500 seconds behind the winner``, ``an increase of 2,310 on May``."""
    after = line.tokens[position + 1 : position + 2]
    before = line.tokens[max(0, position - 2) : position]
    led = len(before) == 2 and before[1].word == "of" and bool(before[0].tags & {"up", "down"})
    relatives = [
        token.figure.relative
        for token in line.tokens[position + 1 : position + 6]
        if token.figure is not None and token.figure.relative is not None
    ]
    then = bool(after) and relatives[:1] in (["mom"], ["qoq"], ["month-earlier"], ["quarter-earlier"])
    tied = not relatives and bool(after) and after[0].word in _TYING
    return (led and (tied or then)) or (
        bool(after) and after[0].word.partition(" ")[0] in ("behind", "ahead", "slower", "faster")
    )


def told_elsewhere(line: Line, position: int) -> bool:
    """``6,321 fewer than in the new filing``, ``1,485 fewer than today``: the other level stands in another sentence.

    A level that was planned, or is that of another time, need not stand in the story.
    """
    tokens = line.tokens
    after = tokens[position + 1 : position + 12]
    amount = tokens[position].figure
    if not after or not comparative(after[0]) or amount is None or not _telling(amount):
        return False
    for token in after:
        if token.word in (",", ";", ":", ")"):
            break
        if token.figure is not None or token.tags & {"target", "forecast", "past"} or token.word in _UNTOLD:
            return False
    return True


def _telling(amount: Figure) -> bool:
    """Whether an amount has three digits, not counting the zeros at its end."""
    return bool(amount.value and amount.step) and len(str(int(amount.value / amount.step)).rstrip("0")) >= _SHARP  # type: ignore[operator]


def of_one_dimension(
    line: Line, position: int, before: Line, levels: list[tuple[int, Figure]]
) -> list[tuple[int, Figure]]:
    """The levels of a sentence that a comparative speaks of: beside ``longer`` the one that is ``long``, if one is.

    Of ``a wheelbase that is 60 mm longer`` it speaks of none but a wheelbase.
    """
    own = next((words for token in line.tokens[position + 1 : position + 3] if (words := dimension(token))), None)
    if own is None:
        return levels
    named = [(at, figure) for at, figure in levels if any(token.word in own for token in _beside(before, at))]
    return named or levels


def dimension(token: Token) -> frozenset[str] | None:
    """What a comparative measures, in the words that stand beside such a level."""
    words = table("sums.toml")["dimensions"].get(token.word.partition(" ")[0])
    return frozenset(words) if words else None


def _beside(line: Line, at: int) -> list[Token]:
    """The words around a figure up to the next mark or figure on either side."""
    found: list[Token] = []
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(line.tokens):
            token = line.tokens[place]
            if token.figure is not None or token.word in (",", ";", "and"):
                break
            found.append(token)
            place += step
    return found
