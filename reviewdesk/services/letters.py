"""Letters that a concern asks for: begun in the customer's language, looked through, kept on the concern once written.

What sets and searches a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.errors import LeakError, NotFinishedError
from reviewdesk.domain.leaks import fold
from reviewdesk.domain.letters.first_answer import ANSWER_WITHIN, CALL_WITHIN, begun_first_answer
from reviewdesk.domain.letters.form import FIELDS, LetterKind, Typed, letter_of
from reviewdesk.domain.letters.mail import letter_mail
from reviewdesk.domain.letters.recovery import begun_recovery
from reviewdesk.domain.letters.words import phrases_in
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.remark import MeantWords
from reviewdesk.exchange.mail_draft import MailDraft, MailPart, is_address
from reviewdesk.services.answering_letters import ANSWER, CALL, asked_for
from reviewdesk.services.attachments import attach
from reviewdesk.services.days import working_days
from reviewdesk.services.documents import forbidden_in, slug
from reviewdesk.services.draft_files import WrittenDraft, folder_of, write_draft
from reviewdesk.services.everybody import Everybody, everybody_in
from reviewdesk.services.gathering import lines_set
from reviewdesk.services.guarding import meant_in
from reviewdesk.services.letter_reading import frame_in
from reviewdesk.services.letter_values import Hit, LetterNow, LetterStart, WrittenLetter
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.print_outs import PrintOut
from reviewdesk.storage import steps

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.leaks import Forbidden
    from reviewdesk.domain.letters.first_answer import FirstAnswer
    from reviewdesk.domain.letters.recovery import RecoveryLetter
    from reviewdesk.domain.people import Person
    from reviewdesk.reports.leak_guard import Leak
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

_LONGEST: Final = 60  # bytes of a name in the name of a file
_FILE: Final = {LetterKind.FIRST_ANSWER: "file first answer", LetterKind.RECOVERY: "file recovery"}
_DONE: Final = {LetterKind.FIRST_ANSWER: "First answer written", LetterKind.RECOVERY: "Recovery letter written"}


@dataclass(frozen=True, slots=True)
class _Read:
    """A letter with what its customer must not read, and the person it is for."""

    value: FirstAnswer | RecoveryLetter
    forbidden: Forbidden
    person: Person | None
    meant: frozenset[str]


class LetterService:
    """Composes the letters of one book."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books
        self._known: tuple[UUID | None, Everybody] | None = None

    def begin(self, concern_id: UUID, kind: LetterKind, person_id: UUID | None = None) -> LetterStart:
        """Give a letter as it begins, in the account's language and in the concern's words for the customer.

        Raises:
            MissingError: the concern is not in the book.
        """
        with self._store.read() as reading:
            concern = reading.concerns.get(concern_id)
            account = reading.accounts.get(concern.account_id)
            people = sorted(_there(reading, concern), key=lambda each: (each.id != concern.raised_by_id, each.name))
            chosen = person_id or (people[0].id if people else None)
            language = frame_in(reading, account, None).language
            begun = _begun(reading, concern, kind, language, chosen)
            today, due = reading.clock.today(), _due(reading, concern, kind)
        return LetterStart(
            kind=kind, concern_id=concern.id, account_id=account.id, account=account.name, begun=begun, texts=begun,
            people=(*((each.id, each.name) for each in people), (None, f"{account.name} as a whole")),
            person_id=chosen, today=today, due=due,
        )  # fmt: skip

    def draw(self, typed: Typed) -> LetterNow:
        """Set a letter as it stands, and say what it lacks and what must not stay in it."""
        from reviewdesk.reports.leak_guard import find_leaks
        from reviewdesk.reports.letter import render_letter

        with self._store.read() as reading:
            read = self._read(reading, typed)
        made = render_letter(read.value, self._fonts)
        found = find_leaks(made.pdf, read.forbidden, template=made.template, meant=read.meant)
        return LetterNow(made.pdf, _file_name(read.value, typed.kind), read.value.missing, _hits(found, typed))

    def write(self, typed: Typed) -> Outcome[WrittenLetter]:
        """Write a letter: it is kept on its concern, whose history says so.

        A first answer acknowledges what was only reported; a recovery letter tells the customer. Words that were said
        to be meant stand in the history too.

        Raises:
            NotFinishedError: it does not say all that it must.
            LeakError: it holds something internal.
        """
        now = self.draw(typed)
        if now.missing:
            raise NotFinishedError(f"This letter is not complete. {now.missing[0].sentence}")
        _refuse(now.hits)
        meant = "".join(f", “{each}” is meant" for each in sorted(typed.meant))
        with self._store.write(f"{_DONE[typed.kind]}{meant}") as work:
            concern = work.concerns.get(typed.concern_id)
            attach(work, concern.account_id, now.file_name, now.pdf, concern_id=concern.id)
            _keep_meant(work, concern, typed)
            further = _after(concern, typed.kind, work.clock.today())
            if further != concern:
                work.concerns.put(further)
            step = asked_for(work, concern, ANSWER) if typed.kind is LetterKind.FIRST_ANSWER else None
        self._known, letter = None, PrintOut(now.pdf, now.file_name)
        return Outcome(WrittenLetter(letter, step.id if step is not None else None), work.changes)

    def mail(self, typed: Typed) -> WrittenDraft:
        """Write the draft of a mail with a letter as its PDF.

        Raises:
            NotFinishedError: it does not say all that it must.
            LeakError: it holds something internal.
            RefusedError: the draft cannot be written.
        """
        now = self.draw(typed)
        if now.missing:
            raise NotFinishedError(f"This letter is not complete. {now.missing[0].sentence}")
        _refuse(now.hits)
        with self._store.read() as reading:
            read = self._read(reading, typed)
        person, value = read.person, read.value
        mail = letter_mail(value.frame, value.subject, "mail letter")
        there = person is not None and is_address(person.email)
        part = MailPart(name=now.file_name, media="application/pdf", content=now.pdf)
        to = ((person.name, person.email),) if person is not None and there else ()
        lacking = (person.name,) if person is not None and not there else ()
        draft = MailDraft(to=to, subject=mail.subject, text=mail.text, parts=(part,))
        return write_draft(folder_of(self._store.path), draft, now.file_name.removesuffix(".pdf"), lacking)

    def _read(self, reading: Reading, typed: Typed) -> _Read:
        concern = reading.concerns.get(typed.concern_id)
        account = reading.accounts.get(concern.account_id)
        person = reading.people.find(typed.person_id) if typed.person_id else None
        value = letter_of(typed, frame_in(reading, account, person), concern.raised_on)
        forbidden = forbidden_in(reading, account.id, value.as_summary, self._other_books, self._everybody(reading))
        return _Read(value, forbidden, person, typed.meant | meant_in(reading, concern.id, typed.kind.value))

    def _everybody(self, reading: Reading) -> Everybody:
        """Give all whose names may be somebody else's; read anew only once the book has changed."""
        step = steps.latest(reading.connection)
        if self._known is None or self._known[0] != step:
            self._known = step, everybody_in(reading)
        return self._known[1]


