"""A mail that somebody saved: who wrote to whom, when, and the words in it, without what was quoted from before."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reviewdesk.domain.address_book import NOBODY, Address

_QUOTED: Final = re.compile(
    r"^(?:-{2,} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Forwarded message) ?-{2,}"
    r"|_{10,}|(?:On|Am|Le) .{5,200}(?:wrote|schrieb[^:]{0,80}|a écrit) ?:|-- )\s*$"
    r"|^(?:From|Von|De) ?:.{1,300}\n(?:Sent|Gesendet|Envoyé|Date|Datum) ?:",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRead:
    """One mail; `message_id` is empty where it bears none, `sent_at` is in UTC, `files` names what is attached."""

    subject: str = ""
    message_id: str = ""
    sent_at: datetime | None = None
    sender: Address = NOBODY
    to: tuple[Address, ...] = ()
    text: str = ""
    files: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[Address, ...]:
        """Give who wrote, and then to whom."""
        return tuple(dict.fromkeys(each for each in (self.sender, *self.to) if each.email))

    @property
    def words(self) -> str:
        """Give what was written this time: without the mail it answers, and without the signature."""
        found = _QUOTED.search(self.text)
        own = self.text[: found.start()] if found else self.text
        lines = [each.rstrip() for each in own.splitlines() if not each.lstrip().startswith(">")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def day(self, today: date) -> date:
        """Give the day it was sent on here; today where it does not say or says a day that has not come."""
        return min(self.sent_at.astimezone().date(), today) if self.sent_at else today
