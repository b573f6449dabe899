"""AGR003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.bounds import Bounds


class OutOfRange(Rule):
    """A price lies outside the range that the text gives for its list.

    What it does: holds every price said of the same car against the price range that stands before it.

    Why it matters: either the range or the price is wrong, or the price is a discount that the text does not call one.

    How it decides: reports a price of the same subject and currency, near the range in size and in the text, that lies
    below its lower or above its upper end. It is a warning: offers, older model years and special editions may lie
    outside, and the text should say so.

    What it leaves alone: fees, options, deposits, leases, old prices, prices of other cars, and amounts that are no prices.
    """

    code = "AGR003"
    severity = Severity.WARNING
    judges = (Bounds,)
    wording = "{formula}."
    valid = [
        "Prices range from 194,900 yuan to 298,600 yuan, with the Pro at 229,900 yuan.",
        "The list runs from $24,995 to $33,120. A destination fee of $1,225 is added.",
        "The ID.4 costs between 39,990 and 52,000 euros. The ID.3 starts at 33,330 euros.",
        "Prices start at 99,800 yuan and end at 139,800 yuan. Its predecessor was listed at 149,800 yuan.",
        "The stickers stretch from $24,995 to $33,120. The mid-range SE comes in at $28,895.",
    ]
    invalid = [
        Case(
            "Guidance prices range from 194,900 yuan to 298,600 yuan, with special offers for two editions: the Pure at "
            "«149,900 yuan» and the Long at «185,900 yuan».",
            says="149,900 yuan lies below",
        ),
        Case(
            "The stickers stretch from $24,995 to $33,120. The SE Black Edition carries an MSRP of «$34,250».",
            says="$34,250 lies above",
        ),
        Case(
            "The list starts at 99,800 yuan and ends at 139,800 yuan. Most orders are for the Premium at 117,800 yuan. The "
            "Flagship stands in the list at «148,800 yuan».",
            says="148,800 yuan lies above the range 99,800 yuan to 139,800 yuan",
        ),
        Case(
            "The sedan is priced between 99,800 yuan and 139,800 yuan. The top version is priced at «148,800 yuan».",
            says="lies above",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report members that lie outside their range."""
        for bounds in article.relations(Bounds):
            if bounds.verdict() <= Verdict.LOOSE:
                continue
            member, low = bounds.member.value, bounds.low.low
            side = "below" if member is not None and low is not None and member < low else "above"
            ends = [bounds.low] if bounds.low is bounds.high else [bounds.low, bounds.high]
            stated = " to ".join(end.quote for end in ends)
            yield self.finding(
                bounds.member,
                because=ends,
                expected=stated,
                formula=f"{bounds.member.quote} lies {side} the range {stated}",
                severity=self.graded(bounds),
            )
