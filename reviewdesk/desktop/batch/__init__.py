"""A quarter's summaries written at once: which, as what, and what came of it."""
