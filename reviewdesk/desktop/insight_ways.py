"""What can be done from the cards of Insights: see the concerns of a mark, ask who else, hand a team its sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reviewdesk.domain.errors import LeakError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.insights.concern_list import ConcernListSheet
    from reviewdesk.desktop.widgets.mark_chart import Lead
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.concern_insights import NamedConcern


class InsightWays(QObject):
    """Does them on the desk of one book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.sheet: ConcernListSheet | None = None

    def list_concerns(self, lead: Lead) -> None:
        """Show the concerns that a mark stands for."""
        read = partial(self._desk.services.concern_insights.listed, lead.concern_ids)
        self._desk.tasks.run(read, partial(self._show_list, lead.words), self, newest="concerns of a mark")

    def _show_list(self, words: str, found: Sequence[NamedConcern]) -> None:
        from reviewdesk.desktop.insights.concern_list import ConcernListSheet
        from reviewdesk.desktop.page_ways import follow

        self.sheet = ConcernListSheet(words, found, self._desk.shell)
        self.sheet.lead_asked.connect(partial(follow, self._desk))
        self.sheet.finished.connect(self._let_go)
        self.sheet.open()

    def _let_go(self) -> None:
        self.sheet = None

    def who_else(self, lead: Lead) -> None:
        """Ask who else shares the cause of a concern: of several, the one that was raised last."""
        if lead.concern_ids:
            self._desk.pages.ask_who_else(lead.concern_ids[0])

    def team_sheet(self, lead: Lead) -> None:
        """Show the sheet of whoever a mark is of."""
        desk = self._desk
        if lead.about:
            make = partial(desk.services.boss_papers.team_sheet_called, lead.about)
            desk.exchange.papers.open(self.tr("Team sheet"), make)
        else:
            desk.tell(self.tr("Go to a team or a person first: their sheet says what they answer for and owe."))

    def story(self, lead: Lead, *, named: bool = False) -> None:
        """Show the story of a recovery as a document."""
        if len(lead.concern_ids) == 1:
            make = partial(self._desk.services.recovery_stories.paper, lead.concern_ids[0], named=named)
            self._desk.exchange.papers.open(self.tr("Story"), make)
        else:
            self._ask_for_one()

    def copy_story(self, lead: Lead) -> None:
        """Put the story of a recovery on the clipboard; where something is found in it, show it as a document."""
        if len(lead.concern_ids) == 1:
            work = partial(self._desk.services.recovery_stories.text, lead.concern_ids[0])
            self._desk.tasks.run(work, self._copied, self, failed=partial(self._held_back, lead))
        else:
            self._ask_for_one()

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.tell(self.tr("The story was copied. It names nobody."))

    def _held_back(self, lead: Lead, error: ReviewDeskError) -> None:
        if isinstance(error, LeakError):
            self.story(lead)
        else:
            self._desk.tasks.told.emit(error)

    def _ask_for_one(self) -> None:
        self._desk.tell(self.tr("Go to one concern first: each has a story of its own."))
