"""Changes for customers as they are photographed: the rehearsal, the letters, and how it was taken."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from reviewdesk.desktop.change.steps_card import StepsCard
from reviewdesk.domain.account import Account, ReasonToStay
from reviewdesk.domain.change_steps import StepKind
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.planned_change import Taken
from reviewdesk.domain.purchase import Purchase
from tests.books import UGLY_NAMES
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_ITEM = "Conveyor drive X4"


def change_scenes(list_file: Path) -> tuple[Scene, ...]:
    """Give the way from the first question to how it was taken, in the order in which one leads to the other."""
    return (
        Scene("change-new", ask_new),
        Scene("change-rehearsal", rehearse, leads_on=True),
        Scene("change-steps", see_steps),
        Scene("change-step", ask_step),
        Scene("change-settings", see_settings),
        Scene("change-basis", see_basis),
        Scene("change-basis-all", see_basis_of_all),
        Scene("change-list", take_list(list_file)),
        Scene("change-letter", see_letter),
        Scene("change-announced", announce, leads_on=True),
        Scene("change-letters", ask_letters),
        Scene("change-outreach", see_outreach),
        Scene("change-account", see_account),
    )


def empty_change(studio: Studio) -> None:
    """Look at the page before there is a change."""
    studio.desk.go("change")


def rehearse_ugly(studio: Studio) -> None:
    """Rehearse what touches 85 accounts with long names in many scripts."""
    services = studio.services
    if not services.change_notices.changes():
        _add_many(studio)
        begun = services.change_notices.start(UGLY_NAMES[2], "12.345", "1 jun 2030", " ".join(UGLY_NAMES)).value
        services.change_notices.put_item(begun.id, _ITEM, "discontinued", UGLY_NAMES[1])
        services.change_notices.draw_line(begun.id, 30)
    studio.desk.go("change")


def _add_many(studio: Studio) -> None:
    store, today = studio.services.change_notices._store, studio.services.accounts.today()
    with store.write("Add") as work:
        for at in range(85):
            name, reason = f"{UGLY_NAMES[at % 8]} {at}", ReasonToStay.PRICE if at % 4 == 0 else None
            account = work.accounts.put(Account(name=name, added_on=today, reason_to_stay=reason))
            for item in (UGLY_NAMES[2], _ITEM):
                work.purchases.put(
                    Purchase(account_id=account.id, product_name=item, bought_on=today - timedelta(at),
                             amount=Decimal(10) ** (at % 9 + 1) + Decimal("0.99"), currency="EUR")
                )  # fmt: skip


def ask_new(studio: Studio) -> None:
    """Begin one from anywhere."""
    _make_ready(studio)
    studio.desk.do("new_change")
    studio.settle(lambda: studio.desk.pages.change.sheet is not None)
    sheet = studio.desk.pages.change.sheet
    sheet.item.line.setText(_ITEM)
    sheet.becomes.line.setText("4.5")
    sheet.effective.line.setText("1 jun 2030")


def rehearse(studio: Studio) -> None:
    """Look at who is hurt."""
    _make_ready(studio)
    changes = studio.services.change_notices
    if not changes.changes():
        day = short_day(studio.services.accounts.today() + timedelta(100), studio.services.accounts.today())
        begun = changes.start(_ITEM, "4.5", day, "Steel and bearings cost us 11 % more than last year.").value
        changes.put_item(begun.id, "Belt B2", "discontinued", "Belt B3")
        changes.set_field(begun.id, "offer", "Orders until the day are supplied at today’s prices.")
        changes.draw_line(begun.id, 5)
    _close(studio)
    studio.desk.exchange.changes.open(changes.changes()[0].change.id)
    studio.settle()


def see_steps(studio: Studio) -> None:
    """Look at the steps of who is called, one of them left out."""
    rehearse(studio)
    page, steps = studio.desk.pages.change.view, studio.services.change_steps
    change_id = studio.services.change_notices.changes()[0].change.id
    steps.turn(change_id, StepKind.OFFER, on=False)
    steps.set_step(change_id, StepKind.CHECK, "Ask how the first 60 days went", "60", None)
    studio.desk.pages.change.show_page()
    studio.settle()
    page._column.ensureWidgetVisible(page.steps, 0, 20)
    studio.settle()


def ask_step(studio: Studio) -> None:
    """Change a step."""
    see_steps(studio)
    card = studio.desk.pages.change.view.steps
    card.rows.opened.emit(StepKind.CHECK)
    studio.settle(lambda: card.sheet is not None)


def see_settings(studio: Studio) -> None:
    """Look at the steps that new changes begin with, in Settings."""
    rehearse(studio)
    studio.desk.go("settings")
    studio.settle()
    studio.settle()
    view = studio.desk.pages.settings.view
    view.cards.ensureWidgetVisible(view.findChildren(StepsCard)[0], 0, 20)


def see_basis(studio: Studio) -> None:
    """Ask how the figures of the first are worked out."""
    rehearse(studio)
    page = studio.desk.pages.change
    page.view.rows.action_asked.emit(page.view.rows.keys[0], "why")
    studio.settle()


def see_basis_of_all(studio: Studio) -> None:
    """Ask how all figures are worked out."""
    rehearse(studio)
    studio.desk.pages.change.view.basis.click()
    studio.settle()


def take_list(path: Path) -> Callable[[Studio], None]:
    """Look at what a price list would change."""

    def take(studio: Studio) -> None:
        rehearse(studio)
        path.write_text(f"Item;New price;Percent\n{_ITEM};;3,5\nBelt B2;12,90;\nSomething else;4,00;\nOil;viel;\n")
        change_id = studio.services.change_notices.changes()[0].change.id
        studio.desk.exchange.changes.read_list(change_id, path)
        studio.settle(lambda: studio.desk.exchange.changes.list_sheet is not None)

    return take


def see_letter(studio: Studio) -> None:
    """Look at the letter for the first."""
    rehearse(studio)
    page = studio.desk.pages.change
    page.view.rows.action_asked.emit(page.view.rows.keys[0], "paper")
    studio.settle(lambda: studio.shell.page == "document")


def announce(studio: Studio) -> None:
    """Look at how it was taken, half-way."""
    rehearse(studio)
    changes, outcomes = studio.services.change_notices, studio.services.change_outcomes
    change = changes.changes()[0].change
    if change.announced_on is None:
        changes.announce(change.id)
        first, second, third, fourth = changes.show(change.id).hurt[:4]
        outcomes.took(first.touched.id, Taken.BADLY, "We will ask two others")
        outcomes.concede(first.touched.id, "Old price until December", "1200", accepted=True)
        outcomes.took(second.touched.id, Taken.WELL)
        outcomes.close(second.touched.id, lost=False)
        outcomes.took(third.touched.id, Taken.NEUTRAL)
        outcomes.close(fourth.touched.id, lost=True)
    studio.desk.go("change")
    studio.settle()


def ask_letters(studio: Studio) -> None:
    """Ask whose letters are written."""
    announce(studio)
    change_id = studio.services.change_notices.changes()[0].change.id
    studio.desk.exchange.changes.ask_letters(change_id)
    studio.settle(lambda: studio.desk.exchange.changes.letters_sheet is not None)


def see_outreach(studio: Studio) -> None:
    """See the change on the outreach."""
    announce(studio)
    studio.desk.go("outreach")
    studio.settle()


def see_account(studio: Studio) -> None:
    """See on the overview of an account what touches it."""
    announce(studio)
    changes = studio.services.change_notices
    first = changes.show(changes.changes()[0].change.id).hurt[0]
    studio.desk.open_account(first.account_id)
    studio.settle()
    studio.settle()


def _close(studio: Studio) -> None:
    ways, page = studio.desk.exchange.changes, studio.desk.pages.change
    for sheet in (page.sheet, page.view.steps.sheet, ways.list_sheet, ways.letters_sheet):
        if sheet is not None:
            sheet.reject()


def _make_ready(studio: Studio) -> None:
    """Have eleven accounts buy two items, and one that did so long ago."""
    store, today = studio.services.change_notices._store, studio.services.accounts.today()
    rows = sorted((each for each in studio.services.accounts.rows() if each.revenue), key=lambda each: each.name)[:12]
    with store.read() as reading:
        if any(each.product_name == _ITEM for each in reading.purchases.where(account_id=rows[0].id)):
            return
    with store.write("Buy") as work:
        for at, each in enumerate(rows):
            days = 500 if at == 3 else 20 + at
            for item, amount in ((_ITEM, 4000 + 791 * at), ("Belt B2", 300 * (at % 3))):
                if amount:
                    work.purchases.put(
                        Purchase(account_id=each.id, product_name=item, bought_on=today - timedelta(days),
                                 amount=Decimal(amount) + Decimal("0.35"), currency="EUR", quantity=Decimal(20))
                    )  # fmt: skip
