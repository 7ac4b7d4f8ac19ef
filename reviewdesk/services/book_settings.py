"""How each setting of the book is typed, read and written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from reviewdesk.domain.book import Book, PaperSize
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.languages import DOCUMENT_LANGUAGES
from reviewdesk.domain.money import checked_currency
from reviewdesk.services import typed_values as typed
from reviewdesk.services.days import knows_holidays

HUNDRED: Final = Decimal(100)
ABOUT_ME: Final[Mapping[str, Callable[[str], str]]] = {
    "name": typed.name,
    "email": typed.mail,
    "phone": typed.phone,
    "role": typed.words,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the way from what is typed to its value, and back to text."""

    read: Callable[[str], Any]
    write: Callable[[Any], str] = str


def read_setting(name: str, text: str) -> Any:  # noqa: ANN401 - any setting's value
    """Read what was typed for a setting.

    Raises:
        RefusedError: there is no such setting, or it is written otherwise; the sentence says how.
    """
    if name not in SETTINGS:
        raise RefusedError("There is no such setting.")
    return SETTINGS[name].read(text)


def checked(book: Book) -> Book:
    """Give a book whose settings fit each other.

    Raises:
        RefusedError: healthy would begin below watch, or the working day would end before it starts.
    """
    if book.healthy_from < book.watch_from:
        raise RefusedError(
            f"Healthy begins at {book.healthy_from} and watch at {book.watch_from}. Let healthy begin higher."
        )
    refuse_no_day(book.day_starts, book.day_ends)
    return book


def refuse_no_day(starts: time, ends: time) -> None:
    """Refuse a working day that ends before it starts."""
    if ends <= starts:
        raise RefusedError(
            f"A working day cannot start at {hour_as_text(starts)} and end at {hour_as_text(ends)}. "
            "Let it end later on the same day."
        )


def hour_as_text(hour: time) -> str:
    """Write an hour of the day as it is typed."""
    return f"{hour.hour}:{hour.minute:02}"


def written(book: Book) -> dict[str, str]:
    """Give every setting as text."""
    return {
        name: "" if (value := getattr(book, name)) is None else each.write(value) for name, each in SETTINGS.items()
    }


def _needed(read: Callable[[str], Any], what: str, ask: str = "Type a number") -> Callable[[str], Any]:
    def checked(text: str) -> Any:  # noqa: ANN401 - as above
        value = read(text)
        if value is None:
            raise RefusedError(f"{what} cannot be empty. {ask}.")
        return value

    return checked


def _whole(what: str, low: int, high: int) -> Setting:
    return Setting(_needed(typed.number(what, low, high), what))


def _hours(what: str) -> Setting:
    def read(text: str) -> Decimal:
        hours = typed.amount(text)
        if hours is None or not 0 < hours <= 100:  # noqa: PLR2004 - hours of a week
            raise RefusedError(f"{what} are a number above 0, like 12 or 0.5. Correct it.")
        return hours

    return Setting(read, lambda hours: f"{hours.normalize():f}")


def _share(what: str) -> Setting:
    def read(text: str) -> Decimal:
        share = typed.percent(text)
        if share is None or share == 0:
            raise RefusedError(f"{what} is a share between 1 and 100 %. Correct it.")
        return share / HUNDRED

    return Setting(read, lambda share: f"{(share * HUNDRED).normalize():f}")


def _color(text: str) -> str:
    tidy = text.strip().upper()
    tidy = tidy if tidy.startswith("#") else f"#{tidy}"
    if len(tidy) != 7 or any(each not in "0123456789ABCDEF" for each in tidy[1:]):  # noqa: PLR2004 - #RRGGBB
        raise RefusedError(f"“{text.strip()}” is not a colour. Write it as #0F4C5C.")
    return tidy


def _rates(text: str) -> tuple[tuple[str, date, Decimal], ...]:
    return tuple(_rate(line) for line in text.splitlines() if line.strip())


def _rate(line: str) -> tuple[str, date, Decimal]:
    try:
        currency, day, rate = line.split()
        value = typed.amount(rate)
        found = (checked_currency(currency), date.fromisoformat(day), value or Decimal(0))
    except ValueError as error:
        raise RefusedError(f"“{line.strip()}” is not a rate. Write it as PLN 2026-01-01 0.2315.") from error
    if found[2] <= 0:
        raise RefusedError(f"“{line.strip()}” is not a rate: it must be above 0.")
    return found


def _rates_as_text(rates: tuple[tuple[str, date, Decimal], ...]) -> str:
    return "\n".join(f"{currency} {day.isoformat()} {rate}" for currency, day, rate in rates)


