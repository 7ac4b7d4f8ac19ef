"""Pages of reaching out: the outreach to several customers with its parts, and the calls."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from reviewdesk.desktop.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from reviewdesk.desktop.calls.call_logging import CallLogging
    from reviewdesk.desktop.calls.opportunity_noting import OpportunityNoting
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.outreach.changes_controller import ChangesController
    from reviewdesk.desktop.outreach.concerns_after import ConcernsAfter
    from reviewdesk.desktop.outreach.controller import OutreachController
    from reviewdesk.desktop.outreach.joining import Joining
    from reviewdesk.desktop.outreach.problem_model import Proposed
    from reviewdesk.desktop.outreach.problems_controller import ProblemsController
    from reviewdesk.desktop.outreach.proposing import Proposing
    from reviewdesk.domain.answer import Answer


class PagesOutreach:
    """Makes each of them when it is first asked for; `_keep` takes a page into the window."""

    _desk: Desk

    def _keep(self, key: str, controller: Any) -> None:  # noqa: ANN401 - each page has its own controller
        raise NotImplementedError

    @cached_property
    def calls(self) -> CallLogging:
        """The log of a call, over whatever page is shown."""
        from reviewdesk.desktop.calls.call_logging import CallLogging

        desk, services = self._desk, self._desk.services
        made = CallLogging(desk.shell, services.accounts, services.drafts, desk.tasks)
        made.setParent(desk)
        made.courtesy_logged.connect(self.offer_opportunity)
        return made

    @cached_property
    def opportunity_noting(self) -> OpportunityNoting:
        """What notes an opportunity after a call that was not for an order."""
        from reviewdesk.desktop.calls.opportunity_noting import OpportunityNoting

        made = OpportunityNoting(self._desk.shell, self._desk.services.said, self._desk.tasks)
        made.setParent(self._desk)
        return made

    def offer_opportunity(self, account_id: UUID) -> None:
        """Say that the call is logged, and offer to note what they want; not while a bad score is to be made good."""
        read = partial(self._desk.services.call_lists.makes_good_first, account_id)
        self._desk.tasks.run(read, partial(self._offer_or_recover, account_id), self._desk, newest="made good")

    def _offer_or_recover(self, account_id: UUID, bad: Answer | None) -> None:
        if bad is not None:
            said = self._desk.tr("The call is logged. Make their {score} of 10 good before you speak of an order.")
            then, action = partial(self._log_concern_of, account_id), self._desk.tr("Log a concern")
            self._desk.shell.tell(said.format(score=bad.value), Tone.WARN, action=action, then=then)
            return
        tr, then = self._desk.tr, partial(self._begin_opportunity, account_id)
        said = tr("The call that was not for an order is logged.")
        self._desk.shell.tell(said, Tone.GOOD, action=tr("They want something: note it"), then=then)

    def _begin_opportunity(self, account_id: UUID) -> None:
        self.opportunity_noting.begin(account_id)

    @cached_property
    def outreach(self) -> OutreachController:
        """Reaching several customers about one thing."""
        from reviewdesk.desktop.outreach.controller import OutreachController
        from reviewdesk.desktop.outreach.view import OutreachView

        desk, services = self._desk, self._desk.services
        made = OutreachController(OutreachView(), services.call_lists, services.accounts, self.calls, desk.tasks)
        self._keep("outreach", made)
        made.shown.connect(self._show_problems)
        made.scored_badly.connect(self._tell_recovery)
        made.view.calls.concern_asked.connect(self._log_concern_of)
        made.view.concern_asked.connect(desk.open_concern)
        self.proposing.show_on(made.view.proposals)
        return made

    def _tell_recovery(self, account_id: UUID, name: str, score: int) -> None:
        """Say that a bad score is made good first, with the way to do so."""
        said = self._desk.tr("{name} gave {score} of 10: make good first, and speak of no order before.")
        then, action = partial(self._log_concern_of, account_id), self._desk.tr("Log a concern")
        self._desk.shell.tell(said.format(name=name, score=score), Tone.WARN, action=action, then=then)

    def _log_concern_of(self, account_id: UUID) -> None:
        self._desk.pages.concern_logging.begin(account_id)

    def _show_problems(self) -> None:
        self.problems.show_page()
        self.changes_listed.show_page()

    @cached_property
    def changes_listed(self) -> ChangesController:
        """The changes for customers, on the page of the outreach."""
        from reviewdesk.desktop.outreach.changes_controller import ChangesController

        desk = self._desk
        made = ChangesController(self.outreach.view, desk.services.change_notices, desk.tasks)
        made.opened.connect(desk.exchange.changes.open)
        made.new_asked.connect(desk.exchange.changes.ask_new)
        return made

    @cached_property
    def problems(self) -> ProblemsController:
        """The problems that several accounts share, on the page of the outreach."""
        from reviewdesk.desktop.outreach.problems_controller import ProblemsController

        desk, services = self._desk, self._desk.services
        made = ProblemsController(self.outreach.view, services.shared_problems, services.accounts, desk.tasks)
        made.pick_asked.connect(desk.account_ways.ask_for)
        made.started.connect(partial(desk.go, "outreach"))
        made.call_asked.connect(self.calls.begin)
        made.proposal_started.connect(self.proposing.started)
        made.ended.connect(self.concerns_after.offer)
        return made

    @cached_property
    def concerns_after(self) -> ConcernsAfter:
        """What becomes of the concerns of an outreach that has ended."""
        from reviewdesk.desktop.outreach.concerns_after import ConcernsAfter

        made = ConcernsAfter(self._desk.shell, self._desk.services.outreach_concerns, self._desk.tasks)
        made.offered.connect(self._offer_concerns)
        return made

    def _offer_concerns(self, count: int, then: Callable[[], None]) -> None:
        """Say that the outreach has ended, and ask what becomes of its concerns; nothing happens by itself."""
        one, more = self._desk.tr("1 of its concerns is"), self._desk.tr("{count} of its concerns are")
        said = self._desk.tr("The outreach has ended. {left} not fixed yet.")
        left = one if count == 1 else more.format(count=count)
        action = self._desk.tr("What becomes of them?")
        self._desk.shell.tell(said.format(left=left), Tone.GOOD, action=action, then=then)

    @cached_property
    def joining(self) -> Joining:
        """What takes accounts into an outreach that come to share its cause later."""
        from reviewdesk.desktop.outreach.joining import Joining

        made = Joining(self._desk.services.shared_problems, self._desk.tasks, self._desk)
        made.told.connect(self._desk.shell.mentions.say)
        return made

    @cached_property
    def proposing(self) -> Proposing:
        """What finds concerns of several customers that may be one problem."""
        from reviewdesk.desktop.outreach.proposing import Proposing

        made = Proposing(self._desk.services.proposed_problems, self._desk.tasks, self._desk)
        made.look_asked.connect(self._look_at_proposal)
        return made

    def _look_at_proposal(self, proposal: Proposed) -> None:
        self.problems.look_at(proposal)

    def ask_outreach_call(self, affected_id: UUID) -> None:
        """Log a call to an account of an outreach, over the page the person is on."""
        self.problems.ask_call(affected_id)

    def ask_who_is_next(self, account_id: UUID) -> None:
        """Ask who may be next after a loss, over the page the person is on."""
        self.problems.ask_who_is_next(account_id)

    def ask_who_else(self, concern_id: UUID) -> None:
        """Ask who else is affected by the cause of a concern, over the page the person is on."""
        self.problems.ask_who_else(concern_id)
