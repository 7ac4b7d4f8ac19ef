"""Reads a day that has been: where nothing else is said, words look back instead of forward."""

import re
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.notes import day_names as names
from reviewdesk.domain.notes.day_forms import LENGTH
from reviewdesk.domain.notes.day_rules import YEARS_TO_A_LEAP_DAY, DayRules, made, moved
from reviewdesk.domain.notes.day_words import DayWords, read_day
from reviewdesk.domain.notes.folding import fold_in_place

_STEPS: Final = {
    "working_days": relativedelta(days=1),
    "days": relativedelta(days=1),
    "weeks": relativedelta(weeks=1),
    "fortnights": relativedelta(weeks=2),
    "months": relativedelta(months=1),
    "years": relativedelta(years=1),
}


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(names.folded(pattern).replace(" ", r"\s+"))


_DAYS_BACK: Final = (
    (1, _whole("yesterday|gestern|hier")),
    (2, _whole("(?:the )?day before yesterday|vorgestern|avant[- ]hier")),
)
_WEEKDAY: Final = _whole(
    "(?:on |am |le )?(?:last |this past |past |letzte[nrm]? |vergangene[nrm]? |vorige[nr]? )?"
    rf"(?P<weekday>{names.any_of(names.WEEKDAYS)})\.?(?: derniere?| passe)?"
)
_AGO: Final = _whole(rf"(?:{LENGTH} ago|(?:vor|il y a) (?:{LENGTH.replace('?P<', '?P<led_')}))")
_A_DATE: Final = re.compile(rf"\d|\b(?:{names.any_of(names.MONTHS)})\b")
_FAR: Final = timedelta(days=365 * YEARS_TO_A_LEAP_DAY + 47)


def read_past_day(words: str, today: date, rules: DayRules | None = None) -> date | None:
    """Read a day that has been, or nothing where the words name none.

    A week day is the last one before today, and a day and month without a year the last that there was. Other words
    mean what they say: the answer to `tomorrow` lies ahead.
    """
    text = fold_in_place(words.strip().rstrip("."))
    for days, pattern in _DAYS_BACK:
        if pattern.fullmatch(text):
            return moved(today, timedelta(days=-days))
    if weekday := _WEEKDAY.fullmatch(text):
        return moved(today, timedelta(days=-((today.weekday() - names.WEEKDAYS[weekday["weekday"]] - 1) % 7 + 1)))
    if ago := _AGO.fullmatch(text):
        return _before(today, ago, rules or DayRules())
    found = read_day(words, today, rules, expected=True)
    if found is None or found.day <= today or not _has_no_year(words, found, today, rules):
        return found.day if found else None
    return _last(found.day, today)


def _before(today: date, ago: re.Match[str], rules: DayRules) -> date | None:
    groups = {key.removeprefix("led_"): value for key, value in ago.groupdict().items() if value}
    number = int(groups.get("number") or names.NUMBERS[groups["word"]])
    if groups.get("working_days"):
        return rules.working_days.add(today, -number)
    return moved(today, -next(step for unit, step in _STEPS.items() if groups.get(unit)) * number)


def _has_no_year(words: str, found: DayWords, today: date, rules: DayRules | None) -> bool:
    """Say whether the words name a day and month alone: seen from another year they are the same day of it."""
    far = moved(today, _FAR)
    then = None if far is None else read_day(words, far, rules, expected=True)
    same = then is not None and (then.day.month, then.day.day) == (found.day.month, found.day.day)
    return same and then != found and bool(_A_DATE.search(fold_in_place(found.words)))


def _last(day: date, today: date) -> date | None:
    years = range(today.year, today.year - YEARS_TO_A_LEAP_DAY - 1, -1)
    days = (made(year, day.month, day.day) for year in years)
    return next((each for each in days if each and each <= today), None)
