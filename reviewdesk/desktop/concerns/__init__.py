"""The board of concerns: what customers are unhappy about, by how far each has come."""
