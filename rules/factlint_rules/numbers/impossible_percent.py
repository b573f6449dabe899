"""NUM003."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from factlint import Case, Claim, Figure, Finding, Reading, Rule, Severity
from factlint.claims.labels import Endings, cell_labels, label_of, near, sentence_of
from factlint.claims.lines import Line
from factlint.data import table
from factlint.patterns import compiled

_FALL_BEHIND = compiled(
    r"\s*(?:fewer|less|lower|cheaper|smaller|lighter|decline|decrease|drop|fall|cut|reduction|slump|plunge)\b"
)
_FALL_BEFORE = compiled(
    r"\b(?:fell|falls?|fallen|falling|dropp?(?:ed|s|ing)?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|slump(?:ed|s)?|plung(?:ed?|es)"
    r"|plummet(?:ed|s)?|tumbl(?:ed?|es)|shr(?:ank|unk|ink|inks)|slid|sank|(?:come|came|comes|went|gone|goes|was|were|is|are) down|down"
    r"|reduc(?:ed?|es|ing)|cut|cuts|slashed|lowered|lost|dip(?:ped|s)?)"
    r"(?:\s+(?:back|again|further|sharply|even|year on year|year-on-year|in \w+|\w+ly|(?:its|their|the) \w+(?: \w+){0,2}|\w+ \w+))?"
    r"\s+(?:by\s+)?(?:as much as |up to |about |around |nearly |almost |some |more than |over |a (?:full |massive |staggering )?)?$"
)
# reduces | what you spend on energy | by 160%
_TAKEN_OFF = compiled(
    r"\b(?:reduc(?:e[sd]?|ing)|cut(?:s|ting)?|slash(?:e[sd]|ing)?|lower(?:s|ed|ing)?|trim(?:s|med|ming)?|sav(?:e[sd]?|ing))"
    r"(?: (?!(?:ris|gr[eo]w|rose|increas|up\b|more\b|gain|rais|boost))[\w'’-]++){1,9} by (?:as much as |up to |about |around |nearly |almost |over |more than )?$"
)
# a decline of 130%
_FALL_OF = compiled(
    r"\b(?:decline|decrease|drop|fall|cut|reduction|slump|plunge|saving|discount)s? of (?:as much as |up to |about |around |nearly |almost |over |more than )?$"
)
# The penetration rate of new energy vehicles reached | 151.6%;  local content is to rise to | 130%
_RATE_BEFORE = compiled(
    r"\b(?:penetration(?: rate)?|(?<!per )share(?! price| capital)|local content|(?:locali[sz]ation|recycling|recovery|pass|rejection|take-up"
    r"|self-sufficiency|completion of charge|collection) rates?|self-sufficiency|state of charge)\b[^,;.]{0,50}"
    r"\b(?:reach(?:e[sd]|ing)?|was|is|are|hit|hits|at|to|of|topped|tops|exceeded|exceeds|stood at|equals)"
    r"\s+(?:as much as |up to |about |around |nearly |almost |over |more than |some )?$"
)
# Local content is 42 per cent, and the maker says it will rise to | 130 per cent
_ITS_RATE = compiled(
    r"\b(?:penetration|(?<!per )share(?! price| capital)|local content|rate)\b.{0,120}\b(?:it|that|this)\b(?: [\w'’]+){0,4} "
    r"(?:to|at)\s+(?:as much as |up to |about |around |nearly |almost |over |more than |some )?$"
)
_CHARGED = compiled(r"\bcharg(?:e[sd]?|ing)\b(?: [\w%-]+){0,4} to\s+$|\bretain(?:s|ed|ing)?\s+$")
# 104 percent | were sold on the domestic market;  108% | of the cars it made were exported
_PART_BEHIND = compiled(
    r"\s+(?:of (?:the |its |their |all |these |those )?[\w -]{1,40}?)?\b(?:were|was|are|is|went|go|goes|have been|will be|had been) "
    r"(?:(?:then|already|now|mainly|again) )?(?:sold|exported|imported|shipped|delivered|registered|abroad|overseas|electric|diesels?|hybrids?"
    r"|for export|recycled|recovered|reused|scrapped|rejected|women|local|from China|to (?:fleets|dealers|customers|China|Europe))\b"
)
# "It fell by 120%": what it is stands in the sentence before
_PRONOUN = compiled(r"(?:it|that|this|they|these|those|the (?:figure|number|indicator|metric))\b")
_BEFORE_IT = 200
"""Characters before a sentence in which its pronoun finds its noun."""
# 118,902 vehicles|, or 448.8 percent| of the total
_GIVEN_AGAIN = compiled(r"\d[^.,;]{0,40}(?:, or|, that is|, i\.e\.|\() $")
# Small towns bring in | 117 per cent | of the maker's scooter sales
_BRINGS = compiled(
    r"\b(?:br(?:ing|ings|inging|ought) in|contribut(?:e[sd]?|ing)|generat(?:e[sd]?|ing)|suppl(?:y|ies|ied|ying)|provid(?:e[sd]?|ing)"
    r"|ma(?:k(?:e|es|ing)|de) up|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?)"
    r"(?: (?:about|around|roughly|nearly|almost|some|more than|over|as much as|a full))? $"
)
_LEVEL = compiled(
    r"\s+of (?:(?:the|its|their|all) )?(?:[\w'’-]+ ){0,4}?"
    r"(?:sales|volumes?|deliver(?:y|ies)|registrations|output|production|exports|imports|shipments|revenues?|turnover|fleet)(?![\w-])"
    r"(?! (?:plan|target|goal|growth|quota|(?:in|of) (?:the )?(?:previous|year before)))"
)
# recovers | 106% | of the copper contained in the modules
_REGAINS = compiled(
    r"\b(?:recover(?:s|ed|ing)?|regain(?:s|ed|ing)?|w(?:in|ins|on|inning) back|reclaim(?:s|ed|ing)?|extract(?:s|ed|ing)?|retriev(?:e[sd]?|ing))"
    r"\b[^.;]{0,80} $"
)
_HELD_IN = compiled(
    r"\s+of (?:the|its|their|all) [\w -]{1,40}?\b(?:contained in|held in|inside|in (?:the |old |used |spent |a )?(?:\w+ )?(?:cells?|batter(?:y|ies)|packs?|scrap|vehicles?|cars?)\b)"
)
_REGAINED = compiled(
    r"[^.;]{1,70}\b(?:is|are|was|were|can be|could be|being) (?:recovered|regained|reclaimed|retrieved|won back|extracted)\b"
)
_THEN = compiled(
    r"\s+of\b[^,;.]{0,60}?\b(?:increase|growth|rise|gain|improvement|decline|decrease|fall|drop|target|plan|last year|previous|year[- ]ago"
    r"|year[- ]earlier|year before|earlier|expected|planned|nominal|20\d\d|19\d\d)\b"
)
_OF_ALL = compiled(r"\s+of (?:the total|the market|the whole|all|them|those|these|that)\b")
_OF = compiled(r"\s+of\s+(?:the\s+|its\s+|their\s+)?(?:country's\s+|world's\s+)?")


class ImpossiblePercent(Rule):
    """A percentage passes what is possible: something falls by more than all of it, or a share is more than the whole.

    What it does: looks at percentages above 100 that are said to be a fall, a share, or a rate that cannot pass 100.

    Why it matters: such a figure is wrong on its own, whatever the others say.

    How it decides: a verb of falling leads to the figure, or a noun of falling stands behind it; or the figure is said to be
    a share, a penetration rate, local content, a state of charge, an efficiency, or what of a whole was sold.

    What it leaves alone: profit, cash flow, margins and other quantities that can change sign; completion of a target, utilisation,
    levels compared with an earlier year, tariffs.
    """

    code = "NUM003"
    severity = Severity.ERROR
    wording = "{formula}: {stated} is impossible."
    valid = [
        "Net profit fell by 130% to a loss of 40 million euros.",
        "Profit was hit hardest. It fell by 120% to a loss.",
        "Operating cash flow dropped by 118% over the year.",
        "Sales rose by 130% in May, while utilisation was 112% of capacity.",
        "The maker reached 104% of its target and 118% of last year's sales.",
        "The tariff of 145% remains, accounting for part of the fall in imports.",
        "Orders came to 12,400 cars, or 118 percent of the number a year before.",
        "Prices fell 13.0% in May; orders were up 210%.",
        "The plant ran at 120% of its capacity, a share of which was exported.",
        "Hybrids accounted for 120% of the increase, and vans for 118% of last year's volume.",
        "The share price rose to 130% of the issue price, and it delivered 110% of the cars it had promised.",
    ]
    invalid = [
        Case("Imports are expected to drop by «130 percent» next year.", says="more than all"),
        Case("Complaints have come down by «140%» since the recall.", says="more than all"),
        Case("Stocks of finished parts fell by «118%» over the year.", says="more than all"),
        Case("There were «120%» fewer accidents than in 2020.", says="more than all"),
        Case("It reduces what you spend on energy by «160%».", says="more than all"),
        Case("A reduction of «110 per cent» in scrap is the aim.", says="more than all"),
        Case("Of the motors built in May, «104 percent» were sold on the domestic market.", says="whole"),
        Case("Local content is to rise to «130 per cent» by 2028.", says="whole"),
        Case("The brand has a market share of «104%» in Norway.", says="whole"),
        Case("Exports reached 118,902 cars, or «448.8 percent» of the total.", says="whole"),
        Case("The three wagons bring in «124 per cent» of the brand's sales abroad.", says="whole"),
        Case("The furnace wins back «107%» of the nickel contained in the packs.", says="than all"),
        Case("Of those asked, «112%» of buyers would choose an electric car.", says="whole"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every percentage above 100 that cannot be."""
        words = table("slips.toml")["falls"]
        if not any(figure.kind == "percent" and (_least(figure) or 0) > 100 for figure in article.figures):
            return
        cells = cell_labels(article.bound)
        for line in article.bound.lines:
            for position, figure in line.figures():
                if figure.kind != "percent" or (_least(figure) or 0) <= 100 or figure.ends:
                    continue
                cell = cells.get(figure.start, "")
                said = _says(article.text, line, position, figure, words, cell)
                if said:
                    quoted = line.quoted(figure)
                    claim = article.bound.claim(figure)
                    yield self.finding(figure, formula=said, severity=_severity(quoted, claim))


