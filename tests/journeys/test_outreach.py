"""One complaint about one lot becomes a closed outreach over six accounts, and each of them hears what we did."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk.domain.purchase import Purchase
from reviewdesk.reports.leak_guard import text_of
from tests.books import COMPANIES
from tests.journeys.hands import on_small_book

TOLD = "We replaced every cap of this lot, free of charge."


RAISED = "Globex Corporation"
SIX = ("Hooli", "Nordlys AS", "Umbrella S.A.", "Kestrel Air", "Initech", "Wonka Foods")
SHOWN_TO_THE_CUSTOMER = ("Hooli", "Nordlys AS")


@pytest.fixture(params=["with teams", "alone"])
def hands(qapp, tmp_path, request):
    """The window over the small book, in which seven customers bought of one lot; also of a person who is alone."""
    made = on_small_book(qapp, tmp_path)
    day = made.services.accounts.today() - timedelta(days=9)
    with made.services.shared_problems._store.write("Buy") as work:
        for each in work.colleagues.all() if request.param == "alone" else ():
            if each.is_me:
                work.colleagues.put(replace(each, team=""))
            else:
                work.colleagues.remove(each.id)
        for each in (RAISED, *SIX):
            account_id = made.account(each)
            work.purchases.put(
                Purchase(account_id=account_id, bought_on=day, amount=Decimal(500), currency="EUR", lot="L-2210")
            )
    yield made
    made.leave()


def test_from_the_call_of_one_customer_to_six_who_know_and_papers_that_name_nobody_else(hands, tmp_path):
    desk = hands.program.desk
    desk.go("follow_ups")
    hands.settle()
    log_complaint(hands)
    ask_who_else(hands)
    reach_all(hands)

    (shown,) = hands.services.shared_problems.problems()
    assert (shown.raised_by, shown.coverage.of_accounts, shown.problem.ended_on) == (
        RAISED,
        100,
        hands.services.accounts.today(),
    )
    for name in SIX:
        others = [each for each, *_ in COMPANIES if each != name]
        says_it_to(hands, name, others, tmp_path if name in SHOWN_TO_THE_CUSTOMER else None)


def log_complaint(hands):
    """Take the complaint from another page, with the keyboard."""
    hands.program.shell.menus.action("log_concern").trigger()
    logging = hands.program.desk.pages.concern_logging
    hands.wait_until(lambda: logging.sheet is not None)
    QTest.keyClicks(logging.sheet.account.line, "globex")
    hands.wait_until(lambda: logging.sheet.account_id is not None)
    key(hands, Qt.Key.Key_Tab)
    QTest.keyClicks(logging.sheet.words.line, "Caps of lot L-2210 crack")
    key(hands, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    key(hands, Qt.Key.Key_Return)
    assert hands.program.shell.page == "follow_ups"


def ask_who_else(hands):
    """Ask from the board who else is affected, say what each is told, and begin."""
    desk, words = hands.program.desk, "Caps of lot L-2210 crack"
    (concern,) = (each for each in hands.services.accounts.brief(hands.account(RAISED)).concerns if each.words == words)
    desk.go("concerns")
    hands.settle()
    hands.window.activateWindow()
    hands.settle()
    desk.pages.concerns.view.go_to(concern.id)
    lane = next(each.lane for each in desk.pages.concerns.view.columns.values() if each.lane.hasFocus())
    QTest.keyClick(lane, Qt.Key.Key_W)
    hands.wait_until(lambda: desk.pages.problems.sheet is not None)
    sheet = desk.pages.problems.sheet
    hands.wait_until(lambda: sheet.count.text().startswith("6 other accounts"))
    QTest.keyClicks(sheet.words.editor, TOLD)
    QTest.keyClick(sheet.words.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait_until(lambda: desk.pages.problems.sheet is None and hands.program.shell.page == "outreach")
    hands.settle()


def reach_all(hands):
    """Go through the list with one key each, and end the outreach."""
    (card,) = hands.program.desk.pages.outreach.view.problems.values()
    card.rows.go_to(card.rows.keys[0])
    for _ in SIX:
        QTest.keyClick(card.rows.row(card.rows.current_key), Qt.Key.Key_R)
        hands.settle()
    card.end.click()
    hands.settle()


def says_it_to(hands, name, others, folder):
    """Look at the next brief, agenda and, where a folder is given, at the summary as the customer gets it."""
    services, account_id = hands.services, hands.account(name)
    review = services.reviews.start_now(account_id).value
    points = [each for item in services.meetings.workspace(review.id).review.agenda for each in item.points]
    assert TOLD in points
    brief = services.briefs.page(account_id)
    said = " ".join(line.text for section in brief.sections for line in section.said)
    assert TOLD in said
    printed = [*points, said]
    if folder is not None:
        services.meetings.finish(review.id)
        path = services.documents.save(services.documents.newest(review.id).id, folder / f"{review.id}.pdf")
        printed.append(" ".join(text_of(path.read_bytes()).split()))
        assert TOLD in printed[-1]
        assert "severity" not in printed[-1]
    assert [each for each in others if any(each in text for text in printed)] == []
    assert not any("L-2210" in text and "Globex" in text for text in printed)


def key(hands, which, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press one key in the sheet of a new concern."""
    sheet = hands.program.desk.pages.concern_logging.sheet
    QTest.keyClick(QApplication.activePopupWidget() or sheet.focusWidget(), which, modifiers)
    hands.settle()
