"""What is printed. Text goes in; figures with exact intervals, and names, come out.

Who finds what, in this order, each only where nothing is taken yet:
names.py    makers, brands, models, suppliers, bodies, designations by their shape
dates.py    dates, periods, clock times, decades and fortnights, composite times (7 minutes 24.61 seconds)
quantities  everything else, durations with a unit ("46 months", "five years", "4.3 s") included
"""
