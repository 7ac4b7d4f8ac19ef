"""The mail that a letter goes with: it greets, says what is attached, and signs."""

from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.pieces import Pieces, filled, plain
from reviewdesk.domain.letters.salutation import greeting
from reviewdesk.domain.letters.words import phrases_in, written_in
from reviewdesk.domain.summary_mail import MailText


def letter_mail(frame: LetterFrame, subject: Pieces, key: str) -> MailText:
    """Write the mail of a letter; `key` names the phrase that says what is attached."""
    phrases = phrases_in(frame.language)
    greeted = greeting(phrases, written_in(frame.language), frame.recipient.person)
    name = frame.signer.name or frame.vendor.name
    signed = frame.branding.signature.strip() or "\n".join(dict.fromkeys(filter(None, (name, frame.vendor.name))))
    parts = (greeted.salutation, filled(phrases[key]), greeted.closing)
    text = "\n\n".join(plain(each) for each in parts)
    own = tuple(words for each in (subject, *parts) for words, is_own in each if is_own)
    return MailText(plain(subject), f"{text}\n{signed}\n", own)
