"""Keeps what came back in a feedback form: scores, words, consent, the contact it was, and the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.feedback import DIMENSIONS, IssuedForm, Quoting, Returned, asked_by
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.people import Person
from reviewdesk.domain.said import Channel, Contact, Quote
from reviewdesk.services import typed_values as typed
from reviewdesk.services.attachments import attach
from reviewdesk.services.myself import me
from reviewdesk.services.trust_falls import after_trust

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.services.form_in_values import FormBack, FormTaken
    from reviewdesk.storage.unit_of_work import UnitOfWork

PUT_RIGHT: Final = "Put right what they told us"
_CONTACT: Final = "Answered the feedback form"


def kept(work: UnitOfWork, back: FormBack, taken: FormTaken) -> IssuedForm:
    """Keep answers within a step; those of the same person from before are given up for them.

    Raises:
        RefusedError: there are some and they are not to be replaced.
    """
    form, filled = back.form, taken.filled
    person_id = _added(work, form.account_id, filled.name).id if taken.adds_person else taken.person_id
    before = form.earlier(person_id, filled.name)
    if before is not None and not taken.replaces:
        day = short_day(before.answered_on, back.today)
        raise RefusedError(f"They answered this form on {day} already. Say that these answers replace those.")
    answers = _answers(work, form, taken, person_id, before)
    quote = _quote(work, form, taken, person_id, before)
    contact_id = _contact(work, back, taken, person_id, before)
    if taken.next_what.strip() or taken.next_on is not None:
        work.follow_ups.put(_next(work, form, taken))
    back_again = Returned(
        answered_on=taken.on, digest=filled.digest, person_id=person_id, name=filled.name,
        answer_ids=tuple(each.id for each in answers), quote_ids=(quote.id,) if quote else (), contact_id=contact_id,
        feelings=filled.feelings, colleague=filled.colleague, better=filled.better, quoting=filled.quoting,
    )  # fmt: skip
    return work.feedback_forms.put(form.with_return(back_again, before))


def _added(work: UnitOfWork, account_id: UUID, name: str) -> Person:
    return work.people.put(Person(account_id=account_id, name=typed.name(name)))


def _answers(
    work: UnitOfWork, form: IssuedForm, taken: FormTaken, person_id: UUID | None, before: Returned | None
) -> list[Answer]:
    """Put the answers, each in place of the one to the same question; what is answered no more goes."""
    found = (work.answers.find(each) for each in (before.answer_ids if before else ()))
    known = {each.asked: each for each in found if each is not None}
    scores = {each: taken.filled.scores[each] for each in asked_by(form.kind) if each in taken.filled.scores}
    for asked, each in known.items():
        if asked not in scores:
            work.answers.remove(each.id)
    told = [work.answers.put(_answer(form, taken, person_id, asked, known.get(asked))) for asked in scores]
    if Asked.TRUST in {*scores, *known}:
        after_trust(work, form.account_id)
    return told


def _answer(
    form: IssuedForm, taken: FormTaken, person_id: UUID | None, asked: Asked, known: Answer | None
) -> Answer:  # fmt: skip
    filled = taken.filled
    fresh = Answer.given(
        asked, filled.scores[asked], account_id=form.account_id, person_id=person_id, review_id=form.review_id,
        answered_on=taken.on, importance=filled.matters.get(asked) if asked in DIMENSIONS else None,
        evidence=filled.better if asked is Asked.RECOMMEND else "",
    )  # fmt: skip
    return fresh if known is None else replace(fresh, id=known.id, version=known.version)


def _quote(
    work: UnitOfWork, form: IssuedForm, taken: FormTaken, person_id: UUID | None, before: Returned | None
) -> Quote | None:
    """Keep their words as a quote with their consent; who said no is not quoted, and what they allowed before goes."""
    for each in before.quote_ids if before else ():
        if work.quotes.find(each) is not None:
            work.quotes.remove(each)
    filled = taken.filled
    if not filled.colleague.strip() or filled.quoting is Quoting.NO:
        return None
    quote = Quote(
        account_id=form.account_id, words=filled.colleague.strip(), said_on=taken.on, review_id=form.review_id,
        person_id=person_id,
    )  # fmt: skip
    return work.quotes.put(replace(quote, consent=filled.quoting.consent) if filled.quoting else quote)


def _contact(
    work: UnitOfWork, back: FormBack, taken: FormTaken, person_id: UUID | None, before: Returned | None
) -> UUID:
    """Note that they answered, once, and keep the file with it."""
    known = work.contacts.find(before.contact_id) if before and before.contact_id else None
    mine = me(work)
    contact = known or work.contacts.put(
        Contact(
            account_id=back.form.account_id,
            made_on=taken.on,
            channel=Channel.MAIL,
            words=_CONTACT,
            person_id=person_id,
            review_id=back.form.review_id,
            colleague_id=mine.id if mine else None,
        )
    )
    if back.content:
        attach(work, back.form.account_id, back.name, back.content, contact_id=contact.id)
    return contact.id


def _next(work: UnitOfWork, form: IssuedForm, taken: FormTaken) -> FollowUp:
    mine = me(work)
    return FollowUp(
        account_id=form.account_id, what=taken.next_what.strip() or PUT_RIGHT, due=taken.next_on, said_on=taken.on,
        colleague_id=mine.id if mine else None,
    )  # fmt: skip
