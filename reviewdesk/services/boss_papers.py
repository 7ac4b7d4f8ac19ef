"""What is handed to a boss on paper, made from the book as it stands.

What sets a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reviewdesk.domain.boss_documents import PrintedMonday, PrintedPortfolio
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Vendor
from reviewdesk.domain.team_sheet import TeamSheet
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.documents import slug
from reviewdesk.services.monday import week_of
from reviewdesk.services.myself import me
from reviewdesk.services.portfolio import portfolio_in
from reviewdesk.services.portfolio_blocks import blocks_of, shared_in
from reviewdesk.services.print_outs import FOR_OUR_SIDE, PrintOut
from reviewdesk.services.team_sheets import Accountable, Answering, concerns_shown, meant, owed_shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

APART_FROM: Final = 40
_LONGEST: Final = 60


class BossPaperService:
    """Makes the documents for a boss."""

    def __init__(self, store: Store, fonts: Path) -> None:
        self._store, self._fonts = store, fonts

    def monday(self) -> PrintOut:
        """Set the Monday page of this week."""
        from reviewdesk.reports.monday import render_monday

        value = self.monday_value()
        named = file_name(value.page.book, f"Monday page {value.page.today}")
        return PrintOut(render_monday(value, self._fonts), named)

    def monday_value(self) -> PrintedMonday:
        """Give what the Monday page says on paper."""
        with self._store.read() as reading:
            return PrintedMonday(sender(reading), week_of(reading), branding_in(reading))

    def portfolio(self) -> PrintOut:
        """Set the portfolio as it stands."""
        value = self.portfolio_value()
        return PrintOut(self._set_portfolio(value), _portfolio_name(value))

    def portfolio_apart(self, told: Callable[[int, int], None]) -> PrintOut:
        """Do the same, a long one in a process of its own; `told` hears how far it is, and may raise to end it.

        Raises:
            RefusedError: there was no room for that process.
        """
        from reviewdesk.reports.apart import set_apart

        value = self.portfolio_value()
        count = len(value.blocks)
        told(0, count)
        if count < APART_FROM:
            return PrintOut(self._set_portfolio(value), _portfolio_name(value))
        return PrintOut(set_apart("portfolio", value, self._fonts, told), _portfolio_name(value))

    def portfolio_value(self) -> PrintedPortfolio:
        """Give what the portfolio says on paper."""
        with self._store.read() as reading:
            shared = shared_in(reading)
            found = portfolio_in(reading, shared)
            return PrintedPortfolio(sender(reading), found, blocks_of(reading, found, shared), branding_in(reading))

    def accountable(self) -> tuple[Accountable, ...]:
        """Give the teams, and the people who are in none, that answer for something that is open."""
        with self._store.read() as reading:
            return Answering.read(reading).everybody()

    def team_sheet(self, who: Accountable) -> PrintOut:
        """Set the sheet of a team or a person as it stands."""
        from reviewdesk.reports.team_sheet import render_team_sheet

        value = self.team_sheet_value(who)
        return PrintOut(render_team_sheet(value, self._fonts), file_name(value.name, f"team sheet {value.written_on}"))

    def team_sheet_called(self, text: str) -> PrintOut:
        """Set the sheet of whoever is meant by a name or a part of it.

        Raises:
            RefusedError: nobody is, or several could be.
        """
        return self.team_sheet(meant(text, self.accountable()))

    def team_sheet_value(self, who: Accountable) -> TeamSheet:
        """Give what the sheet of a team or a person says."""
        with self._store.read() as reading:
            answering = Answering.read(reading)
            return TeamSheet(
                vendor=sender(reading), name=who.name, written_on=reading.clock.today(),
                people=answering.people_of(who), concerns=tuple(concerns_shown(reading, answering, who)),
                owes=tuple(owed_shown(reading, answering, who)), branding=branding_in(reading),
            )  # fmt: skip

    def _set_portfolio(self, value: PrintedPortfolio) -> bytes:
        from reviewdesk.reports.portfolio import render_portfolio

        return render_portfolio(value, self._fonts)


def _portfolio_name(value: PrintedPortfolio) -> str:
    return file_name(value.portfolio.book, f"portfolio {value.portfolio.today}")


def sender(reading: Reading) -> Vendor:
    """Give who hands it on."""
    return Vendor(sender_of(reading.book, me(reading)), reading.book.company_line)


def file_name(of: str, what: str) -> str:
    """Name a file: of whom it is, what it is, and that it is for our side."""
    short = slug(of).encode()[:_LONGEST].decode(errors="ignore")
    return f"{slug(f'{short} {what} {FOR_OUR_SIDE}')}.pdf"
