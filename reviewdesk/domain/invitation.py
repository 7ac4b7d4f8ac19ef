"""An invitation to a review: a value with room for nothing that a customer must not read, and the mail made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reviewdesk.domain.agenda_words import as_they_read
from reviewdesk.domain.clock import local_in
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.domain.summary_mail import MailText, signed
from reviewdesk.domain.summary_words import words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a customer is told of a review that is planned, was moved or was called off.

    `at` is in the zone that the review was planned in; `agenda` holds titles with their minutes.
    """

    account: str
    title: str
    names: tuple[str, ...]
    sender: str
    company: str
    language: str
    on: date
    at: datetime | None = None
    zone: str = ""
    minutes: int = 60
    place: str = ""
    agenda: tuple[tuple[str, int], ...] = ()
    is_moved: bool = False
    is_called_off: bool = False
    signature: str = ""


@dataclass(frozen=True, slots=True)
class InvitationWords:
    """What an invitation says by itself, in one language."""

    hello: str
    invite: str
    moved: str
    called_off: str
    when: str
    agenda: str
    wish: str
    thanks: str
    weekdays: tuple[str, ...]
    pre_read: str
    done: str


WORDS: Final[Mapping[str, InvitationWords]] = {
    "en": InvitationWords(
        "Hello {names},", "I would like to invite you to our next review: {title}.",
        "Our review has a new date: {title}.", "I am sorry, our review cannot take place as planned: {title}.",
        "{weekday} {day} {year}{at}, {minutes} minutes", "What I would like to speak about:",
        "What would you like to add? A short answer is enough.", "Kind regards",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "Here is what we will speak about at our review: {title}.", "Where we stand with what was agreed last time:",
    ),
    "de": InvitationWords(
        "Guten Tag {names},", "ich möchte Sie zu unserem nächsten Gespräch einladen: {title}.",
        "unser Gespräch hat einen neuen Termin: {title}.",
        "leider kann unser Gespräch nicht wie geplant stattfinden: {title}.",
        "{weekday}, {day} {year}{at}, {minutes} Minuten", "Darüber möchte ich mit Ihnen sprechen:",
        "Was möchten Sie ergänzen? Eine kurze Antwort genügt.", "Freundliche Grüße",
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        "hier lesen Sie, worüber wir sprechen werden: {title}.", "So steht es um das, was zuletzt vereinbart wurde:",
    ),
    "fr": InvitationWords(
        "Bonjour {names},", "je souhaite vous inviter à notre prochain entretien : {title}.",
        "notre entretien a une nouvelle date : {title}.",
        "notre entretien ne peut malheureusement pas avoir lieu comme prévu : {title}.",
        "{weekday} {day} {year}{at}, {minutes} minutes", "Voici ce dont je souhaite parler :",
        "Que souhaitez-vous ajouter ? Une courte réponse suffit.", "Cordialement",
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        "voici ce dont nous parlerons : {title}.", "Où nous en sommes de ce qui a été convenu la dernière fois :",
    ),
}  # fmt: skip


def invitation_of(
    review: Review, account: str, names: tuple[str, ...], sender: str, company: str, language: str
) -> Invitation:
    """Make the invitation to a review that has a day.

    Raises:
        ValueError: it has none.
    """
    if review.planned_on is None:
        raise ValueError("An invitation needs a day.")
    return Invitation(
        account=account,
        title=words_in(language).titles[review.kind],
        names=names,
        sender=sender,
        company=company,
        language=language,
        on=review.planned_on,
        at=local_in(review.zone, review.starts_at) if review.starts_at else None,
        zone=review.zone,
        minutes=review.length,
        place=review.place,
        agenda=tuple(
            (as_they_read(each.title, language), each.minutes) for each in review.agenda if each.title.strip()
        ),
        is_moved=review.invited_on is not None and not review.knows_of_move,
        is_called_off=review.state is ReviewState.CANCELLED,
    )


def invitation_mail(invitation: Invitation) -> MailText:
    """Write the mail that invites, tells of another day, or calls off."""
    words = _words(invitation.language)
    opening = words.moved if invitation.is_moved else words.invite
    if invitation.is_called_off:
        opening = words.called_off
    parts = [_hello(words, invitation), opening.format(title=invitation.title), _when(words, invitation)]
    if not invitation.is_called_off:
        parts += [*_agenda(words, invitation), words.wish]
    return MailText(_subject(invitation, words), _joined(parts, words, invitation), _own(words))


def pre_read_mail(invitation: Invitation, promised: tuple[tuple[str, str], ...]) -> MailText:
    """Write what they read before the meeting: the agenda, and how far each promise of last time is."""
    words = _words(invitation.language)
    parts = [_hello(words, invitation), words.pre_read.format(title=invitation.title), _when(words, invitation)]
    if promised:
        parts.append("\n".join([words.done, *(f"- {what} ({state})" for what, state in promised)]))
    parts += [*_agenda(words, invitation), words.wish]
    return MailText(_subject(invitation, words), _joined(parts, words, invitation), _own(words))


def _words(language: str) -> InvitationWords:
    return WORDS.get(language, WORDS["en"])


def _hello(words: InvitationWords, invitation: Invitation) -> str:
    return words.hello.format(names=", ".join(invitation.names) or invitation.account)


def _when(words: InvitationWords, invitation: Invitation) -> str:
    day = words_in(invitation.language).short_day(invitation.on)
    zone = f" ({invitation.zone})" if invitation.zone and invitation.at else ""
    at = f", {invitation.at:%H:%M}{zone}" if invitation.at else ""
    when = words.when.format(
        weekday=words.weekdays[invitation.on.weekday()], day=day, year=invitation.on.year, at=at,
        minutes=invitation.minutes,
    )  # fmt: skip
    return "\n".join(each for each in (when, invitation.place) if each)


def _agenda(words: InvitationWords, invitation: Invitation) -> Iterator[str]:
    if invitation.agenda:
        yield "\n".join([words.agenda, *(f"- {title} ({minutes} min)" for title, minutes in invitation.agenda)])


def _joined(parts: list[str], words: InvitationWords, invitation: Invitation) -> str:
    ending = signed(words.thanks, invitation.signature, invitation.sender, invitation.company)
    return "\n\n".join([*parts, ending]) + "\n"


def _subject(invitation: Invitation, words: InvitationWords) -> str:
    day = words_in(invitation.language).short_day(invitation.on)
    return f"{invitation.title}, {day} {invitation.on.year}" + (f" ({words.weekdays[invitation.on.weekday()]})")


def _own(words: InvitationWords) -> tuple[str, ...]:
    said = (words.invite, words.moved, words.called_off, words.agenda, words.wish, words.thanks, words.pre_read,
            words.done)  # fmt: skip
    return tuple(each.replace("{title}.", "").strip() for each in said)
