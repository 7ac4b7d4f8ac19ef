"""ReviewDesk: account reviews that nobody forgets, on a laptop without a network."""

__version__ = "0.1.0"
