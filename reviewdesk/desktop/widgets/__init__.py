"""A small kit of widgets that every page is made of."""
