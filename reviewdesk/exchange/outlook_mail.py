"""Reads Outlook's own files of one mail (`.msg`), which are small file systems."""

import struct
from datetime import datetime
from email import policy
from email.parser import HeaderParser
from email.utils import parseaddr
from typing import Final

from oxmsg import Message

from reviewdesk.domain.address_book import Address
from reviewdesk.domain.mail_read import MailRead
from reviewdesk.exchange import mail_headers as head
from reviewdesk.exchange.calendar_entry import one_line
from reviewdesk.exchange.html_text import text_of_html
from reviewdesk.exchange.plain_text import shortened

_MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADERS: Final = 0x007D
_DELIVERED: Final = 0x0E06
_ID: Final = 0x1035
_BROKEN: Final = (*head.BROKEN, OSError, struct.error, UnicodeError, MemoryError, RecursionError)


def is_outlook(content: bytes) -> bool:
    """Say whether this could be such a file."""
    return content.startswith(_MARK)


def read_outlook(content: bytes) -> MailRead | None:
    """Read such a file, or give nothing where it is none or damaged."""
    try:
        message = Message.load(content)
        kept = message.properties.str_prop_value(_HEADERS) or ""
        headers = HeaderParser(policy=policy.default).parsestr(kept.lstrip())
        sender = head.sender(headers) if kept else Address("")
        return MailRead(
            subject=one_line(message.subject),
            message_id=head.message_id(headers) or one_line(message.properties.str_prop_value(_ID) or ""),
            sent_at=head.sent_at(headers) or _sent(message),
            sender=sender if sender.email else _address(message.sender or ""),
            to=head.recipients(headers) or _recipients(message),
            text=_text(message),
            files=tuple(one_line(each.file_name or "") or "file" for each in message.attachments),
        )
    except _BROKEN:
        return None


def _sent(message: Message) -> datetime | None:
    return head.in_utc(message.sent_date or message.properties.date_prop_value(_DELIVERED))


def _recipients(message: Message) -> tuple[Address, ...]:
    found = (Address(one_line(each.email_address), one_line(each.name)) for each in message.recipients)
    return head.each_once(each for each in found if "@" in each.email)


def _address(text: str) -> Address:
    name, mail = parseaddr(one_line(text))
    return Address(mail, name) if "@" in mail else Address("", one_line(text))


def _text(message: Message) -> str:
    plain = (message.body or "").replace("\r\n", "\n").strip()
    found = plain or text_of_html(message.html_body or "")
    return shortened(found)
