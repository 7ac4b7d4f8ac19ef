"""Who wrote to whom and when, from the head of a mail, however it is written."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any, Final

from reviewdesk.domain.address_book import Address
from reviewdesk.exchange.calendar_entry import one_line

MOST_PEOPLE: Final = 500
_LONGEST: Final = 20_000  # of one line of the head, in characters
_LONGEST_ID: Final = 400
# What the standard library's reader of heads is known to raise over broken ones.
BROKEN: Final = (
    ValueError,
    IndexError,
    KeyError,
    AttributeError,
    TypeError,
    LookupError,
    AssertionError,
    OverflowError,
)


def words_of(message: EmailMessage, name: str) -> str:
    """Give a line of the head as words."""
    return one_line(str(_read(message, name) or ""))


def message_id(message: EmailMessage) -> str:
    """Give the id that a mail keeps wherever it goes; nothing where it bears none."""
    return "".join(_raw(message, "Message-ID").split())[:_LONGEST_ID]


def sent_at(message: EmailMessage) -> datetime | None:
    """Give when it was sent, in UTC; nothing where that cannot be read."""
    found = getattr(_read(message, "Date"), "datetime", None)
    return in_utc(found)


def in_utc(moment: object) -> datetime | None:
    """Give a moment in UTC, read by this machine's clock where it names no zone; nothing where it is none."""
    if not isinstance(moment, datetime):
        return None
    try:
        return moment.astimezone(UTC).replace(microsecond=0)
    except (OverflowError, ValueError, OSError):
        return None


def sender(message: EmailMessage) -> Address:
    """Give who wrote it."""
    return next(_addresses(message, ("From", "Sender")), Address(""))


def recipients(message: EmailMessage) -> tuple[Address, ...]:
    """Give to whom it was written."""
    return each_once(_addresses(message, ("To", "Cc")))


def each_once(found: Iterable[Address]) -> tuple[Address, ...]:
    """Give each address once, and no more than a mail to people has."""
    known: dict[str, Address] = {}
    for each in found:
        if len(known) < MOST_PEOPLE and each.email:
            known.setdefault(each.key, each)
    return tuple(known.values())


def _addresses(message: EmailMessage, names: Iterable[str]) -> Iterator[Address]:
    for name in names:
        for each in getattr(_read(message, name), "addresses", ()):
            try:
                mail = one_line(f"{each.username}@{each.domain}")
            except BROKEN:
                continue
            if each.username and each.domain:
                yield Address(mail, one_line(each.display_name))


def _read(message: EmailMessage, name: str) -> Any:  # noqa: ANN401 - a kind of its own for each line of the head
    """Read a line of the head as what it is; one without end is cut, and one that cannot be read is none."""
    raw = _raw(message, name)
    if not raw:
        return None
    cut = raw if len(raw) <= _LONGEST else raw[:_LONGEST].rpartition(",")[0]
    try:
        return message.policy.header_factory(name, cut)  # type: ignore[attr-defined]
    except BROKEN:
        return None


def _raw(message: EmailMessage, name: str) -> str:
    found = (str(value) for key, value in message.raw_items() if key.casefold() == name.casefold())
    text = next(found, "").replace("\r", "").replace("\n", "")
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
