"""What a person does with feedback forms that came back: looks at the answers, and keeps them, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, Unpack
from uuid import UUID

from reviewdesk.domain.errors import RefusedError, UnreadableError
from reviewdesk.domain.feedback import FilledIn, FormKind, IssuedForm, same_code
from reviewdesk.domain.feedback_fields import FormState
from reviewdesk.domain.intervals import short_day
from reviewdesk.exchange.feedback_forms import LARGEST, read_feedback_form
from reviewdesk.services.days import working_days
from reviewdesk.services.file_content import content_of
from reviewdesk.services.form_in_values import FormBack, FormTaken
from reviewdesk.services.form_keeping import kept
from reviewdesk.services.form_making import followed, is_here, language_for
from reviewdesk.services.form_refusals import TYPE_IT_IN, refuse_strange, refuse_unreadable, unanswered
from reviewdesk.services.mail_values import PersonName
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage import form_secret

if TYPE_CHECKING:
    from pathlib import Path

    from reviewdesk.domain.feedback import FormMark
    from reviewdesk.domain.people import Person
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

_FLAT = (
    "“{name}” was printed into a new file, which takes its fields away. What stands on it can be typed in here: look "
    "at it beside this."
)


class FormInService:
    """Takes in feedback forms that came back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, path: Path) -> FormBack:
        """Read a form and say whose it is and what is filled in; the book is not changed.

        Raises:
            NotAFormError: it is another file.
            UnreadableError: its answers cannot be read.
            RefusedError: it is of another book, was changed, asks other questions, is empty, or was taken in already.
        """
        content = content_of(path, LARGEST)
        read = read_feedback_form(content)
        refuse_unreadable(read, path.name)
        with self._store.read() as reading:
            if read.state is FormState.FLAT:
                found = _by_code(reading, read.code, path.name)
                why = _FLAT.format(name=path.name)
                return _back(reading, found, name=path.name, content=content, is_typed=True, why=why)
            mark, filled = read.mark, read.filled or FilledIn()
            if mark is None:
                raise UnreadableError(f"“{path.name}” cannot be read. Ask them to send it once more, {TYPE_IT_IN}")
            refuse_strange(mark, form_secret.find(reading.connection), path.name)
            form = _issued(reading, mark, path.name)
            back = _back(reading, form, name=path.name, content=content, filled=filled)
        if filled.is_empty:
            raise unanswered(path.name, _name_of(back, form.person_id))
        _refuse_known(back, filled)
        return back

    def type_in(self, form_id: UUID) -> FormBack:
        """Begin to type in the answers of a form that came back on paper."""
        with self._store.read() as reading:
            return _back(reading, reading.feedback_forms.get(form_id), is_typed=True)

    def type_in_code(self, code: str) -> FormBack:
        """Begin to type in the answers of the form that this code is printed on.

        Raises:
            RefusedError: no form of this book bears it.
        """
        with self._store.read() as reading:
            return _back(reading, _by_code(reading, code, ""), is_typed=True)

    def type_in_new(
        self, account_id: UUID, person_id: UUID | None = None, kind: FormKind = FormKind.SHORT
    ) -> FormBack:  # fmt: skip
        """Begin to type in answers that came on paper, for an account that the book made no such form for."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            account = reading.accounts.get(account_id)
            review = followed(reading, account_id, None, today)
            form = IssuedForm(
                account_id=account_id, person_id=person_id, review_id=review.id if review else None, kind=kind,
                issued_on=today, language=language_for(None, account, reading.book),
            )  # fmt: skip
            return _back(reading, form, is_typed=True)

    def take(self, back: FormBack, taken: FormTaken) -> Outcome[IssuedForm]:
        """Keep what was answered, as one step: scores, words, consent, and what is done to make good.

        Raises:
            RefusedError: the day has not come yet, nothing was answered, the same stands in the book already, or the
                same person answered otherwise before and that is not to be replaced.
        """
        if taken.on > back.today:
            raise RefusedError("A form is taken in once it came back. Choose a day up to today.")
        if taken.filled.is_empty:
            raise RefusedError("Nothing is filled in. Type at least one answer, or press Escape to leave it.")
        with self._store.write("Take in a feedback form") as work:
            work.accounts.get(back.form.account_id)
            form = work.feedback_forms.find(back.form.id) or back.form
            _refuse_known(replace(back, form=form), taken.filled)
            form = kept(work, replace(back, form=form), taken)
        return Outcome(form, work.changes)


class _Said(TypedDict, total=False):
    """What is known of a form that came back, beside the form itself."""

    name: str
    content: bytes
    filled: FilledIn
    is_typed: bool
    why: str


def _back(reading: Reading, form: IssuedForm, **said: Unpack[_Said]) -> FormBack:
    today = reading.clock.today()
    people = reading.people.where(account_id=form.account_id)
    there = sorted((each for each in people if is_here(each, today)), key=_name_key)
    review = reading.reviews.find(form.review_id) if form.review_id else None
    names = tuple(PersonName(each.id, each.account_id, each.name) for each in there)
    return FormBack(
        form=form,
        account=reading.accounts.get(form.account_id).name,
        people=names,
        today=today,
        put_right_by=working_days(reading.book, today).add(today, 1),
        met_on=review.day if review else None,
        person_id=form.person_id or _meant(said.get("filled", FilledIn()).name, names),
        **said,
    )


def _meant(name: str, people: tuple[PersonName, ...]) -> UUID | None:
    """Give whom a name means that somebody wrote, letter by letter and whatever the case."""
    wanted = " ".join(name.split()).casefold()
    return next((each.id for each in people if each.name.casefold() == wanted), None)


def _issued(reading: Reading, mark: FormMark, name: str) -> IssuedForm:
    """Give the form that a mark names, as the book knows it now."""
    try:
        form = reading.feedback_forms.find(UUID(mark.form))
    except ValueError:
        form = None
    if form is None:
        raise RefusedError(
            f"“{name}” was sent from this book, and was taken out of it since, perhaps with its account. Undo that, "
            f"{TYPE_IT_IN}"
        )
    return form


def _by_code(reading: Reading, code: str, name: str) -> IssuedForm:
    """Give the form that a code is printed on."""
    known = {each.code: each for each in reading.feedback_forms.all()}
    found = same_code(code, known)
    if found is None:
        whose = f"“{name}” bears the code {code}, which" if name else f"The code “{code.strip()}”"
        raise RefusedError(f"{whose} belongs to no form of this book. Look at the code beside *Form* at its head.")
    return known[found]


def _refuse_known(back: FormBack, filled: FilledIn) -> None:
    """Refuse answers that stand in the book already, whatever file they come in."""
    for each in back.form.returns:
        if each.digest == filled.digest:
            who = _name_of(back, each.person_id) or each.name or "somebody"
            day = short_day(each.answered_on, back.today)
            raise RefusedError(
                f"These answers stand in the book already: {back.account}, {who}, {day}. Nothing was changed."
            )


def _name_of(back: FormBack, person_id: UUID | None) -> str:
    return next((each.name for each in back.people if each.id == person_id), "")


def _name_key(person: Person) -> str:
    return person.name.casefold()
