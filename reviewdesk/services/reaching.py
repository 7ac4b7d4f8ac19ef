"""Reaching an account of an outreach: who is spoken with, what to say, and the contact that is made by it."""

from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.domain.shared_problem import Affected, Reach
from reviewdesk.services.myself import me
from reviewdesk.storage.unit_of_work import UnitOfWork

TOLD: Final = "Told"
_AS_SPOKEN: Final = {"call": Channel.CALL, "visit": Channel.VISIT}  # a letter or a message is no answer of theirs


def reached_by(work: UnitOfWork, affected_id: UUID, on: date) -> Affected | None:
    """Note that a contact that is logged has reached an account; nothing where it was settled before.

    Raises:
        RefusedError: who is to be reached wants no marketing, and nobody said why safety comes first.
    """
    known = work.affected.find(affected_id)
    if known is None or known.is_settled:
        return None
    refuse_shy(work, known)
    return work.affected.put(known.settled(Reach.REACHED, on))


def contact_made(work: UnitOfWork, known: Affected, on: date) -> Contact | None:
    """Write down that an account was spoken with about a problem it shares, once a day; not what was only written.

    The name of the problem stays out, since it may name who raised it, and so does what they were told: that is the
    customer's to read, and a contact is ours.
    """
    channel = _AS_SPOKEN.get(known.channel)
    if channel is None:
        return None
    words = f"{TOLD} of a problem they may share, {work.shared_problems.get(known.problem_id).remedy.value}"
    if any(each.made_on == on and each.words == words for each in work.contacts.where(account_id=known.account_id)):
        return None
    mine = me(work)
    return work.contacts.put(
        Contact(
            account_id=known.account_id, made_on=on, channel=channel, person_id=known.person_id,
            colleague_id=known.colleague_id or (mine.id if mine else None), words=words,
        )
    )  # fmt: skip


def refuse_shy(work: UnitOfWork, known: Affected) -> None:
    """Refuse to reach whoever wants no marketing.

    Raises:
        RefusedError: nobody said why safety comes first.
    """
    person = work.people.find(known.person_id) if known.person_id else None
    if person is not None and person.no_marketing and not known.override:
        raise RefusedError(
            f"{person.name} wants no marketing. Say first why safety comes before that wish; it is kept in the history."
        )
