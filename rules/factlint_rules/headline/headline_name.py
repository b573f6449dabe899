"""HED002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.relations import headline_name as headline


class HeadlineName(Rule):
    """The headline names a model or maker that the story does not have.

    What it does: looks every designation and name of a headline up in its story.

    Why it matters: the wrong car in the headline is read by everybody, and corrected in public.

    How it decides: the headline's name must stand nowhere in its story, and a near one of the same maker must: digits in
    another order (900 and 009), one digit or letter changed, added or dropped. It is an error when the digits are the
    same in another order and the brand is known to be one, and a warning otherwise.

    A maker in the headline must also be the maker of the model behind it, and be named in the story, where the story
    tells of the same model, or gives the same figure, of another maker.

    What it leaves alone: headlines over stories that discuss both models, shortened and spaced spellings, names of
    other makers, and the page headline of a round-up when one of its stories has the name.
    """

    code = "HED002"
    severity = Severity.ERROR
    judges = ()
    wording = "The headline names {stated}, which the story does not have; it has {expected}."
    valid = [
        Case(
            "Geely's brand Lotus sold 3,120 sports cars. Lotus is at home in Hethel, and its sports cars are rare.",
            headline="Lotus owner Geely sells 3,120 sports cars",
        ),
        Case(
            "The Lynk & Co 900 is a six-seater. It is the largest car of the brand and starts at 309,900 yuan.",
            headline="Lynk & Co 900 flagship SUV makes debut",
        ),
        Case(
            "Tesla sold more of the Model Y than of the Model 3 last year, and wants to change that with a new version.",
            headline="Model 3 gets cheaper",
        ),
        Case(
            "Aito has delivered the 100,000th M7. The M9 follows in September, and the M5 is to be renewed after that.",
            headline="Aito delivers 100,000th M7",
        ),
        Case(
            "The ID. 4 is built in Emden. Volkswagen will stop the line for two weeks because demand is weak, it said.",
            headline="Volkswagen stops ID.4 line",
        ),
        Case(
            "BMW will show the new i3 in the spring. The Mercedes-Benz EQE is the rival that it has to beat, BMW says.",
            headline="BMW's i3 takes aim at Mercedes",
        ),
    ]
    invalid = [
        Case(
            "On Tuesday the brand presented the Lynk & Co 900, a flagship six-seater SUV. It starts at 309,900 yuan.",
            headline="«Lynk & Co 009» flagship SUV makes debut",
            says="Lynk & Co 900",
        ),
        Case(
            "Leapmotor began to take reservations for the D19 on Wednesday. The D19 is its first full-size SUV.",
            headline="«Leapmotor D91» opens for reservations",
            says="D19",
            severity=Severity.ERROR,
        ),
        Case(
            "The one I came for: the Alpine A290 is the hot hatch off the Renault 5. It went over the kerb with ease.",
            headline="Goodwood diary: Alpine's «A920» hops the kerbs",
            says="Alpine A290",
        ),
        Case(
            "Denza opened the order books for its large SUV. The Denza N9 has six seats. The N9 is a plug-in hybrid.",
            headline="«Denza N8» goes on sale in China",
            severity=Severity.WARNING,
        ),
        Case(
            "Zeekr said that orders for the 9X passed 40,000. The 9X is the largest SUV of the brand.",
            headline="Zeekr «X9» orders pass 40,000",
            says="9X",
        ),
        Case(
            "Li Auto began to deliver the i8 on Wednesday. The company expects 10,000 by the end of September.",
            headline="«Nio» i8 deliveries begin",
            says="Li Auto",
        ),
        Case(
            "Changes are afoot at Leapmotor. The maker from Hangzhou wants to sell half a million cars with Stellantis.",
            headline="«Leapmotr» aims at half a million cars",
            says="Leapmotor",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report the names of headlines that the story has otherwise."""
        for relation in article.relations(headline.HeadlineName):
            yield self.finding(
                relation.stated,
                because=(relation.told,),
                expected=relation.told.quote,
                severity=self.graded(relation),
            )
