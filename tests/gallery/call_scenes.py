"""Calls as they are photographed: the log of one, its number, and lists of them."""

from functools import partial

from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.domain.answer import Asked
from reviewdesk.services.calls import Spoke
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def call_scenes() -> tuple[Scene, ...]:
    """Give them in the order in which one leads to the other."""
    return (
        Scene("call-log", log_call),
        Scene("call-log-unhappy", log_unhappy_call),
        Scene("call-number", show_number),
        Scene("outreach-new", ask_new_list),
        Scene("outreach", show_list, leads_on=True),
        Scene("outreach-number", show_list_number),
        Scene("today-key-accounts", show_key_accounts),
    )


def show_key_accounts(studio: Studio) -> None:
    """Look at the end of what stands beside the day."""
    studio.desk.go("today")
    studio.settle(studio.desk.pages.today.view.beside.key.isVisible)
    view = studio.desk.pages.today.view
    view._scroll.ensureWidgetVisible(view.beside.key, 0, 40)


def log_call(studio: Studio) -> None:
    """Log a call with the first account, over the day."""
    studio.desk.go("today")
    studio.settle()
    studio.desk.log_call(studio.services.accounts.rows()[0].id)
    studio.settle(lambda: studio.desk.pages.calls.sheet is not None)


def log_unhappy_call(studio: Studio) -> None:
    """Log a call with somebody who is unhappy."""
    log_call(studio)
    sheet = studio.desk.pages.calls.sheet
    sheet.score.show_value(4)
    sheet.score._chose()
    sheet.feeling.show_value(2)
    sheet.feeling._chose()


def show_number(studio: Studio) -> None:
    """Show a number over the day."""
    studio.desk.go("today")
    studio.settle()
    popup = CallPopup("Ewa Lis, Head of Logistics", "+48 42 555 010 21", studio.shell)
    popup.show_by(studio.desk.pages.today.view.header)


def ask_new_list(studio: Studio) -> None:
    """Ask for a list of calls."""
    studio.desk.do("new_call_list")
    studio.settle(lambda: studio.desk.pages.outreach.sheet is not None)


def show_list(studio: Studio) -> None:
    """Show a list on which some have answered."""
    services = studio.services
    if not services.call_lists.lists():
        offered = services.call_lists.new_list()
        made = services.call_lists.start(offered.name, offered.choices[0].account_ids[:9], Asked.RECOMMEND).value
        one, two, three, four = made.account_ids[:4]
        services.accounts.log_contact(one, Spoke(words="Always on time since the new carrier", score=9))
        services.accounts.log_contact(two, Spoke(words="Nobody called back for two weeks", score=4))
        services.accounts.log_contact(three, Spoke(words="Fine, but the portal is slow", score=7))
        studio.tasks.run(partial(services.call_lists.skip, made.id, four), None, studio.shell, lane=Lane.WRITE)
        studio.settle()
    studio.desk.go("outreach")


def show_list_number(studio: Studio) -> None:
    """Show the number of the first who is to be called."""
    show_list(studio)
    studio.settle()
    (shown,) = studio.services.call_lists.lists()
    wanted = next(each for each in shown.to_call if each.phone)
    (card,) = studio.desk.pages.outreach.view.cards.values()
    card.acted.emit(wanted.account_id, "call")
