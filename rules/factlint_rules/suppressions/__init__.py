"""Rules about how findings are set aside: with a reason, and with an effect."""
