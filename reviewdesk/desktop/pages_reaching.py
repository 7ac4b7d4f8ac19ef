"""Pages of listening and reaching out: concerns, and the outreach to several customers."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.calls.call_logging import CallLogging
    from reviewdesk.desktop.calls.opportunity_noting import OpportunityNoting
    from reviewdesk.desktop.change.controller import ChangeController
    from reviewdesk.desktop.concerns.concern_logging import ConcernLogging
    from reviewdesk.desktop.concerns.controller import ConcernsController
    from reviewdesk.desktop.concerns.stage_asking import StageAsking
    from reviewdesk.desktop.concerns.step_adding import StepAdding
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.friction.controller import FrictionController
    from reviewdesk.desktop.hand_off.list_controller import HandOffsController
    from reviewdesk.desktop.insights.controller import InsightsController
    from reviewdesk.desktop.opportunities.controller import OpportunitiesController
    from reviewdesk.desktop.outreach.changes_controller import ChangesController
    from reviewdesk.desktop.outreach.controller import OutreachController
    from reviewdesk.desktop.outreach.joining import Joining
    from reviewdesk.desktop.outreach.problem_model import Proposed
    from reviewdesk.desktop.outreach.problems_controller import ProblemsController
    from reviewdesk.desktop.outreach.proposing import Proposing
    from reviewdesk.desktop.why_price.controller import WhyPriceController


class PagesReaching:
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
        """Say that the call is logged, and only now offer to note what they might buy."""
        tr, then = self._desk.tr, partial(self._begin_opportunity, account_id)
        said = tr("The call that was not for an order is logged.")
        self._desk.shell.tell(said, Tone.GOOD, action=tr("They want something: note it"), then=then)

    def _begin_opportunity(self, account_id: UUID) -> None:
        self.opportunity_noting.begin(account_id)

    @cached_property
    def concerns(self) -> ConcernsController:
        """What customers are unhappy about, by how far each concern has come."""
        from reviewdesk.desktop.concerns.controller import ConcernsController
        from reviewdesk.desktop.concerns.view import ConcernsView

        desk, services = self._desk, self._desk.services
        made = ConcernsController(ConcernsView(), services.concern_board, services.concerns, desk.tasks)
        self._keep("concerns", made)
        made.view.letter_asked.connect(desk.exchange.letters.ask_about)
        made.view.add_asked.connect(desk.account_ways.log_concern)
        made.done_told.connect(desk.tell)
        made.lacking_told.connect(self._tell_lacking)
        made.view.who_else_asked.connect(self.ask_who_else)
        made.view.lacking_asked.connect(self.ask_lacking)
        made.view.step_asked.connect(self.add_step)
        return made

    @cached_property
    def concern_logging(self) -> ConcernLogging:
        """What logs a concern from anywhere, over whatever page is shown."""
        from reviewdesk.desktop.concerns.concern_logging import ConcernLogging

        desk, services = self._desk, self._desk.services
        looks = services.search, services.said_before, services.drafts
        made = ConcernLogging(desk.shell, services.concerns, *looks, desk.tasks)
        made.setParent(desk)
        made.logged.connect(self._tell_logged)
        made.concern_asked.connect(desk.open_concern)
        made.account_asked.connect(desk.open_account)
        return made

    def _tell_logged(self, sentence: str, account_id: UUID, concern_id: UUID) -> None:
        """Say that a concern is logged, with a way to it."""
        then = partial(self._desk.open_concern, account_id, concern_id)
        self._desk.shell.tell(sentence, Tone.GOOD, action=self._desk.tr("Open it"), then=then)

    @cached_property
    def stage_asking(self) -> StageAsking:
        """What asks for what a concern lacks at its stage, over whatever page is shown."""
        from reviewdesk.desktop.concerns.stage_asking import StageAsking

        desk, services = self._desk, self._desk.services
        made = StageAsking(desk.shell, services.concerns, services.drafts, desk.tasks)
        made.setParent(desk)
        made.told.connect(desk.tell)
        return made

    @cached_property
    def step_adding(self) -> StepAdding:
        """What adds the next step for a concern."""
        from reviewdesk.desktop.concerns.step_adding import StepAdding

        desk, services = self._desk, self._desk.services
        made = StepAdding(desk.shell, services.concerns, services.drafts, desk.tasks)
        made.setParent(desk)
        return made

    def add_step(self, concern_id: UUID) -> None:
        """Ask what is done next about a concern."""
        self.step_adding.begin(concern_id)

    def ask_lacking(self, concern_id: UUID) -> None:
        """Ask for what a concern lacks at its stage."""
        self.stage_asking.begin(concern_id)

    def _tell_lacking(self, sentence: str, concern_id: UUID) -> None:
        """Say what is asked for now, with a way to say it."""
        then = partial(self.ask_lacking, concern_id)
        self._desk.shell.tell(sentence, Tone.GOOD, action=self._desk.tr("Say it"), then=then)

    @cached_property
    def opportunities(self) -> OpportunitiesController:
        """What customers might buy."""
        from reviewdesk.desktop.opportunities.controller import OpportunitiesController
        from reviewdesk.desktop.opportunities.view import OpportunitiesView

        desk = self._desk
        made = OpportunitiesController(OpportunitiesView(), desk.services.opportunities, desk.tasks)
        self._keep("opportunities", made)
        made.opportunity_asked.connect(self._open_opportunity)
        made.view.log_asked.connect(partial(desk.account_ways.add, "log_call"))
        return made

    def _open_opportunity(self, account_id: UUID, opportunity_id: UUID) -> None:
        self._desk.open_account(account_id)
        self._desk.pages.account.open_record(Kind.OPPORTUNITY, opportunity_id)

    @cached_property
    def why_price(self) -> WhyPriceController:
        """Why customers talk of nothing but the price."""
        from reviewdesk.desktop.why_price.controller import WhyPriceController
        from reviewdesk.desktop.why_price.view import WhyPriceView

        made = WhyPriceController(WhyPriceView(), self._desk.services.price_diagnoses, self._desk.tasks)
        self._keep("why_price", made)
        return made

    @cached_property
    def friction(self) -> FrictionController:
        """Processes that are good for us and bad for customers."""
        from reviewdesk.desktop.friction.controller import FrictionController
        from reviewdesk.desktop.friction.view import FrictionView

        made = FrictionController(FrictionView(), self._desk.services.frictions, self._desk.tasks)
        self._keep("friction", made)
        return made

    @cached_property
    def hand_offs(self) -> HandOffsController:
        """Accounts that pass from one of ours to another."""
        from reviewdesk.desktop.hand_off.list_controller import HandOffsController
        from reviewdesk.desktop.hand_off.list_page import HandOffsView

        desk = self._desk
        made = HandOffsController(HandOffsView(), desk.services.hand_offs, desk.tasks)
        self._keep("hand_offs", made)
        made.hand_off_asked.connect(desk.exchange.hand_offs.show)
        made.view.new_asked.connect(desk.exchange.hand_offs.begin)
        return made

    @cached_property
    def relationship(self) -> InsightsController:
        """What all customers think of us."""
        from reviewdesk.desktop.insights.controller import InsightsController
        from reviewdesk.desktop.relationship.parts import relationship_parts
        from reviewdesk.desktop.relationship.view import RelationshipView

        desk = self._desk
        made = InsightsController(RelationshipView(), relationship_parts(desk), desk.tasks, desk.views.holds_many)
        self._keep("relationship", made)
        return made

    @cached_property
    def outreach(self) -> OutreachController:
        """Reaching several customers about one thing."""
        from reviewdesk.desktop.outreach.controller import OutreachController
        from reviewdesk.desktop.outreach.view import OutreachView

        desk, services = self._desk, self._desk.services
        made = OutreachController(OutreachView(), services.call_lists, services.accounts, self.calls, desk.tasks)
        self._keep("outreach", made)
        made.shown.connect(self._show_problems)
        self.proposing.show_on(made.view.proposals)
        return made

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
        return made

    @cached_property
    def change(self) -> ChangeController:
        """A change for customers: its rehearsal, and later how it was taken."""
        from reviewdesk.desktop.change.controller import ChangeController
        from reviewdesk.desktop.change.view import ChangeView

        desk, services = self._desk, self._desk.services
        made = ChangeController(
            ChangeView(), services.change_notices, services.change_outcomes, services.change_steps, desk.tasks
        )
        self._keep("change", made)
        made.letter_asked.connect(desk.exchange.changes.show_letter)
        made.letters_asked.connect(desk.exchange.changes.ask_letters)
        made.list_asked.connect(desk.exchange.changes.choose_list)
        made.begun.connect(desk.exchange.changes.open)
        made.gone.connect(partial(desk.go, "outreach"))
        made.done_told.connect(desk.tell)
        return made

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
