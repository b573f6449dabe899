"""Ranks, units of a list, impossible shares, misspelt names and headline verbs, each with its true twins."""

from __future__ import annotations

import pytest
from alarms import alarmed

CASES = [
    ("The Sportline was third with @ sales, the Corva fourth with 4,210.", "4,870", "3,870"),
    ("Behind the leader, Tarvo came second with 12,400 registrations and Belmo third with @.", "11,900", "13,900"),
    ("Fiat ranked fifth with @ cars and Opel sixth with 2,904.", "3,120", "2,120"),
    ("In second place was the Yaris with 6,310 units; third place went to the Clio with @ units.", "6,190", "6,910"),
    ("The Model Y took first place with @ registrations. The ID.4 came second with 2,380.", "2,490", "2,290"),
    ("Skoda was the second-largest brand with a share of 9.4%, and Audi the third-largest with @.", "8.7%", "9.7%"),
    ("Norway ranked third at @ vehicles, followed by Sweden in fourth at 8,140.", "8,540", "7,540"),
    ("The Octavia finished fourth on 2,016, the Golf fifth on @.", "1,987", "2,187"),
    ("Volvo was second with 3,940 trucks. Scania, in third, sold @.", "3,510", "4,510"),
    ("Chery led with 104,300 exports, SAIC was second with 88,200 and BYD third with @.", "83,100", "93,100"),
    ("The Ranger was second with 5,730 and the Amarok third with 5,190. Ford builds the Ranger, the @ best-selling vehicle of the month, in South Africa.", "second", "third"),
    ("In the export table, Geely came second with 57,300 and Chery third with 51,900. Brazil took most from Geely, the @-largest exporter of the country.", "second", "third"),
    ("Three halls in Turku turn out 4 GWh, 6 GWh and 9 @ of cells each year.", "GWh", "GW"),
    ("Its works in Kassel, Breda and Lille can make 11 GWh, 27 GWh and 14 @ of cells.", "GWh", "GW"),
    ("The variants carry packs of 52 kWh, 64 kWh and 78 @.", "kWh", "kW"),
    ("Outputs are 110 kW, 150 kW and 210 @ respectively.", "kW", "kWh"),
    ("The ranges are 420 km, 510 km and 630 @ under WLTP.", "km", "kW"),
    ("The cell plant near Skelleftea is to have an annual capacity of 24 @ by 2029.", "GWh", "GW"),
    ("Maximum charging is 150 @ and takes half an hour to 80%.", "kW", "kWh"),
    ("At its fastest, the car charges with 250 @.", "kW", "kWh"),
    ("Its furnace recovers @ of the copper contained in the modules.", "96%", "106%"),
    ("Small towns alone bring in @ of the maker's scooter sales.", "71 per cent", "117 per cent"),
    ("SUVs contributed @ of the maker's volume in May.", "63%", "163%"),
    ("The SUV makes up @ of Kia's deliveries in Europe.", "41%", "141%"),
    ("The Seal generated @ of its exports in June.", "34 percent", "134 percent"),
    ("It wins back @ of the nickel in old batteries.", "95%", "115%"),
    ("Some @ of the cobalt held in the scrap is regained.", "97%", "107%"),
    ("The sedan reaches 100 km/h in @ seconds.", "3.9", "0.39"),
    ("Fully laden, the lorry needs @ seconds from 0 to 60 mph.", "24", "2.4"),
    ("It accelerates from 0 to 100 km/h in @ seconds.", "4.5", "0.45"),
    ("The coupe needs @ seconds to 100 km/h.", "5.2", "0.52"),
    ("The wagon is priced between @ yuan in its home market.", "119,800 yuan and 149,800", "149,800 yuan and 119,800"),
    ("The new sedan, priced between @ yuan, goes on sale in May.", "119,800 yuan and 149,800", "149,800 yuan and 119,800"),
    ("The Jolion 3X is built in Rayong. Next year a plug-in @ 3X comes out.", "Jolion", "Jolon"),
    ("Analyst Maren Osterloh sees it coming. \"It hurts,\" she said. @ has doubts about the price, too.", "Osterloh", "Osterlow"),
    ("The head of the port, Tang Guoliang, cut the ribbon. Tang @ said more ships would come.", "Guoliang", "Guolian"),
    ("Bernd Hollmann runs the plant. The idea came from @, who joined in 2019.", "Hollmann", "Holmann"),
    ("Marta Kowalczyk has led the unit since May. For @ the job is a return.", "Kowalczyk", "Kowalczik"),
    ("The Deepal L07 is shown in Bangkok. Buyers of the @ L07 wait until June.", "Deepal", "Deepel"),
    ("The Leapmotor C10 is next. Later the @ B10 follows.", "Leapmotor", "Leapmoter"),
    ("H:Zeekr @ reaches Norway\n\nNorwegian dealers of Zeekr have got their first 7X. The 7X costs 520,000 kroner.", "7X", "X7"),
    ("H:April sales @ in Norway\n\nDealers in Norway sold 11,240 cars in April, after 11,980 a year earlier. That is a drop of 6.2%.", "edge lower", "edge higher"),
    ("H:Mazda's China sales @ in 2021\n\nMazda sold 183,900 cars in China in 2021, which is 14.1 percent fewer than the 214,100 of 2020.", "edge down", "edge up"),
    ("H:Volta Trucks @ margin in weak year\n\nThe truck maker had an operating margin of 4.6%, down from 6.9% a year ago.", "loses", "lifts"),
    ("H:Rivian @ loss in quarter\n\nRivian reported a net loss of $1.1 billion in the quarter, up from $0.9 billion a year earlier.", "widens", "narrows"),
    ("H:Dealer stock pressure @ in May\n\nThe stock index declined to 48.9 percent in May from 52.3 percent in April.", "eases", "mounts"),
]  # fmt: skip
TRUE = [
    "The Corva was third-cheapest at 14,210 euros, the Tarvo fourth-cheapest at 15,310.",
    "Hamilton was third with 71 laps, Norris fourth with 72.",
    "It was second in Europe with 12,400 and third in Asia with 31,900.",
    "Kia was third in May with 12,400. In June it was fourth with 13,100.",
    "Toyota ranks second by sales with 12,400 and third by profit with 13,900.",
    "The lowest consumption had the Corva; second was the Tarvo with 14.2 kWh, third the Belmo with 15.1 kWh.",
    "In Germany, Tesla came second with 3,120 cars; in France it was third with 4,870.",
    "The third plant, with 12,400 workers, is larger than the second with 9,300.",
    "The second generation sold 310,000 units, the third 420,000.",
    "In the second quarter it sold 31,200 cars, in the third 34,900.",
    "BYD was the second-largest exporter. It is the third-largest maker of the country.",
    "Among brands VW was second with 31,200, among models the Golf was third with 4,100 and the Polo fifth with 3,900.",
    "Geely, second among exporters with 57,300, is the third-largest advertiser.",
    "Toyota was third with 8,210 cars; a year ago it was the second-largest brand.",
    "Car 12 was second with 1:31.204 and car 44 third with 1:31.900.",
    "The Amarok was third with 5,190. In the SUV segment, it was the best-selling model.",
    "Ford was second among pickups with 12,000 and third among vans with 15,000.",
    "The second batch has 1,200 cars, the third with 2,400 follows in June.",
    "Plants make 12 GWh of cells, and a 20 MW solar park feeds them.",
    "It has a 60 kWh battery, an 80 kWh battery and a 210 kW motor.",
    "The site has 12 MWh of storage, 4 MWh of backup and 10 MW of solar.",
    "Sales brought in 122 per cent of the plan.",
    "Orders made up 130% of last year's sales.",
    "Profit generated was 130 percent of the target.",
    "A dragster reaches 100 km/h in 0.8 seconds.",
    "The car goes from 0 to 30 km/h in 0.9 seconds.",
    "Exports contributed 110% of the growth, because sales at home fell.",
    "Hybrids accounted for 120% of the increase.",
    "SUVs contributed 163% of the rise in sales.",
    "The two plants supplied 172% of what they did last year.",
    "Jens Larsson and his colleague Jens Larsen disagree. Larsen is the younger.",
    "Anna Berg runs it. The Berge dealership is in Oslo.",
    "The Tiggo 5X and the Tigo brand of telecoms meet in Paraguay.",
    "Wang Jianlin and Wang Jianling are brothers. Jianling runs sales.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "true", "false"), CASES)
def test_what_cannot_be_is_told(text: str, true: str, false: str) -> None:
    assert alarmed(text.replace("@", true)) == []
    assert alarmed(text.replace("@", false))


@pytest.mark.parametrize("text", TRUE)
def test_what_only_looks_so_is_left_alone(text: str) -> None:
    assert alarmed(text) == []
