"""Sets and their ranges, parts of what was counted, months in rows, and durations with one end unsaid, with their true twins."""

from __future__ import annotations

import pytest
from alarms import alarmed

CASES = [
    ("The three quarries pay between $61 and $74 per tonne. For the deepest of them the price is @.", "$72", "$82"),
    ("Seven paints are on the list, and each of them will cost between $700 and $950. Our favorite, the sage, is @.", "$900", "$1,050"),
    ("The six best-selling buses have between 280 kWh and 420 kWh on board. Among these six is the Arno, whose @ last a full shift.", "410 kWh", "490 kWh"),
    ("The dealer's list runs from $28,900 to $39,900. In the same list, the Trail stands at @.", "$39,900", "$43,900"),
    ("The crossover was launched with a price range of 129,800 - 169,800 yuan.\n\nPrice list:\n\n- C5 480 Air: 129,800 yuan\n- C5 600 Pro: 144,800 yuan\n- C5 580 AWD Ultra: @ yuan", "169,800", "179,800"),
    ("The launch took place on April 16 with prices from 129,800 to 169,800 yuan.\n\nC5 480 Air: 129,800 yuan\nC5 600 Pro: 144,800 yuan\nC5 580 AWD Ultra: @ yuan", "169,800", "179,800"),
    ("The five plants each employ between 400 and 900 people. The smallest of them, in Brno, has @.", "410", "310"),
    ("The club had 640 bikes in use at the end of 2025. Cargo bikes come first: @ of the bikes in use have a box.", "410", "710"),
    ("Coaches make up the rest, with 15,600 buses. Owners of @ of the coaches got a grant.", "9,200", "19,200"),
    ("The recall concerns 214,000 cars. Some @ of the cars concerned were sold in Canada.", "31,000", "310,000"),
    ("The maker sold 96,000 cars in May. Of the cars sold, @ were electric.", "26,000", "126,000"),
    ("Its network has 1,240 stations. @ of the stations are on motorways.", "410", "1,410"),
    ("Vista sold @ campers in March, and 1,940 since the start of the year.", "780", "2,780"),
    ("Vans by country:\n\n| Country | May | January-May |\n|---|---:|---:|\n| Kenya | @ | 2,160 |\n| Peru | 1,205 | 5,380 |\n| Oman | 96 | 402 |", "510", "2,510"),
    ("Buyers abroad in May (January-May in parentheses):\n\nGhana          310   (1,940)\nPeru       1,205   (5,380)\nKenya           @   (2,160)\nOman         96   (402)", "510", "2,510"),
    ("Its dealers delivered @ cars in June and 14,300 in the six months to June.", "2,900", "15,900"),
    ("The group set up the yard in May 2009 and has thus been building trailers there for @ years.", "17", "27"),
    ("Norvik took over the yard in June 2016 and has owned it for @ years.", "10", "16"),
    ("The brand entered Chile in March 2011 and has since sold vans there for @ years.", "15", "25"),
    ("The scheme was announced on August 9, 2023. Three towns joined on September 12, 2025, @ months after the announcement.", "25", "18"),
    ("The merger was announced on May 4, 2024. The watchdog cleared it in March 2026, @ months after the announcement.", "22", "12"),
    ("The permit was issued on March 3, 2024, and building began in July 2024. The hall was handed over in May 2026. That was @ months after the permit.", "26", "16"),
    ("The hull was signed off on October 3, 2024, which gave the crew @ months until the regatta. It was sailed on June 14, 2025.", "eight", "thirteen"),
    ("The order was signed on January 9, 2025, leaving the yard @ months until the deadline of November 9, 2025.", "ten", "five"),
    ("The first van left the hall on 6 June 2025. The first pile had been driven on 10 January 2023; it has taken @ months from the first pile to the first van.", "twenty-nine", "thirty-seven"),
    ("The contract was signed on 2 March 2023. Trains have run since 4 September 2025. It took @ months from the first signature to the first run.", "30", "42"),
    ("Series production started in Kassel in March 2024. The first 300 vans built in Kassel were shipped to Chile in @ 2024.", "June", "January"),
]  # fmt: skip
TRUE = [
    "The three quarries pay between $61 and $74 per tonne. For Brandon, which is not among them, the price is $82.",
    "The six best-selling buses have between 280 kWh and 420 kWh on board. A seventh, the Arno, has 490 kWh.",
    "Errors lay between 2% and 6% for the five speedometers. Last year the worst was off by 8%.",
    "The six cars cost between 30,000 and 40,000 euros. With all options the Corva is 46,000 euros.",
    "The club had 640 bikes in use in May. By June, 710 of its bikes had a box.",
    "Coaches make up 15,600 buses. Since 2022, owners of 19,200 of the coaches have got a grant.",
    "The group employs 8,400 people in Poland. In Germany, 12,400 people work for it.",
    "The Tesla Model 3 led with 1,310 registrations. In Norway, Tesla had 1,180 registrations.",
    "The Tesla Model 3 led with 1,310 registrations in May. In April, Tesla had 1,180 registrations.",
    "Foton saw 12,260 trucks registered from January to November. Foton's registrations in December, at 13,900, were a record.",
    "Vista sold 2,780 campers in February and has sold 104 of the new model since the start of March.",
    "The range for all versions is 400 to 500 km. In winter the Titan, one of them, went 310 km.",
    "The five plants employ between 400 and 900 people each. The head office has 1,200.",
    "Prices run from 20,000 to 30,000 euros. The rival of the Corva, the Tarvo, is 33,000 euros.",
    "The three cells hold between 90 and 120 Ah. One of the three rivals has 140 Ah.",
    "The recall was announced on May 4, 2024. Two years after the recall, the case is closed.",
    "The plant was opened in April 2007 and has been expanded three times; it has a licence for 29 years.",
    "The law was passed on March 1, 2024. It takes effect 18 months after the law is published.",
    "The strike began on May 1, 2026. Three months after the strike, stocks are full.",
    "The offer was made on May 4, 2024. Shareholders had six months until the meeting in November 2024.",
    "Norvik took over the yard in June 2016. It had been making boats for 40 years.",
    "The car was unveiled in May 2024 and has a warranty for eight years.",
    "Trial production began in March 2024, series production in September 2024. Cars made in Kassel reached dealers in October 2024.",
    "The second line started production in March 2025. Buses made in Kutno had left the port on February 3, 2025, too.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "true", "false"), CASES)
def test_what_cannot_be_is_told(text: str, true: str, false: str) -> None:
    assert alarmed(text.replace("@", true)) == []
    assert alarmed(text.replace("@", false))


@pytest.mark.parametrize("text", TRUE)
def test_what_only_looks_so_is_left_alone(text: str) -> None:
    assert alarmed(text) == []
