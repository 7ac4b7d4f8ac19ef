"""What a day given to a follow-up must be like, and what follows from giving it."""

from dataclasses import replace
from datetime import date

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import short_day
from reviewdesk.storage.unit_of_work import UnitOfWork


def refuse_before_it_was_said(made: FollowUp) -> None:
    """Refuse a promise for a day that was over when it was said."""
    if made.is_before_it_was_said() and made.due is not None and made.said_on is not None:
        day, said_on = short_day(made.due, made.said_on), short_day(made.said_on, made.due)
        raise RefusedError(f"{day} was over when this was promised, on {said_on}. Give a day from then on.")


def see_reminders(work: UnitOfWork, answered: FollowUp) -> None:
    """Take what was reminded of out of the inbox: it was answered, and speaks again on its new day."""
    for each in work.reminders.where(follow_up_id=answered.id, seen_at=None):
        work.reminders.put(replace(each, seen_at=work.now))


def refuse_past_its_day(found: FollowUp, until: date, today: date) -> None:
    """Refuse to hide what is due meanwhile; what is late already, or no promise and due today, may rest."""
    if found.due is not None and today < found.due < until:
        raise RefusedError(f"It is due on {short_day(found.due, today)}. Move it, or snooze it until then.")
    if found.is_promise and found.due == today:
        raise RefusedError("It was promised for today. Move it to the day that was agreed instead.")
