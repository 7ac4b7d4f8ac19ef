"""A customer leaves: an outsider asks why, those who may be next are reached, and the loss is made up."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.account.loss import LossPage
from reviewdesk.desktop.insights.card import InsightCard
from reviewdesk.desktop.loss_ways import open_loss
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.said import Opportunity
from reviewdesk.domain.today import Sort
from reviewdesk.services.loss_steps import PLAN
from reviewdesk.storage.book_file import open_book
from tests.books import the
from tests.journeys.hands import Hands, on_small_book

LOST, NEXT, BUYER = "Wonka Foods", "Hooli", "Initech"


def offered(store, said_on):
    """Let another customer say the like, and one more be about to buy."""
    with store.write("Before") as work:
        said = {"words": "They never told us what became of it", "summary": "No word back", "severity": 2}
        work.concerns.put(Concern(account_id=the(store, NEXT).id, raised_on=said_on, team="Operations", **said))
        told = {"what": "A second site", "about": "EUR 40,000", "noted_on": said_on}
        work.opportunities.put(Opportunity(account_id=the(store, BUYER).id, **told))


def write(hands, field, text):
    """Type into a field of the loss tab, and go on."""
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for at, line in enumerate(text.split("\n")):
        if at:
            QTest.keyClick(field.editor, Qt.Key.Key_Return)
        QTest.keyClicks(field.editor, line)
    field.flush()


def say_they_left(hands, account_id):
    """Mark the account that is shown as lost, and follow the way that is offered there."""
    desk = hands.program.desk
    desk.open_account(account_id)
    hands.settle()
    desk.do("they_left")
    hands.wait_until(lambda: "is marked as lost" in hands.program.shell.message_bar.text)
    hands.settle()
    hands.press("Why did they leave?")
    page = hands.window.findChild(LossPage)
    hands.wait_until(lambda: page.isVisible() and page.fields["lost_on"].value())
    return page


def examine(hands, page):
    """Answer what is asked, with what a return is worth."""
    typed = {
        "turned": "Anna: when two pallets went wrong\nBen: don't know", "taken_on": "Anna: yes",
        "causes": "Nobody told them what became of it / process / Operations", "revenue": "80000", "margin": "22",
        "retention": "80", "years": "3", "discount": "10", "up_front": "9000", "chance": "35",
        "plan": "Tell whoever complains within a day / Omar Haddad / 2027-01-11",
        "lessons": "Nobody called back",
    }  # fmt: skip
    for name, text in typed.items():
        write(hands, page.fields[name], text)
    hands.wait_until(lambda: page.asked.text() == "Is the chance better than one in four?")


def make_it_up(hands, page):
    """Ask who might buy, and take out cost."""
    buyer = hands.account(BUYER)
    hands.wait_until(lambda: buyer in page.making.rows.keys)
    page.making.rows.action_asked.emit(buyer, "choose")
    hands.settle()
    write(hands, page.fields["cost_out"], "2000")
    write(hands, page.fields["cost_out_due"], "2027-03-31")
    hands.wait_until(lambda: "The plan brings" in page.making.planned.text())
    return buyer


def reach_who_is_next(hands, page):
    """Begin the outreach to those who share the causes, and come back."""
    desk = hands.program.desk
    page.next_button.click()
    hands.wait_until(lambda: desk.pages.problems.sheet is not None)
    hands.settle()
    sheet = desk.pages.problems.sheet
    team = next(str(at) for at, each in enumerate(sheet._causes) if each.words == "team Operations")
    sheet.causes.set_on([team])
    sheet._look()
    hands.settle()
    sheet.go.click()
    hands.wait_until(lambda: desk.pages.problems.sheet is None)
    hands.settle()
    open_loss(desk, hands.account(LOST))
    hands.settle()


def see_what_they_say_together(hands):
    """Go to the page of all losses."""
    hands.program.desk.do("go_losses")
    hands.settle()
    titles = {each.title for each in hands.window.findChildren(InsightCard) if each.isVisible()}
    assert {"All losses", "Why they left", "What was answered", "What we learnt"} <= titles


def set_aside_on_today(hands):
    """Let the day stop asking why they left, with one key, and come back."""
    desk, lost = hands.program.desk, hands.account(LOST)
    desk.go("today")
    hands.settle()
    rows, key = desk.pages.today.view.rows, (Sort.LOSS.value, lost)
    rows.go_to(key)
    QTest.keyClick(rows.row(key), Qt.Key.Key_S)
    hands.wait_until(lambda: key not in rows.keys)
    assert hands.services.loss_reviews.of_account(lost).set_aside_on is not None
    open_loss(desk, lost)
    hands.settle()


def on_disk(path, clock):
    """Read from the file what a loss left behind: its review, and what is to be done."""
    store = open_book(path, clock)
    with store.read() as reading:
        (loss,) = reading.reviewed_losses.all()
        names = {each.id: each.name for each in reading.accounts.all()}
        asked = {(names[each.account_id], each.what) for each in reading.follow_ups.where(about_id=loss.id)}
        reached = {names[each.account_id] for each in reading.affected.all()}
    store.close()
    return loss, asked, reached


def test_a_lost_customer_is_examined_by_an_outsider_and_made_up_for(qapp, tmp_path):
    hands = on_small_book(qapp, tmp_path)
    store, clock = hands.services.losses._store, hands.services.losses._store.clock
    offered(store, clock.today())
    with store.write("Whose") as work:
        omar = next(each for each in work.colleagues.all() if each.name == "Omar Haddad")
        work.colleagues.put(Colleague(name="Cleo Marsh", team="Finance"))
    page = say_they_left(hands, hands.account(LOST))

    asks = page.fields["interviewer"]
    write(hands, page.fields["team"], omar.team)
    write(hands, asks, omar.name)
    hands.wait_until(lambda: asks.state is FieldState.REFUSED)
    write(hands, asks, "Cleo Marsh")
    hands.wait_until(lambda: asks.is_safe)
    examine(hands, page)
    make_it_up(hands, page)
    reach_who_is_next(hands, page)
    page.end_button.click()
    hands.wait_until(lambda: "Ended on" in page.state.text())
    see_what_they_say_together(hands)
    hands.leave()
    loss, asked, reached = on_disk(tmp_path / "Northgate.reviewdesk", clock)
    assert (loss.interviewer, loss.team, loss.ended_on) == ("Cleo Marsh", omar.team, clock.today())
    assert asked == {
        (LOST, PLAN), (LOST, "Take out cost of 2,000 EUR a year"), (BUYER, "Ask about: A second site EUR 40,000"),
    }  # fmt: skip
    assert NEXT in reached


def test_one_person_alone_examines_a_loss_and_is_only_told_that_an_outsider_hears_more(qapp, tmp_path):
    path = tmp_path / "Alone.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Alone")
    today = store.clock.today()
    with store.write("Add") as work:
        work.colleagues.put(Colleague(name="Ada", is_me=True))
        for name in (LOST, NEXT, BUYER):
            work.accounts.put(Account(name=name, added_on=today.replace(year=today.year - 2)))
    offered(store, today)
    clock = store.clock
    store.close()
    hands = Hands(qapp, path)
    hands.window.activateWindow()
    page = say_they_left(hands, hands.account(LOST))

    set_aside_on_today(hands)
    write(hands, page.fields["interviewer"], "Ada")
    hands.wait_until(lambda: "Somebody from outside" in page.hint.text() and page.fields["interviewer"].is_safe)
    examine(hands, page)
    make_it_up(hands, page)
    hands.leave()
    loss, asked, _ = on_disk(path, clock)
    assert (loss.interviewer, loss.win_back.odds, loss.set_aside_on) == ("Ada", 4, None)
    assert (BUYER, "Ask about: A second site EUR 40,000") in asked
