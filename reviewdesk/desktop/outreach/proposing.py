"""Finds in the background what may be one problem of several customers, and asks the person quietly."""

from collections.abc import Collection
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.outreach.problem_model import Proposed
from reviewdesk.desktop.outreach.proposal_strip import ProposalStrip
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.proposed_problems import ProposedProblemService

_SHOWN_ANEW = (Kind.PROPOSED_PROBLEM, Kind.ACCOUNT)


class Proposing(QObject):
    """Looks at the beginning of a day and whenever a concern came or changed; shows what it found on its strips.

    Signals:
        look_asked: the proposal that the person looks at.
    """

    look_asked = Signal(object)

    def __init__(self, proposals: ProposedProblemService, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._proposals, self._tasks = proposals, tasks
        self._strips: list[ProposalStrip] = []
        self._open: tuple[Proposed, ...] = ()
        tasks.changed.connect(self._follow)

    def begin(self) -> None:
        """Look through the concerns of the last 30 days, and show what is still asked."""
        self._tasks.run(self._proposals.look, self._found, self, newest="what may be shared")
        self._read()

    def show_on(self, strip: ProposalStrip) -> None:
        """Show what is proposed on a page, now and from now on."""
        self._strips.append(strip)
        strip.look_asked.connect(self.look_asked)
        strip.other_asked.connect(self._not_the_same)
        strip.show_proposals(self._open)

    def started(self, proposal: Proposed) -> None:
        """Keep that an outreach was started from a proposal."""
        self._answer(proposal, is_same=True)

    def _not_the_same(self, proposal: Proposed) -> None:
        self._answer(proposal, is_same=False)

    def _answer(self, proposal: Proposed, *, is_same: bool) -> None:
        work = partial(self._proposals.answer, proposal.id, is_same=is_same)
        self._tasks.run(work, None, self, lane=Lane.WRITE)

    def _found(self, groups: Collection[Collection[UUID]]) -> None:
        if groups:
            self._tasks.run(partial(self._proposals.propose, groups), None, self, lane=Lane.WRITE)

    def _read(self) -> None:
        self._tasks.run(self._proposals.open, self._show, self, newest="what is proposed")

    def _show(self, proposals: tuple[Proposed, ...]) -> None:
        self._open = proposals
        for strip in self._strips:
            strip.show_proposals(proposals)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.CONCERN):
            self.begin()
        elif changes.touch(*_SHOWN_ANEW):
            self._read()
