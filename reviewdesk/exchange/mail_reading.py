"""Reads a mail that was saved as a file: `.eml` of any program, and Outlook's own `.msg`."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Final

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.domain.mail_read import MailRead
from reviewdesk.exchange import mail_headers as head
from reviewdesk.exchange.calendar_entry import one_line
from reviewdesk.exchange.html_text import text_of_html
from reviewdesk.exchange.outlook_mail import is_outlook, read_outlook
from reviewdesk.exchange.plain_text import decoded, shortened

LARGEST: Final = 30 * 1024 * 1024  # bytes
_MOST_PARTS: Final = 1000
_DEEPEST: Final = 100
_NESTING: Final = re.compile(rb"content-type\s*:\s*(?:multipart|message)/", re.IGNORECASE)
_HEAD: Final = re.compile(rb"\A(?:From .*\r?\n)?(?:[!-9;-~]+\s*:.*(?:\r?\n[ \t].*)*\r?\n)+", re.ASCII)
_DAMAGED: Final = "“{name}” is no mail that can be read. Save it again from the mail program, as .eml or .msg."


def read_mail(content: bytes, name: str) -> MailRead:
    """Read a mail.

    Raises:
        UnreadableError: it is no mail, is damaged, too large, or holds more parts than a mail to people does.
    """
    if len(content) > LARGEST:
        raise UnreadableError(f"“{name}” is larger than {LARGEST // 1024**2} MB. Save the mail without its files.")
    if is_outlook(content):
        found = read_outlook(content)
        if found is None:
            raise UnreadableError(_DAMAGED.format(name=name))
        return found
    return _read(content, name)


def _read(content: bytes, name: str) -> MailRead:
    if _HEAD.match(content.lstrip()[: 1 << 16]) is None:
        raise UnreadableError(_DAMAGED.format(name=name))
    if len(_NESTING.findall(content)) > _DEEPEST:
        raise UnreadableError(f"“{name}” holds more mails within mails than can be read. Save the one you mean alone.")
    try:
        message = BytesParser(policy=policy.default).parsebytes(content.lstrip())
        parts = list(_parts(message, name))
    except (*head.BROKEN, RecursionError) as error:
        raise UnreadableError(_DAMAGED.format(name=name)) from error
    sender = head.sender(message)
    if not sender.email and not head.recipients(message):
        raise UnreadableError(f"“{name}” says neither who wrote it nor to whom. Save the mail itself, with its head.")
    return MailRead(
        subject=head.words_of(message, "Subject"),
        message_id=head.message_id(message),
        sent_at=head.sent_at(message),
        sender=sender,
        to=head.recipients(message),
        text=_text(parts),
        files=tuple(each for each in map(_file_name, parts) if each),
    )


def _parts(message: EmailMessage, name: str) -> Iterator[EmailMessage]:
    """Give the parts that hold something themselves."""
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            raise UnreadableError(f"“{name}” has more than {_MOST_PARTS:,} parts. Save the mail without its files.")
        if not part.is_multipart():
            yield part


def _text(parts: list[EmailMessage]) -> str:
    """Give the words: those written plainly, else those of the page."""
    shown = [each for each in parts if not _file_name(each)]
    plain = [_words(each) for each in shown if each.get_content_type() == "text/plain"]
    if any(each.strip() for each in plain):
        return shortened("\n\n".join(each.strip() for each in plain if each.strip()))
    pages = [text_of_html(_words(each)) for each in shown if each.get_content_type() == "text/html"]
    return shortened("\n\n".join(each for each in pages if each))


def _words(part: EmailMessage) -> str:
    try:
        content = part.get_payload(decode=True)
    except head.BROKEN:
        content = None
    return decoded(content, str(part.get_param("charset", "") or "")) if isinstance(content, bytes) else ""


def _file_name(part: EmailMessage) -> str:
    """Give the name of an attached file; nothing for what is read in the mail itself."""
    try:
        name = part.get_filename() or ""
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment"
    except head.BROKEN:
        return "file"
    if attached or name or not kind.startswith("text/"):
        return one_line(str(name)) or kind
    return ""
