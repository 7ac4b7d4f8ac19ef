"""What a person does with concerns: logs them, brings them further, and says what is known about them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from textwrap import shorten
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.asking import why_not_closed
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.stage_asks import Lacking, lacking
from reviewdesk.services import typed_values as typed
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.answering_letters import answer_the_letter, follow_the_letter, owners_days
from reviewdesk.services.called import colleague_called, person_called
from reviewdesk.services.concern_fields import TAGS, changed_concern, named_tags, their_words
from reviewdesk.services.follow_up_typing import said_words
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.known_tags import is_known_tag, known_tags
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

CALL_AFTER: Final = timedelta(days=30)
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


@dataclass(frozen=True, slots=True)
class StageAsk:
    """What a concern lacks at its stage, nothing where all is there; the names of ours, and which of them is mine."""

    concern: Concern
    lacking: Lacking | None
    names: tuple[str, ...]
    mine: str
    today: date


class ConcernService:
    """What a person does with what worries a customer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, account_id: UUID, words: str, severity: int) -> Outcome[Concern]:
        """Log a concern that was raised today, in their own words; its wording for the customer begins as the same.

        Raises:
            RefusedError: there are no words, or the severity is not 1, 2, 3 or 4.
        """
        said = their_words(words)
        with self._store.write("Add concern") as work:
            concern = _raised(work, work.accounts.get(account_id), said, severity)
        return Outcome(concern, work.changes)

    def add_of_somebody_new(self, name: str, words: str, severity: int) -> Outcome[Concern]:
        """Log a concern of a customer who is not in the book yet, and add the account, in one step.

        Raises:
            RefusedError: there is no name, there are no words, or the severity is not 1, 2, 3 or 4.
        """
        tidy, said = typed.name(name), their_words(words)
        with self._store.write("Add account and concern") as work:
            mine = me(work)
            added = Account(name=tidy, added_on=work.clock.today(), owner_id=mine.id if mine else None)
            concern = _raised(work, work.accounts.put(added), said, severity)
        return Outcome(concern, work.changes)

    def today(self) -> date:
        """Give the day on which a concern is logged now."""
        return self._store.clock.today()

    def whose(self, account_id: UUID | None, review_id: UUID | None = None) -> AccountName | None:
        """Give the account with its name: this one, else that of a review; nothing where neither is known."""
        with self._store.read() as reading:
            review = reading.reviews.find(review_id) if review_id else None
            wanted = account_id or (review.account_id if review else None)
            found = reading.accounts.find(wanted) if wanted else None
            return AccountName(id=found.id, name=found.name) if found else None

    def bring_to(self, concern_id: UUID, stage: Stage) -> Outcome[Concern]:
        """Bring a concern to a stage, further on or back.

        Once the customer confirmed it, a call in 30 days is asked for that is not for an order; going back takes it
        out again where nothing was done about it yet.

        Raises:
            RefusedError: it is to be closed without their word, and is not fixed, or they were not asked twice.
        """
        today = self._store.clock.today()
        with self._store.write(_DONE[stage]) as work:
            before = concern = work.concerns.get(concern_id)
            if stage is Stage.NOT_CONFIRMED and before.stage is not stage:
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
            changed = work.concerns.put(_typed(work, concern, field, text, today))
            _follow_change(work, concern, changed)
        return Outcome(changed, work.changes)

    def tell(self, concern_id: UUID, told: Mapping[str, str]) -> Outcome[Concern]:
        """Put what a stage asks for into its fields, all in one step; an empty text leaves a field as it is.

        Raises:
            RefusedError: one of them cannot be read as what the field holds.
        """
        today = self._store.clock.today()
        with self._store.write("Say more of a concern") as work:
            before = changed = work.concerns.get(concern_id)
            for field, text in told.items():
                changed = _typed(work, changed, field, text, today) if text.strip() else changed
            changed = work.concerns.put(changed)
            _follow_change(work, before, changed)
        return Outcome(changed, work.changes)

    def add_step(self, concern_id: UUID, what: str, due: date | None = None) -> Outcome[FollowUp]:
        """Add what is done next about a concern; it waits on me.

        Raises:
            RefusedError: it says nothing.
        """
        today = self._store.clock.today()
        with self._store.write("Add follow-up") as work:
            concern, mine = work.concerns.get(concern_id), me(work)
            step = FollowUp(
                account_id=concern.account_id, what=said_words(what), due=due, said_on=today, concern_id=concern_id,
                colleague_id=mine.id if mine else None,
            )  # fmt: skip
            step = work.follow_ups.put(step)
        return Outcome(step, work.changes)

    def known(self, account_id: UUID) -> Mapping[str, tuple[str, ...]]:
        """Give what can be offered for the tags of a concern of an account, and the teams there are."""
        with self._store.read() as reading:
            found = {tag: known_tags(reading.connection, tag, account_id) for tag in TAGS}
            teams = {each.team: None for each in reading.colleagues.all() if each.team}
            teams |= {each.team: None for each in reading.concerns.all() if each.team}
            return {**found, "team": tuple(sorted(teams, key=str.casefold))}

    def asked_of(self, concern_id: UUID) -> StageAsk:
        """Give what a concern lacks at its stage, with what is offered for it."""
        with self._store.read() as reading:
            concern = reading.concerns.get(concern_id)
            ours = reading.colleagues.all()
        names = tuple(each.name for each in ours)
        mine = next((each.name for each in ours if each.is_me), "")
        return StageAsk(concern, lacking(concern), names, mine, self._store.clock.today())


def _typed(work: UnitOfWork, concern: Concern, field: str, text: str, today: date) -> Concern:
    named = _NAMED.get(field)
    if named is not None:
        return named(work, concern, text)
    if field in TAGS:
        return replace(concern, **{field: _tags(work, field, text)})  # type: ignore[arg-type]
    return changed_concern(concern, field, text, today)


def _tags(work: UnitOfWork, field: str, text: str) -> tuple[str, ...]:
    """Read values apart at commas too, but for one that the book knows with its comma."""
    found: list[str] = []
    for each in named_tags(text):
        whole = "," not in each or is_known_tag(work.connection, field, each)
        found += [each] if whole else [part.strip() for part in each.split(",")]
    return tuple(dict.fromkeys(each for each in found if each))


def _follow_change(work: UnitOfWork, before: Concern, changed: Concern) -> None:
    if changed.by_letter != before.by_letter:
        answer_the_letter(work, changed)
    elif changed.by_letter and (changed.raised_on, changed.colleague_id) != (before.raised_on, before.colleague_id):
        follow_the_letter(work, before, changed)
    if changed.set_aside != before.set_aside:
        _set_line_aside(work, changed)


def _refuse_unasked(work: UnitOfWork, concern: Concern) -> None:
    if concern.stage is not Stage.FIXED:
        raise RefusedError(
            "Only what is fixed is closed without their word. Bring it to fixed, and ask them twice whether it is."
        )
    missing = why_not_closed(concern, owners_days(work, concern))
    if missing:
        raise RefusedError(missing)


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


def _raised(work: UnitOfWork, account: Account, words: str, severity: int) -> Concern:
    today = work.clock.today()
    raised = Concern(
        account_id=account.id, words=words, summary=plain_wording(words), severity=severity, raised_on=today,
        stage_since=today, raised_at=work.clock.now(),
    )  # fmt: skip
    return work.concerns.put(raised)
