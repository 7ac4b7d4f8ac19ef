"""What a summary says of its own as slides, Word or text and not as a PDF, in each language it can be set in."""

from typing import Final

ENGLISH: Final = {
    "in short": "In short",
    "was agreed": "What was agreed",
    "asked": "One ask, one commitment",
    "ahead": "What comes next",
    "no margin": "Where no margin is given all answers were alike.",
}
GERMAN: Final = {
    "in short": "Kurz gesagt",
    "was agreed": "Was vereinbart wurde",
    "asked": "Eine Bitte, eine Zusage",
    "ahead": "Wie es weitergeht",
    "no margin": "Wo keine Spanne steht, waren alle Antworten gleich.",
}
FRENCH: Final = {
    "in short": "En bref",
    "was agreed": "Ce qui a été convenu",
    "asked": "Une demande, un engagement",
    "ahead": "La suite",
    "no margin": "Sans marge indiquée, toutes les réponses étaient égales.",
}
