"""What is handed to a boss and to teams of ours: one key makes the document and shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from reviewdesk.desktop import loss_ways
from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.progress import Progress
    from reviewdesk.desktop.team_picker import TeamPicker
    from reviewdesk.services.boss_papers import BossPaperService
    from reviewdesk.services.print_outs import PrintOut
    from reviewdesk.services.team_sheets import Accountable

MONDAY: Final = "monday_pdf"
PORTFOLIO: Final = "portfolio_pdf"
TEAM: Final = "team_sheet"
LOSS: Final = "loss_review"
LEFT: Final = "they_left"


def boss_commands() -> tuple[Command, ...]:
    """Give a command for each of them."""
    words, file = "boss week report print paper our side", Group.FILE
    return (
        Command(MONDAY, "Monday page as PDF", file, ("Ctrl+Alt+M",), "presentation", section=2, words=words),
        Command(
            PORTFOLIO, "Portfolio as PDF", file, ("Ctrl+Alt+P",), "book-open", section=2,
            words=f"{words} all customers accounts",
        ),
        Command(
            TEAM, "Team sheet as PDF…", file, ("Ctrl+Alt+T",), "users", section=2,
            words="colleague concerns owes print paper our side",
        ),
        Command(
            LOSS, "Loss review as PDF", file, (), "file-text", section=2,
            words=f"{words} lost left win back why did they leave",
        ),
        Command(LEFT, "They left us…", Group.ADD, (), "user-minus", section=1, words="lost customer mark gone leave"),
    )  # fmt: skip


class BossWays(QObject):
    """Has these documents made, and shows them on the page of a document."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._is_making = False
        self.picker: TeamPicker | None = None

    @property
    def _papers(self) -> BossPaperService:
        return self._desk.services.boss_papers

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {
            MONDAY: self.show_monday, PORTFOLIO: self.make_portfolio, TEAM: self.ask_for_team, LOSS: self.show_loss,
            LEFT: partial(loss_ways.say_they_left, self._desk),
        }  # fmt: skip

    def show_monday(self) -> None:
        """Show the Monday page of this week."""
        self._desk.exchange.papers.open(self.tr("Monday page"), self._papers.monday)

    def make_portfolio(self) -> None:
        """Make the portfolio of all customers, which says how far it is and can be stopped, and show it."""
        if self._is_making:
            return
        desk = self._desk
        desk.flush()
        self._is_making = True
        text = self.tr("Making the portfolio…")
        desk.tasks.run_long(
            text, self._made, self._show_portfolio, self, lane=Lane.DOCUMENTS, failed=desk.tasks.told.emit
        )

    def _made(self, progress: Progress) -> PrintOut:
        """Make it; whatever becomes of it, the key works again afterwards."""
        try:
            return self._papers.portfolio_apart(progress.report)
        finally:
            self._is_making = False

    def _show_portfolio(self, made: PrintOut) -> None:
        """Show the one that was made; asked for again, it is made anew."""
        ready = [made]

        def make() -> PrintOut:
            return ready.pop() if ready else self._papers.portfolio_apart(_untold)

        self._desk.exchange.papers.open(self.tr("Portfolio"), make)

    def ask_for_team(self) -> None:
        """Ask whose sheet is wanted, among those who answer for something."""
        self._desk.flush()
        self._desk.tasks.run(self._papers.accountable, self._pick, self)

    def _pick(self, known: tuple[Accountable, ...]) -> None:
        from reviewdesk.desktop.team_picker import TeamPicker

        if not known:
            self._desk.tell(self.tr("No team and no colleague answers for anything that is open. Name who does first."))
            return
        self.picker = TeamPicker(known, self._desk.shell)
        self.picker.picked.connect(self._show_team)
        self.picker.finished.connect(self._let_picker_go)
        self.picker.open()

    def _show_team(self, who: Accountable) -> None:
        self._desk.exchange.papers.open(self.tr("Team sheet"), partial(self._papers.team_sheet, who))

    def show_loss(self) -> None:
        """Show the loss review of the account that is shown, else of one that is asked for."""
        account_id = self._desk.account_shown()
        if account_id is not None:
            self._show_loss_of(account_id)
        else:
            self._desk.account_ways.ask_for(self.tr("Loss review as PDF"), self._show_loss_of)

    def _show_loss_of(self, account_id: UUID) -> None:
        make = partial(self._desk.services.loss_reviews.paper, account_id)
        self._desk.exchange.papers.open(self.tr("Loss review"), make)

    def _let_picker_go(self) -> None:
        self.picker = None


def _untold(_done: int, _all: int) -> None:
    """Hear how far it is and say nothing."""
