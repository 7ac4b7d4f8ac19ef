"""Ways to the review of a loss, and on from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.account import AccountStatus

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.account.loss_part import LossPart
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.domain.account import Account
    from reviewdesk.services.outcome import Outcome


def open_loss(desk: Desk, account_id: UUID) -> None:
    """Show why an account left, on its page."""
    desk.open_account(account_id)
    desk.pages.account.open_tab("loss")


def offer_loss_review(desk: Desk, account_id: UUID, account: str) -> None:
    """Say in passing where one notes why they left; nothing waits for it."""
    said = desk.tr("{account} is marked as lost.").format(account=account)
    desk.shell.tell(
        said, Tone.GOOD, action=desk.tr("Why did they leave?"), then=partial(open_loss, desk, account_id)
    )  # fmt: skip


def say_they_left(desk: Desk) -> None:
    """Mark the account that is shown as lost, else one that is asked for."""
    account_id = desk.account_shown()
    if account_id is not None:
        _mark(desk, account_id)
    else:
        desk.account_ways.ask_for(desk.tr("They left us"), partial(_mark, desk))


def _mark(desk: Desk, account_id: UUID) -> None:
    desk.flush()
    desk.open_account(account_id)
    work = partial(desk.services.accounts.change, account_id, "status", AccountStatus.LOST.value)
    desk.tasks.run(work, partial(_marked, desk, account_id), desk, lane=Lane.WRITE)


def _marked(desk: Desk, account_id: UUID, found: Outcome[Account]) -> None:
    offer_loss_review(desk, account_id, found.value.name)


def ask_who_makes_up(desk: Desk, part: LossPart) -> None:
    """Ask for an account that is to make up for the loss that is shown."""
    desk.account_ways.ask_for(desk.tr("Who makes up for it?"), part.choose)


def set_loss_aside(desk: Desk, account_id: UUID) -> None:
    """Let nothing ask for the review of a loss any more."""
    work = partial(desk.services.loss_reviews.set_aside, account_id)
    desk.tasks.run(work, _leave_it, desk, lane=Lane.WRITE)


def _leave_it(_outcome: object) -> None:
    """What was changed is shown by whoever shows it."""
