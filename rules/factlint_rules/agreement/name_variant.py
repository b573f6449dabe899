"""AGR002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.relations import name_variant as variants


class NameVariant(Rule):
    """One name is written in two ways.

    What it does: compares the names of an article with each other, and reports one that is a letter away from another
    where both must mean the same person, model, maker or place.

    Why it matters: readers, and the person named, notice a misspelt name before any figure.

    How it decides: the two spellings differ by one letter (dropped, doubled, changed) or by two letters swapped, and
    share the word beside them (a surname, a brand, the second half of a model's name); or an unknown word is a letter
    away from a known name; or the digits of an unknown designation are those of a known one in another order. The
    rarer spelling is reported, and the later one where both are as frequent. It is a warning.

    What it leaves alone: two persons who are both introduced, names that the gazetteer knows as two, plurals and
    adjectives of a name, accents and apostrophes, Chinese place names a syllable apart, models of one series, and names
    that stand in one sentence.
    """

    code = "AGR002"
    severity = Severity.WARNING
    judges = ()
    wording = "{stated} is written {expected} elsewhere."
    valid = [
        "Chairman Liu Wenhao opened the plant. His brother Liu Wenbao, director of sales, showed the guests round.",
        "The Aito M5 came first. Later the M7 followed, and the M9 is the dearest. The M8 lies between the two.",
        "Ola Källenius spoke first. Mr Kallenius said that the new car would be built in Bremen and in Beijing.",
        "The German maker has three plants. In Germany it employs 40,000 people, and Germans buy most of its cars.",
        "CATL Chang'an Battery opened in Chongqing. Changan Automobile owns 30 percent of it and buys most of its cells.",
        "The line in Hubei is older. The one in Hebei was opened last year. Suzhou and Fuzhou have plants of their own.",
        "Akio Toyoda came to the show. Toyota had a stand of 3,000 square meters, and Toyoda stayed for an hour.",
        "Anna Fischer runs the plant in Ulm. John Fisher, head of the union, called it a model for others.",
        "Tesla sold 3,000 cars. The Teslas were all red. Zhang Ming bought one, and Zhao Ming bought the other.",
    ]
    invalid = [
        Case(
            'A brake without oil is lighter, said founder Liu Wenhao. "We will decide next spring," «Liu Wenbao» said.',
            says="Liu Wenhao",
        ),
        Case("JAC showed a pickup made in Anqing on Friday. «The Anqin plant» has room for more.", says="Anqing"),
        Case("Sheldon van der Linde took the lead. The car was quick, «Van der Linden» said.", says="Linde"),
        Case("The Opel Mokka GSE has 207 kW. An engineer promised that the «Moka GSE» will be the most fun of all."),
        Case("The **MG Cyberster** has scissor doors. The «Cybester»'s boot takes 249 litres.", format="markdown"),
        Case(
            "Sales recovered, said Lu Jianming, who has headed the department since last summer. According to "
            "«Lu Jianping», the brand alone should contribute half a million cars."
        ),
        Case("CATL will build a plant in Spain. «CALT» will own half of it."),
        Case("Hakan Samuelsson returned to Volvo Cars. «Samuelson», 74, had led the company until 2022."),
        Case("The Alpine A290 is the hot hatch off the Renault 5. It weighs 1,479 kg. The «A920» has 220 PS."),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report the rarer spelling of every name that is written in two."""
        for relation in article.relations(variants.NameVariant):
            yield self.finding(
                relation.variant,
                because=(relation.reference,),
                expected=relation.reference.quote,
                severity=self.graded(relation),
            )
