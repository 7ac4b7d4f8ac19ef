"""Mail drafts as files (RFC 5322 with `X-Unsent`) that a mail program opens ready to be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from reviewdesk.exchange.calendar_entry import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPart:
    """A file that goes along; `media` is like "application/pdf", `method` what a calendar file asks for."""

    name: str
    media: str
    content: bytes
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A mail as it is to be sent: names and addresses, and what goes along."""

    to: tuple[tuple[str, str], ...]
    subject: str
    text: str
    parts: tuple[MailPart, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


def draft_file(draft: MailDraft) -> bytes:
    """Write a draft as a file; an address that is none is left out, and no text can add a line to its head."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = one_line(draft.subject)
    for key, people in (("To", draft.to), ("Cc", draft.copies)):
        found = _addresses(people)
        if found:
            message[key] = found
    message.set_content(_lines(draft.text))
    for part in draft.parts:
        kind, _, of = part.media.partition("/")
        named = {"method": part.method} if part.method else {}
        message.add_attachment(part.content, maintype=kind, subtype=of, filename=one_line(part.name), params=named)
    return message.as_bytes()


def is_address(text: str) -> bool:
    """Say whether a text is one address that a mail can go to."""
    return bool(_addresses((("", text),)))


def _addresses(people: Sequence[tuple[str, str]]) -> tuple[Address, ...]:
    found = []
    for name, address in people:
        try:
            one = Address(one_line(name), addr_spec=address.strip())
        except (ValueError, IndexError, MessageError):  # the parser of the standard library fails in each way
            continue
        if one.username and "." in one.domain and not set(address) & set("\r\n\0"):
            found.append(one)
    return tuple(found)


def _lines(text: str) -> str:
    kept = (each for each in text.replace("\r\n", "\n").replace("\r", "\n") if each in "\n\t" or each.isprintable())
    return "".join(kept)
