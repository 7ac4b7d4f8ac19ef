"""Makes each page when it is first asked for, and connects what it wants to where that leads."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from reviewdesk.desktop.drafting import drafting_for
from reviewdesk.desktop.page_ways import ways_of
from reviewdesk.desktop.pages_aside import PagesAside

if TYPE_CHECKING:
    from reviewdesk.desktop.account.controller import AccountController
    from reviewdesk.desktop.accounts.controller import AccountsController
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.document.controller import DocumentController
    from reviewdesk.desktop.finding.controller import FindingController
    from reviewdesk.desktop.follow_ups.controller import FollowUpsController
    from reviewdesk.desktop.importing.controller import ImportController
    from reviewdesk.desktop.importing.refreshing import RefreshButton, Refreshing
    from reviewdesk.desktop.insights.controller import InsightsController
    from reviewdesk.desktop.merge_ways import MergeWays
    from reviewdesk.desktop.review.controller import ReviewController
    from reviewdesk.desktop.reviews.controller import ReviewsController
    from reviewdesk.desktop.settings.controller import SettingsController
    from reviewdesk.desktop.today.controller import TodayController
    from reviewdesk.services.import_values import ShownPlan

NAMES: Final = {"import": "importing"}


class Pages(PagesAside):
    """The pages of one book; one that was never looked at was never made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: dict[str, Any] = {}
        self._is_behind = False

    def controller(self, key: str) -> Any:  # noqa: ANN401 - each page has its own controller
        """Give the controller of a page by its key."""
        return getattr(self, NAMES.get(key, key))

    def flush(self, key: str = "") -> None:
        """Save what is being typed on the page with this key, or on all of them."""
        for name, each in self._made.items():
            save = getattr(each, "flush", None) or getattr(each, "leave", None)
            if save is not None and key in ("", name):
                save()

    def fall_behind(self) -> None:
        """Let what stands in the side bar wait while it is out of sight and somebody types."""
        self._is_behind = True

    def catch_up(self) -> bool:
        """Have counted again what waited, and say whether anything did."""
        waited, self._is_behind = self._is_behind, False
        for each in self._made.values() if waited else ():
            if hasattr(each, "catch_up"):
                each.catch_up()
        return waited

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed on any page is in the book."""
        return all(getattr(each, "is_safe", True) for each in self._made.values())

    def _keep(self, key: str, controller: Any) -> None:  # noqa: ANN401 - as above
        """Take a page into the window and connect the ways that most pages have."""
        desk = self._desk
        self._made[key] = controller
        desk.shell.add_page(key, controller.view)
        header = getattr(controller.view, "header", None)
        if header is not None and hasattr(header, "search_asked"):
            header.search_asked.connect(desk.shell.open_search)
        for name, way in ways_of(desk).items():
            signal = getattr(controller, name, None)
            if signal is not None:
                signal.connect(way)

    @cached_property
    def search(self) -> FindingController:
        """The page of the search."""
        made = self._desk.found.make_page()
        self._keep("search", made)
        return made

    @cached_property
    def today(self) -> TodayController:
        """The page of the day."""
        from reviewdesk.desktop.today.controller import TodayController
        from reviewdesk.desktop.today.view import TodayView

        desk, services = self._desk, self._desk.services
        made = TodayController(
            TodayView(), services.today, services.follow_ups, services.preparing, desk.tasks, last_seen=desk.last_seen
        )
        self._keep("today", made)
        self._connect_today(made)
        return made

    @cached_property
    def accounts(self) -> AccountsController:
        """The list of accounts."""
        from reviewdesk.desktop.accounts.alike_names import AlikeNames
        from reviewdesk.desktop.accounts.controller import AccountsController
        from reviewdesk.desktop.accounts.list_parts import ListParts
        from reviewdesk.desktop.accounts.view import AccountsView

        desk, services, view = self._desk, self._desk.services, AccountsView()
        parts = ListParts(view, services.saved_views, services.at_once, desk.tasks)
        made = AccountsController(view, services.account_list, services.accounts, parts, desk.tasks, desk.memory)
        self._keep("accounts", made)
        desk.views.follow(made)
        AlikeNames(made.view.new_account, services.duplicates, desk.tasks)
        made.view.header.add_action(self._refresh_button(), first=True)
        return made

    @cached_property
    def merges(self) -> MergeWays:
        """The ways by which two accounts become one."""
        from reviewdesk.desktop.merge_ways import MergeWays

        made = MergeWays(self._desk)
        made.account_asked.connect(self._desk.open_account)
        return made

    def _merge_shown(self) -> None:
        """Ask what the account that is shown is to be merged with."""
        view = self.account.view
        if view.account_id is not None:
            self.merges.choose(view.account_id, view.header.title.text())

    @cached_property
    def account(self) -> AccountController:
        """One account."""
        from reviewdesk.desktop.account.controller import AccountController
        from reviewdesk.desktop.account.view import AccountView
        from reviewdesk.desktop.account_parts import account_parts, follow_what_was_said

        desk, services, view = self._desk, self._desk.services, AccountView()
        for part in account_parts(desk):
            view.add_part(part)
        made = AccountController(
            view, services.accounts, services.follow_ups, services.concerns, services.drafts, desk.tasks
        )
        self._keep("account", made)
        made.calls.courtesy_logged.connect(self.offer_opportunity)
        view.more_menu.merge_asked.connect(self._merge_shown)
        view.more_menu.left_asked.connect(partial(desk.do, "they_left"))
        view.concerns.letter_asked.connect(desk.exchange.letters.ask_about)
        view.more_menu.remind_asked.connect(partial(desk.do, "remind_customer"))
        follow_what_was_said(desk, view)
        view.concerns.who_else_asked.connect(self.ask_who_else)
        return made

    @cached_property
    def reviews(self) -> ReviewsController:
        """The reviews due, ahead and held."""
        from reviewdesk.desktop.reviews.controller import ReviewsController
        from reviewdesk.desktop.reviews.view import ReviewsView

        made = ReviewsController(ReviewsView(), self._desk.services.reviews, self._desk.tasks)
        self._keep("reviews", made)
        return made

    @cached_property
    def review(self) -> ReviewController:
        """The workspace of one review."""
        from reviewdesk.desktop.review.controller import ReviewController
        from reviewdesk.desktop.review.view import ReviewView
        from reviewdesk.desktop.review_parts import add_parts

        services = self._desk.services
        made = ReviewController(ReviewView(), services.meetings, services.reviews, services.documents, self._desk.tasks)
        self._show_ways(made.view)
        add_parts(made.view, self._desk)
        drafting = drafting_for(self._desk, made)
        made.view.prepare.invite_asked.connect(drafting.invitation)
        made.view.prepare.pre_read_asked.connect(drafting.pre_read)
        self._keep("review", made)
        made.view.stack.currentChanged.connect(self._keep_step)
        return made

    def _keep_step(self) -> None:
        """Keep at which step of a review the person is, for the next start."""
        self._desk.memory.keep_of_book("step", self.review.view.step.value)

    @cached_property
    def document(self) -> DocumentController:
        """A document as it will be printed."""
        from reviewdesk.desktop.document.controller import DocumentController
        from reviewdesk.desktop.document.mailing import Mailing
        from reviewdesk.desktop.document.summary_sources import OtherFormats, Sources
        from reviewdesk.desktop.document.view import DocumentView

        desk, services = self._desk, self._desk.services
        others = OtherFormats(services.formats, services.document_templates)
        kept = services.wordings, services.meetings, services.remarks, services.guard, others
        sources = Sources(services.documents, services.print_outs, *kept)
        made = DocumentController(DocumentView(), sources, desk.tasks)
        Mailing(made, drafting_for(desk, made), (services.mails, services.accounts), desk.tasks)
        self._keep("document", made)
        made.paper_ready.connect(partial(desk.go, "document"))
        made.done_told.connect(desk.tell)
        made.leaving.folder_kept.connect(partial(desk.memory.keep_choice, "documents"))
        made.leaving.folder = desk.memory.choice("documents") or made.leaving.folder
        return made

    @cached_property
    def follow_ups(self) -> FollowUpsController:
        """What somebody will do, by whom it waits on."""
        from reviewdesk.desktop.follow_ups.controller import FollowUpsController
        from reviewdesk.desktop.follow_ups.view import FollowUpsView

        made = FollowUpsController(FollowUpsView(), self._desk.services.follow_ups, self._desk.tasks)
        self._keep("follow_ups", made)
        made.remind_asked.connect(self._desk.exchange.reminding.remind_person)
        made.page_asked.connect(self._desk.exchange.reminding.show_colleague)
        made.change_asked.connect(self._desk.exchange.changes.open)
        return made

    @cached_property
    def importing(self) -> ImportController:
        """What importing files would do."""
        from reviewdesk.desktop.importing.controller import ImportController
        from reviewdesk.desktop.importing.view import ImportView

        made = ImportController(ImportView(), self._desk.services.imports, self._desk.tasks)
        self._keep("import", made)
        made.applied.connect(self._show_imported)
        made.cancelled.connect(self._desk.back)
        return made

    def _show_imported(self, _report: object) -> None:
        """Go to the accounts, unless the person went on with something else meanwhile."""
        if self._desk.shell.page == "import":
            self._desk.go_to_accounts()

    @cached_property
    def refreshing(self) -> Refreshing:
        """What reads sales figures again."""
        from reviewdesk.desktop.importing.refreshing import Refreshing

        desk = self._desk
        made = Refreshing(desk.shell, desk.services.imports, desk.tasks)
        made.plan_asked.connect(self._show_import_plan)
        return made

    def _refresh_button(self) -> RefreshButton:
        from reviewdesk.desktop.importing.refreshing import RefreshButton

        made = RefreshButton(self._desk.services.imports, self._desk.tasks)
        made.clicked.connect(self.refresh_figures)
        return made

    def refresh_figures(self) -> None:
        """Read the sales figures again from where they lie."""
        self.refreshing.refresh()

    def _show_import_plan(self, plan: ShownPlan) -> None:
        self._desk.go("import")
        self.importing.show_plan(plan)

    @cached_property
    def insights(self) -> InsightsController:
        """What all accounts together say."""
        from reviewdesk.desktop.insight_cards import insight_parts
        from reviewdesk.desktop.insights.controller import InsightsController
        from reviewdesk.desktop.insights.view import InsightsView

        desk = self._desk
        made = InsightsController(InsightsView(), insight_parts(desk), desk.tasks, desk.views.holds_many)
        self._keep("insights", made)
        return made

    @cached_property
    def settings(self) -> SettingsController:
        """The settings of the book and of this machine."""
        from reviewdesk.desktop.settings.controller import SettingsController
        from reviewdesk.desktop.settings.view import SettingsView
        from reviewdesk.desktop.settings_parts import settings_parts

        desk = self._desk
        made = SettingsController(SettingsView(), desk.services, desk.tasks, desk.theme, desk.memory)
        for part in settings_parts(desk):
            made.add_part(part)
        self._keep("settings", made)
        made.restore_asked.connect(desk.restore_asked)
        return made
