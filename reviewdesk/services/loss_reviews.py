"""Reviews of losses: why they left, asked by somebody of another team, and whether to win them back.

What sets a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.reviewed_loss import PLAN_WITHIN, ReviewedLoss
from reviewdesk.domain.switch import Direction
from reviewdesk.services.loss_typing import with_field, written
from reviewdesk.services.loss_values import document_of, events_of, scores_before, training_words
from reviewdesk.services.myself import me, named_so
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.print_outs import PrintOut
from reviewdesk.services.whose_move import first_move

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.loss_document import LossAnswer, LossEvent, ScoreBefore
    from reviewdesk.domain.people import Colleague
    from reviewdesk.domain.win_back import WinBack
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

PLAN: Final = "Plan after losing this customer"


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


class LossReviewService:
    """Keeps one review for each lost account."""

    def __init__(self, store: Store, fonts: Path) -> None:
        self._store, self._fonts = store, fonts

    def of_account(self, account_id: UUID) -> ShownLoss:
        """Give the review of a loss, empty before anything was typed."""
        with self._store.read() as reading:
            account, today = reading.accounts.get(account_id), reading.clock.today()
            kept = _kept(reading, account_id)
            loss = kept or _begun(account_id, today)
            open_ = any(each.is_open for each in plans_of(reading, loss))
            return ShownLoss(
                account_id=account_id, account=account.name, lost_on=account.lost_on, today=today,
                fields=written(loss), hint=hint_of(reading, loss), answers=loss.answers, win_back=loss.win_back,
                events=events_of(reading, account, notes=True), before=scores_before(reading, account),
                training=training_words(reading), plan_due=kept.plan_due if kept else None, is_plan_open=open_,
                currency=account.currency or reading.book.base_currency, cost_to_win=account.cost_to_win,
            )  # fmt: skip

    def set_field(self, account_id: UUID, field: str, text: str) -> Outcome[ReviewedLoss]:
        """Keep one field as it was typed; the first one begins the review, and a plan is owed within 14 days.

        Raises:
            RefusedError: it cannot be read, or the interviewer belongs to the team that answers for the loss.
        """
        with self._store.write("Loss review", join_key=f"loss {account_id} {field}") as work:
            account, today = work.accounts.get(account_id), work.clock.today()
            if account.lost_on is None:
                raise RefusedError(f"{account.name} is not lost. Mark the account as lost first.")
            kept = _kept(work, account_id)
            loss = with_field(kept or _begun(account_id, today), field, text, today)
            if field in ("interviewer", "team"):
                _refuse_insider(work, loss)
            if kept is None and written(loss) == written(_begun(account_id, today)):
                return Outcome(loss, work.changes)
            loss = work.reviewed_losses.put(loss)
            if kept is None:
                _owe_plan(work, loss)
            if field == "team":
                _hand_plan_to(work, loss)
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
            loss = _kept(reading, account_id) or _begun(account_id, today)
            switches = reading.switches.where(account_id=account_id, direction=Direction.TO_RIVAL)
            rival = max(switches, key=lambda each: each.switched_on).rival if switches else ""
            value = document_of(reading, account, loss, sender(reading))
            value = replace(value, went_to=rival, interviewer_is_of_team=_asked_own_team(reading, loss))
        return PrintOut(render_loss_review(value, self._fonts), file_name(account.name, f"loss review {today}"))


def accountable(reading: Reading, loss: ReviewedLoss) -> str:
    """Give the team that answers for a loss: the one that was named, else that of the owner of the account."""
    owner_id = reading.accounts.get(loss.account_id).owner_id
    owner = reading.colleagues.find(owner_id) if owner_id else None
    return loss.team or (owner.team.strip() if owner is not None else "")


def plans_of(reading: Reading, loss: ReviewedLoss) -> tuple[FollowUp, ...]:
    """Give the follow-ups that ask for the plan after a loss."""
    return reading.follow_ups.where(about_id=loss.id, account_id=loss.account_id)


def _kept(reading: Reading, account_id: UUID) -> ReviewedLoss | None:
    return next(iter(reading.reviewed_losses.where(account_id=account_id)), None)


def _begun(account_id: UUID, today: date) -> ReviewedLoss:
    return ReviewedLoss(account_id=account_id, begun_on=today, plan_due=today + PLAN_WITHIN)


def hint_of(reading: Reading, loss: ReviewedLoss) -> str:
    """Say who had better ask, in a book without teams where nobody can be refused."""
    if any(each.team.strip() for each in reading.colleagues.all()):
        return ""
    asked, owner = named_so(reading, loss.interviewer), reading.accounts.get(loss.account_id).owner_id
    if asked is None or not (asked.is_me or asked.id == owner):
        return ""
    return "You looked after them yourself. Somebody from outside hears what they would not tell you."


def _refuse_insider(work: UnitOfWork, loss: ReviewedLoss) -> None:
    if _asked_own_team(work, loss):
        raise RefusedError(
            f"{loss.interviewer} belongs to {accountable(work, loss)}, which answers for this loss. "
            "Let another team ask."
        )


def _asked_own_team(reading: Reading, loss: ReviewedLoss) -> bool:
    """Say whether whoever asks belongs to the team that answers for it; teams of people change after they asked."""
    asked, team = named_so(reading, loss.interviewer) if loss.interviewer else None, accountable(reading, loss)
    return asked is not None and bool(team) and folded(asked.team) == folded(team)


def _my_id(work: UnitOfWork) -> UUID | None:
    mine = me(work)
    return mine.id if mine else None


def _by_name(colleague: Colleague) -> str:
    return colleague.name.casefold()


def _owe_plan(work: UnitOfWork, loss: ReviewedLoss) -> None:
    who = work.accounts.get(loss.account_id).owner_id or _my_id(work)
    work.follow_ups.put(
        FollowUp(
            account_id=loss.account_id, what=PLAN, due=loss.plan_due, about_id=loss.id, colleague_id=who,
            waits_on=first_move(work, Side.OURS, who),
        )
    )  # fmt: skip


def _hand_plan_to(work: UnitOfWork, loss: ReviewedLoss) -> None:
    """Let somebody of the accountable team owe the plan, the owner of the account where that is one of them.

    Without a team it is the owner's again; a team of which nobody is known leaves it where it is.
    """
    owner_id = work.accounts.get(loss.account_id).owner_id or _my_id(work)
    team = sorted((each for each in work.colleagues.all() if folded(each.team) == folded(loss.team)), key=_by_name)
    may = {owner_id} if not loss.team else {each.id for each in team}
    if not may:
        return
    who = owner_id if owner_id in may else team[0].id
    for each in plans_of(work, loss):
        if each.is_open and (each.colleague_id not in may):
            work.follow_ups.put(replace(each, colleague_id=who, waits_on=first_move(work, Side.OURS, who)))
