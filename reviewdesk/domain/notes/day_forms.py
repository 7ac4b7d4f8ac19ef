"""The forms in which people write a day in English, German and French."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from reviewdesk.domain.notes import day_names as names
from reviewdesk.domain.notes import day_readers as read
from reviewdesk.domain.notes.day_readers import Reader


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a day.

    A form that is not `plain` is a day only behind a word like *by*, or where a day is expected: `3/4` may be a share.
    One that is a `length` is no day behind *for* or *by*: `late by 2 weeks`. Its pattern is made when a day is read
    first: the start of the program waits for none.
    """

    source: str
    read: Reader
    plain: bool = True
    length: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """Give what its words look like."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


_BEHIND: Final = r"(?!\w|'\w|[.,:/-]\d|\s?[%°€$£])"
_NO_NOUN: Final = r"(?!\s+(?!(?:at|noon|latest|um|à)\b)[^\W\d_])"
_VERBS: Final = r"(?!\s+(?:be|have|not|need|also|come|want|leave|well)\b)"
_LONG: Final = names.any_of(names.LONG_WEEKDAYS)
_CLEAR: Final = names.any_of(names.CLEAR_WEEKDAYS)
_ANY: Final = names.any_of(names.WEEKDAYS)
_LEADING_WEEKDAY: Final = rf"(?:(?:(?:{_CLEAR})[.,]*|(?:{_ANY})[.,]+)\s+(?:the\s+|den\s+|le\s+)?)?"
_DAY: Final = r"(?P<day>\d{1,2})"
_MONTH: Final = rf"(?P<month>{names.any_of(names.MONTHS)})\b{_VERBS}\.?"
_YEAR: Final = r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?![\d.,]\d))?"
_UNIT: Final = "|".join(f"(?P<{key.replace(' ', '_')}>{words})" for key, words in names.UNITS.items())
LENGTH: Final = rf"(?:(?P<number>\d{{1,3}})\s?|(?P<word>{names.any_of(names.NUMBERS)})\s+)(?:{_UNIT})"
_PERIOD: Final = "(?:" + "|".join(f"(?P<{key}>{words})" for key, words in names.PERIODS.items()) + ")"
_LATER: Final = r"(?P<later>next |nächste[nrsm]? |kommende[nrsm]? )?"


def _form(pattern: str, reader: Reader, *, plain: bool = True, length: bool = False) -> Form:
    spaced = names.folded(pattern).replace(" ", r"\s+")
    return Form(f"(?:{spaced}){_BEHIND}", reader, plain, length)


_IN_FIGURES: Final = (
    _form(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", read.iso),
    _form(r"(?P<first>1[3-9]|2\d|3[01])/(?P<second>0[1-9]|1[0-2])", read.slashed),
    _form(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)", read.slashed),
    _form(r"(?P<first>\d{1,2})-(?P<second>\d{1,2})-(?P<year>\d{4})", read.slashed),
    _form(r"(?!24/7)(?P<first>\d{1,2})/(?P<second>\d{1,2})", read.slashed, plain=False),
    _form(rf"{_DAY}\.{_NO_NOUN}", read.numbered_day, plain=False),
)
_IN_EITHER: Final = (
    _form(
        rf"{_LEADING_WEEKDAY}{_DAY}\.\s?(?P<month>\d{{1,2}})\.(?:\s?(?P<year>20\d\d)|(?P<short>\d\d)(?!\d))?",
        read.dotted,
    ),
    _form(rf"{_LEADING_WEEKDAY}{_DAY}\.(?P<month>\d\d)", read.dotted, plain=False),
    _form(rf"{_LEADING_WEEKDAY}{_DAY}(?:st|nd|rd|th|er|\.)?\s*(?:of )?{_MONTH}{_YEAR}", read.named),
    _form(rf"(?:the )?{_DAY}(?:st|nd|rd|th){_NO_NOUN}", read.numbered_day, plain=False),
    _form(rf"{LENGTH} (?:from now|from today|ab heute|à partir d'aujourd'hui)", read.in_a_while),
    _form(LENGTH, read.in_a_while, plain=False, length=True),
)
_IN_WORDS: Final = (
    _form(rf"{_LEADING_WEEKDAY}{_MONTH} (?:the )?{_DAY}(?:st|nd|rd|th){_YEAR}", read.named),
    _form(rf"{_LEADING_WEEKDAY}{_MONTH} {_DAY},?\s+(?P<year>20\d\d)", read.named),
    _form(rf"{_LEADING_WEEKDAY}{_MONTH} {_DAY}{_NO_NOUN}", read.named, plain=False),
    _form(rf"le {_DAY}(?:er)?{_NO_NOUN}", read.numbered_day, plain=False),
    _form(names.DAY_AFTER, read.days_ahead(2)),
    _form(names.TOMORROW, read.days_ahead(1)),
    _form(names.TODAY, read.days_ahead(0)),
    _form(
        r"(?:in|within|in the next|within the next|dans|dans les|sous|d'\s?ici|innerhalb von|innerhalb|binnen) "
        rf"{LENGTH}(?:'?s?'? time)?",
        read.in_a_while,
    ),
)
_WEEK_DAYS: Final = (
    _form(rf"next (?P<weekday>{_CLEAR}|mon|sat|sun)", read.of_next_week),
    _form(rf"(?P<weekday>{_CLEAR}),? (?:next week|nächster woche|(?:de )?la semaine prochaine)", read.of_next_week),
    _form(rf"(?:next week|nächste woche|la semaine prochaine),?(?: on| am)? (?P<weekday>{_CLEAR})", read.of_next_week),
    _form(rf"(?:nächste[nrsm]?|kommende[nrsm]?|this coming) (?P<weekday>{_LONG})", read.coming),
    _form(rf"(?P<weekday>{_LONG}) prochain", read.coming),
    _form(rf"(?P<weekday>{_CLEAR})", read.coming, plain=False),
    _form(rf"(?P<weekday>{_ANY}){_NO_NOUN}", read.coming, plain=False),
)
_PERIODS: Final = (
    _form("eo(?:(?P<day>d)|(?P<week>w)|(?P<month>m)|(?P<quarter>q)|(?P<year>y))", read.end_of_period),
    _form(rf"(?:the )?end (?:of )?(?:the |this )?{_LATER}{_PERIOD}", read.end_of_period),
    _form(
        "(?:(?P<month>month|monats)|(?P<quarter>quarter|quartals)|(?P<year>year|jahres))[-\\s]?ende?",
        read.end_of_period,
    ),
    _form(rf"ende (?:des |der |dieses |dieser |diesen )?{_LATER}{_PERIOD}", read.end_of_period),
    _form(rf"(?:la )?fin (?:du |de la |de l'|de |d')?{_PERIOD}(?P<later_behind> prochaine?)?", read.end_of_period),
    _form(rf"(?:the )?(?:end|ende|fin)(?: of| du| de)?(?: d'| |-){_MONTH}{_YEAR}", read.end_of_named_month),
    _form(rf"(?:the )?(?:mid|middle of|mitte|mi)(?:-| ){_MONTH}{_YEAR}", read.middle_of_month),
    _form(rf"(?:the )?(?:beginning of|start of|anfang|début) {_MONTH}{_YEAR}", read.start_of_month),
    _form(rf"(?:the )?(?:end|ende|fin)(?: of| du| de)? [qt](?P<quarter>[1-4]){_YEAR}", read.end_of_numbered_quarter),
    _form(r"(?:kw|cw)\s?(?P<week>\d{1,2})", read.calendar_week),
    _form(r"(?:calendar week|kalenderwoche|week|woche|semaine) (?P<week>\d{1,2})", read.calendar_week, plain=False),
    _form("next week|nächster? woche|la semaine prochaine|semaine prochaine", read.weeks_ahead(1), plain=False),
    _form("this week|diese woche|cette semaine", read.weeks_ahead(0), plain=False),
)
FORMS_IN_FIGURES: Final = (*_IN_FIGURES, *_IN_EITHER)
FORMS_IN_WORDS: Final = (*_IN_EITHER, *_IN_WORDS, *_WEEK_DAYS, *_PERIODS)


def _any_of(forms: tuple[Form, ...]) -> re.Pattern[str]:
    """Give one pattern that matches where any of the forms does: most words begin none, and are passed by at once."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", form.source) for form in forms))


@cache
def any_in_figures() -> re.Pattern[str]:
    """Give what begins any day written in figures."""
    return _any_of(FORMS_IN_FIGURES)


@cache
def any_in_words() -> re.Pattern[str]:
    """Give what begins any day written in words."""
    return _any_of(FORMS_IN_WORDS)
