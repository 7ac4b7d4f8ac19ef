"""The words dates are made of, in English, German and French.

All are read at once, for notes mix languages. Written here as people spell them; they are folded for reading.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from reviewdesk.domain.notes.folding import fold_in_place

WEEKDAY_NAMES: Final = (
    ("monday", "montag", "lundi"),
    ("tuesday", "dienstag", "mardi"),
    ("wednesday", "mittwoch", "mercredi"),
    ("thursday", "donnerstag", "jeudi"),
    ("friday", "freitag", "vendredi"),
    ("saturday", "samstag", "sonnabend", "samedi"),
    ("sunday", "sonntag", "dimanche"),
)
SHORT_WEEKDAYS: Final = (
    ("mon", "mo", "lun"),
    ("tue", "tues", "di", "mar"),
    ("wed", "weds", "mi", "mer"),
    ("thu", "thur", "thurs", "do"),
    ("fri", "fr", "ven"),
    ("sat", "sa", "sam"),
    ("sun", "so", "dim"),
)
MONTH_NAMES: Final = (
    ("january", "januar", "jänner", "janvier"),
    ("february", "februar", "feber", "février"),
    ("march", "märz", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juni", "juin"),
    ("july", "juli", "juillet"),
    ("august", "août"),
    ("september", "septembre"),
    ("october", "oktober", "octobre"),
    ("november", "novembre"),
    ("december", "dezember", "décembre"),
)
SHORT_MONTHS: Final = (
    ("jan", "jän", "janv"),
    ("feb", "févr", "fév"),
    ("mar", "mär", "mrz"),
    ("apr", "avr"),
    (),
    ("jun",),
    ("jul", "juil"),
    ("aug",),
    ("sep", "sept"),
    ("oct", "okt"),
    ("nov",),
    ("dec", "dez", "déc"),
)
SMALL_NUMBERS: Final = (
    ("a", "an", "one", "einem", "einer", "einen", "un", "une"),
    ("two", "zwei", "deux"),
    ("three", "drei", "trois"),
    ("four", "vier", "quatre"),
    ("five", "fünf", "cinq"),
    ("six", "sechs"),
    ("seven", "sieben", "sept"),
    ("eight", "acht", "huit"),
    ("nine", "neun", "neuf"),
    ("ten", "zehn", "dix"),
    ("eleven", "elf", "onze"),
    ("twelve", "zwölf", "douze"),
    (),
    ("fourteen", "vierzehn", "quatorze"),
    ("fifteen", "fünfzehn", "quinze"),
)
UNITS: Final = {
    "working days": (
        "business days?|working days?|work ?days?|bd|werktage?n?|arbeitstage?n?|at|jours? ouvres?|jours? ouvrables?"
    ),
    "weeks": "weeks?|wks?|w|wochen?|wo|semaines?|sem",
    "fortnights": "fortnights?",
    "months": "months?|mths?|mos?|monate?n?|mois",
    "years": "years?|yrs?|y|jahre?n?|annees?|ans?",
    "days": "days?|d|tage?n?|jours?|j",
}
PERIODS: Final = {
    "day": "day|d|tag(?:es)?|journée",
    "week": "week|w|woche|semaine",
    "month": "month|m|monate?s?|mois",
    "quarter": "quarter|q|quartals?|trimestre",
    "year": "year|y|jahre?s?|année|an",
}
TODAY: Final = "today|tonight|eod|cob|heute|aujourd'hui|ce soir"
TOMORROW: Final = "tomorrow|tmrw|tmr|morgen|demain"
DAY_AFTER: Final = "(?:the )?day after tomorrow|übermorgen|après[- ]demain"

DEADLINE: Final = (
    "by|until|till|til|due|deadline|no later than|not later than|latest|"
    "bis(?: zum| zur| spätestens| zum spätestens)?|spätestens(?: am| bis| zum)?|fällig(?: am| zum)?|"
    r"d'\s?ici(?: le| au| la| à)?|jusqu'(?:au|à)|au plus tard(?: le)?|pour(?: le| la)?|échéance(?: le)?"
)
BEFORE: Final = "before|ahead of|vor(?: dem| der)?|avant(?: le| la)?"
ON: Final = "on|for|at|this|coming|am|zum|ab|dies(?:en|er)|le|ce|au|à|dès(?: le)?"
PAST: Final = (
    "since|last|past|of|from|every|each|previous|seit|letzte[nrsm]?|vergangene[nrm]?|vorige[nr]?|vom|des|jeden|jede|"
    "depuis|du|tous les|chaque|dernier"
)
PAST_AFTER: Final = "ago|dernière?|passée?|letzter woche|last week"
A_LENGTH: Final = (
    "by|for|since|last|past|of|over|every|each|about|um|seit|vor|über|alle|für|letzten|während|depuis|pendant|de|"
    "toutes les|tous les|durant|il y a|times?|mal|fois|late|delayed|than|als|que"
)


def folded(pattern: str) -> str:
    """Fold the accented letters of a pattern as the text is folded that it is to find."""
    return "".join(letter if letter.isascii() else fold_in_place(letter) for letter in pattern)


def numbered(*tables: Iterable[Iterable[str]], start: int) -> Mapping[str, int]:
    """Give each word of the tables the number of its row."""
    rows = (row for table in tables for row in enumerate(table, start))
    return {fold_in_place(word): number for number, words in rows for word in words}


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for any of these words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


LONG_WEEKDAYS: Final = numbered(WEEKDAY_NAMES, start=0)
WEEKDAYS: Final = {**numbered(SHORT_WEEKDAYS, start=0), **LONG_WEEKDAYS}
LONG_MONTHS: Final = numbered(MONTH_NAMES, start=1)
MONTHS: Final = {**numbered(SHORT_MONTHS, start=1), **LONG_MONTHS}
CLEAR_WEEKDAYS: Final = (*LONG_WEEKDAYS, "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri")
NUMBERS: Final = numbered(SMALL_NUMBERS, start=1)
