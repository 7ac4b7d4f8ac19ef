"""Reads what a person types into a field, or says in a sentence how it is written."""

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final
from zoneinfo import available_timezones

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import checked_amount, checked_currency
from reviewdesk.domain.notes.day_words import read_day
from reviewdesk.domain.notes.past_days import read_past_day

Reader = Callable[[str], Any]
DayReader = Callable[[str, date], date | None]
_MAIL: Final = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
_WEBSITE: Final = re.compile(r"(?:https?://[\w.-]+|(?:[\w-]+\.)+[\w-]+)(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_HOUR: Final = re.compile(r"([01]?\d|2[0-3])(?:[:.h]?([0-5]\d))?\s*(?:h|uhr)?", re.IGNORECASE)
LONGEST_NAME: Final = 300
_YES: Final = frozenset({"yes", "y", "true", "1", "ja", "oui"})
_NO: Final = frozenset({"", "no", "n", "false", "0", "nein", "non"})


def words(text: str) -> str:
    """Read words, without the space around them."""
    return text.strip()


def free_text(text: str) -> str:
    """Read text that is kept exactly as typed."""
    return text


def lines(text: str) -> str:
    """Read several lines, without the space around each and empty ones around all."""
    return "\n".join(" ".join(each.split()) for each in text.strip().splitlines())


def name(text: str) -> str:
    """Read a name, which cannot be empty."""
    if not text.strip():
        raise RefusedError("A name cannot be empty. Type one, or press Escape to keep the old one.")
    if len(text) > LONGEST_NAME:
        raise RefusedError(f"A name has at most {LONGEST_NAME} characters. Shorten it; the rest fits into the notes.")
    return " ".join(text.split())


def hour(text: str) -> time | None:
    """Read an hour of the day with its minutes: "9", "8:30", "17.15" or "830"."""
    found = _HOUR.fullmatch(text.strip())
    if not text.strip():
        return None
    if found is None:
        raise RefusedError(f"“{text.strip()}” is not an hour of the day. It reads like 8:30 or 17.")
    return time(int(found[1]), int(found[2] or 0))


def several(text: str) -> tuple[str, ...]:
    """Read several words or phrases separated by commas or lines, each once."""
    found = (each.strip() for each in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(each for each in found if each))


def currency(text: str) -> str:
    """Read a currency's code."""
    return checked_currency(text) if text.strip() else ""


def mail(text: str) -> str:
    """Read an e-mail address."""
    tidy = text.strip()
    if tidy and not _MAIL.fullmatch(tidy):
        raise RefusedError(f"“{tidy}” is not an e-mail address. It reads like anna@example.com.")
    return tidy


def website(text: str) -> str:
    """Read the address of a website: a bare host, or one with http or https before it."""
    tidy = text.strip()
    if tidy and not _WEBSITE.fullmatch(tidy):
        raise RefusedError(f"“{tidy}” is not the address of a website. It reads like www.example.com.")
    return tidy


def phone(text: str) -> str:
    """Read a telephone number as it is written."""
    tidy = " ".join(text.split())
    if tidy and not any(each.isdigit() for each in tidy):
        raise RefusedError(f"“{tidy}” holds no digits. A telephone number reads like +49 711 555 0142.")
    return tidy


def phones(text: str) -> tuple[str, ...]:
    """Read telephone numbers separated by commas."""
    return tuple(phone(each) for each in several(text))


def day(text: str, today: date) -> date | None:
    """Read a day: 2027-03-31, 31.3.2027, 31 Mar 2027, or words such as next Friday."""
    tidy = text.strip()
    if not tidy:
        return None
    found = read_day(tidy, today, expected=True)
    if found is None:
        raise RefusedError(f"“{tidy}” is not a day. Write it as 31 Mar 2027 or 2027-03-31.")
    return found.day


def past_day(text: str, today: date) -> date | None:
    """Read a day that has been: words look back, and a day without a year is the last one."""
    tidy = text.strip()
    if not tidy:
        return None
    found = read_past_day(tidy, today)
    if found is None:
        raise RefusedError(f"“{tidy}” is not a day. Write it as 31 Mar 2027 or 2027-03-31.")
    if found > today:
        raise RefusedError(f"{short_day(found, today)} has not come yet. Type a day up to today.")
    return found


def time_zones() -> list[str]:
    """Give the names of all time zones that stand for a place."""
    return sorted(each for each in available_timezones() if "/" in each and not each.startswith(("Etc/", "posix/")))


def zone(text: str) -> str:
    """Read a time zone by its IANA name."""
    tidy = text.strip().replace(" ", "_")
    if not tidy:
        return ""
    known = {each.casefold(): each for each in available_timezones()}
    if tidy.casefold() not in known:
        raise RefusedError(f"“{tidy}” is not a time zone. Write one like Europe/Berlin or America/New_York.")
    return known[tidy.casefold()]


def amount(text: str) -> Decimal | None:
    """Read an amount of money, with a point or a comma before the decimals."""
    tidy = text.strip().replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if not tidy:
        return None
    try:
        return checked_amount(Decimal(_pointed(tidy)))
    except InvalidOperation as error:
        raise RefusedError(f"“{text.strip()}” is not an amount. Write it as 12500 or 12,500.00.") from error


def _pointed(figures: str) -> str:
    """Give figures with a point before the decimals and nothing between thousands."""
    last = max(figures.rfind(","), figures.rfind("."))
    if last < 0:
        return figures
    whole, decimals = figures[:last], figures[last + 1 :]
    mixed = "," in whole or "." in whole
    if len(decimals) == 3 and (not mixed or figures[last] in whole):  # noqa: PLR2004 - a group of thousands
        whole, decimals = whole + decimals, ""
    return re.sub(r"[.,]", "", whole) + (f".{decimals}" if decimals else "")


def number(what: str, low: int, high: int) -> Reader:
    """Make a reader of whole numbers within limits; `what` begins the sentence when it is none."""

    def read(text: str) -> int | None:
        tidy = text.strip().replace(",", "").replace(" ", "")
        if not tidy:
            return None
        if not tidy.isdecimal() or not low <= int(tidy) <= high:
            raise RefusedError(f"{what} is a whole number from {low:,} to {high:,}. Correct it, or leave it empty.")
        return int(tidy)

    return read


def percent(text: str) -> Decimal | None:
    """Read a share in per cent, 0-100."""
    found = amount(text.rstrip("% "))
    if found is not None and not 0 <= found <= 100:  # noqa: PLR2004 - per cent
        raise RefusedError("A share is between 0 and 100 %. Correct it, or leave it empty.")
    return found


def one_of(choices: type[StrEnum]) -> Reader:
    """Make a reader of one of a few words, or none of them."""

    def read(text: str) -> StrEnum | None:
        tidy = text.strip().casefold()
        if not tidy:
            return None
        for each in choices:
            if each.value.casefold() == tidy:
                return each
        raise RefusedError(f"“{text.strip()}” is not among these: {', '.join(choices)}. Choose one of them.")

    return read


def always_one_of(choices: type[StrEnum]) -> Reader:
    """Make a reader of one of a few words, of which there must be one."""
    read_one = one_of(choices)

    def read(text: str) -> StrEnum:
        found: StrEnum | None = read_one(text)
        if found is None:
            raise RefusedError(f"Choose one of these: {', '.join(choices)}.")
        return found

    return read


def yes_or_no(text: str) -> bool:
    """Read yes or no."""
    tidy = text.strip().casefold()
    if tidy not in _YES | _NO:
        raise RefusedError("Answer yes or no.")
    return tidy in _YES
