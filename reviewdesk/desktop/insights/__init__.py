"""What all accounts together say: cards with a chart, its table, and a way down to every record."""
