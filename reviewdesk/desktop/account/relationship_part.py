"""Keeps the relationship on the page of an account and in the book the same."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.relationship import RelationshipPage
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.relationship_values import AccountRelationship
from reviewdesk.services.relationships import RelationshipService


class RelationshipPart(AccountPart):
    """The tab Relationship; it comes with the first answer to one of its dimensions or when it is asked for."""

    key = "relationship"
    before = "revenue"
    after = "people"

    def __init__(self, page: RelationshipPage, relationships: RelationshipService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._relationships, self._tasks = relationships, tasks
        self._account_id: UUID | None = None
        page.given.connect(self._give)
        page.weighed.connect(self._weigh)
        page.based.connect(self._base)
        page.taken_back.connect(self._take_back)

    def tab(self, brief: AccountBrief, *, asked: bool) -> Tab | None:
        """Give the tab once there is something on it."""
        return Tab(self.key, self.tr("Relationship")) if brief.dimensions or asked else None

    def show_brief(self, brief: AccountBrief) -> None:
        """Show what they think of us."""
        if brief.account.id != self._account_id:
            self.flush()
            self._account_id = brief.account.id
            self.page.begin()
        work = partial(self._relationships.of_account, brief.account.id)
        self._tasks.run(work, self._show, self, newest="relationship")

    def start_adding(self) -> None:
        """Let the person set the first dimension."""
        self.page.start_adding()

    def flush(self) -> None:
        """Save at once what it is based on."""
        self.page.evidence.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed is in the book."""
        return self.page.evidence.is_safe

    def _show(self, shown: AccountRelationship) -> None:
        if shown.account_id == self._account_id:
            self.page.show_relationship(shown)
            self.seek()

    def _give(self, dimension: Asked, value: int) -> None:
        if self._account_id is not None:
            person_id, is_guess = self.page.who
            say = partial(self._relationships.say, person_id=person_id, is_guess=is_guess)
            self._write(partial(say, self._account_id, dimension, value))

    def _weigh(self, answer_id: UUID, importance: int | None) -> None:
        self._write(partial(self._relationships.weigh, answer_id, importance))

    def _take_back(self, answer_id: UUID) -> None:
        self._write(partial(self._relationships.take_back, answer_id))

    def _write(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, None, self, lane=Lane.WRITE)

    def _base(self, answer_id: UUID, words: str) -> None:
        work = partial(self._relationships.base, answer_id, words)
        self._tasks.run(work, self._said, self, lane=Lane.WRITE, failed=self._refused)

    def _said(self, _outcome: object) -> None:
        self.page.evidence.show_saved()

    def _refused(self, error: ReviewDeskError) -> None:
        self.page.refuse(str(error))
