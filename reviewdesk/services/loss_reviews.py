"""Reviews of losses: why they left, asked by somebody of another team, and whether to win them back.

What sets a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.reviewed_loss import PLAN_WITHIN, ReviewedLoss
from reviewdesk.domain.switch import Direction
from reviewdesk.services.earned_back import LastYear, earned_from, last_year_of
from reviewdesk.services.loss_people import hint_of, refuse_insider, teams_of
from reviewdesk.services.loss_steps import choose, end_plan, follow_cost, hand_plan_to, leave_out, owe_plan, plans_of
from reviewdesk.services.loss_typing import LEFT_ON, left_on, with_field, written, written_day
from reviewdesk.services.loss_values import document_of, events_of, scores_before, training_words
from reviewdesk.services.making_up import Replacing, replacing
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.print_outs import PrintOut

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.loss_document import LossAnswer, LossEvent, ScoreBefore
    from reviewdesk.domain.win_back import WinBack
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

COST_OUT: Final = frozenset({"cost_out", "cost_out_owner", "cost_out_due"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLoss:
    """A loss as its tab shows it; `fields` hold what was typed, `plan_due` is empty before anything was."""

    account_id: UUID
    account: str
    lost_on: date | None
    today: date
    fields: Mapping[str, str]
    hint: str
    answers: tuple[LossAnswer, ...]
    win_back: WinBack | None
    events: tuple[LossEvent, ...]
    before: tuple[ScoreBefore, ...]
    training: tuple[str, ...]
    plan_due: date | None = None
    is_plan_open: bool = False
    currency: str = ""
    cost_to_win: Decimal | None = None
    ended_on: date | None = None
    set_aside_on: date | None = None
    too_early: bool = False
    bought: LastYear | None = None
    rule: HealthSettings = field(default_factory=HealthSettings)


class LossReviewService:
    """Keeps one review for each lost account."""

    def __init__(self, store: Store, fonts: Path) -> None:
        self._store, self._fonts = store, fonts

    def of_account(self, account_id: UUID) -> ShownLoss:
        """Give the review of a loss, empty before anything was typed."""
        with self._store.read() as reading:
            account, today = reading.accounts.get(account_id), reading.clock.today()
            loss = _of(reading, account_id)
            open_ = any(each.is_open for each in plans_of(reading, loss))
            return ShownLoss(
                account_id=account_id, account=account.name, lost_on=account.lost_on, today=today,
                fields=written(loss) | {LEFT_ON: written_day(account.lost_on)},
                hint=hint_of(reading, loss), answers=loss.answers, win_back=loss.win_back,
                events=events_of(reading, account, notes=True), before=scores_before(reading, account),
                training=training_words(reading, teams_of(reading, loss)), is_plan_open=open_,
                plan_due=loss.plan_due if loss.is_begun else None, ended_on=loss.ended_on,
                set_aside_on=loss.set_aside_on, currency=account.currency or reading.book.base_currency,
                cost_to_win=account.cost_to_win, rule=HealthSettings.of(reading.book),
                too_early=earned_from(reading, account).falls_short_of(account.cost_to_win),
                bought=last_year_of(reading, account),
            )  # fmt: skip

    def set_field(self, account_id: UUID, name: str, text: str) -> Outcome[ReviewedLoss]:
        """Keep one field as it was typed; the first one begins the review, and a plan is owed within 14 days.

        Raises:
            RefusedError: it cannot be read, or the interviewer belongs to the team that answers for the loss.
        """
        with self._store.write("Loss review", join_key=f"loss {account_id} {name}") as work:
            account, today = work.accounts.get(account_id), work.clock.today()
            if account.lost_on is None:
                raise RefusedError(f"{account.name} is not lost. Mark the account as lost first.")
            kept = _kept(work, account_id)
            if name == LEFT_ON:
                work.accounts.put(replace(account, lost_on=left_on(text, today)))
                return Outcome(kept or _begun(account_id, today), work.changes)
            loss = with_field(kept or _begun(account_id, today), name, text, today)
            if name in ("interviewer", "team"):
                refuse_insider(work, loss)
            if kept is None and not loss.is_begun:
                return Outcome(loss, work.changes)
            loss = self._keep(work, loss)
            if name == "team":
                hand_plan_to(work, loss)
            elif name in COST_OUT:
                loss = follow_cost(work, loss)
        return Outcome(loss, work.changes)

    def _keep(self, work: UnitOfWork, loss: ReviewedLoss) -> ReviewedLoss:
        """Keep a review that something was noted in, which takes it up again where it was set aside."""
        kept = work.reviewed_losses.put(replace(loss, set_aside_on=None))
        owe_plan(work, kept)
        return kept

    def take_figures(self, account_id: UUID) -> Outcome[ReviewedLoss]:
        """Take what the account bought in its last 12 months as the revenue and the margin that were lost.

        Raises:
            RefusedError: no purchase of theirs is in the book, or a rate is missing.
        """
        with self._store.write("Take what they bought") as work:
            bought = last_year_of(work, work.accounts.get(account_id))
            if bought is None:
                raise RefusedError("What they bought is not in the book, or an exchange rate is missing. Type it.")
            loss = _of(work, account_id)
            margin = loss.margin if bought.margin is None else bought.margin
            loss = self._keep(work, replace(loss, revenue=bought.revenue, margin=margin))
        return Outcome(loss, work.changes)

    def end(self, account_id: UUID) -> Outcome[ReviewedLoss]:
        """End the review; a plan that is written is no longer owed.

        Raises:
            RefusedError: nothing was noted yet.
        """
        with self._store.write("End the loss review") as work:
            loss, today = _of(work, account_id), work.clock.today()
            if not loss.is_begun:
                raise RefusedError("Nothing is noted yet. Answer a question first, or set the review aside.")
            loss = work.reviewed_losses.put(replace(loss, ended_on=today, set_aside_on=None))
            end_plan(work, loss, today)
        return Outcome(loss, work.changes)

    def set_aside(self, account_id: UUID) -> Outcome[ReviewedLoss]:
        """Say that this loss is not looked into; nothing asks for it any more."""
        with self._store.write("Set the loss review aside") as work:
            loss, today = _of(work, account_id), work.clock.today()
            loss = work.reviewed_losses.put(replace(loss, set_aside_on=today))
            end_plan(work, loss, today)
        return Outcome(loss, work.changes)

    def take_up(self, account_id: UUID) -> Outcome[ReviewedLoss]:
        """Take a review up again that was ended or set aside."""
        with self._store.write("Take the loss review up again") as work:
            loss = work.reviewed_losses.put(replace(_of(work, account_id), ended_on=None, set_aside_on=None))
        return Outcome(loss, work.changes)

    def replacing(self, account_id: UUID) -> Replacing:
        """Say how the loss is made up: what it takes, who might buy it, and what is planned."""
        with self._store.read() as reading:
            return replacing(reading, reading.accounts.get(account_id), _of(reading, account_id))

    def choose(self, account_id: UUID, candidate_id: UUID) -> Outcome[ReviewedLoss]:
        """Take an account into the plan that makes up for a loss; it is asked within 14 days.

        Raises:
            RefusedError: it does not buy from us now.
        """
        with self._store.write("Choose who makes up for a loss") as work:
            loss = self._keep(work, _of(work, account_id))
            found = replacing(work, work.accounts.get(account_id), loss).candidates
            why = next((each.why for each in found if each.account_id == candidate_id), "")
            choose(work, loss, work.accounts.get(candidate_id), why)
        return Outcome(loss, work.changes)

    def leave_out(self, account_id: UUID, candidate_id: UUID) -> Outcome[ReviewedLoss]:
        """Take an account out of that plan again."""
        with self._store.write("Leave out who makes up for a loss") as work:
            loss = _of(work, account_id)
            leave_out(work, loss, candidate_id)
        return Outcome(loss, work.changes)

    def paper(self, account_id: UUID) -> PrintOut:
        """Set the review of a loss for our side.

        Raises:
            RefusedError: the account is not lost.
        """
        from reviewdesk.reports.loss_review import render_loss_review
        from reviewdesk.services.boss_papers import file_name, sender

        with self._store.read() as reading:
            account, today = reading.accounts.get(account_id), reading.clock.today()
            if account.lost_on is None:
                raise RefusedError(f"{account.name} is not lost, so there is no loss to review.")
            loss = _of(reading, account_id)
            switches = reading.switches.where(account_id=account_id, direction=Direction.TO_RIVAL)
            rival = max(switches, key=lambda each: each.switched_on).rival if switches else ""
            value = document_of(reading, account, loss, sender(reading))
            value = replace(value, went_to=rival)
        return PrintOut(render_loss_review(value, self._fonts), file_name(account.name, f"loss review {today}"))


def _of(reading: Reading, account_id: UUID) -> ReviewedLoss:
    return _kept(reading, account_id) or _begun(account_id, reading.clock.today())


def _kept(reading: Reading, account_id: UUID) -> ReviewedLoss | None:
    return next(iter(reading.reviewed_losses.where(account_id=account_id)), None)


def _begun(account_id: UUID, today: date) -> ReviewedLoss:
    return ReviewedLoss(account_id=account_id, begun_on=today, plan_due=today + PLAN_WITHIN)
