"""What the customer sees on the projector: what is theirs as it is typed, and never anything of ours."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from reviewdesk.desktop.review.show_ways import ShowWays
from reviewdesk.desktop.review.show_window import ShowWindow
from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.people import Person, Stance
from reviewdesk.domain.review import Goal
from reviewdesk.domain.show import show_page
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, a_store, small_book, the
from tests.desktop.accessible import below, name_of

OURS = "zwq"  # stands in every word that is not the customer's
THEIRS = "oktheirs"
INTERNAL = ("// ", "/c ", "/o ", "? ", "[] ", "", '" ')


@pytest.fixture
def showing(open_desk):
    desk = open_desk(notes="/we send the plan by fri", step=Step.MEET)
    ways = ShowWays(desk.view)
    desk.view.shown_now.emit(desk.controller._shown)
    yield desk, ways
    ways.close()


def said(window):
    """Give everything that a screen reader, and so anybody, finds in a window."""
    return "\n".join([window.windowTitle(), *(name_of(each) for each in below(window))])


def test_what_is_being_agreed_is_shown_as_it_is_typed(qtbot, showing):
    desk, ways = showing
    qtbot.mouseClick(desk.view.header.show_button, Qt.MouseButton.LeftButton)
    assert "Send the plan" in said(ways.window)
    assert desk.view.header.show_button.text() == "Stop showing"

    desk.type("\n/d the trial goes on\n// they look tired")
    qtbot.waitUntil(lambda: "The trial goes on" in said(ways.window))

    assert "tired" not in said(ways.window)
    assert "Your view first" in said(ways.window)
    assert "What would make you look at another supplier?" not in said(ways.window)


def test_it_is_closed_from_either_window(qtbot, showing):
    desk, ways = showing
    desk.view.header.show_asked.emit()
    qtbot.keyClick(ways.window, Qt.Key.Key_Escape)
    assert not ways.is_showing
    assert desk.view.header.show_button.text() == "Show"

    desk.view.header.show_asked.emit()
    desk.view.header.show_asked.emit()
    assert not ways.is_showing


def test_another_review_never_gets_into_it(showing):
    desk, ways = showing
    desk.view.header.show_asked.emit()
    other = ReviewService(desk.store).start_now(the(desk.store, "Globex Corporation").id).value

    desk.controller.show_review(other.id)
    desk.settle()

    assert not ways.is_showing


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


def planted(store, lines, hidden):
    """Hold a review whose every internal place says our word; give it as its workspace has it."""
    account = the(store, "Łódź Logistics")
    review = ReviewService(store).start_now(account.id).value
    meetings = MeetingService(store, Journal(store.path))
    meetings.save_notes(review.id, "\n".join(lines))
    for at in hidden:
        shown = meetings.workspace(review.id).lines
        if at < len(shown):
            meetings.change_line(review.id, shown[at].line.id, "x", audience=Audience.OUR_SIDE)
    with store.write("Plant") as work:
        kept = work.accounts.get(account.id)
        work.accounts.put(
            replace(kept, notes=OURS, tier_reason=OURS, gut_feeling_note=OURS, rivals=(OURS,), tags=(OURS,))
        )
        person = Person(account_id=account.id, name="Pia", cares_about=OURS, notes=OURS, stance=Stance.AGAINST)
        work.people.put(person)
        work.follow_ups.put(FollowUp(account_id=account.id, what=f"{OURS} task", due=date(2026, 12, 1)))
        work.follow_ups.put(FollowUp(account_id=account.id, what=f"{OURS} theirs", side=Side.THEIRS))
        work.goals.put(Goal(account_id=account.id, what="On time", target=98))
    return meetings.workspace(review.id)


_LINES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(INTERNAL), st.just(OURS)),
        st.tuples(st.sampled_from(("/we ", "/they ", "/d ", "+ ")), st.just(THEIRS)),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(_LINES)
def test_nothing_of_ours_is_anywhere_in_the_window(qtbot, theme, tmp_path_factory, lines):
    store = small_book(a_store(tmp_path_factory.mktemp("show")))
    try:
        texts = [f"{mark}{word} number {at}" for at, (mark, word) in enumerate(lines)]
        workspace = planted(store, [*texts, f"/we {OURS} for us alone by fri"], [len(texts)])
    finally:
        store.close()
    window = ShowWindow(workspace.review.id)
    qtbot.addWidget(window)
    window.show_page(show_page(workspace.material, 0, TUESDAY))

    assert OURS not in said(window)
    shown = sum(word == THEIRS for mark, word in lines if mark != "+ ")
    assert said(window).count(THEIRS.capitalize()) >= min(shown, 1)


def test_an_ugly_review_is_shown_whole(qtbot, theme, book):
    lines = [f"/we {'Donaudampfschifffahrt' * 5} {n} by fri" for n in range(40)] + ["/d شركة النور", "/d 客户服务"]
    workspace = planted(book, lines, [])
    window = ShowWindow(workspace.review.id)
    qtbot.addWidget(window)
    window.show_page(show_page(workspace.material, 3, TUESDAY))
    window.resize(800, 600)
    window.show()

    assert "شركة النور" in said(window)
    assert window.agreed.horizontalScrollBar().maximum() == 0