def country(text: str) -> str:
    """Read the country whose holidays count, by its code.

    Raises:
        RefusedError: it is no code, or the holidays of that country are not known.
    """
    tidy = text.strip().upper()
    if tidy and not (len(tidy) == 2 and tidy.isalpha()):  # noqa: PLR2004 - ISO 3166 alpha-2
        raise RefusedError(f"“{text.strip()}” is not a country code. Write two letters, like DE, or leave it empty.")
    if tidy and not knows_holidays(tidy):
        raise RefusedError(
            f"The holidays of {tidy} are not known. Write the code of another country, or leave it empty."
        )
    return tidy


def working_week(text: str) -> tuple[int, ...]:
    """Read the days of a week on which somebody works.

    Raises:
        RefusedError: none is named, or a word names none.
    """
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    asked = [each.casefold()[:3] for each in typed.several(text.replace(" ", ","))]
    if not asked or any(each not in names for each in asked):
        raise RefusedError("Name the days you work, like Mon, Tue, Wed, Thu, Fri.")
    return tuple(sorted({names.index(each) for each in asked}))


def week_as_text(week: tuple[int, ...]) -> str:
    """Write the days of a week as they are typed."""
    return ", ".join(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[each] for each in week)


def _points(what: str, count: int, together: int | None = None) -> Setting:
    """Read several whole numbers, as many as there must be, which may have to make a sum."""
    total = f" that make {together} together" if together else ""

    def read(text: str) -> tuple[int, ...]:
        found = tuple(map(_point, text.replace(",", " ").split()))
        if len(found) != count or None in found or (together is not None and sum(filter(None, found)) != together):
            raise RefusedError(f"{what} are {count} whole numbers from 0 to 100{total}. Correct them.")
        return tuple(each for each in found if each is not None)

    return Setting(read, lambda points: ", ".join(map(str, points)))


def _clocks(what: str) -> Setting:
    """Read how long a concern of severity 4, 3, 2 and 1 may wait; whatever is graver waits no longer."""
    points = _points(what, 4)

    def read(text: str) -> tuple[int, ...]:
        found: tuple[int, ...] = points.read(text)
        if not all(found):
            raise RefusedError(f"{what} are 1 or more. Correct them.")
        return found

    return Setting(read, points.write)


def _point(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) <= HUNDRED else None


def _yes(text: str) -> bool:
    return text != "no"


def _yes_or_no(given: Any) -> str:  # noqa: ANN401 - any setting's value
    return "yes" if given else "no"


def _language(text: str) -> str:
    if text not in DOCUMENT_LANGUAGES:
        raise RefusedError("Documents are written in English, German or French. Choose one of them.")
    return text


def _paper(text: str) -> PaperSize:
    if text not in set(PaperSize):
        raise RefusedError("Documents are set on A4 or Letter. Choose one of them.")
    return PaperSize(text)


SETTINGS: Final[Mapping[str, Setting]] = {
    "name": Setting(typed.name),
    "color": Setting(_color),
    "base_currency": Setting(checked_currency),
    "business_year_start": _whole("The first month of the business year", 1, 12),
    "rates": Setting(_rates, _rates_as_text),
    "room_in_a": _whole("The room in A", 0, 10_000),
    "a_share": _share("What A stands for"),
    "b_share": _share("What A and B stand for"),
    "months_a": _whole("The months between reviews of A", 1, 60),
    "months_b": _whole("The months between reviews of B", 1, 60),
    "months_c": _whole("The months between reviews of C", 1, 60),
    "months_without_tier": _whole("The months without a tier", 1, 60),
    "hours_a_week": _hours("Hours a week"),
    "hours_a_review": _hours("Hours a review"),
    "hours_a_call": _hours("Hours a call"),
    "week": Setting(working_week, week_as_text),
    "holidays": Setting(country),
    "day_starts": Setting(_needed(typed.hour, "When a working day starts", "Type an hour, like 9"), hour_as_text),
    "day_ends": Setting(_needed(typed.hour, "When a working day ends", "Type an hour, like 17"), hour_as_text),
    "answer_within": _clocks("The clocks until a concern is acknowledged"),
    "plan_within": _clocks("The clocks until there is a plan"),
    "health_weights": _points("The weights of the seven factors", 7, together=100),
    "health_costs": _points("What open concerns of severity 1, 2, 3 and 4 cost", 4),
    "healthy_from": _whole("The score from which an account is healthy", 1, 100),
    "watch_from": _whole("The score from which an account is on watch", 1, 100),
    "least_basis": _whole("The least that must be known", 1, 100),
    "held_at": _whole("The score at which a concern holds it", 0, 100),
    "checks_spelling": Setting(_yes, _yes_or_no),
    "own_words": Setting(typed.several, ", ".join),
    "company": Setting(typed.words),
    "company_line": Setting(typed.words),
    "footer": Setting(typed.words),
    "color_main": Setting(_color),
    "color_accent": Setting(_color),
    "language": Setting(_language),
    "prepared_by": Setting(typed.words),
    "signature": Setting(typed.lines),
    "paper": Setting(_paper),
}
