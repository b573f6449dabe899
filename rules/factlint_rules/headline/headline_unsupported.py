"""HED003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.finding import Place
from factlint.relations.headline import HeadlineFigure
from factlint.relations.headline_year import HeadlineYear


class HeadlineUnsupported(Rule):
    """The headline gives a number that the story does not have.

    What it does: looks for every figure of a headline in its story, and for years that the headline aims at.

    Why it matters: a number that only the headline has cannot be checked by the reader, and is often a leftover of
    an earlier version or of another story.

    How it decides: the figure is searched in the whole story, captions, lists and tables included: as printed, rounded,
    in another unit, as the number of items of a list, as sum, difference, change, share, multiple or remainder of
    figures that stand together. Only what none of them gives is reported, as a warning; a sentence that says that no
    number was given, and the figure that comes nearest in kind, are shown beside it.

    What it leaves alone: words without digits, names and model years, flashes too short to repeat their headline, and
    the page headline of a round-up when any of its stories has the figure.
    """

    code = "HED003"
    severity = Severity.WARNING
    judges = ()
    wording = "The headline's {stated} stands nowhere in the story and follows from nothing in it."
    valid = [
        Case(
            "Avatr gave its sedan a facelift on Tuesday. In the first week 4,736 orders came in, compared with 4,000 in "
            "a week before, the brand said. A dealer in Ningbo told us that his showroom was full on the first evening.",
            headline="Avatr's orders climb 18.4% after facelift",
        ),
        Case(
            "The maker closed its works in Lincoln and two in Poland last year. Seven plants remain, of which two make "
            "nothing but gearboxes. The works council said that it had expected worse, and will meet again in the autumn.",
            headline="Ten years on, a supplier counts its plants",
        ),
        Case(
            "The price list of the 2026 model year begins at $24,695, after $24,450 for the outgoing car. The hybrid is "
            "$28,950 and still the one to get, because it is both faster and thriftier than the one with the old engine.",
            headline="2026 Honda Civic: prices up by $245, hybrid still the one to get",
        ),
        Case(
            "The network opened its site number 700 at a service area near Kassel last week. Each has six chargers on "
            "average. The next hundred will be built mainly in Spain and Italy, where the gaps are the widest of all.",
            headline="Ionity opens 700th site",
        ),
        Case(
            "In the kingdom 62 percent of the cars registered in May were driven by petrol or diesel, the statistics "
            "office said. The others had plugs. It was the best month since the subsidy ended two winters ago.",
            headline="Cars with plugs at 38% in May",
        ),
        Case(
            "The carmaker wants to open two more factories within three years, the chairman said on Friday. They would "
            "employ 3,000 people each. Where they will stand is to be decided after talks with four governments.",
            headline="Carmaker to hire 6,000 people by 2028",
            date="2025-03-01",
        ),
        "Toyota sells 903,000 cars in May - agency",
    ]
    invalid = [
        Case(
            "Kia opened the order books for the EV4 in most of Europe. There is a choice of a 58.3 kWh pack and one of "
            "81.4 kWh, good for 440 km and 630 km. In Germany the car kicks off at 37,590 euros and is made in Slovakia.",
            headline="Kia EV4 lands in Europe as orders jump «37%»",
            says="stands nowhere",
        ),
        Case(
            "The two companies signed an agreement on Monday. They have opened 280 joint stations so far, of which 172 "
            "stand along expressways. Neither of them said how many stations will be built under the new agreement.",
            headline="NIO Power and Sinopec to add «1,500» swap stations",
            severity=Severity.WARNING,
        ),
        Case(
            "The supplier earned 2.15 billion yuan in 2023, after 1.70 billion yuan the year before. In Mexico a first "
            "plant is being fitted out. Its chairman said that customers build where they sell, and so does Tuopu.",
            headline="Tuopu lifts profit and will create «2,000» jobs in Mexico",
        ),
        Case(
            "The December sales of Changan rose by 16.55% to 250,903 vehicles, the group said. Exports have now grown for "
            "nineteen months in a row. Its electric brand Deepal delivered 36,609 cars and set a record once more.",
            headline="Changan posts «5.12%» rise in annual sales",
            date="2025-01-10",
        ),
        Case(
            "The country's transport ministry published its plan for chargers on Thursday. Money for the first stage has "
            "been set aside, and every motorway is to be served. Towns can apply for support from the autumn onwards.",
            headline="Chargers on every motorway by «2031»",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report the figures and years of headlines that nothing in the story bears out."""
        unsupported: set[int] = set()
        for relation in article.relations(HeadlineFigure):
            if relation.rival is not None or relation.deck or relation.verdict() is not Verdict.BROKEN:
                continue
            unsupported.add(article.article.block_of(article.sentences[self._sentence(article, relation)]).index)
            because: tuple[Place, ...] = (relation.denial,) if relation.denial else ()
            yield self.finding(relation.stated, because=(*relation.nearby, *because), severity=Severity.WARNING)
        for year in article.relations(HeadlineYear):
            if year.block not in unsupported:
                yield self.finding(year.place, severity=Severity.WARNING)

    @staticmethod
    def _sentence(article: Reading, relation: HeadlineFigure) -> int:
        sentence = article.article.sentence_at(relation.stated.start)
        return sentence.index if sentence else 0
