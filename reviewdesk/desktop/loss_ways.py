"""Ways to the review of a loss, and on from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.tokens import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.account.loss_part import LossPart
    from reviewdesk.desktop.desk import Desk


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


def ask_who_makes_up(desk: Desk, part: LossPart) -> None:
    """Ask for an account that is to make up for the loss that is shown."""
    desk.account_ways.ask_for(desk.tr("Who makes up for it?"), part.choose)


def set_loss_aside(desk: Desk, account_id: UUID) -> None:
    """Let nothing ask for the review of a loss any more."""
    work = partial(desk.services.loss_reviews.set_aside, account_id)
    desk.tasks.run(work, _leave_it, desk, lane=Lane.WRITE)


def _leave_it(_outcome: object) -> None:
    """What was changed is shown by whoever shows it."""
