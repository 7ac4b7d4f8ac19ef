"""A complaint that came as a letter is answered in writing first, and then by a call."""

from collections.abc import Mapping
from dataclasses import replace
from textwrap import shorten
from typing import Final

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.services.days import days_of
from reviewdesk.services.myself import me
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork

ANSWER: Final = "Answer “{words}” in writing"
CALL: Final = "Call about “{words}”, after the first answer"
WITHIN: Final[Mapping[str, int]] = {ANSWER: 1, CALL: 2}
_LONGEST: Final = 80


def answer_the_letter(work: UnitOfWork, concern: Concern) -> None:
    """Ask for a written first answer in 1 working day and a call in 2; where it was no letter, no longer.

    What was done about either of them stays.
    """
    words = shorten(concern.summary or concern.words, _LONGEST, placeholder=" …")
    wanted = {each.format(words=words): days for each, days in WITHIN.items()}
    there = {each.what: each for each in work.follow_ups.where(concern_id=concern.id)}
    if not concern.by_letter:
        for each in (there[what] for what in wanted if what in there):
            if each.is_open and not each.is_acted_on:
                work.follow_ups.remove(each.id)
        return
    mine, days = me(work), owners_days(work, concern)
    owner = concern.colleague_id or (mine.id if mine else None)
    for what, within in wanted.items():
        if what not in there:
            step = FollowUp(account_id=concern.account_id, what=what, concern_id=concern.id)
            work.follow_ups.put(replace(step, due=days.add(concern.raised_on, within), colleague_id=owner))


def follow_the_letter(work: UnitOfWork, before: Concern, concern: Concern) -> None:
    """Let the answer and the call follow the day the letter came and whoever sees to it; what was done stays."""
    mine, days = me(work), owners_days(work, concern)
    own = mine.id if mine else None
    was = before.colleague_id or own
    for asked, within in WITHIN.items():
        step = asked_for(work, concern, asked)
        if step is not None and not step.is_acted_on:
            owner = (concern.colleague_id or own) if step.colleague_id == was else step.colleague_id
            work.follow_ups.put(replace(step, due=days.add(concern.raised_on, within), colleague_id=owner))


def asked_for(reading: Reading, concern: Concern, what: str) -> FollowUp | None:
    """Give what asks for the written answer or the call, `ANSWER` or `CALL`, while it is open."""
    first, last = what.split("{words}")
    steps = (each for each in reading.follow_ups.where(concern_id=concern.id) if each.is_open)
    return next((each for each in steps if each.what.startswith(first) and each.what.endswith(last)), None)


def owners_days(work: UnitOfWork, concern: Concern) -> WorkingDays:
    """Give the days on which whoever sees to a concern works."""
    owner = work.colleagues.find(concern.colleague_id) if concern.colleague_id else None
    return days_of(owner, work.book, work.clock.today())
