"""What stands around every letter: who sends it, whom it is for, and when it was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Vendor

_CODE_LAST: Final = frozenset(
    {"us", "usa", "united states", "united states of america", "ca", "canada", "au", "australia", "gb", "uk",
     "united kingdom", "great britain", "england", "scotland", "wales", "ie", "ireland", "in", "india"}
)  # fmt: skip
_COUNTRY_CODE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whom a letter is for and where that is; `person` may be empty where it is for the company as a whole."""

    company: str
    person: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Give the address line by line, as the post of its country reads it."""
        street = (" ".join(each.split()) for each in self.street.splitlines())
        wanted = (self.company, self.person, *street, *self._place(), self._abroad())
        return tuple(each.strip() for each in wanted if each.strip())

    def _place(self) -> Iterator[str]:
        if self.country.strip().casefold() not in _CODE_LAST:
            yield " ".join(filter(None, (self.postal_code.strip(), self.city.strip() or self.region.strip())))
            return
        yield " ".join(filter(None, (", ".join(filter(None, (self.city, self.region))), self.postal_code)))

    def _abroad(self) -> str:
        """Give the country in capitals, as the post wants it; a code alone says nothing to a postman."""
        return self.country.strip().upper() if len(self.country.strip()) > _COUNTRY_CODE else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who of ours signs a letter, and how they are reached."""

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFrame:
    """The same for every letter; `place` is where it is written, empty where nobody said it."""

    vendor: Vendor
    recipient: Recipient
    signer: Signer
    written_on: date
    branding: Branding = field(default_factory=Branding)
    language: str = "en"
    place: str = ""
    enclosures: tuple[str, ...] = ()
