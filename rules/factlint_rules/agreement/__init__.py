"""Rules about statements that cannot stand together in one article."""
