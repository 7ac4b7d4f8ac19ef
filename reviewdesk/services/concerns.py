"""What a person does with concerns: logs them, brings them further, and says what is known about them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from textwrap import shorten
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.asking import why_not_closed
from reviewdesk.domain.concern import SEVERITIES, Ask, CauseKind, Concern, Mismatch, Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes.day_words import read_day
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.services import typed_values as typed
from reviewdesk.services.answering_letters import answer_the_letter, owners_days
from reviewdesk.services.called import colleague_called, person_called
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.typed_values import Reader
from reviewdesk.storage.reading import UnitOfWork
from reviewdesk.storage.store import Store

CALL_AFTER: Final = timedelta(days=30)
_BY: Final = " by "
MOST_REASONS: Final = 3
_LONGEST: Final = 80
_DONE: Final[Mapping[Stage, str]] = {
    Stage.REPORTED: "Concern reported",
    Stage.ACKNOWLEDGED: "Concern acknowledged",
    Stage.PLANNED: "Plan in place for a concern",
    Stage.FIXED: "Concern fixed",
    Stage.CONFIRMED: "Concern confirmed, call in 30 days",
    Stage.WITHDRAWN: "Concern withdrawn",
    Stage.NOT_CONFIRMED: "Concern closed, not confirmed",
}


def _their_words(text: str) -> str:
    if not text.strip():
        raise RefusedError("Write what worries them, in their own words.")
    return " ".join(text.split())


def _severity(text: str) -> int:
    tidy = text.strip()
    if tidy not in {str(each) for each in SEVERITIES}:
        choices = ", ".join(f"{number} {words}" for number, words in SEVERITIES.items())
        raise RefusedError(f"The severity is one of these: {choices}.")
    return int(tidy)


def _reasons(text: str) -> tuple[str, ...]:
    found = typed.several(text)
    if len(found) > MOST_REASONS:
        raise RefusedError("A concern has up to three reasons. Keep the three that weigh most.")
    return found


def _asks(text: str, today: date) -> tuple[Ask, ...]:
    """Read what they asked for, one a line, each with its day behind “by”."""
    return tuple(_ask(each.strip(), today) for each in text.splitlines() if each.strip())


def _ask(line: str, today: date) -> Ask:
    what, by, day = line.rpartition(_BY)
    found = read_day(day, today, expected=True) if by and what.strip() else None
    return Ask(what=line) if found is None else Ask(what=what.strip(), due=found.day)


CONCERN_FIELDS: Final[Mapping[str, Reader]] = {
    "words": _their_words,
    "severity": _severity,
    "cost": typed.amount,
    **dict.fromkeys(("summary", "root_cause", "fix", "team", "beyond_the_fix"), typed.words),
    **dict.fromkeys(("set_aside", "by_letter"), typed.yes_or_no),
    "reasons": _reasons,
    "tags": typed.several,
    "cause_kind": typed.one_of(CauseKind),
    "mismatch": typed.one_of(Mismatch),
}
CONCERN_DAYS: Final[Mapping[str, Callable[[str, date], Any]]] = {
    "plan_due": typed.day,
    "told_on": typed.past_day,
    "raised_on": typed.past_day,
    "asks": _asks,
}


class ConcernService:
    """What a person does with what worries a customer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, account_id: UUID, words: str, severity: int) -> Outcome[Concern]:
        """Log a concern that was raised today, in their own words; its wording for the customer begins as the same.

        Raises:
            RefusedError: there are no words, or the severity is not 1, 2, 3 or 4.
        """
        today, said = self._store.clock.today(), _their_words(words)
        with self._store.write("Add concern") as work:
            work.accounts.get(account_id)
            raised = Concern(
                account_id=account_id, words=said, summary=plain_wording(said), severity=severity,
                raised_on=today, stage_since=today,
            )  # fmt: skip
            concern = work.concerns.put(raised)
        return Outcome(concern, work.changes)

    def bring_to(self, concern_id: UUID, stage: Stage) -> Outcome[Concern]:
        """Bring a concern to a stage, further on or back.

        Once the customer confirmed it, a call in 30 days is asked for that is not for an order; going back takes it
        out again where nothing was done about it yet.

        Raises:
            RefusedError: it is to be closed without their word, and they were not asked twice.
        """
        today = self._store.clock.today()
        with self._store.write(_DONE[stage]) as work:
            before = concern = work.concerns.get(concern_id)
            if stage is Stage.NOT_CONFIRMED and before.is_open:
                _refuse_unasked(work, before)
            if before.stage is not stage:
                concern = work.concerns.put(before.at(stage, today))
                _follow_with_call(work, before, concern, today)
        return Outcome(concern, work.changes)

    def asked(self, concern_id: UUID) -> Outcome[Concern]:
        """Note that they were asked today whether it is fixed, and have not answered yet.

        Raises:
            RefusedError: it is not fixed.
        """
        today = self._store.clock.today()
        with self._store.write("They were asked whether it is fixed") as work:
            concern = work.concerns.get(concern_id)
            if concern.stage is not Stage.FIXED:
                raise RefusedError("Only a concern that is fixed can be asked about. Bring it to fixed first.")
            days = tuple(dict.fromkeys((*concern.asked_on, today)))
            concern = work.concerns.put(replace(concern, asked_on=days))
        return Outcome(concern, work.changes)

    def change(self, concern_id: UUID, field: str, text: str) -> Outcome[Concern]:
        """Put what was typed into one field of a concern; typing on in it is one step of undo.

        `owner` takes the name of a colleague, where a new name adds one and no name leaves it without an owner;
        `raised_by` that of a person of theirs. A wording for the customer that is emptied is again what they said.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        today = self._store.clock.today()
        with self._store.write("Change concern", join_key=f"concern/{concern_id}/{field}") as work:
            concern = work.concerns.get(concern_id)
            named = _NAMED.get(field)
            changed = named(work, concern, text) if named else changed_concern(concern, field, text, today)
            work.concerns.put(changed)
            if changed.by_letter != concern.by_letter:
                answer_the_letter(work, changed)
            if changed.set_aside != concern.set_aside:
                _set_line_aside(work, changed)
        return Outcome(changed, work.changes)


def changed_concern(concern: Concern, field: str, text: str, today: date) -> Concern:
    """Put what was typed into a field of a concern.

    Raises:
        RefusedError: it cannot be read as what the field holds.
    """
    days = CONCERN_DAYS.get(field)
    value: Any = days(text, today) if days else CONCERN_FIELDS[field](text)
    if field == "summary":
        value = value or plain_wording(concern.words)
    if field == "root_cause":
        known = concern.cause_on or today
        return replace(concern, root_cause=value, cause_on=known if value else None)
    if field == "raised_on":
        return replace(concern, raised_on=_raised(concern, value, today))
    if isinstance(value, date) and value < concern.raised_on:
        raise RefusedError(f"It was raised on {short_day(concern.raised_on, today)}. Type that day or a later one.")
    return replace(concern, **{field: value})


def _refuse_unasked(work: UnitOfWork, concern: Concern) -> None:
    missing = why_not_closed(concern, owners_days(work, concern))
    if missing:
        raise RefusedError(missing)


def _raised(concern: Concern, day: date | None, today: date) -> date:
    if day is None:
        raise RefusedError("Say on which day they raised it, like 3 Nov or last week.")
    if concern.told_on is not None and concern.told_on < day:
        raise RefusedError(f"They were told on {short_day(concern.told_on, today)}. Type that day or an earlier one.")
    return day


def _raised_by(work: UnitOfWork, concern: Concern, name: str) -> Concern:
    who = person_called(work, concern.account_id, name.strip()) if name.strip() else None
    return replace(concern, raised_by_id=who)


def _owned(work: UnitOfWork, concern: Concern, name: str) -> Concern:
    if not name.strip():
        return replace(concern, colleague_id=None)
    owner = colleague_called(work, name)
    return replace(concern, colleague_id=owner.id, team=concern.team or owner.team)


_NAMED: Final = {"owner": _owned, "raised_by": _raised_by}


def _set_line_aside(work: UnitOfWork, concern: Concern) -> None:
    """Let the note line it was made from follow: a line that is set aside keeps its concern out of a summary."""
    review = work.reviews.find(concern.review_id) if concern.review_id else None
    line = next((each for each in review.lines if each.id == concern.line_id), None) if review else None
    if review is not None and line is not None:
        work.reviews.put(review.with_line(replace(line, set_aside=concern.set_aside)))


def _follow_with_call(work: UnitOfWork, before: Concern, concern: Concern, today: date) -> None:
    asked = f"Call about “{shorten(concern.summary, _LONGEST, placeholder=' …')}”, not for an order"
    calls = [
        each
        for each in work.follow_ups.where(concern_id=concern.id)
        if each.is_open and each.what == asked and not each.is_acted_on
    ]
    if concern.stage is Stage.CONFIRMED and not calls:
        mine = me(work)
        call = FollowUp(account_id=concern.account_id, what=asked, due=today + CALL_AFTER, concern_id=concern.id)
        work.follow_ups.put(replace(call, colleague_id=mine.id if mine else None))
    elif before.stage is Stage.CONFIRMED:
        for each in calls:
            work.follow_ups.remove(each.id)
