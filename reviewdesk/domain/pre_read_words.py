"""What we ask a customer to think about before a review, in their language."""

from typing import Final

from reviewdesk.domain.review import ReviewKind

_USUAL: Final = {
    "en": ("What went well since we last met?", "What did not, and what did it cost you?",
           "What will change on your side in the next months?"),
    "de": ("Was ist seit dem letzten Gespräch gut gelaufen?", "Was nicht, und was hat es Sie gekostet?",
           "Was ändert sich bei Ihnen in den nächsten Monaten?"),
    "fr": ("Qu’est-ce qui a bien marché depuis notre dernière rencontre ?",
           "Qu’est-ce qui n’a pas marché, et qu’est-ce que cela vous a coûté ?",
           "Qu’est-ce qui va changer chez vous dans les prochains mois ?"),
}  # fmt: skip
_KICK_OFF: Final = {
    "en": ("What must be different in a year for this to be a success?", "Which figure will you look at?",
           "Who decides, who uses it, and who must be kept informed?"),
    "de": ("Was muss in einem Jahr anders sein, damit es ein Erfolg ist?", "Auf welche Zahl werden Sie schauen?",
           "Wer entscheidet, wer arbeitet damit, und wer soll informiert sein?"),
    "fr": ("Qu’est-ce qui doit avoir changé dans un an pour que ce soit une réussite ?",
           "Quel chiffre regarderez-vous ?", "Qui décide, qui utilise, et qui doit être informé ?"),
}  # fmt: skip
_RECOVERY: Final = {
    "en": ("What happened, as you saw it?", "What did it cost you?", "What do you need from us now, and by when?"),
    "de": ("Was ist aus Ihrer Sicht geschehen?", "Was hat es Sie gekostet?",
           "Was brauchen Sie jetzt von uns, und bis wann?"),
    "fr": ("Que s’est-il passé, selon vous ?", "Qu’est-ce que cela vous a coûté ?",
           "De quoi avez-vous besoin maintenant, et pour quand ?"),
}  # fmt: skip
_FIGURE: Final = {
    "en": "Which figure do you have for “{goal}”?",
    "de": "Welche Zahl haben Sie für „{goal}“?",
    "fr": "Quel chiffre avez-vous pour «\u00a0{goal}\u00a0» ?",
}
_OF_KIND: Final = {ReviewKind.KICK_OFF: _KICK_OFF, ReviewKind.RECOVERY: _RECOVERY}


def to_think_about(language: str, kind: ReviewKind) -> tuple[str, ...]:
    """Give three questions for a kind of review."""
    words = _OF_KIND.get(kind, _USUAL)
    return words.get(language, words["en"])


def figure_asked(language: str, goal: str) -> str:
    """Ask for the figure of a goal that has none yet."""
    return _FIGURE.get(language, _FIGURE["en"]).format(goal=goal)