def _there(reading: Reading, concern: Concern) -> Sequence[Person]:
    return [each for each in reading.people.where(account_id=concern.account_id) if each.left_on is None]


def _due(reading: Reading, concern: Concern, kind: LetterKind) -> date | None:
    """Give the day on which a first answer is to be written at the latest, while none was."""
    if kind is not LetterKind.FIRST_ANSWER or concern.stage is not Stage.REPORTED:
        return None
    step = asked_for(reading, concern, ANSWER)
    working = working_days(reading.book, reading.clock.today())
    return (step.due if step is not None else None) or working.add(concern.raised_on, ANSWER_WITHIN)


def _begun(
    reading: Reading, concern: Concern, kind: LetterKind, language: str, person_id: UUID | None
) -> dict[str, str]:
    today, working = reading.clock.today(), working_days(reading.book, reading.clock.today())
    hidden = concern.set_aside or concern.line_id in lines_set(reading, concern.account_id).hidden
    blank = {each.name: "" for each in FIELDS[kind]}
    about = {"concern": "" if hidden else plain_wording(concern.summary)}
    if kind is LetterKind.FIRST_ANSWER:
        step = asked_for(reading, concern, CALL)
        wanted = step.due if step is not None else None
        call = max(wanted or working.add(concern.raised_on, CALL_WITHIN), working.add(today, 1))
        return {**blank, **about, **begun_first_answer(language, concern.raised_on, call)}
    raiser = reading.people.find(concern.raised_by_id) if concern.raised_by_id else None
    other = raiser.name if raiser is not None and raiser.id != person_id else ""
    begun = begun_recovery(language, cause=concern.root_cause, fix=concern.fix, raised_by=other)
    return {**blank, **about, **begun}


def _keep_meant(work: UnitOfWork, concern: Concern, typed: Typed) -> None:
    """Keep which words were said to be meant, so that nobody is asked again."""
    for words in sorted(typed.meant - meant_in(work, concern.id, typed.kind.value)):
        meant = MeantWords(
            account_id=concern.account_id, about=concern.id, document=typed.kind.value, words=words,
            meant_on=work.clock.today(),
        )  # fmt: skip
        work.meant_words.put(meant)


def _after(concern: Concern, kind: LetterKind, today: date) -> Concern:
    """Give a concern as it stands once its letter is written."""
    if kind is LetterKind.RECOVERY:
        return concern if concern.told_on else replace(concern, told_on=today)
    return concern.at(Stage.ACKNOWLEDGED, today) if concern.stage is Stage.REPORTED else concern


def _hits(found: Sequence[Leak], typed: Typed) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            kind=each.kind.value, words=each.words, field=_field_with(each.words, typed), page=each.page,
            areas=tuple((area.left, area.bottom, area.right, area.top) for area in each.areas),
        )
        for each in found
    )  # fmt: skip


def _field_with(words: str, typed: Typed) -> str:
    """Give the name of the field in which words stand; nothing where they stand in none."""
    wanted = fold(words).casefold()
    shown = (each.name for each in FIELDS[typed.kind] if typed.admits or not each.chosen)
    return next((name for name in shown if wanted in fold(typed.texts.get(name, "")).casefold()), "")


def _refuse(hits: Sequence[Hit]) -> None:
    if hits:
        words = ", ".join(f"“{each.words}” ({each.kind})" for each in hits[:3])
        raise LeakError(f"This letter holds what is not for the customer: {words}. Take it out, or say it is meant.")


def _file_name(value: FirstAnswer | RecoveryLetter, kind: LetterKind) -> str:
    """Name the file in the customer's language: the account, the person, what it is, the day."""
    frame = value.frame
    whom = [slug(each).encode()[:_LONGEST].decode(errors="ignore") for each in _whom(value) if each]
    return f"{slug(' '.join((*whom, phrases_in(frame.language)[_FILE[kind]], str(frame.written_on))))}.pdf"


def _whom(value: FirstAnswer | RecoveryLetter) -> tuple[str, str]:
    return value.frame.recipient.company, value.frame.recipient.person