def _severity(quoted: bool, claim: Claim | None) -> Severity:
    if quoted or claim is None or claim.status == "forecast":
        return Severity.WARNING
    return Severity.ERROR


def _says(text: str, line: Line, position: int, figure: Figure, words: dict[str, Any], cell: str) -> str:
    whole = sentence_of(line, text)
    start = figure.phrase_start if figure.phrase_start >= 0 else figure.start
    before = text[max(line.sentence.start, start - 60) : start].lower()
    behind = text[figure.end : min(line.sentence.end, figure.end + 40)].lower()
    if _falls(before, behind):
        if _PRONOUN.match(whole):
            whole = text[max(0, line.sentence.start - _BEFORE_IT) : line.sentence.end].lower()
        return "" if _any(whole, words["signed"]) else "Nothing can fall by more than all of it"
    around = near(line, position, text, 50).replace(text[start : figure.start].lower(), " ")
    led = text[line.sentence.start : start].lower()[-_BEFORE_IT:]
    long = text[figure.end : min(line.sentence.end, figure.end + 80)].lower()
    if (_RATE_BEFORE.search(before) or _ITS_RATE.search(led)) and not _any(around, words["measured"]):
        return "A share cannot be more than the whole"
    if _GIVEN_AGAIN.search(before) and _OF_ALL.match(behind):
        return "A share cannot be more than the whole"
    if _BRINGS.search(before) and _LEVEL.match(behind) and not _THEN.match(long):
        return "A share cannot be more than the whole"
    if (_REGAINS.search(led) or _REGAINED.search(long)) and _HELD_IN.match(long):
        return "Nothing gives back more than all that it holds"
    if _CHARGED.search(before) and not _any(whole, ["target", "price", "tariff", "rate"]):
        return "A battery holds no more than all of its charge"
    if _any(around, words["beyond"]) or _THEN.match(long):
        return ""
    if _PART_BEHIND.match(behind) and not _any(whole, words["measured"]):
        return "A share cannot be more than the whole"
    label = label_of(line, position, cell)
    bounded = Endings.of(words["bounded"])
    of = _OF.match(behind)
    if of is not None and (
        label.ends_with(Endings.of(words["shares"])) or behind[of.end() :].startswith(tuple(words["members"]))
    ):
        return "A share cannot be more than the whole"
    if label.ends_with(bounded) or label.starts_with(bounded):
        return "A share cannot be more than the whole"
    return ""


def _falls(before: str, behind: str) -> bool:
    """Whether a percentage is said to be taken off something."""
    if _FALL_BEHIND.match(behind) or _FALL_BEFORE.search(before):
        return True
    return _TAKEN_OFF.search(before) is not None or _FALL_OF.search(before) is not None


def _least(figure: Figure) -> Fraction | None:
    """The smallest percentage that is meant; of "up to 150%", 150."""
    return figure.value if figure.hedge == "up_to" else figure.low


def _any(text: str, words: list[str]) -> bool:
    return any(word in text and re.search(rf"(?<![a-z-]){re.escape(word)}(?![a-z])", text) for word in words)
