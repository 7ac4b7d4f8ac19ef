"""Pages of listening to customers: concerns, and what several of them say together."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from reviewdesk.desktop.pages_outreach import PagesOutreach
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.change.controller import ChangeController
    from reviewdesk.desktop.concerns.concern_logging import ConcernLogging
    from reviewdesk.desktop.concerns.controller import ConcernsController
    from reviewdesk.desktop.concerns.stage_asking import StageAsking
    from reviewdesk.desktop.concerns.step_adding import StepAdding
    from reviewdesk.desktop.friction.controller import FrictionController
    from reviewdesk.desktop.hand_off.list_controller import HandOffsController
    from reviewdesk.desktop.insights.controller import InsightsController
    from reviewdesk.desktop.opportunities.controller import OpportunitiesController
    from reviewdesk.desktop.why_price.controller import WhyPriceController


class PagesReaching(PagesOutreach):
    """Makes each of them when it is first asked for; `_keep` takes a page into the window."""

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
