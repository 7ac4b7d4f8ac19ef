"""The plan of a quarter: weeks and days, with reviews that are moved from one to the other."""
