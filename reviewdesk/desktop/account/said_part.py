"""Keeps the questions and opportunities on the page of one account and the book the same."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.said import Said, SaidPage
from reviewdesk.desktop.account.unfolding_page import UnfoldingPart
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.said import Question
from reviewdesk.services.said import SaidService


class SaidPart(UnfoldingPart[Said]):
    """The tab of questions and opportunities; it is there once one was noted."""

    key: ClassVar[str] = "said"

    def __init__(self, page: SaidPage, said: SaidService, tasks: Tasks) -> None:
        super().__init__(page, tasks)
        self._listed, self._said = page, said

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab with what is open on it."""
        known = _known(brief)
        still = sum(each.is_open for each in known)
        return Tab(self.key, self.tr("Questions"), still) if known or asked else None

    def show_brief(self, brief: Brief) -> None:
        """Show what was said at this account."""
        self._listed.show_brief(brief)
        self.show_of(brief.account.id, ((each.id, each) for each in _known(brief)))

    def change(self, record: Said, name: str, text: str) -> Callable[[], object]:
        """Give what puts what was typed into a field."""
        change = self._said.change_question if isinstance(record, Question) else self._said.change_opportunity
        return partial(change, record.id, name, text)


def _known(brief: Brief) -> tuple[Said, ...]:
    return (*brief.questions, *brief.opportunities)
