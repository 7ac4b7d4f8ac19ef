"""Asks what a saved mail is: whose, from whom, a contact made or a concern, and in which words."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewdesk.desktop.incoming.account_field import AccountField, PersonField
from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import ChoiceField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.services.mail_values import MailSeen, MailTaken

_NEW = "new"
_USUAL = 2
_LONGEST = 2000
_LONGEST_TITLE = 48


class MailSheet(Sheet):
    """Shows a mail and asks what becomes of it.

    Signals:
        taken: what the person makes of it, as a MailTaken.
    """

    taken = Signal(object)

    def __init__(self, seen: MailSeen, account_id: UUID | None, parent: QWidget) -> None:
        super().__init__(_title(seen), parent.tr("Take it in"), parent, sentence=_about(seen))
        self._seen = seen
        meant = seen.meant[0] if seen.meant else None
        self.account = AccountField(self.tr("Account"), seen.accounts, meant.account_id if meant else account_id)
        why = self.tr("Known by {who}").format(who=meant.why) if meant else self.tr("Nobody in it is known yet")
        self.why = Label(why, Part.SMALL)
        self.person = PersonField(self.tr("With"), (), quiet=False)
        day = short_day(seen.day, seen.today)
        self.day = DayWordsField(self.tr("On"), self._past_day, words=day, hint=self.tr("yesterday, 3 mar"))
        kinds: list[tuple[object, str]] = [(None, self.tr("Contact made"))]
        kinds += [(number, self.tr("Concern, {words}").format(words=words)) for number, words in SEVERITIES.items()]
        self.kind = ChoiceField(self.tr("What it is"), kinds, None, quiet=False)
        self.words = TextField(self.tr("What it was about"), seen.mail.subject, lines=6)
        self._lay_out_fields()
        self._connect_fields()
        self._show_people()

    def _lay_out_fields(self) -> None:
        self.add(self.account)
        self.add(self.why)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in ((self.person, 3), (self.day, 2)):
            row.addWidget(field, share)
        self.add(row)
        self.add(self.kind)
        self.add(self.words)
        self.add(Label(self.tr("The mail itself is kept with it, as a file of the account."), Part.SMALL, wraps=True))

    def _connect_fields(self) -> None:
        self._line.textChanged.connect(self._show_people)
        self.kind.edited.connect(self._offer_words)
        self.asked.connect(self._tell)
        first = self.words.editor if self.account.account_id else self.account.editor
        first.setFocus()

    @property
    def _line(self) -> QLineEdit:
        editor = self.account.editor
        if not isinstance(editor, QLineEdit):
            raise TypeError(editor)
        return editor

    def _show_people(self) -> None:
        """Offer the people of the account that is named, and the one who wrote where they are not among them."""
        account_id = self.account.account_id
        choices: list[tuple[object, str]] = [(None, self.tr("nobody in particular"))]
        meant = None
        if account_id is not None:
            meant = self._seen.person_meant(account_id)
            choices += [(each.id, each.name) for each in self._seen.people_of(account_id)]
            if meant is None and self._seen.other.email:
                choices.append((_NEW, self.tr("Add {who}").format(who=_name(self._seen))))
        self.person.show_choices(choices, meant)

    def _offer_words(self, severity: object) -> None:
        """Begin with the subject for a contact, with the words of the mail for a concern, unless others stand here."""
        mail = self._seen.mail
        said = mail.words[:_LONGEST] or mail.subject
        if str(self.words.value()) in ("", mail.subject, said):
            self.words.start_with(said if severity is not None else mail.subject)
        self.words.label.setText(self.tr("What it was about") if severity is None else self.tr("In their own words"))

    def _past_day(self, words: str) -> date | None:
        return read_past_day(words, self._seen.today)

    def _tell(self) -> None:
        account_id, on = self.account.account_id, self.day.day
        if account_id is None:
            self.refuse(self.tr("Say whose mail this is: begin to type the name of the account and choose it."))
            return
        if on is None or on > self._seen.today:
            self.refuse(self.tr("Write the day it was sent on like yesterday or 3 mar; it cannot lie ahead."))
            return
        person, severity = self.person.value(), self.kind.value()
        self.taken.emit(
            MailTaken(
                account_id=account_id,
                on=on,
                words=str(self.words.value()),
                person_id=person if isinstance(person, UUID) else None,
                adds_person=person == _NEW,
                severity=severity if isinstance(severity, int) else None,
            )
        )


def _title(seen: MailSeen) -> str:
    title = seen.mail.subject or seen.name
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _name(seen: MailSeen) -> str:
    return f"{seen.other.name} ({seen.other.email})" if seen.other.name else seen.other.email


def _about(seen: MailSeen) -> str:
    mail = seen.mail
    who = f"{mail.sender.name or mail.sender.email}" if not seen.is_ours else f"to {_name(seen)}"
    files = f"{len(mail.files)} file{'s' if len(mail.files) > 1 else ''}" if mail.files else ""
    day = short_day(seen.day, seen.today)
    return " · ".join(each for each in (who, day, files) if each)
