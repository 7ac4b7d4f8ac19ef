"""What is photographed: each page in each state, reached as a person reaches it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.summary import Basis, Worth
from reviewdesk.services.sample_meeting import sample_meeting
from reviewdesk.wiring import resources_folder
from tests.books import UGLY_NAMES
from tests.gallery import exchange, format_scenes
from tests.gallery.book_scenes import book_alone, book_scenes
from tests.gallery.books import SHOWN, account_called
from tests.gallery.branding_scenes import branding_scenes
from tests.gallery.call_scenes import call_scenes
from tests.gallery.change_scenes import change_scenes, empty_change, rehearse_ugly
from tests.gallery.closed_scenes import closed_scenes
from tests.gallery.concern_insight_scenes import concern_insight_scenes
from tests.gallery.concern_scenes import concern_scenes, see_board
from tests.gallery.document_scenes import document_scenes
from tests.gallery.feedback_scenes import feedback_scenes
from tests.gallery.friction_scenes import friction_scenes, see_friction
from tests.gallery.hand_off_scenes import empty_hand_offs, hand_off_scenes
from tests.gallery.health_scenes import health_scenes
from tests.gallery.insight_scenes import empty_insights, insight_scenes
from tests.gallery.letter_scenes import letter_scenes
from tests.gallery.list_scenes import list_scenes
from tests.gallery.loss_scenes import empty_losses, lose_ugly, loss_scenes, see_ugly_losses
from tests.gallery.opportunity_scenes import opportunity_scenes, see_opportunities
from tests.gallery.price_scenes import price_scenes, see_why_price
from tests.gallery.problem_scenes import problem_scenes, reach_ugly
from tests.gallery.quarter_scenes import quarter_scenes
from tests.gallery.record_scenes import record_scenes
from tests.gallery.relationship_scenes import empty_relationship, relationship_scenes
from tests.gallery.review_scenes import review_scenes, show_scenes
from tests.gallery.scene import Scene
from tests.gallery.search_scenes import search_scenes, search_ugly
from tests.gallery.studio import Studio


def go_to(key: str) -> Callable[[Studio], None]:
    """Go to a page by its key."""

    def go(studio: Studio) -> None:
        studio.desk.go(key)

    return go


def pages(book: str = "") -> Iterator[Scene]:
    """Give the pages every book has."""
    for key in ("today", "accounts", "reviews", "follow_ups", "settings"):
        yield Scene(f"{key}{book}", go_to(key))


def empty_scenes() -> tuple[Scene, ...]:
    """Give the pages of an empty book; the first is what a person sees first."""
    return (
        *pages("-empty"),
        Scene("insights-empty", empty_insights),
        Scene("relationship-empty", empty_relationship),
        Scene("hand-offs-empty", empty_hand_offs),
        Scene("losses-empty", empty_losses),
        Scene("opportunities-empty", see_opportunities),
        Scene("why-price-empty", see_why_price),
        Scene("friction-empty", see_friction),
        Scene("concerns-empty", see_board),
        Scene("import-empty", go_to("import")),
        Scene("change-empty", empty_change),
        *exchange.empty_scenes(),
        *format_scenes.empty_scenes(),
        book_alone(),
        Scene("search-empty", search_for("nobody is called so")),
    )


def sample_scenes(exports: list[Path]) -> tuple[Scene, ...]:
    """Give the pages of the sample book, in the order in which one leads to the other."""
    return (
        *pages(),
        *insight_scenes(),
        *list_scenes(),
        Scene("account", open_account(SHOWN), leads_on=True),
        *(Scene(f"account-{tab}", open_tab(tab)) for tab in TABS),
        *health_scenes(),
        *closed_scenes(),
        Scene("account-brief", ask_tab("brief")),
        Scene("account-contract", near_the_end),
        *(Scene(f"account-bare-{tab}", open_new("Fresh Ltd", tab)) for tab in TABS_OF_BARE),
        Scene("account-group-parent", open_account("Hanseatic Timber"), leads_on=True),
        Scene("account-group", open_tab("group")),
        Scene("account-site", open_account("Hanseatic Timber Baltic")),
        Scene("search", search_for("late deliveries")),
        *call_scenes(),
        *feedback_scenes(),
        *quarter_scenes(),
        *concern_scenes(),
        *problem_scenes(),
        *loss_scenes(),
        *change_scenes(exports[0].with_name("Prices.csv")),
        *relationship_scenes(),
        *hand_off_scenes(),
        *opportunity_scenes(),
        *price_scenes(),
        *friction_scenes(),
        Scene("import", import_files(exports)),
        Scene("import-figures", import_figures(exports[0].with_name("Umsatz 2026.csv"))),
        *exchange.scenes(),
        *format_scenes.scenes(),
        Scene("prepare", prepare),
        Scene("meet", meet, leads_on=True),
        Scene("meet-beside", meet_beside),
        *show_scenes(),
        Scene("sort", sort),
        Scene("proposed", proposed),
        Scene("summary_parts", summary_parts),
        Scene("document", finish, leads_on=True),
        *document_scenes(),
        Scene("reviews-after", go_to("reviews")),
        Scene("follow_ups-after", go_to("follow_ups")),
        *review_scenes(),
        *record_scenes(),
        *search_scenes(),
        *book_scenes(),
        *letter_scenes(),
        *branding_scenes(),
        *concern_insight_scenes(),
    )


def ugly_scenes() -> tuple[Scene, ...]:
    """Give the pages of the book that strains them."""
    return (
        *pages("-ugly"),
        Scene("change-rehearsal-ugly", rehearse_ugly),
        Scene("outreach-problem-ugly", reach_ugly),
        *insight_scenes("-ugly"),
        *relationship_scenes("-ugly"),
        *friction_scenes("-ugly"),
        Scene("loss-ugly", lose_ugly, leads_on=True),
        Scene("losses-ugly", see_ugly_losses),
        *hand_off_scenes("-ugly"),
        *concern_scenes("-ugly"),
        *concern_insight_scenes("-ugly"),
        Scene("account-ugly", open_account(UGLY_NAMES[2]), leads_on=True),
        *(Scene(f"account-ugly-{tab}", open_tab(tab)) for tab in TABS_OF_UGLY),
        Scene("account-arabic", open_account(UGLY_NAMES[0]), leads_on=True),
        Scene("account-arabic-people", open_tab("people")),
        Scene("search-ugly", search_for("unter")),
        Scene("search-page-ugly", search_ugly),
        *exchange.ugly_scenes(),
        *format_scenes.ugly_scenes(),
        Scene("prepare-ugly", step_of_ugly(Step.PREPARE)),
        Scene("meet-ugly", step_of_ugly(Step.MEET)),
        Scene("sort-ugly", step_of_ugly(Step.WRAP_UP)),
    )


TABS = ("timeline", "people", "reviews", "concerns", "follow_ups", "spoke", "scores", "revenue", "details")


TABS_OF_BARE = ("overview", "people", "timeline", "scores", "revenue", "brief")
TABS_OF_UGLY = ("timeline", "people", "revenue", "details")


def open_account(name: str) -> Callable[[Studio], None]:
    """Open the page of an account."""

    def open_it(studio: Studio) -> None:
        studio.desk.open_account(account_called(studio.services, name))

    return open_it


def open_new(name: str, tab: str) -> Callable[[Studio], None]:
    """Open a tab of an account of which nothing but its name is known."""

    def open_it(studio: Studio) -> None:
        if not studio.services.accounts.alike(name):
            studio.services.accounts.add(name)
        open_account(name)(studio)
        studio.settle()
        ask_tab(tab)(studio)

    return open_it


def open_tab(key: str) -> Callable[[Studio], None]:
    """Open one tab of the account page."""

    def open_it(studio: Studio) -> None:
        studio.desk.pages.account.view.tabs.open(key)

    return open_it


def ask_tab(key: str) -> Callable[[Studio], None]:
    """Ask for a tab that is there only then."""

    def ask_it(studio: Studio) -> None:
        studio.desk.pages.account.view.open_tab(key)

    return ask_it


def near_the_end(studio: Studio) -> None:
    """Let the contract of the account end soon, with nothing agreed."""
    account_id = account_called(studio.services, SHOWN)
    day = studio.services.book.today + timedelta(100)
    studio.services.accounts.change(account_id, "contract_end", f"{day:%Y-%m-%d}")
    open_account("Hanseatic Timber")(studio)
    studio.settle()
    open_account(SHOWN)(studio)


def search_for(words: str) -> Callable[[Studio], None]:
    """Type into Ctrl+K; the palette goes again with the next page."""

    def search(studio: Studio) -> None:
        studio.shell.open_search()
        studio.settle()
        studio.shell.palette_view.line.setText(words)

    return search


def import_files(paths: list[Path]) -> Callable[[Studio], None]:
    """Drop files on the window."""

    def drop(studio: Studio) -> None:
        studio.shell.files_dropped.emit(paths)

    return drop


def import_figures(path: Path) -> Callable[[Studio], None]:
    """Drop sales figures of finance on the window, of accounts that are known and of some that are not."""

    def drop(studio: Studio) -> None:
        known = [each.name for each in studio.services.accounts.rows()][:14]
        names = (*known, "Unknown Works", "Zeta Kliniken AG")
        rows = [f"{name};{at + 1},5;;{at * 3};{at * 4 + 2},5" for at, name in enumerate(names)]
        head = "Umsatz nach Kunde in T€;;;;\nKunde;Jan 26;Feb 26;Mrz 26;Summe\n"
        path.write_text(head + "\n".join([*rows, "Summe;140;1;360;501"]), encoding="utf-8")
        studio.shell.files_dropped.emit([path])

    return drop


def prepare(studio: Studio) -> None:
    """Open the review of today."""
    show_step(studio, todays_review(studio), Step.PREPARE)


def meet(studio: Studio) -> None:
    """Type the notes of the meeting."""
    meeting = sample_meeting(resources_folder() / "sample", studio.services.book.today)
    show_step(studio, todays_review(studio), Step.MEET)
    studio.settle()
    editor = studio.desk.pages.review.view.meet.editor
    editor.insertPlainText(meeting.notes)
    studio.desk.flush()


def meet_beside(studio: Studio) -> None:
    """Type a line with two slips in English, and open all that is beside the meeting."""
    show_step(studio, todays_review(studio), Step.MEET)
    meet = studio.desk.pages.review.view.meet
    meet.editor.spelling.begin(on=True)
    meet.editor.go_to_end()
    meet.editor.insertPlainText("\nthey recieve teh invoices twice\n")
    meet.editor.spelling.learn({"recieve": True, "teh": True})
    meet.aside.toggle()
    meet.aside.toggle_ours()
    studio.settle()


def sort(studio: Studio) -> None:
    """Go on to Wrap up."""
    show_step(studio, todays_review(studio), Step.WRAP_UP)


def proposed(studio: Studio) -> None:
    """Go to what is proposed for the summary."""
    sort(studio)
    studio.settle()
    studio.desk.pages.review.view.wrap_up.proposed_asked.emit()
    studio.settle()


def summary_parts(studio: Studio) -> None:
    """Choose the charts of the summary, and say what it was worth to them."""
    review_id = todays_review(studio)
    worth = (Worth("of planning time saved", Decimal(120), "h", Basis.CONFIRMED),)
    studio.services.meetings.change(review_id, "worth", worth)
    show_step(studio, review_id, Step.WRAP_UP)
    studio.settle()
    view = studio.desk.pages.review.view.wrap_up
    view.reveal(view.parts.worth)
    view.parts.worth.rows[1].figure.setFocus()
    studio.settle()


def finish(studio: Studio) -> None:
    """Say what is printed, finish the review and show the summary."""
    meeting = sample_meeting(resources_folder() / "sample", studio.services.book.today)
    review_id = todays_review(studio)
    meetings = studio.services.meetings
    for name in ("sentences", "ask", "commitment", "next_on"):
        meetings.change(review_id, name, getattr(meeting, name))
    meetings.finish(review_id)
    studio.desk.open_document(studio.services.documents.newest(review_id).id)


def step_of_ugly(step: Step) -> Callable[[Studio], None]:
    """Open a step of the review with sixty ugly lines."""

    def show(studio: Studio) -> None:
        show_step(studio, studio.services.reviews.lists().ahead[0].review_id, step)

    return show


def show_step(studio: Studio, review_id: UUID | None, step: Step) -> None:
    """Open a review at a step."""
    if review_id is None:
        raise LookupError("There is no such review in this book.")
    studio.desk.open_review(review_id)
    studio.settle()
    studio.desk.pages.review.go_to_step(step)


def todays_review(studio: Studio) -> UUID:
    """Give the review that is held today."""
    account_id = account_called(studio.services, SHOWN)
    return studio.services.reviews.start_now(account_id).value.id
