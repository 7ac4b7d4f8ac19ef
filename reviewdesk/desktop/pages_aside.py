"""Pages that stand in no side bar: one goes there from the menu, from Ctrl+K or from another page."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from reviewdesk.desktop.pages_reaching import PagesReaching
from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.books.controller import BooksController
    from reviewdesk.desktop.duplicates.controller import DuplicatesController
    from reviewdesk.desktop.insight_ways import InsightWays
    from reviewdesk.desktop.insights.controller import InsightsController
    from reviewdesk.desktop.monday.controller import MondayController
    from reviewdesk.desktop.quarter.controller import QuarterController
    from reviewdesk.desktop.reminders.controller import RemindersController
    from reviewdesk.desktop.reminders.when_closed import WhenClosed
    from reviewdesk.desktop.review.show_ways import ShowWays
    from reviewdesk.desktop.review.view import ReviewView
    from reviewdesk.desktop.today.controller import TodayController


class PagesAside(PagesReaching):
    """Makes each of them when it is first asked for."""

    show: ShowWays | None = None

    @property
    def reminds(self) -> bool:
        """Say whether the reminders are there; they come once the first page is shown."""
        return "reminders" in vars(self)

    def quieten(self, *, whole_window: bool) -> None:
        """Let no notice appear while a review or what the customer sees of it is open."""
        quiet = whole_window or (self.show is not None and self.show.is_showing)
        self._desk.shell.mentions.set_quiet(on=quiet)
        if self.reminds:
            self.reminders.quiet = quiet
            self.when_closed.question.set_quiet(on=quiet)

    @cached_property
    def reminders(self) -> RemindersController:
        """The reminders, wherever the person is."""
        from reviewdesk.desktop.reminders.controller import RemindersController
        from reviewdesk.desktop.reminders.view import RemindersView

        desk, services = self._desk, self._desk.services
        view = RemindersView()
        desk.shell.add_band(view)
        made = RemindersController(
            view, services.reminders, services.follow_ups, desk.tasks, wants_tray=desk.memory.wants_tray
        )
        made.account_asked.connect(desk.open_account)
        made.window_asked.connect(desk.shell.come_forward)
        made.woke.connect(desk.watch.look_at_day)
        return made

    @cached_property
    def when_closed(self) -> WhenClosed:
        """What is asked once, and what Settings changes: reminding while the program is closed."""
        from reviewdesk.desktop.reminders.closed_question import ClosedQuestion
        from reviewdesk.desktop.reminders.when_closed import WhenClosed

        desk, question = self._desk, ClosedQuestion()
        desk.shell.add_band(question)
        made = WhenClosed(question, desk.services, desk.tasks, desk.memory)
        made.told.connect(desk.tell)
        made.answer_refused.connect(desk.shell.tell)
        return made

    def _connect_today(self, today: TodayController) -> None:
        from reviewdesk.desktop.loss_ways import open_loss, set_loss_aside
        from reviewdesk.desktop.today.key_card import KeyNotes

        desk = self._desk
        made = KeyNotes(
            today.view.beside.key,
            desk.services.key_accounts,
            desk.tasks,
            partial(desk.memory.of_book, "reasons"),
            partial(desk.memory.keep_of_book, "reasons"),
        )
        made.account_asked.connect(desk.open_account)
        made.next_asked.connect(partial(desk.account_ways.add_to, Kind.FOLLOW_UP))
        made.log_asked.connect(desk.log_call)
        today.shown.connect(made.read)
        today.view.log_button.clicked.connect(partial(desk.account_ways.add, "log_call"))
        today.view.afterwards_asked.connect(desk.exchange.afterwards.enter)
        today.view.calls_asked.connect(partial(desk.go, "outreach"))
        today.view.loss_asked.connect(partial(open_loss, desk))
        today.view.losses_asked.connect(partial(desk.go, "losses"))
        today.view.loss_aside_asked.connect(partial(set_loss_aside, desk))
        today.view.brief_asked.connect(desk.account_ways.show_brief)
        today.view.outreach_call_asked.connect(desk.pages.ask_outreach_call)
        today.view.change_asked.connect(desk.exchange.changes.open)
        today.view.fix_confirmed.connect(self._confirm_fix)
        today.view.fix_asked_about.connect(self._note_asked)
        desk.pages.proposing.show_on(today.view.proposals)
        today.counted.connect(desk.show_today)

    def _confirm_fix(self, concern_id: UUID) -> None:
        self._desk.pages.concerns.confirm(concern_id)

    def _note_asked(self, concern_id: UUID) -> None:
        self._desk.pages.concerns.note_asked(concern_id)

    def _show_ways(self, view: ReviewView) -> None:
        from reviewdesk.desktop.review.show_ways import ShowWays

        self.show = ShowWays(view)
        self.show.became.connect(self._desk.quieten)
        view.prepare.paper_asked.connect(self._desk.do)
        view.wrap_up.printed.preview_asked.connect(partial(self._desk.do, "preview_summary"))

    @cached_property
    def insight_ways(self) -> InsightWays:
        """What can be done from the cards of Insights."""
        from reviewdesk.desktop.insight_ways import InsightWays

        return InsightWays(self._desk)

    @cached_property
    def duplicates(self) -> DuplicatesController:
        """Accounts that may be in the book twice."""
        from reviewdesk.desktop.duplicates.controller import DuplicatesController
        from reviewdesk.desktop.duplicates.view import DuplicatesView

        desk = self._desk
        made = DuplicatesController(DuplicatesView(), desk.services.duplicates, desk.tasks)
        self._keep("duplicates", made)
        made.merge_asked.connect(self._desk.pages.merges.ask)
        return made

    @cached_property
    def losses(self) -> InsightsController:
        """All customers that left, and what that says together."""
        from reviewdesk.desktop.insights.controller import InsightsController
        from reviewdesk.desktop.losses.parts import losses_parts
        from reviewdesk.desktop.losses.view import LossesView

        desk = self._desk
        made = InsightsController(LossesView(), losses_parts(desk), desk.tasks, desk.views.holds_many)
        self._keep("losses", made)
        return made

    @cached_property
    def quarter(self) -> QuarterController:
        """The plan of the quarter."""
        from reviewdesk.desktop.quarter.controller import QuarterController
        from reviewdesk.desktop.quarter.view import QuarterView

        desk, services = self._desk, self._desk.services
        made = QuarterController(QuarterView(), services.quarter_plan, services.reviews, services.drafts, desk.tasks)
        self._keep("quarter", made)
        made.done_told.connect(desk.tell)
        return made

    @cached_property
    def monday(self) -> MondayController:
        """What a boss wants to hear once a week."""
        from reviewdesk.desktop.monday.controller import MondayController
        from reviewdesk.desktop.monday.view import MondayView

        made = MondayController(MondayView(), self._desk.services.monday, self._desk.tasks)
        self._keep("monday", made)
        made.view.pdf_asked.connect(partial(self._desk.do, "monday_pdf"))
        return made

    @cached_property
    def books(self) -> BooksController:
        """All books of the person."""
        from reviewdesk.desktop.books.controller import BooksController
        from reviewdesk.desktop.books.view import BooksView

        desk = self._desk
        made = BooksController(BooksView(), desk.services.all_books, desk.tasks)
        self._keep("books", made)
        made.book_asked.connect(desk.other_book_asked)
        made.view.new_asked.connect(desk.books.ask_new)
        made.view.new_like_asked.connect(desk.books.ask_new_like_this)
        made.view.other_asked.connect(desk.files.choose_book)
        return made
