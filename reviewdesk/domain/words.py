"""The words of customers' documents, and dates and numbers as each language writes them."""

from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from string import Formatter
from typing import Final

from reviewdesk.domain import branding_phrases, chart_phrases, format_phrases, pre_read_phrases, story_phrases
from reviewdesk.domain.phrases import ENGLISH, FRENCH, GERMAN
from reviewdesk.domain.summary import Basis, GoalStatus, PromiseState
from reviewdesk.domain.written_numbers import written_money, written_number

_MONTHS: Final = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
_SHORT_MONTHS: Final = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.".split(),
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
}
_MORE: Final = (branding_phrases, chart_phrases, format_phrases, pre_read_phrases, story_phrases)
_PHRASES: Final[dict[str, dict[str, str]]] = {
    "en": dict(ChainMap(ENGLISH, *(each.ENGLISH for each in _MORE))),
    "de": dict(ChainMap(GERMAN, *(each.GERMAN for each in _MORE))),
    "fr": dict(ChainMap(FRENCH, *(each.FRENCH for each in _MORE))),
}
_QUOTES: Final = {"en": ("“", "”"), "de": ("„", "“"), "fr": ("«\u00a0", "\u00a0»")}
_NEAR_DAYS: Final = 300


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; `near` is the day around which a short date needs no year."""

    language: str
    near: date
    phrases: dict[str, str] = field(repr=False)

    def __getitem__(self, key: str) -> str:
        """Give a phrase that has nothing to fill in."""
        return self.phrases[key]

    def filled(self, key: str, **values: tuple[str, bool]) -> Iterator[tuple[str, bool]]:
        """Give the pieces of a phrase, each with whether it is the template's own; so are values marked True."""
        for literal, name, _, _ in Formatter().parse(self.phrases[key]):
            if literal:
                yield literal, True
            if name is not None:
                yield values[name]

    def day(self, day: date) -> str:
        """Write a date in full: 24 November 2026."""
        return f"{self._number(day)}\u00a0{_MONTHS[self.language][day.month - 1]} {day.year}"

    def short_day(self, day: date) -> str:
        """Write a date as short as it stays clear: 27 Nov, with its year when that is not near."""
        words = f"{self._number(day)}\u00a0{_SHORT_MONTHS[self.language][day.month - 1]}"
        return words if abs((day - self.near).days) <= _NEAR_DAYS else f"{words}\u00a0{day.year}"

    def month(self, day: date) -> str:
        """Name a month as short as it is written: Nov."""
        return _SHORT_MONTHS[self.language][day.month - 1]

    def quarter(self, day: date) -> str:
        """Name the quarter that a day lies in: Q4 2026."""
        return f"{self.phrases['quarter'].format(number=(day.month + 2) // 3)}\u00a0{day.year}"

    def since(self, day: date) -> str:
        """Write the month something began in, with its year when that is not this one."""
        month = _MONTHS[self.language][day.month - 1]
        return month if day.year == self.near.year else f"{month} {day.year}"

    def clock(self, at: time) -> str:
        """Write a time of day."""
        return {"en": "{:%H:%M}", "de": "{:%H:%M} Uhr", "fr": "{:%H h %M}"}[self.language].format(at)

    def number(self, value: Decimal, unit: str = "") -> str:
        """Write a number with its unit, grouped by thousands, with the decimals it was given with."""
        return "".join(written_number(value, unit, self.language))

    def after_point(self, value: Decimal, unit: str = "") -> str:
        """Give what a number with its unit has from its decimal point on, by which columns are lined up."""
        _, _, decimals, behind = written_number(value, unit, self.language)
        return f"{decimals}{behind}"

    def money(self, amount: Decimal, currency: str, *, whole: bool = False) -> str:
        """Write an amount of money with the decimals of its currency, or in whole units."""
        return "".join(written_money(amount, currency, self.language, whole=whole))

    def quoted(self, text: str) -> tuple[str, str]:
        """Give the quotation marks to put around a text; none where it has its own."""
        return ("", "") if text.strip()[:1] in "\"“„«»'‘" and text.strip() else _QUOTES[self.language]

    def status(self, status: GoalStatus) -> str:
        """Name how a goal stands."""
        return self.phrases[f"goal {status.value}"]

    def ended(self, state: PromiseState) -> str:
        """Name how a promise ended."""
        return self.phrases[f"promise {state.value}"]

    def basis(self, basis: Basis) -> str:
        """Name where a figure comes from."""
        return self.phrases[basis.value]

    def _number(self, day: date) -> str:
        if self.language == "de":
            return f"{day.day}."
        return "1er" if self.language == "fr" and day.day == 1 else str(day.day)


def words_in(language: str, near: date) -> Words:
    """Give the words of a language code such as "de" or "de-AT"; English where there are no others."""
    code = language.lower().replace("_", "-").split("-")[0]
    known = code if code in _PHRASES else "en"
    return Words(known, near, _PHRASES[known])
