"""What a letter must say before it is one, and what is said beside the field where it does not."""

import re
from dataclasses import dataclass
from typing import Final

# How people say sorry and thank you; enough of a word that its forms are known too.
_SORRY: Final = re.compile(
    r"sorry|apolog|regret|forgive|entschuldig|\bleid\b|bedauer|bedaur|verzeih|excuse|désol|regrett|pardon|disculp|"
    r"lament|\bsiento|scus[aei]|dispiac|spijt|przepr|żałuj|desculp|ursäkt|undskyld|beklag|unnskyld|pahoit|omlouv|"
    r"ospravedl|извин|жаль|вибач|özür|συγγνώμη|抱歉|道歉|对不起|歉意|申し訳|お詫び|죄송|사과|نعتذر|أعتذر|آسف|מתנצל|סליחה",
    re.IGNORECASE,
)
_THANKS: Final = re.compile(
    r"thank|grateful|appreciat|dank|dankbar|verbunden|merci|remerci|reconnaiss|gracias|agradec|grazi|ringrazi|bedankt|"
    r"dzięk|obrigad|\btack|\btak\b|\btakk|kiito|děkuj|ďakuj|спасиб|благодар|дяку|teşekkür|ευχαριστ|感谢|谢|感謝|"
    r"ありがとう|감사|شكر|תודה",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Missing:
    """What a field still lacks, in a sentence that says what to do."""

    field: str
    sentence: str


def says_sorry(text: str) -> bool:
    """Say whether a text apologises in so many words, in any of the languages people write to customers in."""
    return _SORRY.search(text) is not None


def gives_thanks(text: str) -> bool:
    """Say whether a text thanks somebody in so many words."""
    return _THANKS.search(text) is not None
