"""Importing: what other programs' records say, and the plan of what the book will make of them."""
