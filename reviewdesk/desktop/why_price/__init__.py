"""Why price? Three questions with evidence, and how to differ."""
